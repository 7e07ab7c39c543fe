"""The names that one document gives, each with what it names: the first step from entries to actors."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.ledger.actors.names import PERHAPS, SURE, read_name, same_person, surname_keys
from dragoman.ledger.actors.naming import Naming, read_naming, read_place
from dragoman.ledger.actors.organisations import acronyms, is_acronym
from dragoman.ledger.actors.posts import Post, read_post
from dragoman.ledger.states import state_of_name
from dragoman.ledger.stored import StoredEntry
from dragoman.models import Tenure
from dragoman.values import Edtf

_SHORT = timedelta(days=400)
"""A date that covers more than this tells little of when something was; the day of publication tells more."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in an entry, on the days that it speaks of; ``tenure`` is the post that it gives a person."""

    entry: str
    naming: Naming
    first: date | None
    last: date | None
    published: date | None = None
    tenure: Post | None = None
    wording: str | None = None


def mentions_of(entries: Sequence[StoredEntry]) -> list[Mention]:
    """All names that the entries of one document give, short ones replaced by the full ones that it knows for them."""
    people = _people(entries)
    found = [mention for stored in entries for mention in _named(stored, people)]
    found = surnamed(found, surnames_of(found))
    meant = {**_full_names(found), **_full_bodies(found)}
    found = [_meaning(mention, meant.get(mention.naming)) for mention in found]
    return [_meaning(mention, _holder(mention, found)) for mention in found]


def surnames_of(mentions: Iterable[Mention]) -> set[tuple[str | None, str]]:
    """The possible surnames of all persons, by state and without one."""
    people = {m.naming for m in mentions if m.naming.kind == "person"}
    return {(state, key) for each in people for key in surname_keys(each.name) for state in (each.state, None)}


def surnamed(mentions: Iterable[Mention], surnames: set[tuple[str | None, str]]) -> list[Mention]:
    """The mentions, single words that are surnames of persons of their state taken for these persons."""
    return [
        _meaning(mention, replace(naming, kind="person", key="") if _is_surname(naming, surnames) else None)
        for mention in mentions
        for naming in [mention.naming]
    ]


def _is_surname(naming: Naming, surnames: set[tuple[str | None, str]]) -> bool:
    if naming.kind != "organisation" or " " in naming.name or is_acronym(naming.name):
        return False
    return any((naming.state, key) in surnames for key in surname_keys(naming.name))


def _meaning(mention: Mention, naming: Naming | None) -> Mention:
    return replace(mention, naming=naming) if naming else mention


def _holder(mention: Mention, mentions: Iterable[Mention]) -> Naming | None:
    """For a post on an unknown day the only person whom the document shows in it."""
    post = mention.naming.post
    if post is None or mention.first is not None:
        return None
    holders = {m.naming for m in mentions if m.tenure and (m.tenure == post or _names_part(post, m.tenure))}
    return next(iter(holders)) if len(holders) == 1 else None


def _names_part(post: Post, full: Post) -> bool:
    """Whether a post is called by a part of another's field: an economy minister, of economy, trade and industry."""
    return replace(full, field=post.field) == post and bool(post.field) and post.field < full.field


def _people(entries: Iterable[StoredEntry]) -> dict[str, str | None]:
    """The persons to whom the document gives posts, with the state that it most often names for each."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for stored in entries:
        entry = stored.entry
        if isinstance(entry, Tenure):
            votes[entry.person].update(state for state in [_tenure_state(entry)] if state)
    for stored in entries:
        for party in stored.entry.parties:
            if party.name in votes and party.code:
                votes[party.name][str(party.code)] += 1
    return {name: min(states, key=lambda s: (-states[s], s), default=None) for name, states in votes.items()}


def _tenure_state(entry: Tenure) -> str | None:
    """The state of a holder: that of the party of that name, else of what the post belongs to."""
    own = next((party.code for party in entry.parties if party.code and party.name == entry.person), None)
    held = next((party.code for party in entry.parties if party.code and party.role == "holder"), None)
    return own or held or (state_of_name(entry.of) if entry.of else None)


def _named(stored: StoredEntry, people: dict[str, str | None]) -> Iterator[Mention]:
    entry = stored.entry
    first, last = days_of(entry.date, stored.document.date)
    published = stored.document.date.first if stored.document.date else None
    person = " ".join(entry.person.split()) if isinstance(entry, Tenure) else ""
    for party in entry.parties:
        if person and " ".join(party.name.split()) == person:
            continue
        state = people.get(party.name) or (str(party.code) if party.code else None)
        if naming := read_naming(party.name, state, person=party.name in people):
            yield Mention(stored.key, naming, first, last, published)
    if entry.place:
        yield Mention(stored.key, read_place(entry.place.name, entry.place.country), first, last, published)
    if isinstance(entry, Tenure) and person:
        state = people.get(entry.person)
        to = state_of_name(entry.to) if entry.to else None
        naming = Naming("person", state, "", person)
        yield Mention(stored.key, naming, first, last, published, read_post(entry.post, state, to), entry.post)


def days_of(when: Edtf | None, published: Edtf | None) -> tuple[date | None, date | None]:
    """The first and last day that an entry speaks of, or else the days of publication, if either is exact enough."""
    for each in (when, published):
        if each and each.first and each.last and each.last - each.first <= _SHORT:
            return each.first, each.last
    return None, None


def _full_names(mentions: Iterable[Mention]) -> dict[Naming, Naming]:
    """For short names of persons in a document the only fuller name of that state in it that fits."""
    people = list(dict.fromkeys(m.naming for m in mentions if m.naming.kind == "person"))
    full: dict[Naming, Naming] = {}
    for short in people:
        alike = [other for other in people if None in (short.state, other.state) or short.state == other.state]
        longer = [other for other in alike if _size(other) > _size(short)]
        likely = [other for other in longer if same_person(short.name, other.name).score >= PERHAPS]
        if likely and all(same_person(likely[0].name, other.name).score >= SURE for other in likely):
            fullest = max(likely, key=lambda other: (_size(other), other.name))
            full[short] = replace(short, name=fullest.name, state=short.state or fullest.state)
    return full


def _size(naming: Naming) -> int:
    return len(read_name(naming.name).words)


def _full_bodies(mentions: Iterable[Mention]) -> dict[Naming, Naming]:
    """For acronyms, and for names without their states, the only full name in the document that fits."""
    bodies = [m.naming for m in mentions if m.naming.kind == "organisation"]
    once = list(dict.fromkeys(bodies))
    full: dict[Naming, Naming] = {}
    for short in once:
        fitting = [long for long in once if long.key != short.key and _is_short_for(short, long)]
        if len({long.key for long in fitting}) == 1:
            full[short] = replace(short, key=fitting[0].key, state=fitting[0].state)
    return full


def _is_short_for(short: Naming, long: Naming) -> bool:
    if short.state and long.state and short.state != long.state:
        return False
    if is_acronym(short.name):
        return short.name.replace(".", "") in acronyms(long.name)
    codes, words = _parts(short.key)
    more_codes, more_words = _parts(long.key)
    return words == more_words and codes < more_codes


def _parts(key: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The states and the words of an organisation's key."""
    parts = key.split(" ")
    return frozenset(p for p in parts if p.isupper()), tuple(p for p in parts if not p.isupper() and p != "-")
