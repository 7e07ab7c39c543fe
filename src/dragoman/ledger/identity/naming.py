"""What an entry is called by, and who takes part in it under a name."""

from __future__ import annotations

import re
from functools import cache

from dragoman.knowledge import read_toml
from dragoman.ledger.identity.named import is_person
from dragoman.ledger.identity.quotes import Quote
from dragoman.ledger.identity.words import Weights, post_words, weigh
from dragoman.models import Activity, Entry, Figure, Instrument, Party, Tenure

GIVERS = frozenset({"source", "funder", "exporter"})
TAKERS = frozenset({"target", "recipient", "importer", "host"})
"""The roles of those who give, visit or sell, and of those who get something or are visited."""
_NAMED = 1.2
"""From this weight on a word is a proper name."""
_TOLD = 0.6
"""From this weight on a word tells one thing from most others."""
_FOR = re.compile(r"\bfor\s+(?!(?:the|this|that|these|those|it|its|them|their)\b)([^,.;]+)")
"""What something is for that need not have been named before: "for wells", not "for the wells"."""
_SAID = 0.25
"""The least share of a title that the sentence says, too."""


def name_of(entry: Entry, quote: Quote) -> str:
    """The words that say what it is: of an activity those of its sentence, too, if the title speaks of other things."""
    match entry:
        case Instrument(name=str(name)):
            return name
        case Figure():
            return entry.of
        case Tenure():
            return entry.post
        case Activity() if _is_elsewhere(entry, quote):
            elsewhere = weigh(f"{quote.heading}. {quote.before} {quote.more}")
            return quote.words if weigh(entry.title).keys() & elsewhere.keys() else f"{entry.title}. {quote.words}"
        case _:
            return entry.title


def _is_elsewhere(entry: Activity, quote: Quote) -> bool:
    """Whether the sentence names what it speaks of, beside its parties, or what it is for, and the title does not."""
    told, said = weigh(entry.title), weigh(quote.words)
    who = {word for party in entry.parties for word in weigh(party.name)} | backers_of(entry, quote)
    named = any(weight >= _NAMED for word, weight in said.items() if word not in who)
    purpose = _FOR.search(quote.words)
    if not named and (purpose is None or max(weigh(purpose[1]).values(), default=0.0) < _TOLD):
        return False
    around = {**said, **weigh(quote.rest), **weigh(quote.earlier)}
    return sum(weight for word, weight in told.items() if word in around) < _SAID * sum(told.values())


def parties_of(entry: Entry) -> tuple[tuple[str, ...], tuple[Weights, ...]]:
    """The names of people among the parties, and those of bodies as weighed words."""
    people, bodies = [], []
    for party in entry.parties:
        if entry.kind == "activity" and party.role in TAKERS and is_person(party.name):
            continue  # a town or a dam that gets something is no person, however it sounds
        if is_person(party.name):
            people.append(party.name)
        elif words := _body(party):
            bodies.append(words)
    return tuple(dict.fromkeys(people)), tuple(bodies)


def _body(party: Party) -> Weights:
    """The words of a body's name, none of a state's or a mere post's."""
    words = weigh(party.name)
    return words if any(word not in post_words() for word in words) else {}


def backers_of(entry: Entry, quote: Quote) -> frozenset[str]:
    """The words of who gives: that one foundation pays for two things makes them no one."""
    if entry.kind != "activity":
        return frozenset()
    named = [party.name for party in entry.parties if party.role in GIVERS]
    said = _giver().findall(f"{entry.title}. {quote.heading}. {quote.before} {quote.words} {quote.more}")
    return frozenset(word for name in (*named, *said) for word in weigh(name))


@cache
def _giver() -> re.Pattern[str]:
    nouns = "|".join(read_toml("identity.toml")["givers"]["nouns"])
    return re.compile(rf"\b(?:[^\W\d_a-z][\w'’-]*\s+)+(?i:{nouns})\b")
