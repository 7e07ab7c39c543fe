"""People, the posts that they held, and organisations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from dragoman.desk.answers.choosing import Day, state_words
from dragoman.desk.answers.quotations import Quotation, quotations_of
from dragoman.desk.answers.whole import directory_of
from dragoman.desk.filters import Choice, Words
from dragoman.desk.held import Held
from dragoman.desk.index import Index
from dragoman.desk.listing import Column, Listing
from dragoman.ledger import Ledger
from dragoman.ledger.actors.actor import Actor, Holding
from dragoman.ledger.actors.posts import read_post
from dragoman.models import Model
from dragoman.values import CountryCode, Edtf

SHOWN = 2
"""Posts of a person, and holders of a post, that come with a sentence in a list: the last ones."""


class Post(Model):
    """A post of a person as documents show it, on the first and the last day that they do."""

    post: str
    to: CountryCode | None = None
    first: date | None = None
    last: date | None = None
    entries: tuple[str, ...]
    source: Quotation | None = None


class PersonRow(Model):
    """A person under all names; ``posts`` from the last to the first, ``mentions`` entries name the person."""

    id: str
    name: str
    other_names: tuple[str, ...] = ()
    state: CountryCode | None = None
    posts: tuple[Post, ...] = ()
    mentions: int
    wikidata: str | None = None
    source: Quotation | None = None
    entry: str = ""


class Holder(Model):
    """Somebody in a post, by ``id``; empty where a document names the post and not who held it."""

    id: str
    name: str
    first: date | None = None
    last: date | None = None
    entries: tuple[str, ...]
    source: Quotation | None = None


class PostRow(Model):
    """A post and all who are known to have held it, the last one first."""

    id: str
    post: str
    state: CountryCode | None = None
    to: CountryCode | None = None
    holders: tuple[Holder, ...]


class OrganisationRow(Model):
    """An organisation under all names."""

    id: str
    name: str
    other_names: tuple[str, ...] = ()
    state: CountryCode | None = None
    mentions: int
    wikidata: str | None = None
    entry: str = ""
    source: Quotation | None = None


# People


def person_rows(desk: Held) -> list[PersonRow]:
    """All persons, the most named first."""
    directory = directory_of(desk)
    return [person_row(actor, directory.entries(actor.id)) for actor in directory if actor.kind == "person"]


def person_row(actor: Actor, entries: Sequence[str]) -> PersonRow:
    """The person whom these entries name."""
    return PersonRow(
        id=actor.id,
        name=actor.name,
        other_names=_others(actor),
        state=actor.code,
        posts=tuple(_post(holding) for holding in sorted(actor.posts, key=_latest, reverse=True)),
        mentions=actor.count,
        wikidata=actor.wikidata,
        entry=entries[-1] if entries else "",
    )


def _others(actor: Actor) -> tuple[str, ...]:
    return tuple(name for name in actor.names if name != actor.name)


def _latest(holding: Holding) -> tuple[date, date]:
    return holding.last or date.min, holding.first or date.min


def _post(holding: Holding) -> Post:
    return Post(**holding.model_dump())


def dressed_people(ledger: Ledger, rows: Sequence[PersonRow]) -> list[PersonRow]:
    """The rows with the last sentence on each of the last posts, and one on those without a post."""
    shown = {post.entries[-1] for row in rows for post in row.posts[:SHOWN]}
    held = quotations_of(ledger, shown | {row.entry for row in rows if not row.posts})
    return [
        row.model_copy(
            update={
                "posts": tuple(
                    post.model_copy(update={"source": held.get(post.entries[-1])}) for post in row.posts[:SHOWN]
                )
                + row.posts[SHOWN:],
                "source": held.get(row.entry),
            }
        )
        for row in rows
    ]


def _person_source(row: PersonRow) -> Quotation | None:
    return next((post.source for post in row.posts if post.source), row.source)


def post_words(post: Post) -> str:
    """The post with where it is, and the days on which documents show it."""
    to = f" to {post.to.country}" if post.to and post.to.country not in post.post else ""
    days = " to ".join(dict.fromkeys(str(day) for day in (post.first, post.last) if day))
    return f"{post.post}{to}{f', {days}' if days else ''}"


def _named(row: PersonRow) -> str:
    return " ".join((row.name, *row.other_names, *(post.post for post in row.posts)))


PEOPLE_LISTING: Listing[PersonRow] = Listing(
    columns=(
        Column("name", "Name", lambda row: row.name),
        Column("state", "State", lambda row: row.state),
        Column("posts", "Posts", lambda row: tuple(map(post_words, row.posts)), key=lambda row: len(row.posts)),
        Column("last_seen", "Last seen", lambda row: max((p.last for p in row.posts if p.last), default=None)),
        Column("mentions", "Mentions", lambda row: row.mentions),
        Column("other_names", "Other names", lambda row: row.other_names, sortable=False),
        Column("source", "Source", lambda row: s.cited if (s := _person_source(row)) else None, sortable=False),
        Column("words", "Words", lambda row: s.words if (s := _person_source(row)) else None, sortable=False),
        Column("wikidata", "Wikidata", lambda row: row.wikidata, sortable=False),
        Column("id", "Id", lambda row: row.id, sortable=False),
    ),
    filters=(
        Choice("state", "State", lambda row: (row.state,) if row.state else (), words=state_words),
        Words("q", "Name or post", _named),
    ),
)


PEOPLE = Index("people", PersonRow, PEOPLE_LISTING, person_rows, dressed_people)


# Posts


def post_rows(desk: Held) -> list[PostRow]:
    """All posts, by state and name."""
    held: dict[str, list[tuple[Actor, Holding]]] = defaultdict(list)
    directory = directory_of(desk)
    for actor in directory:
        for holding in actor.posts:
            held[_key(actor, holding)].append((actor, holding))
    rows = [_post_row(key, holders) for key, holders in held.items()]
    rows += [_vacant(actor, directory.entries(actor.id)) for actor in directory if actor.kind == "post"]
    return sorted(rows, key=lambda row: (row.state is None, row.state or "", row.post.casefold(), row.id))


def _key(actor: Actor, holding: Holding) -> str:
    read = read_post(holding.post, actor.code, holding.to)
    return read.key if read else f"{actor.code or '-'} {holding.post.casefold()} {holding.to or ''}"


def _post_row(key: str, held: Sequence[tuple[Actor, Holding]]) -> PostRow:
    wordings = Counter(holding.post for _, holding in held)
    holders = [
        Holder(id=actor.id, name=actor.name, first=holding.first, last=holding.last, entries=holding.entries)
        for actor, holding in sorted(held, key=lambda pair: _latest(pair[1]), reverse=True)
    ]
    return PostRow(
        id=key,
        post=min(wordings, key=lambda words: (-wordings[words], words)),
        state=held[0][0].code,
        to=held[0][1].to,
        holders=tuple(holders),
    )


def _vacant(actor: Actor, entries: tuple[str, ...]) -> PostRow:
    return PostRow(
        id=actor.id,
        post=actor.name,
        state=actor.code,
        holders=(Holder(id="", name="", entries=entries),),
    )


def dressed_posts(ledger: Ledger, rows: Sequence[PostRow]) -> list[PostRow]:
    """The rows with the last sentence on each of the last holders."""
    shown = {holder.entries[-1] for row in rows for holder in row.holders[:SHOWN] if holder.entries}
    held = quotations_of(ledger, shown)
    return [
        row.model_copy(
            update={
                "holders": tuple(
                    holder.model_copy(update={"source": held.get(holder.entries[-1]) if holder.entries else None})
                    for holder in row.holders[:SHOWN]
                )
                + row.holders[SHOWN:]
            }
        )
        for row in rows
    ]


def _within(row: PostRow) -> Edtf | None:
    """From the first to the last day on which somebody is shown in the post."""
    days = sorted(day for holder in row.holders for day in (holder.first, holder.last) if day)
    return Edtf(f"{days[0]}/{days[-1]}") if days else None


def _posts_named(row: PostRow) -> str:
    return " ".join((row.post, *(holder.name for holder in row.holders)))


def holder_words(holder: Holder) -> str:
    """Who held it, on which days."""
    days = " to ".join(dict.fromkeys(str(day) for day in (holder.first, holder.last) if day))
    return f"{holder.name or 'not named'}{f', {days}' if days else ''}"


POSTS_LISTING: Listing[PostRow] = Listing(
    columns=(
        Column("post", "Post", lambda row: row.post),
        Column("state", "State", lambda row: row.state),
        Column("to", "Accredited to", lambda row: row.to),
        Column("holders", "Holders", lambda row: tuple(map(holder_words, row.holders)), key=lambda r: len(r.holders)),
        Column("last_seen", "Last seen", lambda row: max((h.last for h in row.holders if h.last), default=None)),
        Column("sources", "Sources", lambda r: tuple(h.source.cited for h in r.holders if h.source), sortable=False),
        Column("words", "Words", lambda r: tuple(h.source.words for h in r.holders if h.source), sortable=False),
    ),
    filters=(
        Choice("state", "State", lambda row: (row.state,) if row.state else (), words=state_words),
        Choice("to", "Accredited to", lambda row: (row.to,) if row.to else (), words=state_words),
        Day("from", "Shown from", _within, since=True),
        Day("until", "Shown until", _within, since=False),
        Words("q", "Post or name", _posts_named),
    ),
)

POSTS = Index("posts", PostRow, POSTS_LISTING, post_rows, dressed_posts)


# Organisations


def organisation_rows(desk: Held) -> list[OrganisationRow]:
    """All organisations, the most named first."""
    directory = directory_of(desk)
    return [_organisation(actor, directory.entries(actor.id)) for actor in directory if actor.kind == "organisation"]


def _organisation(actor: Actor, entries: Sequence[str]) -> OrganisationRow:
    return OrganisationRow(
        id=actor.id,
        name=actor.name,
        other_names=_others(actor),
        state=actor.code,
        mentions=actor.count,
        wikidata=actor.wikidata,
        entry=entries[-1] if entries else "",
    )


def dressed_organisations(ledger: Ledger, rows: Sequence[OrganisationRow]) -> list[OrganisationRow]:
    """The rows with the last sentence that names each."""
    held = quotations_of(ledger, {row.entry for row in rows})
    return [row.model_copy(update={"source": held.get(row.entry)}) for row in rows]


def _owner(code: str) -> str:
    return "of no one state" if code == "none" else state_words(code)


def _called(row: OrganisationRow) -> str:
    return " ".join((row.name, *row.other_names))


ORGANISATIONS_LISTING: Listing[OrganisationRow] = Listing(
    columns=(
        Column("name", "Organisation", lambda row: row.name),
        Column("other_names", "Other names", lambda row: row.other_names, sortable=False),
        Column("state", "State", lambda row: row.state),
        Column("mentions", "Mentions", lambda row: row.mentions),
        Column("source", "Last source", lambda row: row.source.cited if row.source else None, sortable=False),
        Column("words", "Last said", lambda row: row.source.words if row.source else None, sortable=False),
        Column("wikidata", "Wikidata", lambda row: row.wikidata, sortable=False),
        Column("id", "Id", lambda row: row.id, sortable=False),
    ),
    filters=(
        Choice("state", "State", lambda row: (row.state or "none",), words=_owner),
        Words("q", "Name", _called),
    ),
)

ORGANISATIONS = Index("organisations", OrganisationRow, ORGANISATIONS_LISTING, organisation_rows, dressed_organisations)
