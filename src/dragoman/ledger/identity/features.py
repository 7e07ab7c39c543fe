"""What an entry is compared by: its facts in the form in which two entries can be laid side by side.

Features follow from the entry as it stands and the day on which its document was published, from nothing else, so
that they are the same whatever else the ledger holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from dragoman.knowledge import read_toml
from dragoman.ledger.identity.counting import bare_ordinal, formats, ordinals
from dragoman.ledger.identity.named import is_person as is_person
from dragoman.ledger.identity.named import states_named, towns_in
from dragoman.ledger.identity.naming import GIVERS, TAKERS, backers_of, name_of, parties_of
from dragoman.ledger.identity.quotes import NOTHING, Quote, said, sums_again, sums_in
from dragoman.ledger.identity.things import things_in, words_of_places
from dragoman.ledger.identity.words import Weights, split, stem, weigh
from dragoman.ledger.states import actors_of
from dragoman.ledger.stored import StoredEntry
from dragoman.models import HELD_OUT, TALKS, Activity, Amount, Entry, Figure, Stage
from dragoman.reading.whole.once_more import once_more
from dragoman.values import CountryCode

_BESIDE, _EARLIER, _REST, _AROUND, _LEANT_ON = 0.8, 0.65, 0.5, 0.4, 0.65
"""What a word weighs beside one of the name: of the quote; of the sentence that named what the quote points to; of the
rest of the sentence; of the heading and of what stands before the quote, and that if neither name nor quote names
anything."""
_SESSIONS = frozenset({"meeting", "forum"})
PROPER = 1.2
"""From this weight on a word is a proper name."""
_NAME = 0.95
"""From this weight on a word of name or quote names something."""
_AT_ONCE = 40
"""Characters within which a quote tells what it is about: "Finland gives another 3 million"."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FIRST = 5
"""So many words of a title tell what opens."""
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
    it is for, as groups and nouns of ``identity.toml``, ``sums`` the numbers of the quote, ``years`` those it names,
    ``sums_again`` sums that it points to.
    ``there`` tells that the quote names the place, and ``firm`` that it says what the thing is for,
    ``dated`` tells that the days are not just those of the report, ``shifted`` that they no longer hold,
    ``leans`` (on a noun: ``leans_on``) that the quote, which stands at ``span`` in the text, goes on from the sentence
    before, ``another`` that it speaks of one more of its kind, ``once_more`` that it is about that,
    ``only`` that it says there is no other one,
    ``built`` that it tells of building, whether that or the money for it, ``heads``
    that it is the document's heading; ``twice`` are the sums that the document tells of several things.
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
    firm: bool
    backers: frozenset[str]
    sums: frozenset[float]
    sums_again: frozenset[float]
    years: frozenset[int]
    there: bool
    dated: bool
    shifted: bool
    another: bool
    once_more: bool
    only: bool
    built: bool
    leans: bool
    leans_on: str | None
    heads: bool
    twice: frozenset[float]
    span: tuple[int, int]
    name: str
    entry: Entry


def features_of(stored: StoredEntry, quote: Quote = NOTHING) -> Features:
    """The features of an entry as it stands; ``quote`` are the words of the document that it rests on."""
    entry = stored.entry
    people, bodies = parties_of(entry)
    name, type_ = name_of(entry, quote), _type(entry)
    published = _day(stored.document.date.last) if stored.document.date else None
    stage, days = _standing(entry, quote, published)
    place = entry.place.name if entry.place and entry.kind == "event" else ""
    ahead = stage in HELD_OUT or bool(days and published and days[0] > published + 1)
    there = _is_there(entry, quote)
    elsewhere = ahead and type_ in TALKS and not _is_said(entry, quote)
    where = None if elsewhere else entry.place
    words = _told(_telling(name, (*people, place), entry.kind), quote)
    context = _context(words, quote, people, entry.kind)
    named = any(weight >= PROPER for weight in weigh(quote.words).values())
    places = words_of_places(quote.around) if entry.kind == "activity" else frozenset()
    # A machine that is given to a hospital is no hospital.
    beside = places | {word for body in bodies for word in body} if type_ == "in_kind" else places
    own = things_in(word for word in (weigh(quote.words) if quote.words else words) if word not in beside)
    return Features(
        key=stored.key,
        document=stored.document.sha256,
        published=published,
        kind=entry.kind,
        type=type_,
        states=actors_of(entry),
        givers=frozenset(party.code for party in entry.parties if party.code and party.role in GIVERS),
        takers=frozenset(party.code for party in entry.parties if party.code and party.role in TAKERS),
        people=people,
        bodies=bodies,
        ordinals=_numbers(entry, name) | _left_out(entry, quote),
        formats=formats(entry.title) | formats(name) | (formats(quote.before) if _left_out(entry, quote) else set()),
        days=days,
        exact=days is not None and days[1] - days[0] <= _EXACT,
        stage=stage,
        ahead=ahead,
        place=_place(where.name) if where else None,
        country=where.country if where else None,
        amount=entry.amount if isinstance(entry, Activity) else entry if isinstance(entry, Figure) else None,
        words=words,
        weight=sum(words.values()),
        names=tuple(sorted(word for word, weight in words.items() if weight >= PROPER)),
        context=context,
        towns=frozenset(word for town in towns_in(name) for word in weigh(town.title())),
        things=own or things_in(word for word in context if word not in beside),
        firm=bool(own),
        backers=backers_of(entry, quote),
        sums=sums_in(f"{quote.words} {quote.more} {quote.rest}"),
        sums_again=sums_again(quote.words),
        years=frozenset(int(year) for year in _YEAR.findall(quote.words)),
        there=there,
        dated=days is not None and days != (published, published),
        shifted=said("shifted").search(quote.words) is not None,
        leans=quote.leans and not named,
        leans_on=None if named else quote.leans_on,
        heads=quote.heads,
        twice=quote.twice,
        span=(quote.start, quote.end + len(quote.rest)),
        once_more=any(at < _AT_ONCE for at in once_more(quote.words)),
        another=said("another").search(quote.words) is not None,
        built=entry.kind == "activity" and (type_ == "construction" or said("built").search(quote.words) is not None),
        only=said("only").search(quote.words) is not None,
        name=name,
        entry=entry,
    )


