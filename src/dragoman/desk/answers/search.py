"""Search: all kinds of entries and the full text, with snippets, and the actors and pairs of states that are named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal, get_args

from dragoman.desk.answers.whole import directory_of
from dragoman.desk.held import Held
from dragoman.ledger import Hit
from dragoman.ledger.actors.actor import Actor
from dragoman.ledger.actors.directory import Directory
from dragoman.ledger.actors.naming import ActorKind
from dragoman.models import Model
from dragoman.reading.states.gazetteer import OF_A_STATE, find_names, key_of
from dragoman.values import CountryCode, Edtf

What = Literal["document", "event", "instrument", "activity", "figure", "tenure"]
WHATS: tuple[What, ...] = get_args(What)
SIZE = 20
REACH = 1000
"""Hits that can be come to by pages; a better question finds what lies beyond."""
_ACTORS = 8


class Found(Model):
    """A document or an entry that holds what was asked for; ``record`` is that of the entry.

    ``snippet`` is the place where most of it stands, ``marks`` its words there (characters from and to); ``document``
    is the title of the document, which ``sha256`` names.
    """

    what: What
    id: str
    record: str = ""
    title: str
    snippet: str
    marks: tuple[tuple[int, int], ...]
    document: str
    sha256: str
    published: Edtf | None = None

    @property
    def cited(self) -> str:
        """Title and day of the document in a few words."""
        return f"{self.document}, {self.published}" if self.published else self.document


class FoundActor(Model):
    """An actor whose name holds words that begin as those that were asked for."""

    id: str
    kind: ActorKind
    name: str
    state: CountryCode | None = None
    mentions: int


class SearchAnswer(Model):
    """What a question finds: how many of each kind, one page of them, and who and which states are meant by name.

    Pages end at ``REACH`` hits, whatever the ``total``.
    """

    q: str
    total: int
    page: int
    pages: int
    counts: dict[What, int]
    hits: tuple[Found, ...]
    actors: tuple[FoundActor, ...]
    states: tuple[CountryCode, ...]


def search(
    desk: Held,
    q: str,
    *,
    kinds: Sequence[What] = (),
    states: Sequence[CountryCode] = (),
    page: int = 1,
    size: int = SIZE,
) -> SearchAnswer:
    """One page of what the words of ``q`` find. ``kinds`` are all if none is named; all of ``states`` take part."""
    counts = desk.cache.get(("hits", q, tuple(states)), lambda: desk.ledger.hits(q, states=states))
    total = sum(number for what, number in counts.items() if not kinds or what in kinds)
    hits = desk.ledger.search(q, kinds=tuple(kinds), states=states, limit=size, offset=(page - 1) * size)
    records = desk.ledger.records_with(hit.key for hit in hits if hit.what != "document")
    return SearchAnswer(
        q=q,
        total=total,
        page=page,
        pages=max(1, -(-min(total, REACH) // size)),
        counts={what: counts[what] for what in WHATS if what in counts},
        hits=tuple(_found(hit, records.get(hit.key, "")) for hit in hits),
        actors=tuple(_actors(desk, q)) if page == 1 else (),
        states=_states_in(q),
    )


def _found(hit: Hit, record: str) -> Found:
    document = hit.document
    return Found(
        what=hit.what,
        id=hit.key,
        record=record,
        title=hit.title,
        snippet=hit.snippet,
        marks=hit.marks,
        document=document.title or document.id,
        sha256=document.sha256,
        published=document.date,
    )


def _actors(desk: Held, q: str) -> Iterator[FoundActor]:
    """Those that are called so, the most named first; states are told apart by their names, not by their actors."""
    wanted = key_of(q).split()
    known = names_of_actors(desk)
    called = (
        actor
        for names, actor in known
        if wanted and any(all(any(word.startswith(part) for word in name) for part in wanted) for name in names)
    )
    for actor in islice(called, _ACTORS):
        yield FoundActor(id=actor.id, kind=actor.kind, name=actor.name, state=actor.code, mentions=actor.count)


def names_of_actors(desk: Held) -> list[tuple[list[list[str]], Actor]]:
    """All actors but states with the words of their names, the most named first."""
    return desk.cache.get("names of actors", lambda: _called(directory_of(desk)))


def _called(directory: Directory) -> list[tuple[list[list[str]], Actor]]:
    actors = sorted((each for each in directory if each.kind != "state"), key=lambda each: -each.count)
    return [([key_of(name).split() for name in {actor.name, *actor.names}], actor) for actor in actors]


def _states_in(q: str) -> tuple[CountryCode, ...]:
    """The states that the words name, however they are written."""
    found = [name for text in (q, q.title()) for name in find_names(text) if name.kind in OF_A_STATE and name.code]
    return tuple(dict.fromkeys(name.code for name in found if name.code))
