"""What the ledger asks a person: doubtful matches, entries that the reader was not sure of, findings of the checks.

All questions together take long to find in a large ledger, so the last ones are kept and new ones are looked for while
somebody goes on; what was decided in between is left out at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from dragoman.desk.answers.deciding import Slot, slots_of
from dragoman.desk.answers.quotations import Quotation, quotations_of
from dragoman.desk.answers.whole import all_findings
from dragoman.desk.held import Held
from dragoman.errors import NotFoundError
from dragoman.follow.checks import Finding
from dragoman.follow.wording import label_of, words_of
from dragoman.ledger import Ledger, StoredEntry, states_of
from dragoman.ledger.decisions import in_force
from dragoman.models import Decision, Entry, Model
from dragoman.values import CountryCode

type Sort = Literal["match", "entry", "finding"]
SORTS: Mapping[str, str] = {"match": "Doubtful matches", "entry": "Unsure entries", "finding": "Findings of the checks"}
UNSURE, MOST_UNSURE = 0.5, 2000
"""Below this confidence an entry is asked about, but no more than so many."""
_PATIENCE, _PATIENCE_AFTER_UNDOING = 0.05, 2.0  # seconds that are waited for new questions
_LONG = 3600.0  # seconds: what new questions are made of must be new itself


class Question(Model):
    """One question: about which entries, how sure the machine is of what it took for granted, and why it asks."""

    id: str
    sort: Sort
    words: str
    states: tuple[CountryCode, ...] = ()
    sure: float
    reasons: tuple[str, ...] = ()
    entries: tuple[str, ...]


class Side(Model):
    """An entry that a question is about, with its sentence and all that is known of it."""

    key: str
    record: str = ""
    label: str
    words: str
    entry_kind: str
    quotation: Quotation | None = None
    slots: tuple[Slot, ...] = ()
    facts: dict[str, str] = Field(default_factory=dict)
    why: tuple[str, ...] = ()


class Row(Model):
    """A field of two entries, side by side."""

    name: str
    values: tuple[str, ...]
    differs: bool


class Asked(Model):
    """A question with what is needed to answer it; ``rows`` compare the entries of a doubtful match."""

    question: Question
    sides: tuple[Side, ...]
    rows: tuple[Row, ...] = ()
    records: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Questions:
    """All questions as they were after the decision with this number."""

    after: int
    held: tuple[Question, ...]


def open_questions(desk: Held) -> list[Question]:
    """All that is to be decided: matches, the likeliest first, entries, the least sure first, findings, the surest."""
    known = _known(desk)
    lately = in_force(desk.ledger.decisions_after(known.after))
    return [question for question in known.held if not any(_settles(decision, question) for decision in lately)]


def next_question(desk: Held, among: Sequence[Question], after: str) -> Question | None:
    """The first of these open questions behind one that may be settled by now; the first of all at the end."""
    order = {question.id: place for place, question in enumerate(_known(desk).held)}
    place = order.get(after, -1)
    behind = (question for question in among if order.get(question.id, -1) > place)
    return next(behind, next((question for question in among if question.id != after), None))


def ask(desk: Held, id: str) -> Asked:
    """The question with this id, open or settled since; ``NotFoundError`` if there is none."""
    question = next((each for each in _known(desk).held if each.id == id), None)
    if question is None:
        raise NotFoundError("This is no question any more: it was decided, or what it was about is gone.")
    sides = tuple(_sides(desk.ledger, question.entries))
    records = desk.ledger.records_with(question.entries) if question.sort == "match" else {}
    return Asked(
        question=question,
        sides=sides,
        rows=tuple(_rows(sides)) if question.sort == "match" else (),
        records=tuple(records.get(key, "") for key in question.entries),
    )


def _known(desk: Held) -> _Questions:
    return desk.cache.get(("questions", desk.today), lambda: _find(desk), _patience(desk.ledger))


def _patience(ledger: Ledger) -> float:
    """Whoever takes a decision back looks for the question that they had, which the last ones may not hold."""
    last = ledger.decisions_after(ledger.counts().decisions - 1)
    return _PATIENCE_AFTER_UNDOING if any(each.verdict == "undone" for each in last.values()) else _PATIENCE


def _find(desk: Held) -> _Questions:
    after = desk.ledger.counts().decisions  # numbers are counted up from 1 and none is ever taken away
    settled = [each for each in in_force(desk.ledger.decisions()) if each.verdict in ("dismissed", "corrected")]
    looked_at = {key for decision in settled for key in decision.subject}
    found = (*_matches(desk.ledger), *_unsure(desk.ledger, looked_at), *_findings(all_findings(desk, _LONG)))
    return _Questions(after, found)


def _matches(ledger: Ledger) -> Iterator[Question]:
    doubts = ledger.doubts()
    told = ledger.entries_with(key for doubt in doubts for key in doubt.entries)
    for doubt in doubts:
        first, second = (told.get(key) for key in doubt.entries)
        if first and second:
            yield Question(
                id="-".join(doubt.entries),
                sort="match",
                words=f"{words_of(first.entry)} – {words_of(second.entry)}",
                states=_states((first, second)),
                sure=doubt.score,
                reasons=doubt.reasons,
                entries=doubt.entries,
            )


def _unsure(ledger: Ledger, looked_at: Collection[str]) -> Iterator[Question]:
    unsure = {key: sure for key, sure in ledger.unsure(UNSURE, MOST_UNSURE).items() if key not in looked_at}
    told = ledger.entries_with(unsure)
    for key, sure in unsure.items():
        if stored := told.get(key):
            entry = stored.entry
            words = f"{label_of(entry)}: {words_of(entry)}"
            states = _states((stored,))
            yield Question(
                id=key, sort="entry", words=words, states=states, sure=sure, reasons=entry.why, entries=(key,)
            )


def _findings(found: Sequence[Finding]) -> Iterator[Question]:
    for finding in sorted(found, key=lambda each: -each.sure):
        if not finding.confirmed and not finding.dismissed:
            yield Question(
                id=f"f-{finding.id}",
                sort="finding",
                words=finding.statement,
                states=finding.states,
                sure=finding.sure,
                reasons=(finding.rule,),
                entries=finding.entries,
            )


def _settles(decision: Decision, question: Question) -> bool:
    """Whether a decision answers a question, or takes away what it is about."""
    about = set(decision.subject)
    match question.sort:
        case "match":
            pair = decision.verdict in ("same", "different") and about.issuperset(question.entries)
            return pair or (decision.verdict == "wrong" and not about.isdisjoint(question.entries))
        case "entry":
            return decision.verdict in ("wrong", "corrected", "dismissed") and not about.isdisjoint(question.entries)
        case "finding":
            gone = decision.verdict in ("wrong", "corrected") and not about.isdisjoint(question.entries)
            return gone or (decision.verdict == "dismissed" and question.id.removeprefix("f-") in about)


def _sides(ledger: Ledger, keys: Sequence[str]) -> Iterator[Side]:
    told = ledger.entries_with(keys)
    records = ledger.records_with(keys)
    quoted = quotations_of(ledger, keys)
    for key in keys:
        if stored := told.get(key):
            yield Side(
                key=key,
                record=records.get(key, ""),
                label=label_of(stored.entry),
                words=words_of(stored.entry),
                entry_kind=stored.entry.kind,
                quotation=quoted.get(key),
                slots=tuple(slots_of(stored.entry)),
                facts=_facts(stored.entry),
                why=stored.entry.why,
            )


def _rows(sides: Sequence[Side]) -> Iterator[Row]:
    """The fields that any of the entries has, in the order of the first."""
    known: list[Mapping[str, str]] = [side.facts for side in sides]
    for name in dict.fromkeys(name for each in known for name in each):
        values = tuple(each.get(name, "") for each in known)
        if any(values):
            yield Row(name=name, values=values, differs=len(set(values)) > 1)


def _facts(entry: Entry) -> dict[str, str]:
    """The fields of an entry by name, each party in one line."""
    facts: dict[str, str] = {}
    for slot in slots_of(entry):
        name, _, part = slot.name.partition(", ")
        if name.startswith("party ") and slot.value:
            said = {"name": "{}", "code": " ({})", "role": ", {}"}[part].format(slot.value)
            facts[name] = facts.get(name, "") + said
        elif slot.value:
            facts[slot.name] = slot.value
    return facts


def _states(told: Sequence[StoredEntry]) -> tuple[CountryCode, ...]:
    return tuple(sorted({code for stored in told for code in states_of(stored.entry)}))
