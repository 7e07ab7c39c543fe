"""What an entry is compared by: its facts in the form in which two entries can be laid side by side.

Features follow from the entry as it stands and the day on which its document was published, from nothing else, so
that they are the same whatever else the ledger holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from dragoman.knowledge import read_toml
from dragoman.ledger.identity.named import is_person as is_person
from dragoman.ledger.identity.named import towns_in
from dragoman.ledger.identity.words import Weights, formats, ordinals, post_words, split, stem, weigh
from dragoman.ledger.states import actors_of
from dragoman.ledger.stored import StoredEntry
from dragoman.models import Activity, Amount, Entry, Figure, Instrument, Party, Tenure
from dragoman.values import CountryCode

_GIVERS = frozenset({"source", "funder", "exporter"})
_TAKERS = frozenset({"target", "recipient", "importer", "host"})
_AHEAD = frozenset({"proposed", "planned", "agreed", "suspended", "cancelled"})
"""Stages at which the date is a plan, which may shift."""
_BESIDE, _FARTHER = 0.8, 0.65
"""What a word of the quote weighs beside one of the name, and what one before the quote does."""
PROPER = 1.2
"""From this weight on a word is a proper name."""
_NAME = 0.95
"""From this weight on a word of name or quote names something."""
_QUOTES, _QUOTED, _BEFORE = 3, 400, 250
"""So many pieces of evidence are quoted, so many characters in all, and so many before them."""
_SUM = re.compile(r"(\d[\d.,]*)[ -]?(thousand|million|billion|trillion|bn\b|mn\b|m\b)?", re.IGNORECASE)
_SCALES = {"th": 1e3, "mi": 1e6, "mn": 1e6, "m": 1e6, "bi": 1e9, "bn": 1e9, "tr": 1e12}
_EXACT = 7
"""A date of so many days or fewer tells one event from another."""

type Days = tuple[int, int]
"""First and last day, as ordinals of the calendar (``date.toordinal``)."""


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """An entry, ready to be compared.

    ``formats`` are those of recurring meetings. ``days`` are when it happened or is to happen, ``exact`` if that is a
    matter of days; ``published`` is a day, and ``ahead`` tells that it had not come yet when it was told. ``givers``
    and ``takers`` are states by their roles: who visits, funds, exports, and who is visited, receives. ``people`` and
    ``bodies`` are the names of parties that are neither states nor posts; ``backers`` the words that givers are called
    by. ``words`` are those of the name with their weights, ``weight`` in all, ``names`` those written as names, and
    ``towns`` those that are places; ``context`` has those of the quote besides, with less weight. ``things`` are what
    it is for, as groups and nouns of ``identity.toml``, ``sums`` the numbers of the quote.
    """

    key: str
    document: str
    published: int | None
    kind: str
    type: str
    states: frozenset[CountryCode]
    givers: frozenset[CountryCode]
    takers: frozenset[CountryCode]
    people: tuple[str, ...]
    bodies: tuple[Weights, ...]
    ordinals: frozenset[tuple[str, int]]
    formats: frozenset[str]
    days: Days | None
    exact: bool
    stage: str | None
    ahead: bool
    place: str | None
    country: CountryCode | None
    amount: Amount | None
    words: Weights
    weight: float
    names: tuple[str, ...]
    context: Weights
    towns: frozenset[str]
    things: Mapping[str, frozenset[str]]
    backers: frozenset[str]
    sums: frozenset[float]
    name: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Quote:
    """The words that an entry rests on, and what stands ``before`` them: the document's title and the last lines."""

    words: str = ""
    before: str = ""


def quote_of(stored: StoredEntry, text: str) -> Quote:
    """What the document, whose text is given, says around an entry."""
    evidence = stored.entry.evidence
    words = " ".join(each.quote(text) for each in evidence[:_QUOTES])[:_QUOTED]
    start = evidence[0].start
    before = text[max(0, start - _BEFORE) : start].rpartition("\n\n")[2]
    return Quote(words, f"{stored.document.title or ''}. {before}")


