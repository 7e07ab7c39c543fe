"""Which entries are compared at all: those that stand near each other in a block.

An entry stands in a block for each telling fact that another entry of the same thing would share: states and year,
states and a rare word, states and a sum, a surname and its state. A block is ordered by time, and an entry is compared
with the ``WINDOW`` entries before it, so that the work grows with the number of entries and not with its square:
of a thousand reports of one summit each meets its neighbours, and all become one record through them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from dragoman.ledger.actors.names import surname_keys
from dragoman.ledger.identity.features import Features
from dragoman.ledger.identity.kinds import short_names
from dragoman.ledger.identity.words import Weights
from dragoman.models import Tenure

WINDOW = 10
_RARE = 0.95
"""From this weight on a word finds events of some states, whatever their year."""
_NAMING = 0.8
"""From this weight on a name does so that stands in the sentence which the quote only points to."""
_MOST_STATES = 4
"""An entry with more states (a summit) stands in one block for all of them."""
_MOST_WORDS = 4
_MONEY = 10_000.0
"""From here on a number in a quote is taken for a sum."""
_TELLING = 0.75
"""From this weight on a word makes a block with the states; commoner ones do so two by two."""


def blocks_of(features: Features) -> frozenset[int]:
    """The blocks that an entry stands in, by number."""
    return frozenset(_number(f"{features.kind} {fact}") for fact in _FACTS[features.kind](features))


def position_of(features: Features) -> str:
    """Where an entry stands in its blocks: by its day or else the day of its document, then by its key."""
    day = features.days[0] if features.days else features.published
    return f"{date.fromordinal(day) if day else ''} {features.key}"


def _events(features: Features) -> Iterator[str]:
    numbers = [f"{series} {number}" for series, number in features.ordinals]
    names = [key for name in features.people for key in surname_keys(name)]
    for states in _scopes(features):
        for fact in (*_years(features), *numbers, *names, *_rarest(features.context, _RARE)):
            yield f"{states} {fact}"
    yield from _names(features)


def _instruments(features: Features) -> Iterator[str]:
    facts = [*_rarest(features.words or features.context), features.type, *short_names(features.name)]
    for states in _scopes(features):
        for fact in facts:
            yield f"{states} {fact}"
    yield from _names(features)


def _activities(features: Features) -> Iterator[str]:
    where = [f"in {features.place}"] if features.place and features.there else []
    things = [f"for {noun}" for nouns in features.things.values() for noun in sorted(nouns)]
    facts = [*_words(features.context), *_sums(features), *where, *things]
    for states in _scopes(features):
        for fact in facts:
            yield f"{states} {fact}"
    yield from _names(features)


def _figures(features: Features) -> Iterator[str]:
    entry = features.entry
    for states in _scopes(features):
        yield f"{states} {features.type} {entry.date or ''}"
        for word in _words(features.words):
            yield f"{states} {features.type} {word}"


def _tenures(features: Features) -> Iterator[str]:
    entry = features.entry
    assert isinstance(entry, Tenure), "the facts are those of the kind"
    for name in surname_keys(entry.person):
        for state in sorted(features.states) or ("-",):
            yield f"{state} {name}"


_FACTS = {
    "event": _events, "instrument": _instruments, "activity": _activities, "figure": _figures, "tenure": _tenures,
}  # fmt: skip


def _scopes(features: Features) -> Iterator[str]:
    """The states, two by two; one alone; several at once if they are many."""
    states = sorted(features.states)
    if len(states) > _MOST_STATES:
        yield "many"
    elif len(states) > 1:
        yield from (f"{one} {other}" for one, other in combinations(states, 2))
    else:
        yield states[0] if states else "-"


def _years(features: Features) -> Iterator[str]:
    """The years in which it may have happened; what is to come may come a year later."""
    if features.days:
        first, last = (date.fromordinal(day).year for day in features.days)
    elif features.published:
        first = last = date.fromordinal(features.published).year
    else:
        yield "some year"
        return
    for year in sorted({first, last, last + 1 if features.ahead else last}):
        yield str(year)


def _rarest(words: Weights, least: float = 0.0) -> list[str]:
    """The words that tell most, at most four."""
    telling = [word for word, weight in words.items() if weight >= least]
    return sorted(telling, key=lambda word: (-words[word], word))[:_MOST_WORDS]


def _words(words: Weights) -> Iterator[str]:
    """The rarest words; common ones two by two, if there are two."""
    rarest = _rarest(words)
    common = [word for word in rarest if words[word] < _TELLING]
    yield from (word for word in rarest if word not in common or len(rarest) == 1)
    for word in common:
        yield from (" ".join(sorted((word, other))) for other in rarest if other < word or other not in common)


def _names(features: Features) -> Iterator[str]:
    """Names in title or quote, by which an entry is found whatever states it names."""
    return (f"any {word}" for word in _rarest(features.context, _NAMING)[:2])


def _sums(features: Features) -> list[str]:
    """The amount, and sums in the quote that are no mere counts, to two digits."""
    amount = features.amount
    value = amount and (amount.value or amount.high or amount.low)
    sums = sorted(features.sums, reverse=True)[:2]
    return [f"{each:.1e}" for each in dict.fromkeys([value or 0.0, *sums]) if each >= _MONEY or each == value]


def _number(fact: str) -> int:
    return int.from_bytes(hashlib.blake2b(fact.encode(), digest_size=8).digest(), signed=True)
