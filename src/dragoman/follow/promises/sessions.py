"""The sessions of a format that recurs: a dialogue, a commission, a round of talks, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.follow.promises.openings import stage_of
from dragoman.knowledge import word_set
from dragoman.ledger import Ledger
from dragoman.ledger.identity.counting import ordinals
from dragoman.ledger.identity.evidence import names_beyond
from dragoman.ledger.identity.words import Weights, weigh
from dragoman.ledger.states import actors_of
from dragoman.models import Entry, Event, Instrument, Model, Record, Stage
from dragoman.values import CountryCode, Edtf

_TYPES = frozenset({"meeting", "forum", "visit"})
_SERIES = "session"
_MEETING = word_set("promises.toml", "meeting")
_SHARED = 0.5
"""The share of the weight of a format's name that a session must name, too."""


class Session(Model):
    """One session of a format: its number if one is told, when it was or is to be held, and how far that has come."""

    number: int | None = None
    date: Edtf | None = None
    stage: Stage | None = None
    title: str
    record: str


def sessions_of(ledger: Ledger, record: Record) -> list[Session]:
    """The sessions of the format that ``record`` is, or that it is one session of, by number and then by date.

    A meeting is a session of the same format if it is of the same states, is numbered or named in the same words, and
    neither names what the other does not.
    """
    states, name = actors_of(record.best), _name(record.best)
    found = [
        session
        for each in ledger.records(kinds=["event"])
        if each.id == record.id or _belongs(each.best, states, name, is_format=isinstance(record.best, Instrument))
        for session in _session(each)
    ]
    return sorted(_once(found), key=lambda session: (session.number or 0, session.date or "9999", session.record))


def _belongs(entry: Entry, states: frozenset[CountryCode], name: Weights, *, is_format: bool) -> bool:
    if not isinstance(entry, Event) or entry.type not in _TYPES:
        return False
    met = actors_of(entry) & states
    if len(met) < min(2, len(states)):
        return False
    told = _name(entry)
    shared = sum(weight for word, weight in name.items() if word in told)
    named = shared >= _SHARED * sum(name.values()) and shared > 0
    if is_format:
        return named and (_number(entry) is not None or entry.type != "visit")
    return (
        _number(entry) is not None
        and not (names_beyond(name, told) and names_beyond(told, name))
        and (named or not name)
    )


def _session(record: Record) -> Iterator[Session]:
    entry = record.best
    if isinstance(entry, Event):
        stages = [step.stage for step in record.history if step.stage]
        stage = "done" if "done" in stages else stage_of(entry, None)
        yield Session(number=_number(entry), date=entry.date, stage=stage, title=entry.title, record=record.id)


def _once(sessions: Iterable[Session]) -> list[Session]:
    """Each number once: the session that was held before one that was only planned."""
    best: dict[object, Session] = {}
    for session in sessions:
        key = session.number if session.number is not None else session.record
        if key not in best or (session.stage == "done" and best[key].stage != "done"):
            best[key] = session
    return list(best.values())


def _number(entry: Entry) -> int | None:
    return next((number for series, number in sorted(ordinals(entry.title)) if series == _SERIES), None)


def _name(entry: Entry) -> Weights:
    """The words that name the format, without those that say only that people met."""
    words = weigh(entry.name or entry.title) if isinstance(entry, Instrument) else weigh(entry.title)
    return {word: weight for word, weight in words.items() if word not in _MEETING}
