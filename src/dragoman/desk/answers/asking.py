"""One question with all that is needed to answer it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pydantic import Field

from dragoman.desk.answers.deciding import Slot, slots_of
from dragoman.desk.answers.quotations import Quotation, quotations_of
from dragoman.desk.answers.review import Question, open_questions
from dragoman.desk.held import Held
from dragoman.errors import NotFoundError
from dragoman.follow.wording import label_of, words_of
from dragoman.ledger import Ledger
from dragoman.models import Entry, Model
from dragoman.reading.reasons import in_words


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


def ask(desk: Held, id: str) -> Asked:
    """The question with this id, open or settled since; ``NotFoundError`` if there is none."""
    known = open_questions(desk).known
    if id not in known.places:
        known = open_questions(desk, patient=True).known
    question = known.rows[known.places[id]] if id in known.places else None
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
                why=tuple(map(in_words, stored.entry.why)),
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
