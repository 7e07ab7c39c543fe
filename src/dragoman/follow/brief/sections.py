"""The sections of a brief. Each thing stands in one of them; what is only promised is neither money nor a meeting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from dragoman.follow.brief.lines import Writer
from dragoman.follow.brief.model import Line, Section
from dragoman.follow.brief.pictures import meeting_charts, money_charts, money_remarks, series_charts
from dragoman.follow.checks import Finding
from dragoman.follow.matters import Matter, latest_first, post_key
from dragoman.follow.promises import Promise, Verdict
from dragoman.follow.sums import sums_of
from dragoman.follow.wording import date_words
from dragoman.ledger.actors.names import SURE, same_person
from dragoman.ledger.states import actors_of
from dragoman.models import BEGUN, INTENDED, OPEN, STOPPED, Activity, Entry, Event, Figure, Instrument, Tenure
from dragoman.values import CountryCode

ENCOUNTERS = ("meeting", "visit", "call", "signing", "forum", "ceremony")
MONEY = ("grant", "loan", "technical_assistance", "in_kind", "debt_relief", "investment")
MONEY_MEASURES = ("aid", "grants", "loans", "investment", "cost")
TRADE_MEASURES = ("exports", "imports", "trade")
WHO, INSTRUMENTS, MONEY_HEADING, TRADE = "Who is who", "Instruments", "Money", "Trade"
MEETINGS, PROMISED, FINDINGS = "Meetings and visits", "Promises", "What the checks find"
JOINT, EVENTS, FIGURES = "Joint work", "Other events", "Other figures"
AHEAD = "Due and under way"

_VERDICTS: tuple[tuple[str, tuple[Verdict, ...]], ...] = (
    ("Overdue", ("overdue",)), (AHEAD, ("due", "under way")), ("Without news", ("no news",)),
    ("Kept", ("kept late", "kept")), ("Dropped or superseded", ("dropped", "superseded")),
)  # fmt: skip


def heading_of(matter: Matter) -> str:
    """The section that a matter belongs to."""
    match matter.entry:
        case Tenure():
            return WHO
        case Instrument():
            return INSTRUMENTS
        case Activity() | Event() if matter.stage in OPEN:
            return PROMISED
        case Activity(type="trade"):
            return TRADE
        case Activity(type=kind):
            return MONEY_HEADING if kind in MONEY else JOINT
        case Figure(measure=measure) if measure in MONEY_MEASURES:
            return MONEY_HEADING
        case Figure(measure=measure):
            return TRADE if measure in TRADE_MEASURES else FIGURES
        case Event(type=kind):
            return MEETINGS if kind in ENCOUNTERS else EVENTS


def who(writer: Writer, matters: Sequence[Matter], states: tuple[CountryCode, CountryCode]) -> Section:
    """Who holds which post, by the state that the holder serves: the last one named, and those named before."""
    parts = []
    for state in (*states, None):
        now, before = _holders(matter for matter in matters if _serves(matter.entry, states) == state)
        lines = [_holder(writer, matter) for matter in now]
        lines += [_holder(writer, matter, "earlier") for matter in before]
        parts.append(Section(state.country if state else "Others", tuple(lines)))
    return Section(WHO, parts=_filled(parts))


def is_in_force(matter: Matter) -> bool:
    """Whether an instrument is in force; one of which no document tells how far it has come is taken to be."""
    return matter.stage is None or matter.stage in BEGUN


def instruments(writer: Writer, matters: Sequence[Matter]) -> Section:
    """Agreements, programmes, bodies and the like by whether they are in force."""
    parts: tuple[tuple[str, Callable[[Matter], bool]], ...] = (
        ("In force", is_in_force),
        ("Agreed", lambda matter: matter.stage == "agreed"),
        ("Planned or proposed", lambda matter: matter.stage in INTENDED),
        ("Suspended or ended", lambda matter: matter.stage in STOPPED),
    )
    in_order = latest_first(matters)
    return Section(
        INSTRUMENTS,
        parts=_filled(
            Section(heading, tuple(writer.matter(matter) for matter in in_order if belongs(matter)))
            for heading, belongs in parts
        ),
    )


def money(writer: Writer, matters: Sequence[Matter], agreed: Sequence[Matter]) -> Section:
    """What was given, with charts by year and sector in which what is only ``agreed`` is pale, and totals as told."""
    in_order = latest_first(matters)
    given = [matter for matter in in_order if isinstance(matter.entry, Activity)]
    told = [matter for matter in in_order if isinstance(matter.entry, Figure)]
    sums = sums_of([*given, *agreed])
    series = series_charts("Money as documents count it", told)
    return Section(
        MONEY_HEADING,
        parts=_filled(
            (
                Section("Given", tuple(map(writer.matter, given))),
                Section(
                    "As the documents count it",
                    tuple(map(writer.matter, told)),
                    charts=series,
                ),
            )
        ),
        charts=money_charts(sums),
        remarks=tuple(money_remarks(sums, writer.notes)),
    )


def trade(writer: Writer, matters: Sequence[Matter]) -> Section:
    """Trade with its series."""
    in_order = latest_first(matters)
    return Section(TRADE, tuple(map(writer.matter, in_order)), charts=series_charts("Trade over time", in_order))


def meetings(writer: Writer, matters: Sequence[Matter], ahead: Sequence[Matter]) -> Section:
    """Meetings and visits that took place; the chart shows those that lie ``ahead`` too."""
    lines = tuple(map(writer.matter, latest_first(matters)))
    return Section(MEETINGS, lines, charts=meeting_charts(matters, ahead))


def promised(writer: Writer, promises: Sequence[Promise], others: Sequence[Matter]) -> Section:
    """Promises by their verdict, what is owed first; ``others`` are planned things that nobody promised.

    What lies ahead stands with the soonest first, all else with the latest first.
    """
    parts = []
    for heading, verdicts in _VERDICTS:
        of = [promise for promise in promises if promise.verdict in verdicts]
        of.sort(key=lambda promise: promise.due or "", reverse=heading != AHEAD)
        of.sort(key=lambda promise: (verdicts.index(promise.verdict), promise.due is None))
        parts.append(Section(heading, tuple(map(writer.promise, of))))
    parts.append(Section("Also planned or proposed", tuple(map(writer.matter, latest_first(others)))))
    return Section(PROMISED, parts=_filled(parts))


def checked(writer: Writer, found: Sequence[Finding]) -> Section:
    """What the checks find: contradictions first, then sums that agree."""
    parts = (
        Section("To be looked at", tuple(writer.finding(each) for each in found if not each.confirmed)),
        Section("Sums that agree", tuple(writer.finding(each) for each in found if each.confirmed)),
    )
    return Section(FINDINGS, parts=_filled(parts))


def plain(heading: str, writer: Writer, matters: Sequence[Matter]) -> Section:
    """Matters one after the other."""
    return Section(heading, tuple(map(writer.matter, latest_first(matters))))


def _filled(sections: Iterable[Section]) -> tuple[Section, ...]:
    return tuple(section for section in sections if not section.is_empty)


# Posts


def _holders(matters: Iterable[Matter]) -> tuple[list[Matter], list[Matter]]:
    """Of each post the last person named in it, and all who were before; each latest first."""
    posts: dict[str, list[Matter]] = defaultdict(list)
    for matter in matters:
        assert isinstance(matter.entry, Tenure)
        posts[post_key(matter.entry) or matter.record.id].append(matter)
    now: list[Matter] = []
    before: list[Matter] = []
    for held in posts.values():
        last, *earlier = _persons(sorted(held, key=_named, reverse=True))
        (before if _has_ended(last) else now).append(last)
        before += earlier
    return [sorted(each, key=_named, reverse=True) for each in (now, before)]  # type: ignore[return-value]


def _persons(matters: Iterable[Matter]) -> Iterator[Matter]:
    """Each person once, though documents may name the post in other words."""
    seen: list[str] = []
    for matter in matters:
        assert isinstance(matter.entry, Tenure)
        person = matter.entry.person
        if not any(same_person(person, other).score >= SURE for other in seen):
            seen.append(person)
            yield matter


def _named(matter: Matter) -> date:
    """The last day on which the person is known to hold the post."""
    when = matter.entry.date
    return (when and (when.last or when.first)) or matter.last_told or date.min


def _has_ended(matter: Matter) -> bool:
    """Whether a document gives the last day of the holder, as "2010/2014" does."""
    when, told = matter.entry.date, matter.last_told
    return bool(when and "/" in when and when.last and told and when.last < told)


def _holder(writer: Writer, matter: Matter, *standing: str) -> Line:
    line = writer.matter(matter)
    when = line.when or date_words(matter.told[-1].document.date)
    return Line(line.words, when, "", standing, line.marks, line.notes, (), line.record)


def _serves(entry: Entry, states: tuple[CountryCode, CountryCode]) -> CountryCode | None:
    holders = [party.code for party in entry.parties if party.role == "holder"]
    codes = [code for code in (*holders, *(party.code for party in entry.parties)) if code in states]
    return codes[0] if codes else next(iter(sorted(actors_of(entry) & set(states))), None)
