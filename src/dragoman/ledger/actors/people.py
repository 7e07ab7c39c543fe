"""Persons out of the names that documents give them: full names first, then short ones where only one person fits."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, lru_cache

from dragoman.knowledge import read_tsv
from dragoman.ledger.actors.holders import known_terms
from dragoman.ledger.actors.names import PERHAPS, SURE, initials, person_key, read_name, same_person, surname_keys

type Name = tuple[str | None, str]
"""A state's code, if it is known, and a person's name as written."""

type Days = tuple[date, ...]
"""The days that a mention speaks of: that of the entry and that of publication, as far as they are known."""

_ACTIVE, _ALIVE = timedelta(days=730), timedelta(days=3650)
"""How long before and after the dates that are known of somebody a short name may still mean them: where others have
that name too, and where nobody else has."""


@dataclass(eq=False, slots=True)
class Person:
    """One person with the names in use and the first and last day that is known of them."""

    state: str | None
    names: Counter[str] = field(default_factory=Counter)
    known: str | None = None
    first: date | None = None
    last: date | None = None

    def see(self, first: date, last: date) -> None:
        """Take note of days on which the person was active."""
        self.first = min(self.first or first, first)
        self.last = max(self.last or last, last)

    def active(self, days: Days, within: timedelta = _ACTIVE) -> bool:
        """Whether a mention that speaks of these days may be of this person, as far as dates tell."""
        if not days or self.first is None or self.last is None:
            return True
        return any(self.first - within <= day <= self.last + within for day in days)

    def likeness(self, name: str) -> float:
        """How well a name fits; 0 if any full name of this person contradicts it."""
        scores = [same_person(name, other).score for other in self.all_names]
        full = [s for s, other in zip(scores, self.all_names, strict=True) if len(read_name(other).words) > 1]
        return max(scores, default=0.0) if all(full) else 0.0

    @property
    def full(self) -> bool:
        """Whether more than a surname is known."""
        return self.known is not None or any(len(read_name(name).words) > 1 for name in self.names)

    @property
    def all_names(self) -> list[str]:
        """The names in use and the one that knowledge has."""
        return [*self.names, *([self.known] if self.known and self.known not in self.names else [])]

    @property
    def name(self) -> str:
        """The best name: the one that knowledge has, else the full name most in use."""
        if self.known:
            return self.known
        best = min(self.names, key=lambda n: (len(read_name(n).words) < 2, -self.names[n], n.isupper(), -len(n), n))
        return best.title() if best.isupper() and " " in best else best


class People:
    """All persons of a ledger and of ``knowledge/``; ``mentions`` says how often each name stands on which days."""

    def __init__(self, mentions: Mapping[Name, Counter[Days]]) -> None:
        self.persons: list[Person] = []
        self._exact: dict[tuple[str | None, str], dict[Person, None]] = defaultdict(dict)
        self._blocks: dict[tuple[str | None, str, str], dict[Person, None]] = defaultdict(dict)
        self._surnames: dict[tuple[str | None, str], dict[Person, None]] = defaultdict(dict)
        self._alone: dict[Name, Person] = {}
        for term in known_persons():
            self._seed(*term)
        for state, name in sorted(mentions, key=lambda of: self._order(of, mentions[of])):
            self._place(state, name, mentions[state, name])
        self.find = lru_cache(maxsize=1 << 16)(self._find)

    @staticmethod
    def _order(of: Name, days: Counter[Days]) -> tuple[object, ...]:
        """Known states before unknown ones, fuller names before shorter ones, more frequent ones first."""
        words = read_name(of[1]).words
        return of[0] is None, -sum(len(word) > 1 for word in words), -len(words), -days.total(), of[0] or "", of[1]

    def _seed(self, state: str, name: str, first: date, last: date) -> None:
        person = self._find(state, name)
        if person is None:
            if self._fitting(state, name, full=True):
                return  # a name that several have: each of them stands in the list by a fuller one
            person = self._new(state, name)
            person.known = name
        self._index(person, name)
        person.see(first, last)

    def _place(self, state: str | None, name: str, days: Counter[Days]) -> None:
        """Give a name to the person who bears it; where nobody does, or any of several may, it stands alone."""
        for when, count in sorted(days.items(), key=lambda item: (not item[0], item[0])):
            person = self._find(state, name, when)
            if person is None:
                person = self._alone[state, name] = self._new(state, name)
            if name not in person.names:
                self._index(person, name)
            person.names[name] += count
            if when and len(read_name(name).words) > 1:
                person.see(min(when), max(when))

    def _new(self, state: str | None, name: str) -> Person:
        person = Person(state)
        self.persons.append(person)
        self._index(person, name)
        return person

    def _index(self, person: Person, name: str) -> None:
        self._exact[person.state, person_key(name)][person] = None
        for surname in surname_keys(name):
            for state in {person.state, None}:
                self._surnames[state, surname][person] = None
                for letter in initials(name):
                    self._blocks[state, surname, letter][person] = None

    def _find(self, state: str | None, name: str, days: Days = ()) -> Person | None:
        """The only person who is called so on one of these days; None if nobody is or several are.

        Without a state, persons of all states are looked through; a short name then means only one whom knowledge has.
        """
        full = len(read_name(name).words) > 1
        exact = list(self._exact.get((state, person_key(name)), ()))
        if len(exact) == 1 and full:
            return exact[0]
        fitting = self._fitting(state, name, full)
        if not (full or state):
            fitting = [(person, score) for person, score in fitting if person.known]
        for limit in (SURE, PERHAPS):
            likely = [person for person, score in fitting if score >= limit]
            if found := _only([person for person in likely if person.active(days)]):
                return found
            if (found := _only(likely)) and (full or found.active(days, _ALIVE)):
                return found
        mentioned = [person for person, _ in fitting if person.names and person.active(days)]
        return _only(mentioned) or self._alone.get((state, name))

    def _fitting(self, state: str | None, name: str, full: bool) -> list[tuple[Person, float]]:
        """The persons of a full name who may be called so, with how well it fits."""
        once: dict[Person, None] = {}
        for surname in sorted(surname_keys(name)):
            for letter in initials(name) if full else ():
                once.update(self._blocks.get((state, surname, letter), {}))
            if not full:
                once.update(self._surnames.get((state, surname), {}))
        scored = [(person, person.likeness(name)) for person in once if person.full]
        return [(person, score) for person, score in scored if score >= PERHAPS]


def _only(persons: list[Person]) -> Person | None:
    return persons[0] if len(persons) == 1 else None


@cache
def known_persons() -> tuple[tuple[str, str, date, date], ...]:
    """State, name, first and last day of every term in ``knowledge/holders.tsv`` and ``leaders.tsv``."""
    terms = [(str(term.post.state), term.person, term.first, term.last) for term in known_terms()]
    leaders = [
        (row["state"], row["name"], date(int(row["from"]), 1, 1), date(int(row["to"]), 12, 31))
        for row in read_tsv("leaders.tsv")
    ]
    return tuple(terms + leaders)
