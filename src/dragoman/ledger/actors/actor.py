"""What an actor is: one state, organisation, person, place or post under all its names."""

from __future__ import annotations

from datetime import date

from dragoman.ledger.actors.naming import ActorKind
from dragoman.models import Model
from dragoman.values import CountryCode


class Holding(Model):
    """A post that documents give a person: its usual wording, where the person is sent, and when.

    ``first`` and ``last`` are the first and last day on which a document shows the person in the post.
    """

    post: str
    to: CountryCode | None = None
    first: date | None = None
    last: date | None = None
    entries: tuple[str, ...]


class Actor(Model):
    """Somebody or something that entries name, under one identity.

    ``names`` are all names in use, the most frequent first; ``code`` is the state that the actor is or belongs to;
    ``count`` says how many entries name it. A ``post`` is an actor only where nobody is known to hold it.
    """

    id: str
    kind: ActorKind
    name: str
    names: tuple[str, ...] = ()
    code: CountryCode | None = None
    wikidata: str | None = None
    geonames: str | None = None
    posts: tuple[Holding, ...] = ()
    count: int = 0