def _type(entry: Entry) -> str:
    """The type that an entry is compared by: a measure is that of a figure, and an opened session is a meeting."""
    type_: str = entry.measure if isinstance(entry, Figure) else getattr(entry, "type", entry.kind)
    return "meeting" if type_ == "opening" and _opens_as_session(entry.title) else type_


def _standing(entry: Entry, quote: Quote, published: int | None) -> tuple[Stage | None, tuple[int, int] | None]:
    """How far an entry has come and on which days, if its words or the day of its report do not tell otherwise."""
    stage: Stage | None = getattr(entry, "stage", None)
    days = days_of(entry.date) or days_of(getattr(entry, "due", None))
    if entry.kind == "event" and days == (published, published) and said("scheduled").search(quote.words):
        stage, days = "planned", None  # the day is that of the report
    if entry.kind == "event" and stage in HELD_OUT and _is_now(days, published):
        stage = "done"
    return stage, days


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


def _told(words: Weights, quote: Quote) -> Weights:
    """The words of a name; those that only the document's heading has weigh less: it speaks of other things, too."""
    said = {**weigh(quote.words), **weigh(quote.more)}
    if not said or not quote.heading:
        return words
    above = weigh(quote.heading)
    lighter = above.keys() - said.keys()
    return {word: _LEANT_ON * weight if word in lighter else weight for word, weight in words.items()}


def _context(words: Weights, quote: Quote, people: tuple[str, ...], kind: str) -> Weights:
    """The words of the name and, with less weight, those of the quote and of what stands around it."""
    if kind in ("tenure", "figure"):
        return words
    beside = _lighter(quote.words, _BESIDE, people, kind)
    earlier = _lighter(quote.earlier, _EARLIER, people, kind)
    rest = _lighter(f"{quote.rest} {quote.more}", _REST, people, kind)
    bare = max((*words.values(), *beside.values()), default=0.0) < _NAME
    around = _lighter(f"{quote.heading}. {quote.before}", _LEANT_ON if bare else _AROUND, people, kind)
    found: dict[str, float] = {}
    for ring in (around, rest, earlier, beside, words):
        found.update((word, weight) for word, weight in ring.items() if weight > found.get(word, 0.0))
    return found


def _lighter(phrase: str, share: float, people: tuple[str, ...], kind: str) -> Weights:
    return {word: share * weight for word, weight in _telling(phrase, people, kind).items()}


def _opens_as_session(title: str) -> bool:
    """Whether what opens is a session of a series: "the third meeting opens in Lima"."""
    return any(series == "session" for series, _ in ordinals(" ".join(title.split()[:_FIRST])))


def _numbers(entry: Entry, name: str) -> frozenset[tuple[str, int]]:
    """What ordinals count in title and name; no activity is a session, although it may be told of one."""
    found = ordinals(entry.title) | ordinals(name)
    return frozenset(each for each in found if entry.kind != "activity" or each[0] != "session")


def _left_out(entry: Entry, quote: Quote) -> frozenset[tuple[str, int]]:
    """The number of a session of which the noun is left out: "the seventh will be convened in Quito"."""
    return (
        bare_ordinal(quote.words) if entry.kind == "event" and getattr(entry, "type", "") in _SESSIONS else frozenset()
    )


def _is_there(entry: Entry, quote: Quote) -> bool:
    """Whether what is said names the place; else that may be where it was reported."""
    said = f"{quote.heading} {quote.earlier} {quote.words} {quote.more}".casefold()
    return not quote.words or (entry.place is not None and entry.place.name.casefold() in said)


def _is_said(entry: Entry, quote: Quote) -> bool:
    """Whether the sentence itself names the place of what is to come; else that is where the news comes from."""
    if not quote.words or entry.place is None:
        return not quote.words
    said = f"{quote.words} {quote.more} {quote.rest}"
    state = entry.place.country if entry.place.country and entry.place.name == entry.place.country.country else None
    return entry.place.name.casefold() in said.casefold() or state in states_named(said)


def _is_now(days: Days | None, published: int | None) -> bool:
    """Whether the days that are told take in that of the report, but are not just that: "is here from 5 to 7 May"."""
    return days is not None and published is not None and days[0] < published <= days[1] < days[0] + _EXACT


@cache
def _kind_words(kind: str) -> frozenset[str]:
    """Words that only say what kind of thing it is."""
    return frozenset(stem(word) for word in read_toml("identity.toml")["words"]["kinds"].get(kind, ()))


def _day(when: date | None) -> int | None:
    return when.toordinal() if when else None


@lru_cache(maxsize=1 << 14)
def _place(name: str) -> str | None:
    return " ".join(split(name)) or None
