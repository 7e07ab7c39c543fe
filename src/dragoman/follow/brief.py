"""A brief: what stands between two states, as far as the ledger tells.

Entries of several documents that the ledger holds for the same thing are one line, with all their sources. Each line
stands under one heading: what is only proposed, planned or agreed is promised, and neither money nor a meeting yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dragoman.follow.sums import Sum, sums_of
from dragoman.follow.wording import state_words
from dragoman.ledger import Ledger, StoredEntry
from dragoman.ledger.decisions import pairs
from dragoman.ledger.records import derive
from dragoman.ledger.states import actors_of
from dragoman.models import Activity, Entry, Event, Figure, Instrument, Stage, Tenure
from dragoman.values import CountryCode, Edtf

OPEN = ("proposed", "planned", "agreed")
ENCOUNTERS = ("meeting", "visit", "call", "signing", "forum", "ceremony")
GATHERINGS = ("meeting", "visit", "forum")  # who announces one of these may afterwards tell of another
MONEY = ("grant", "loan", "technical_assistance", "in_kind", "debt_relief", "investment")
MONEY_MEASURES = ("aid", "grants", "loans", "investment", "cost")
TRADE_MEASURES = ("exports", "imports", "trade")
PROMISED = "What is promised"


@dataclass(frozen=True)
class Line:
    """One thing: the entry that tells most of it, how far it has come, and all entries that speak of it.

    A promise is ``overdue``, or there is an entry that tells of its being ``kept``, or neither.
    """

    entry: Entry
    stages: tuple[Stage, ...]
    sources: tuple[StoredEntry, ...]
    overdue: bool = False
    kept: StoredEntry | None = None

    @property
    def stage(self) -> Stage | None:
        """How far it has come, as the last document says."""
        return self.stages[-1] if self.stages else None

    @property
    def due(self) -> Edtf | None:
        """By when it is to be done; a planned event is due at its date."""
        due = getattr(self.entry, "due", None)
        return due or (self.entry.date if isinstance(self.entry, Event) and self.stage in OPEN else None)

    @property
    def day(self) -> date:
        """The first day that it is about, for sorting; what has no date comes last."""
        when = self.entry.date or getattr(self.entry, "due", None)
        return (when.first or when.last or date.max) if when else date.max


@dataclass(frozen=True)
class Section:
    """Lines under a heading, with sums of some of them, or parts under headings of their own."""

    heading: str
    lines: tuple[Line, ...]
    sums: tuple[Sum, ...] = ()
    parts: tuple[Section, ...] = ()


@dataclass(frozen=True)
class Brief:
    """What stands between two states; ``documents`` is how many say it."""

    states: tuple[CountryCode, CountryCode]
    as_of: date
    since: int | None = None
    documents: int = 0
    sections: tuple[Section, ...] = field(default=())

    @property
    def title(self) -> str:
        """The names of both states."""
        return " and ".join(state_words(code) for code in self.states)


def make_brief(
    ledger: Ledger, one: CountryCode, other: CountryCode, *, since: int | None = None, as_of: date | None = None
) -> Brief:
    """What the ledger holds between two states, from the year ``since`` on.

    ``as_of`` is the day from which it is seen, today if not given: what documents of later days say is left out, and
    what was due before it and is not done is overdue.
    """
    as_of = as_of or date.today()
    known = [each for each in _between(ledger, (one, other), since) if _published_by(each, as_of)]
    lines = [_with_verdict(line, known, as_of) for line in _lines(ledger, known)]
    sections = [section for section in _sections(lines, (one, other)) if section.lines or section.parts]
    documents = len({each.document.sha256 for each in known})
    return Brief((one, other), as_of, since, documents, tuple(sections))


def _between(ledger: Ledger, states: tuple[CountryCode, CountryCode], since: int | None) -> list[StoredEntry]:
    """The entries that both states take part in, and who held a post of one of them in the same documents."""
    shared = list(ledger.entries(states=states, since=since))
    documents = {each.document.sha256 for each in shared}
    keys = {each.key for each in shared}
    for state in states:
        for each in ledger.entries(states=[state], kinds=["tenure"], since=since):
            if each.document.sha256 in documents and each.key not in keys and actors_of(each.entry) <= set(states):
                keys.add(each.key)
                shared.append(each)
    return sorted(shared, key=lambda each: (each.document.date is None, each.document.date or ""))


def _published_by(each: StoredEntry, day: date) -> bool:
    published = each.document.date and each.document.date.first
    return not published or published <= day


def _lines(ledger: Ledger, known: Sequence[StoredEntry]) -> Iterator[Line]:
    held = {each.key: each for each in known}
    for record in derive(known, pairs(ledger.decisions())):
        told = [held[key] for key in record.entries]
        best = max(told, key=lambda each: (each.entry.date is not None, each.entry.confidence or 0))
        stages = [step.stage for step in record.history if step.stage]
        moves = tuple(stage for n, stage in enumerate(stages) if n == 0 or stages[n - 1] != stage)
        yield Line(best.entry, moves, tuple(told))


def _with_verdict(line: Line, known: Sequence[StoredEntry], as_of: date) -> Line:
    if line.stage not in OPEN or not line.due:
        return line
    kept = next(_told_as_done(line, known), None)
    last = line.due.last
    return replace(line, kept=kept, overdue=not kept and last is not None and last < as_of)


def _told_as_done(line: Line, known: Sequence[StoredEntry]) -> Iterator[StoredEntry]:
    """Events like the promised one, of the same states and in the time that was set, that are told as done."""
    promised, due = line.entry, line.due
    if not isinstance(promised, Event) or due is None:
        return
    alike = GATHERINGS if promised.type in GATHERINGS else (promised.type,)
    for each in known:
        told = each.entry
        happened = isinstance(told, Event) and told.type in alike and told.stage in ("underway", "done")
        if happened and told.date and _overlap(told.date, due) and actors_of(promised) <= actors_of(told):
            yield each


def _overlap(one: Edtf, other: Edtf) -> bool:
    return (one.first or date.min) <= (other.last or date.max) and (other.first or date.min) <= (one.last or date.max)


def _sections(lines: Iterable[Line], states: tuple[CountryCode, CountryCode]) -> Iterator[Section]:
    by_heading: dict[str, list[Line]] = defaultdict(list)
    for line in sorted(lines, key=lambda line: (line.day, line.entry.title)):
        by_heading[_heading(line)].append(line)
    yield _posts(by_heading["Posts"], states)
    yield _instruments(by_heading["Instruments"])
    money = by_heading["Money"]
    yield Section("Money", tuple(money), tuple(sums_of(money)))
    yield Section("Trade", tuple(by_heading["Trade"]))
    yield Section("Meetings and visits", tuple(by_heading["Meetings and visits"]))
    promised = sorted(by_heading[PROMISED], key=_urgency)
    yield Section(PROMISED, tuple(promised), tuple(sums_of(promised)))
    for heading in ("Joint work", "Other events", "Other figures"):
        yield Section(heading, tuple(by_heading[heading]))


def _urgency(line: Line) -> tuple[bool, bool, bool, str]:
    """What is overdue comes first, then what is due by its date, what has no date, and at last what was kept."""
    return line.kept is not None, not line.overdue, line.due is None, line.due or ""


def _heading(line: Line) -> str:
    match line.entry:
        case Tenure():
            return "Posts"
        case Instrument():
            return "Instruments"
        case Activity() | Event() if line.stage in OPEN:
            return PROMISED
        case Activity(type="trade"):
            return "Trade"
        case Activity(type=kind) if kind in MONEY:
            return "Money"
        case Activity():
            return "Joint work"
        case Figure(measure=measure) if measure in MONEY_MEASURES:
            return "Money"
        case Figure(measure=measure) if measure in TRADE_MEASURES:
            return "Trade"
        case Figure():
            return "Other figures"
        case Event(type=kind) if kind in ENCOUNTERS:
            return "Meetings and visits"
        case _:
            return "Other events"


def _posts(lines: list[Line], states: tuple[CountryCode, CountryCode]) -> Section:
    """Who holds which post, by the state that the holder serves, the latest first."""
    parts: dict[CountryCode | None, list[Line]] = {state: [] for state in (*states, None)}
    for line in sorted(lines, key=lambda line: line.day, reverse=True):
        parts[_serves(line.entry, states)].append(line)
    names = {code: code.country if code else "Others" for code in parts}
    return Section("Posts", (), parts=tuple(Section(names[code], tuple(held)) for code, held in parts.items() if held))


def _serves(entry: Entry, states: tuple[CountryCode, CountryCode]) -> CountryCode | None:
    holders = [party.code for party in entry.parties if party.role == "holder"]
    codes = [code for code in (*holders, *(party.code for party in entry.parties)) if code in states]
    return codes[0] if codes else next(iter(sorted(actors_of(entry) & set(states))), None)


def _instruments(lines: list[Line]) -> Section:
    parts: tuple[tuple[str, Callable[[Line], bool]], ...] = (
        ("In force", lambda line: line.stage in ("underway", "done", None)),
        ("Agreed", lambda line: line.stage == "agreed"),
        ("Planned or proposed", lambda line: line.stage in ("planned", "proposed")),
        ("Suspended or ended", lambda line: line.stage in ("suspended", "cancelled")),
    )
    sorted_in = ((heading, tuple(line for line in lines if belongs(line))) for heading, belongs in parts)
    return Section("Instruments", (), parts=tuple(Section(heading, held) for heading, held in sorted_in if held))
