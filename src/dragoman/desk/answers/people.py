"""People, and the posts that they held."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dragoman.desk.answers.choosing import state_words
from dragoman.desk.answers.quotations import Quotation, quotations_of
from dragoman.desk.answers.whole import directory_of
from dragoman.desk.filters import Choice, Words
from dragoman.desk.held import Held
from dragoman.desk.index import Index
from dragoman.desk.listing import Column, Listing
from dragoman.ledger import Ledger
from dragoman.ledger.actors.actor import Actor, Holding
from dragoman.models import Model
from dragoman.values import CountryCode

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


def person_rows(desk: Held) -> list[PersonRow]:
    """All persons, the most named first."""
    directory = directory_of(desk)
    return [person_row(actor, directory.entries(actor.id)) for actor in directory if actor.kind == "person"]


def person_row(actor: Actor, entries: Sequence[str]) -> PersonRow:
    """The person whom these entries name."""
    return PersonRow(
        id=actor.id,
        name=actor.name,
        other_names=other_names(actor),
        state=actor.code,
        posts=tuple(_post(holding) for holding in sorted(actor.posts, key=latest, reverse=True)),
        mentions=actor.count,
        wikidata=actor.wikidata,
        entry=entries[-1] if entries else "",
    )


def other_names(actor: Actor) -> tuple[str, ...]:
    """The names of an actor besides the one that it goes by."""
    return tuple(name for name in actor.names if name != actor.name)


def latest(holding: Holding) -> tuple[date, date]:
    """What sorts what somebody held by its last day, and then by its first."""
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
