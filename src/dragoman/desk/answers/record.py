"""A record with all that stands behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.desk.answers.fields import Field, Source, fields_of, source_of
from dragoman.errors import NotFoundError
from dragoman.follow.deciding import undone
from dragoman.follow.quoting import sentences_of
from dragoman.follow.wording import shorten, words_of
from dragoman.ledger import Ledger, StoredEntry, states_of
from dragoman.ledger.history import make_record
from dragoman.models import Decision, Entry, Evidence, Model, Record, Stage
from dragoman.reading.reasons import in_words
from dragoman.values import CountryCode, Edtf

_AROUND = 260
"""Characters of a document that are shown before and after a sentence."""


class Context(Model):
    """A sentence with its evidence (``marks``: characters of ``words``), and the words around it."""

    before: str
    words: str
    marks: tuple[tuple[int, int], ...]
    after: str


class Telling(Model):
    """What one document says of the record, in which words, and why the reader took it so."""

    key: str
    source: Source
    title: str
    entry: Entry
    stage: Stage | None = None
    date: Edtf | None = None
    due: Edtf | None = None
    confidence: float | None = None
    why: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()
    wrong: bool = False
    contexts: tuple[Context, ...]


class Judged(Model):
    """A decision with its number and, if it has no effect any more, the number of the one that undid it."""

    number: int
    decision: Decision
    words: str
    undone_by: int | None = None


class Together(Model):
    """Two tellings that were found to be one thing, and why."""

    first: Source
    second: Source
    score: float
    reasons: tuple[str, ...]


class Part(Model):
    """A record that is a part of another one."""

    id: str
    words: str
    entry: Entry


class RecordAnswer(Model):
    """A record: its best and other values, its history with the sentences, decisions, joints and parts.

    ``wrong`` if it has no entry left that an analyst did not find wrong; it is shown so that this can be undone.
    """

    record: Record
    words: str
    states: tuple[CountryCode, ...]
    wrong: bool = False
    fields: tuple[Field, ...]
    tellings: tuple[Telling, ...]
    decisions: tuple[Judged, ...] = ()
    joints: tuple[Together, ...] = ()
    parts: tuple[Part, ...] = ()


def record(ledger: Ledger, name: str) -> RecordAnswer:
    """The record with this id, or with the entry of this key; ``NotFoundError`` if there is none."""
    try:
        found = ledger.record(name)
    except NotFoundError:
        alone = ledger.entry(name)  # whose only entry an analyst found wrong
        found, wrong = make_record([alone], {}), True
        keys: tuple[str, ...] = (alone.key,)
    else:
        keys, wrong = found.entries, False
    held = ledger.entries_with(keys)
    told = {key: held[key] for key in keys if key in held}
    sources = {key: source_of(stored.document, key) for key, stored in told.items()}
    return RecordAnswer(
        record=found,
        words=words_of(found.best),
        states=tuple(sorted(states_of(found.best))),
        wrong=wrong,
        fields=tuple(fields_of(found, told)),
        tellings=tuple(_tellings(ledger, told, wrong)),
        decisions=tuple(_decisions(ledger, keys)),
        joints=() if wrong else tuple(_joints(ledger, found, sources)),
        parts=()
        if wrong
        else tuple(Part(id=part.id, words=words_of(part.best), entry=part.best) for part in ledger.parts(found.id)),
    )


def _tellings(ledger: Ledger, told: Mapping[str, StoredEntry], wrong: bool) -> Iterator[Telling]:
    texts: dict[str, str] = {}
    for key, stored in told.items():
        entry, sha256 = stored.entry, stored.document.sha256
        texts.setdefault(sha256, "")
        text = texts[sha256] = texts[sha256] or ledger.text(sha256)
        yield Telling(
            key=key,
            source=source_of(stored.document, key),
            title=words_of(entry),
            entry=entry,
            stage=getattr(entry, "stage", None),
            date=entry.date,
            due=getattr(entry, "due", None),
            confidence=entry.confidence,
            why=tuple(map(in_words, entry.why)),
            corrected=stored.corrected,
            wrong=wrong,
            contexts=tuple(contexts(text, entry.evidence)),
        )


def contexts(text: str, evidence: tuple[Evidence, ...]) -> Iterator[Context]:
    """The sentences that evidence stands in, each with some words before and after it."""
    for sentence in sentences_of(text, evidence):
        start, end = sentence.start, sentence.start + len(sentence.words)
        yield Context(
            before=_tail(text[max(0, start - _AROUND) : start], start > _AROUND),
            words=sentence.words,
            marks=sentence.marks,
            after=_head(text[end : end + _AROUND], end + _AROUND < len(text)),
        )


def _tail(words: str, cut: bool) -> str:
    words = " ".join(words.rpartition("\n\n")[2].split())
    return f"… {words.partition(' ')[2]}" if cut and words else words


def _head(words: str, cut: bool) -> str:
    words = " ".join(words.partition("\n\n")[0].split())
    return f"{words.rpartition(' ')[0]} …" if cut and words else words


def _decisions(ledger: Ledger, keys: tuple[str, ...]) -> Iterator[Judged]:
    found = {number: each for key in keys for number, each in ledger.decisions(key).items()}
    gone = undone(found)
    for number in sorted(found, reverse=True):
        yield Judged(
            number=number, decision=found[number], words=decision_words(found[number]), undone_by=gone.get(number)
        )


def decision_words(decision: Decision) -> str:
    """What was decided, in a clause: "date corrected to 2019-05-03"."""
    match decision.verdict:
        case "corrected":
            return f"{str(decision.field).replace('_', ' ')} corrected to {shorten(_plain(decision.value), 120)}"
        case "undone":
            return f"decision {decision.value} undone"
        case "same":
            return "found to be one thing"
        case "different":
            return "found to be different things"
        case "wrong":
            return "found wrong: the document does not say this"
        case "dismissed" if decision.field == "confidence":
            return "found right, though the reader was not sure"
        case "dismissed":
            return "finding dismissed"
        case "forgotten":
            return f"forgotten: {_plain(decision.value)}, with all that is said there"


def _plain(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return ", ".join(f"{name} {_plain(each)}" for name, each in value.items() if each is not None)
    if isinstance(value, list | tuple):
        return "; ".join(_plain(each) for each in value)
    return str(value)


def _joints(ledger: Ledger, found: Record, sources: Mapping[str, Source]) -> Iterator[Together]:
    for joint in ledger.why(found.id) if len(found.entries) > 1 else ():
        first, second = joint.entries
        yield Together(first=sources[first], second=sources[second], score=joint.score, reasons=joint.reasons)
