"""Posts, and who held them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from dragoman.desk.answers.choosing import Day, state_words
from dragoman.desk.answers.people import SHOWN, latest
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
        for actor, holding in sorted(held, key=lambda pair: latest(pair[1]), reverse=True)
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
