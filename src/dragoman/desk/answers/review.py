"""What the ledger asks a person: doubtful matches, entries that the reader was not sure of, findings of the checks.

All questions together take long to find in a large ledger, so the last ones are kept and new ones are looked for while
somebody goes on; what was decided in between is left out at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dragoman.desk.answers.choosing import of_states
from dragoman.desk.answers.whole import all_findings
from dragoman.desk.filters import Choice, Words
from dragoman.desk.held import Held
from dragoman.desk.listing import Column, Listing
from dragoman.desk.prepared import Prepared
from dragoman.follow.checks import Finding
from dragoman.follow.wording import line_of, words_of
from dragoman.ledger import Ledger, StoredEntry, states_of
from dragoman.ledger.decisions import in_force
from dragoman.models import Decision, Model
from dragoman.reading.reasons import in_words
from dragoman.values import CountryCode

type Sort = Literal["match", "entry", "finding"]
SORTS: Mapping[str, str] = {"match": "Doubtful matches", "entry": "Unsure entries", "finding": "Findings of the checks"}
UNSURE, MOST_UNSURE = 0.5, 2000
"""Below this confidence an entry is asked about, but no more than so many."""
_PATIENCE = 0.05  # seconds that are waited for new questions: what was settled is left out of the last ones
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


@dataclass(frozen=True, eq=False)
class _Found:
    """Questions as they were after the decision with this number."""

    after: int
    held: tuple[Question, ...]


@dataclass(frozen=True, eq=False)
class _Known:
    """All questions that were found, in order, with their places and by what they are about."""

    parts: tuple[_Found, ...]
    rows: Prepared[Question]
    places: Mapping[str, int]
    about: Mapping[str, Sequence[Question]]


@dataclass(frozen=True)
class Open:
    """The questions that are open: all that are known but those that were settled since they were found.

    ``unfinished`` if the checks of a large ledger are still being worked out.
    """

    known: _Known
    settled: frozenset[str]
    unfinished: bool

    @property
    def rows(self) -> Prepared[Question]:
        """The open ones: matches, the likeliest first, entries, the least sure first, findings, the surest first."""
        return self.known.rows if not self.settled else Prepared(self.among(self.known.rows))

    def among(self, questions: Sequence[Question]) -> list[Question]:
        """Those of some known questions that are open."""
        return [question for question in questions if question.id not in self.settled]

    def next(self, among: Sequence[Question], after: str) -> Question | None:
        """The first of these behind one that may be settled by now; the first of all at the end."""
        place = self.known.places.get(after, -1)
        behind = (question for question in among if self.known.places[question.id] > place)
        return next(behind, next((question for question in among if question.id != after), None))


def open_questions(desk: Held, *, patient: bool = False) -> Open:
    """All that is to be decided; who is ``patient`` waits for what is new, as long as readers do."""
    patience = None if patient else _patience(desk.ledger)
    parts = [desk.cache.get(("questions", desk.today), lambda: _find(desk.ledger), patience)]
    checked = desk.cache.soon(("questions of checks", desk.today), lambda: _check(desk), patience)
    known = _known(*parts, *([checked] if checked else []))
    settled = (id for part in known.parts for id in _settled(desk.ledger, known, part))
    return Open(known=known, settled=frozenset(settled), unfinished=checked is None)


@lru_cache(maxsize=4)
def _known(*parts: _Found) -> _Known:
    questions = tuple(question for part in parts for question in part.held)
    about: dict[str, list[Question]] = {}
    for question in questions:
        for key in (*question.entries, question.id.removeprefix("f-")):
            about.setdefault(key, []).append(question)
    places = {question.id: place for place, question in enumerate(questions)}
    return _Known(parts=parts, rows=Prepared(questions), places=places, about=about)


def _settled(ledger: Ledger, known: _Known, part: _Found) -> Iterator[str]:
    """The questions that were settled since a part of them was found; those of other parts may be among them."""
    for decision in in_force(ledger.decisions_after(part.after)):
        for key in decision.subject:
            for question in known.about.get(key, ()):
                if _settles(decision, question):
                    yield question.id


def _patience(ledger: Ledger) -> float | None:
    """Whoever takes a decision back looks for the question that they had, which the last ones may not hold."""
    last = ledger.decisions_after(ledger.last_decision() - 1)
    return None if any(each.verdict == "undone" for each in last.values()) else _PATIENCE


def _find(ledger: Ledger) -> _Found:
    after = ledger.last_decision()
    settled = [each for each in in_force(ledger.decisions()) if each.verdict in ("dismissed", "corrected")]
    looked_at = {key for decision in settled for key in decision.subject}
    return _Found(after, (*_matches(ledger), *_unsure(ledger, looked_at)))


def _check(desk: Held) -> _Found:
    after = desk.ledger.last_decision()
    return _Found(after, tuple(_findings(all_findings(desk, _LONG))))


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
            words = line_of(entry)
            states = _states((stored,))
            yield Question(
                id=key,
                sort="entry",
                words=words,
                states=states,
                sure=sure,
                reasons=tuple(map(in_words, entry.why)),
                entries=(key,),
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


def _states(told: Sequence[StoredEntry]) -> tuple[CountryCode, ...]:
    return tuple(sorted({code for stored in told for code in states_of(stored.entry)}))


def _parties(question: Question) -> tuple[str, ...]:
    return question.states


def _sort_words(sort: str) -> str:
    return SORTS.get(sort, sort)


def _words(question: Question) -> str:
    return question.words


REVIEW: Listing[Question] = Listing(
    columns=(
        Column("sort", "Sort", lambda row: row.sort),
        Column("words", "Question", lambda row: row.words),
        Column("states", "States", lambda row: list(row.states), sortable=False),
        Column("sure", "Sure", lambda row: round(row.sure, 3)),
        Column("reasons", "Why", lambda row: list(row.reasons), sortable=False),
        Column("entries", "Entries", lambda row: list(row.entries), sortable=False),
        Column("id", "Id", lambda row: row.id),
    ),
    filters=(
        Choice("of", "Questions", lambda row: (row.sort,), words=_sort_words, several=True, order=tuple(SORTS)),
        *of_states(_parties),
        Words("q", "Words", _words),
    ),
)
