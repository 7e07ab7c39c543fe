"""Making a brief out of a ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from dragoman.follow.brief import sections as parts
from dragoman.follow.brief.lines import Writer
from dragoman.follow.brief.model import Aside, Brief, Section
from dragoman.follow.brief.news import news
from dragoman.follow.brief.notes import Notes
from dragoman.follow.checks import Finding, findings
from dragoman.follow.matters import Matter, matters_between
from dragoman.follow.promises import Promise, promises
from dragoman.follow.wording import date_words, number_of, words_of
from dragoman.ledger import Ledger
from dragoman.models import BEGUN, INTENDED, TALKS, Activity, Event, Instrument
from dragoman.values import CountryCode


def make_brief(
    ledger: Ledger,
    one: CountryCode,
    other: CountryCode,
    *,
    since: int | None = None,
    as_of: date | None = None,
    new_since: date | None = None,
    all_promises: Iterable[Promise] | None = None,
    all_findings: Iterable[Finding] | None = None,
) -> Brief:
    """What the ledger holds between two states.

    What happened comes from the year ``since`` on; who is who, instruments and open promises stand whatever their age.
    ``as_of`` is the day from which it is seen, today if not given: what documents of later days say is left out.
    With ``new_since`` a section tells what documents published after that day brought. ``all_promises`` and
    ``all_findings`` are those of the whole ledger on that day, for who has them at hand.
    """
    as_of = as_of or date.today()
    states = (one, other)
    matters = [matter for matter in matters_between(ledger, states, as_of) if _belongs(matter, since)]
    if all_promises is None:
        between = promises(ledger, states=states, as_of=as_of)
    else:
        between = [promise for promise in all_promises if set(states) <= set(promise.states)]
    followed = [each for each in between if _is_wanted(each, since)]
    found = _findings(findings(ledger, as_of) if all_findings is None else all_findings, states, matters)
    notes = Notes(ledger)
    notes.expect(stored for matter in matters for stored in matter.told)
    writer = Writer(notes, as_of, new_since, {matter.record.id: matter.entry for matter in matters})
    made = [*news(writer, matters, followed)] if new_since else []
    owed = [promise for promise in followed if not _is_pact(promise)]
    made += _sections(writer, matters, followed, owed, found, states)
    kept = tuple(section for section in made if not section.is_empty)
    return Brief(
        states=states,
        as_of=as_of,
        since=since,
        new_since=new_since,
        documents=len({stored.document.sha256 for matter in matters for stored in matter.told}),
        glance=tuple(_glance(writer, kept, matters, owed)) if kept else (),
        sections=kept,
        notes=notes.all(),
    )


def _belongs(matter: Matter, since: int | None) -> bool:
    """Whether it stands now or happened from the year ``since`` on; what has no date is as old as its last telling."""
    if since is None or parts.heading_of(matter) in (parts.WHO, parts.INSTRUMENTS, parts.PROMISED):
        return True
    when = matter.entry.date
    if when is None:
        return matter.last_told is None or matter.last_told.year >= since
    return when.last is None or when.last.year >= since


def _is_wanted(promise: Promise, since: int | None) -> bool:
    """Whether a promise is open, or was settled from the year ``since`` on."""
    if since is None or promise.verdict in ("overdue", "due", "under way", "no news"):
        return True
    last = (promise.happened and promise.happened.last) or promise.last_mention
    return last is None or last.year >= since


def _findings(
    found: Iterable[Finding], states: tuple[CountryCode, CountryCode], matters: Sequence[Matter]
) -> list[Finding]:
    """What the checks find on both states, or on an entry that the brief rests on; without what was dismissed."""
    keys = {stored.key for matter in matters for stored in matter.told}
    return [
        finding
        for finding in found
        if not finding.dismissed and (set(states) <= set(finding.states) or keys >= set(finding.entries))
    ]


def _sections(
    writer: Writer,
    matters: Sequence[Matter],
    followed: Sequence[Promise],
    owed: Sequence[Promise],
    found: Sequence[Finding],
    states: tuple[CountryCode, CountryCode],
) -> Iterator[Section]:
    by_heading: dict[str, list[Matter]] = defaultdict(list)
    for matter in matters:
        by_heading[parts.heading_of(matter)].append(matter)
    of_promises = {told.record for promise in followed for told in promise.history} | {p.record for p in followed}
    ahead = by_heading[parts.PROMISED]
    pacts = [m for m in by_heading[parts.INSTRUMENTS] if not (_in(m, of_promises) and m.stage in INTENDED)]
    yield parts.who(writer, by_heading[parts.WHO], states)
    yield parts.instruments(writer, pacts)
    yield parts.money(writer, by_heading[parts.MONEY_HEADING], [m for m in ahead if isinstance(m.entry, Activity)])
    yield parts.trade(writer, by_heading[parts.TRADE])
    yield parts.meetings(writer, by_heading[parts.MEETINGS], [m for m in ahead if _is_encounter(m)])
    yield parts.promised(writer, owed, [matter for matter in ahead if not _in(matter, of_promises)])
    yield parts.checked(writer, found)
    for heading in (parts.JOINT, parts.EVENTS, parts.FIGURES):
        yield parts.plain(heading, writer, by_heading[heading])


def _in(matter: Matter, records: set[str]) -> bool:
    return matter.record.id in records


def _is_pact(promise: Promise) -> bool:
    """Whether it is an agreement already reached, which stands among the instruments and has nothing to come."""
    return promise.kind == "instrument" and promise.verdict == "no news" and _last_stage(promise) == "agreed"


def _last_stage(promise: Promise) -> str | None:
    return next((told.stage for told in reversed(promise.history) if told.stage), None)


def _is_encounter(matter: Matter) -> bool:
    return isinstance(matter.entry, Event) and matter.entry.type in parts.ENCOUNTERS


def _is_talk(matter: Matter) -> bool:
    """Whether the two sides met in it: a law that one of them signs, or a feast at home, is no meeting of both."""
    return isinstance(matter.entry, Event) and matter.entry.type in TALKS


# What matters most


def _glance(
    writer: Writer, sections: Sequence[Section], matters: Sequence[Matter], owed: Sequence[Promise]
) -> Iterator[Aside]:
    """A few sentences for those who read no further; ``owed`` are the promises that the brief lists as such."""
    day = writer.as_of
    met = [m for m in matters if _is_talk(m) and m.stage in BEGUN and m.day and m.day <= day]
    if met:
        last = max(met, key=lambda matter: matter.day or date.min)
        yield Aside(f"Last met: {words_of(last.entry)}, {date_words(last.entry.date)}.", writer.notes.of(last.told))
    due = [each for each in owed if each.verdict == "due" and each.due]
    if due:
        soonest = min(due, key=lambda promise: promise.due.last or date.max if promise.due else date.max)
        words = f"Next due: {soonest.title}, {date_words(soonest.due)}."
        yield Aside(words, writer.notes.of_tellings(soonest.history))
    if owed:
        counts = {verdict: sum(each.verdict == verdict for each in owed) for verdict in _COUNTED}
        said = ", ".join(f"{count} {verdict}" for verdict, count in counts.items() if count)
        yield Aside(f"{number_of(len(owed), 'promise')}: {said}.")
    in_force = [m for m in matters if isinstance(m.entry, Instrument) and parts.is_in_force(m)]
    if in_force:
        yield Aside(f"{number_of(len(in_force), 'instrument')} in force.")
    for section in sections:
        if section.heading == parts.MONEY_HEADING:
            yield from section.remarks[:1]
        if section.heading == parts.FINDINGS:
            doubtful = sum("conflict" in line.marks for line in section.all_lines())
            if doubtful:
                yield Aside(f"{number_of(doubtful, 'finding')} of the checks to be looked at.")


_COUNTED = ("overdue", "due", "under way", "no news", "kept late", "kept", "dropped", "superseded")