def features_of(stored: StoredEntry, quote: Quote = Quote()) -> Features:
    """The features of an entry as it stands; ``quote`` are the words of the document that it rests on."""
    entry = stored.entry
    people, bodies = _named(entry)
    days = days_of(entry.date) or days_of(getattr(entry, "due", None))
    name = _name(entry)
    stage = getattr(entry, "stage", None)
    published = _day(stored.document.date.last) if stored.document.date else None
    place = entry.place.name if entry.place and entry.kind == "event" else ""
    words = _telling(name, (*people, place), entry.kind)
    context = _context(words, quote, people, entry.kind)
    return Features(
        key=stored.key,
        document=stored.document.sha256,
        published=published,
        kind=entry.kind,
        type=entry.measure if isinstance(entry, Figure) else getattr(entry, "type", entry.kind),
        states=actors_of(entry),
        givers=frozenset(party.code for party in entry.parties if party.code and party.role in _GIVERS),
        takers=frozenset(party.code for party in entry.parties if party.code and party.role in _TAKERS),
        people=people,
        bodies=bodies,
        ordinals=ordinals(entry.title) | ordinals(name),
        formats=formats(entry.title) | formats(name),
        days=days,
        exact=days is not None and days[1] - days[0] <= _EXACT,
        stage=stage,
        ahead=stage in _AHEAD or bool(days and published and days[0] > published + 1),
        place=_place(entry.place.name) if entry.place else None,
        country=entry.place.country if entry.place else None,
        amount=entry.amount if isinstance(entry, Activity) else entry if isinstance(entry, Figure) else None,
        words=words,
        weight=sum(words.values()),
        names=tuple(sorted(word for word, weight in words.items() if weight >= PROPER)),
        context=context,
        towns=towns_in(name),
        things=_things(words) or _things(context),
        backers=_backers(entry),
        sums=sums_in(quote.words),
        name=name,
        entry=entry,
    )


@lru_cache(maxsize=1 << 16)
def days_of(when: object) -> Days | None:
    """First and last day of an EDTF date; None without a date, and for one that is open at an end."""
    first, last = getattr(when, "first", None), getattr(when, "last", None)
    return (first.toordinal(), last.toordinal()) if first and last else None


def _telling(name: str, named: tuple[str, ...], kind: str) -> Weights:
    """The words of a name without those that tell persons, place and type, which are compared apart."""
    weighed = weigh(name)
    told = {stem(word) for other in named for word in split(other)} | _kind_words(kind)
    return {word: weight for word, weight in weighed.items() if word not in told}


def _context(words: Weights, quote: Quote, people: tuple[str, ...], kind: str) -> Weights:
    """The words of the name, those of the quote with less weight, and, if neither names anything, those before it."""
    if kind in ("tenure", "figure"):
        return words
    beside = {word: _BESIDE * weight for word, weight in _telling(quote.words, people, kind).items()}
    if max((*words.values(), *beside.values()), default=0.0) < _NAME:
        before = _telling(quote.before, people, kind)
        beside = {**{word: _FARTHER * weight for word, weight in before.items()}, **beside}
    return {**beside, **words}


def sums_in(quote: str) -> frozenset[float]:
    """The numbers that stand in a quote, with their scale: 1500000.0 in "raised to 1.5 million"."""
    found = set()
    for digits, scale in _SUM.findall(quote):
        with suppress(ValueError):
            found.add(float(digits.rstrip(".,").replace(",", "")) * _SCALES.get(scale[:2].lower(), 1.0))
    return frozenset(found)


@cache
def _kind_words(kind: str) -> frozenset[str]:
    """Words that only say what kind of thing it is."""
    return frozenset(stem(word) for word in read_toml("identity.toml")["words"]["kinds"].get(kind, ()))


def _day(when: date | None) -> int | None:
    return when.toordinal() if when else None


def _name(entry: Entry) -> str:
    """The words that say what it is."""
    match entry:
        case Instrument(name=str(name)):
            return name
        case Figure():
            return entry.of
        case Tenure():
            return entry.post
        case _:
            return entry.title


@lru_cache(maxsize=1 << 14)
def _place(name: str) -> str | None:
    return " ".join(split(name)) or None


def _named(entry: Entry) -> tuple[tuple[str, ...], tuple[Weights, ...]]:
    """The names of people among the parties, and those of bodies as weighed words."""
    people, bodies = [], []
    for party in entry.parties:
        if is_person(party.name):
            people.append(party.name)
        elif words := _body(party):
            bodies.append(words)
    return tuple(dict.fromkeys(people)), tuple(bodies)


def _body(party: Party) -> Weights:
    """The words of a body's name, none of a state's or a mere post's."""
    words = weigh(party.name)
    return words if any(word not in post_words() for word in words) else {}


def _backers(entry: Entry) -> frozenset[str]:
    """The words of who gives: that one foundation pays for two things makes them no one."""
    if entry.kind != "activity":
        return frozenset()
    return frozenset(word for party in entry.parties if party.role in _GIVERS for word in weigh(party.name))


def _things(words: Weights) -> Mapping[str, frozenset[str]]:
    """The groups of things that are named, with the nouns that name them."""
    found: dict[str, frozenset[str]] = {}
    for word in words:
        if group := _thing_of().get(word):
            found[group] = found.get(group, frozenset()) | {word}
    return found


@cache
def _thing_of() -> dict[str, str]:
    """The group of things that a noun, by its stem, stands for."""
    return {stem(noun): thing for thing, nouns in read_toml("identity.toml")["things"].items() for noun in nouns}
