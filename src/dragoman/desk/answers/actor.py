"""One actor: who it is, under which names, in which posts, and what it takes part in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from starlette.datastructures import QueryParams

from dragoman.desk.answers.people import Post, person_row
from dragoman.desk.answers.quotations import quotations_of, with_last_words
from dragoman.desk.answers.record_rows import RECORDS, RecordRow, record_rows
from dragoman.desk.answers.whole import directory_of
from dragoman.desk.held import Held
from dragoman.desk.listing import Shown
from dragoman.ledger.actors.naming import ActorKind
from dragoman.models import Model, Role
from dragoman.values import CountryCode

MOST = 2000
"""Records of one actor that are listed; a state that thousands name has its lists by filter."""


class ActorAnswer(Model):
    """An actor; ``roles`` says how often it takes part as what, ``alongside`` the states that it is named with."""

    id: str
    kind: ActorKind
    name: str
    other_names: tuple[str, ...]
    state: CountryCode | None = None
    wikidata: str | None = None
    geonames: str | None = None
    posts: tuple[Post, ...] = ()
    mentions: int
    roles: dict[Role, int]
    alongside: dict[CountryCode, int]


def actor_answer(desk: Held, id: str) -> ActorAnswer:
    """The actor with this id; ``NotFoundError`` if there is none."""
    directory = directory_of(desk)
    actor = directory.only(id)
    keys = directory.entries(actor.id)
    row = person_row(actor, keys)
    said = quotations_of(desk.ledger, {post.entries[-1] for post in row.posts})
    roles: Counter[Role] = Counter()
    alongside: Counter[CountryCode] = Counter()
    for stored in desk.ledger.entries_with(keys[-MOST:]).values():
        parties = stored.entry.parties
        roles.update({party.role for party in parties if party.name in (actor.name, *actor.names)})
        alongside.update({party.code for party in parties if party.code and party.code != actor.code})
    return ActorAnswer(
        id=actor.id,
        kind=actor.kind,
        name=actor.name,
        other_names=row.other_names,
        state=actor.code,
        wikidata=actor.wikidata,
        geonames=actor.geonames,
        posts=tuple(post.model_copy(update={"source": said.get(post.entries[-1])}) for post in row.posts),
        mentions=actor.count,
        roles=dict(roles.most_common()),
        alongside=dict(alongside.most_common()),
    )


def actor_records(desk: Held, id: str, query: QueryParams) -> Shown[RecordRow]:
    """The records that name the actor, of a state with very many only those told last."""
    whole = directory_of(desk).only(id).id
    rows = desk.cache.get(("actor", whole), lambda: _rows(desk, whole))
    shown = RECORDS.show(rows, query)
    return replace(shown, rows=with_last_words(desk.ledger, shown.rows))


def _rows(desk: Held, id: str) -> Sequence[RecordRow]:
    ids = desk.ledger.records_with(directory_of(desk).entries(id)[-MOST:]).values()
    return record_rows(desk.ledger.records_at(ids).values())
