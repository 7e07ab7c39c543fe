"""Records out of entries: a first, conservative identity.

Two entries are one thing if they are of one kind and agree on all facts that tell it from others, as the function of
that kind says; a fact that is not known tells nothing, and an entry without enough facts stands alone. Better two
records of one thing than one record of two. What an analyst decided wins over all of this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from dragoman.ledger.keys import digest
from dragoman.ledger.states import actors_of
from dragoman.ledger.stored import StoredEntry
from dragoman.models import Activity, Entry, Event, Figure, Instrument, Record, Step, Tenure

_WORD = re.compile(r"[^\W_]+")


def derive(entries: Iterable[StoredEntry], decided: Mapping[tuple[str, str], bool]) -> list[Record]:
    """The records of these entries, which come in order of publication.

    ``decided`` says of pairs of keys, each in order, whether they are the same thing.
    """
    held = {stored.key: stored for stored in entries}
    groups = _Groups(held, [pair for pair, same in decided.items() if not same])
    for pair, same in decided.items():
        if same:
            groups.join(*pair)
    first_of: dict[str, list[str]] = {}
    facts = {key: facts_of(stored.entry) or f"alone {key}" for key, stored in held.items()}
    for key in held:
        # An entry that may not join the first of its block (they were found different) tries the next.
        block = first_of.setdefault(facts[key], [])
        if not any(groups.join(other, key) for other in block):
            block.append(key)
    taken: dict[str, int] = {}
    return [_record([held[key] for key in group], facts[group[0]], taken) for group in groups.all()]


def _record(entries: list[StoredEntry], facts: str, taken: dict[str, int]) -> Record:
    """The id comes from the facts that the first entry stands for, so that further documents do not change it."""
    taken[facts] = taken.get(facts, 0) + 1
    return Record(
        id=digest(f"{facts} {taken[facts]}"),
        kind=entries[0].entry.kind,
        best=entries[0].entry,
        entries=tuple(stored.key for stored in entries),
        history=tuple(
            Step(
                entry=stored.key,
                document=stored.document.sha256,
                published=stored.document.date,
                stage=getattr(stored.entry, "stage", None),
                date=stored.entry.date,
                due=getattr(stored.entry, "due", None),
            )
            for stored in entries
        ),
    )


class _Groups:
    """Entries in groups that grow by joining, in the order in which the entries came."""

    def __init__(self, keys: Iterable[str], apart: Iterable[tuple[str, str]]) -> None:
        self._group = {key: [key] for key in keys}
        self._place = {key: place for place, key in enumerate(self._group)}
        self._apart: dict[str, set[str]] = {}
        for first, second in apart:
            self._apart.setdefault(first, set()).add(second)
            self._apart.setdefault(second, set()).add(first)

    def join(self, first: str, second: str) -> bool:
        """Make one group of the groups of two entries; false if two in them are to stay apart or one is not held."""
        if first not in self._group or second not in self._group:
            return False
        large, small = self._group[first], self._group[second]
        if large is small:
            return True
        if len(large) < len(small):
            large, small = small, large
        if any(self._apart.get(key, set()) & set(large) for key in small if key in self._apart):
            return False
        large.extend(small)
        self._group.update(dict.fromkeys(small, large))
        return True

    def all(self) -> list[list[str]]:
        """The groups, each once, by their first entries."""
        once = {id(group): group for group in self._group.values()}
        return [sorted(group, key=self._place.__getitem__) for group in once.values()]


def facts_of(entry: Entry) -> str | None:
    """What an entry must share with another one to be the same thing; None if it says too little for that."""
    match entry:
        case Tenure():
            facts = _tenure(entry)
        case Instrument():
            facts = _instrument(entry)
        case Figure():
            facts = _figure(entry)
        case Event():
            facts = _event(entry)
        case Activity():
            facts = _activity(entry)
    return None if facts is None else f"{entry.kind} {facts!r}"


type Facts = tuple[object, ...] | None


def _tenure(entry: Tenure) -> Facts:
    """Surname, states, and the words of the post without those of the states: one person in one post."""
    named = set(_words(f"{entry.of or ''} {entry.to or ''}"))
    post = sorted(set(_words(entry.post)) - named)
    return (_surname(entry.person), _states(entry), post) if entry.person.strip() and post else None


def _instrument(entry: Instrument) -> Facts:
    """Type, name and states; a name of one or two words ("visa agreement") needs its date besides."""
    name = _words(entry.name or entry.title)
    if not name or not _states(entry):
        return None
    if len(name) > 2:
        return entry.type, name, _states(entry)
    return (entry.type, name, _states(entry), entry.date) if entry.date else None


def _figure(entry: Figure) -> Facts:
    """What is measured, of what, of whom, as what, and for which period; without a period also the value."""
    parties = sorted({(party.code, party.role) for party in entry.parties if party.code})
    value = None if entry.date else (entry.value, entry.low, entry.high)
    return entry.measure, _words(entry.of), parties, entry.date, entry.unit, value


def _event(entry: Event) -> Facts:
    """Type, states, date and place; a date that is no certain day or few days needs the title besides."""
    if not entry.date or not _states(entry):
        return None
    first, last = entry.date.first, entry.date.last
    exact = first and last and (last - first).days <= _FEW_DAYS
    place = _words(entry.place.name) if entry.place else []
    return entry.type, _states(entry), entry.date, place, [] if exact else _words(entry.title)


def _activity(entry: Activity) -> Facts:
    """Title, states and amount: two grants of one sum to two hospitals differ in their titles."""
    title = _words(entry.title)
    amount = entry.amount and (entry.amount.value, entry.amount.low, entry.amount.high, entry.amount.unit)
    return (title, _states(entry), amount) if len(title) > 1 and _states(entry) else None


_FEW_DAYS = 7
"""Days between the first and last day of one event, at most: summits and tours last no longer."""


def _states(entry: Entry) -> list[str]:
    return sorted(actors_of(entry))


def _surname(person: str) -> str:
    """The word in capitals if one is ("HAYASHI Yoshimasa"), else the last."""
    words = person.split()
    capitals = [word for word in words if len(word) > 1 and word.isupper()]
    return (capitals[0] if capitals and len(capitals) < len(words) else words[-1]).casefold()


def _words(phrase: str) -> list[str]:
    """The words of a phrase in lower case, in their order, without those that carry no meaning."""
    return [word for word in _WORD.findall(phrase.casefold()) if word not in _function_words()]


@cache
def _function_words() -> frozenset[str]:
    text = (files("dragoman.ledger") / "function_words.txt").read_text(encoding="utf-8")
    return frozenset(text.split())
