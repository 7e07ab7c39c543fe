"""Following promises: from the records of a ledger to what became of each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.follow.promises.answers import ENOUGH, FURTHER, Sought, answer
from dragoman.follow.promises.held_out import held_out
from dragoman.follow.promises.openings import HELD_OUT, OPEN, due_of, is_ahead, opens, stage_of, times_of
from dragoman.follow.promises.outcomes import Outcome, begins, clauses, outcome_of, says
from dragoman.follow.promises.passages import TALKS, Passage, Passages, begin, concerns, numbered, numbers_of, refers
from dragoman.follow.promises.promise import Promise, Told
from dragoman.follow.promises.verdicts import Judged, judge, kept_by
from dragoman.follow.wording import shorten
from dragoman.ledger import Ledger, StoredEntry
from dragoman.ledger.identity.evidence import Evidence
from dragoman.ledger.identity.words import Weights, ordinals, weigh
from dragoman.ledger.states import actors_of, states_of
from dragoman.models import Entry, Event, Record, Stage
from dragoman.reading.gazetteer import find_names
from dragoman.values import CountryCode, Edtf

_STAGES: Mapping[Outcome, Stage] = {
    "cancelled": "cancelled", "superseded": "cancelled", "waiting": "suspended", "underway": "underway",
    "planned": "planned", "agreed": "agreed", "done": "done",
}  # fmt: skip

_FAR = 2.0
"""Points by which a sentence must answer another promise better, so that it does not answer this one."""


def promises(ledger: Ledger, *, states: Sequence[CountryCode] = (), as_of: date | None = None) -> list[Promise]:
    """The promises in which all of ``states`` take part, as they stand on the day ``as_of`` (today if not given).

    What documents of later days say is left out. Promises stand in the order in which they were first told.
    """
    return _Following(ledger, states, as_of or date.today()).all()


@dataclass(frozen=True, slots=True, eq=False)
class _Thread:
    """A promise on its way: the entry that opens it, of a record or of mere words, and what its record tells of it."""

    record: str
    opening: StoredEntry
    told: list[Told]


@dataclass(frozen=True, slots=True, eq=False)
class _Answer:
    """A sentence of a later document that speaks of a promise, and why."""

    sought: Sought
    passage: Passage
    found: Evidence

    @property
    def meets_further(self) -> bool:
        """Whether it tells of the further help that was held out."""
        return any(reason == FURTHER for _, reason in self.found.reasons)

    @property
    def weight(self) -> float:
        """Of several sentences of a document the one that says what came of the promise tells most, the title least."""
        outcome = "done" if self.meets_further else outcome_of(self.passage.words)
        telling = {"cancelled": 1.5, "superseded": 1.5, "done": 0.75, "underway": 0.75, "agreed": 0.75}
        return self.found.points + telling.get(outcome or "", 0.0) - (1.5 if self.passage.start == 0 else 0.0)


class _Following:
    def __init__(self, ledger: Ledger, states: Sequence[CountryCode], as_of: date) -> None:
        self._as_of = as_of
        self._states = frozenset(states)
        entries = [each for each in ledger.entries() if _published_by(each, as_of)]
        self._entries = {each.key: each for each in entries}
        wanted = {each.document.sha256 for each in entries if self._states <= states_of(each.entry)}
        documents = [each for each in ledger.documents() if each.sha256 in wanted]
        self._passages = Passages(
            ((document, ledger.text(document.sha256)) for document in documents),
            (each for each in entries if each.document.sha256 in wanted),
        )
        self._records = [record for record in ledger.records() if self._states <= states_of(record.best)]
        self._record_of = {key: record.id for record in self._records for key in record.entries}
        self._absorbed: set[tuple[str, int]] = set()

    def all(self) -> list[Promise]:
        """Every promise once, in the order in which they were first told."""
        opened = [thread for record in self._records if (thread := self._open(record))]
        threads = sorted([*opened, *self._held_out(opened)], key=_first_told)
        answers = self._shared_out([(thread, self._answers(thread)) for thread in threads])
        found = []
        for thread, own in answers:
            if _place(thread) not in self._absorbed or len({told.sha256 for told in thread.told}) > 1:
                found.append(self._follow(thread, own))
        return found

    def _shared_out(self, given: list[tuple[_Thread, list[_Answer]]]) -> list[tuple[_Thread, list[_Answer]]]:
        """The answers without those that answer another promise of the same states far better."""
        best: dict[int, float] = {}
        for _, answers in given:
            for each in answers:
                best[id(each.passage)] = max(best.get(id(each.passage), 0.0), each.found.points)
        return [
            (thread, [each for each in answers if each.found.points >= best[id(each.passage)] - _FAR])
            for thread, answers in given
        ]

    def _open(self, record: Record) -> _Thread | None:
        """The record as a promise, if a document holds it out as something to come."""
        held = [self._entries[key] for key in record.entries if key in self._entries]
        told = [self._tell(stored) for stored in held]
        for stored, each in zip(held, told, strict=True):
            if opens(stored.entry, each.stage):
                return _Thread(record.id, stored, told)
        return None

    def _held_out(self, opened: Sequence[_Thread]) -> Iterator[_Thread]:
        """Promises in sentences on which no promise rests that the reading found."""
        taken = {(told.sha256, told.start) for thread in opened for told in thread.told if told.stage in OPEN}
        for source in self._passages.sources.values():
            for passage in self._passages.of(source.document.sha256) if source.day and len(source.states) > 1 else ():
                if any(sha256 == source.document.sha256 and passage.start <= at < passage.end for sha256, at in taken):
                    continue
                for entry in held_out(passage, self._passages.main_states(source.document.sha256)):
                    if self._states <= states_of(entry):
                        stored = StoredEntry(key="", entry=entry, document=source.document)
                        yield _Thread("", stored, [self._tell(stored)])

    def _tell(self, stored: StoredEntry) -> Told:
        published = stored.document.date
        passage = self._telling(stored)
        words = " ".join(passage.words.split()) if passage else stored.entry.title
        stage = stage_of(stored.entry, published)
        if passage and stage not in OPEN and outcome_of(_own(stored, passage)) in ("cancelled", "superseded"):
            stage = "cancelled"
        return Told(
            document=stored.document.id,
            sha256=stored.document.sha256,
            title=stored.document.title,
            published=published,
            stage=stage,
            date=stored.entry.date,
            due=self._due(stored, passage, words) if stage in HELD_OUT else None,
            quote=words,
            start=passage.start if passage else stored.entry.evidence[0].start,
            entry=stored.key,
            record=self._record_of.get(stored.key, ""),
            replaced=stage == "cancelled" and passage is not None and self._is_replaced(passage),
        )

    def _due(self, stored: StoredEntry, passage: Passage | None, words: str) -> Edtf | None:
        """By when, as the sentence says or the one after it ("Building is to be over by 2012")."""
        published = stored.document.date
        if due := due_of(stored.entry, published, words):
            return due
        following = self._passages.after(passage) if passage and passage.start else None
        if following is None or outcome_of(following.words) != "planned" or isinstance(stored.entry, Event):
            return None
        if not (
            following.weights.keys() & passage.weights.keys()
            or refers(following.words)
            or says("works", following.words)
        ):
            return None
        named = [when for when in times_of(following.words, published, plan=True) if is_ahead(when, published)]
        return named[-1] if named else None

    def _telling(self, stored: StoredEntry) -> Passage | None:
        """The sentence that tells most of an entry: of those that it rests on the one in the text, not in the title."""
        found = [self._passages.at(stored.document.sha256, each.start) for each in stored.entry.evidence]
        return max(filter(None, found), key=lambda passage: (passage.start > 0, -passage.start), default=None)

    def _follow(self, thread: _Thread, answers: Sequence[_Answer]) -> Promise:
        told = [*thread.told, *(self._answered(each) for each in answers)]
        told.sort(key=lambda each: (each.published is None, each.published or "", each.sha256, each.start))
        entry = thread.opening.entry
        if kept := kept_by(entry, told):
            end = told.index(kept) + 1
            told = [*told[:end], *(each for each in told[end:] if not each.because)]
        return self._promise(thread, told, judge(entry, told, self._as_of))

    def _answers(self, thread: _Thread) -> list[_Answer]:
        """What later documents say of the promise outside of its own record: the best sentence of each."""
        source = self._passages.sources.get(thread.opening.document.sha256)
        if source is None or not source.day:
            return []
        sought = self._sought(thread)
        settled = {told.sha256 for told in thread.told if told.stage and told.stage not in OPEN}
        settled.add(thread.opening.document.sha256)
        best: dict[str, _Answer] = {}
        for passage in self._candidates(sought):
            sha256 = passage.source.document.sha256
            if sha256 in settled:
                continue
            found = answer(sought, passage)
            if not found.apart and found.points >= ENOUGH:
                given = _Answer(sought, passage, found)
                if sha256 not in best or given.weight > best[sha256].weight:
                    best[sha256] = given
        return sorted(best.values(), key=lambda each: each.passage.source.day)

    def _candidates(self, sought: Sought) -> Iterator[Passage]:
        yield from self._passages.about(sought.words, sought.states, sought.source.day)
        if sought.is_encounter:
            yield from self._passages.telling_talks(sought.states, sought.source.day)

    def _sought(self, thread: _Thread) -> Sought:
        opening = thread.opening
        source = self._passages.sources[opening.document.sha256]
        words = " ".join(each.quote(source.text) for each in opening.entry.evidence)
        told = f"{opening.entry.title} {words}"
        states = actors_of(opening.entry)
        states = states if len(states) > 1 else states | (source.states if len(source.states) == 2 else frozenset())
        telling = self._telling(opening)
        own = weigh(f"{opening.entry.title} {words}")
        near: Weights = {**telling.before, **telling.weights} if telling else {}
        if telling and refers(telling.words):
            own = {**telling.before, **own}
        return Sought(
            entry=opening.entry,
            source=source,
            states=states,
            words=self._passages.locally(own, states),
            near={word: weight / 2 for word, weight in self._passages.locally(near, states).items() if word not in own},
            ordinals=numbered(words, f"{telling.before_words} {telling.words}" if telling else "")
            or ordinals(opening.entry.title),
            numbers=frozenset(numbers_of(words)),
            places=frozenset(begin(part) for name in find_names(words) for part in weigh(words[name.start : name.end])),
            is_further=says("further", words),
            is_talks=says("meeting", told) or says("visit", told),
            due=next((each.due for each in thread.told if each.due), None),
        )

    def _answered(self, given: _Answer) -> Told:
        sought, passage, found = given.sought, given.passage, given.found
        part = max(clauses(passage.words), key=lambda words: _shared(sought.words, words))
        document = passage.source.document
        stored = _beside(sought.entry, passage)
        outcome = self._outcome(given, part)
        stage = _STAGES[outcome] if outcome else (stage_of(stored.entry, document.date) if stored else None)
        if stage in OPEN and _says_the_same(sought.words, passage):
            self._absorbed.add((document.sha256, passage.start))
        when = self._when(sought, passage, stored) if stage in ("done", "agreed", "underway") else None
        return Told(
            document=document.id,
            sha256=document.sha256,
            title=document.title,
            published=document.date,
            stage=stage,
            date=when,
            due=due_of(sought.entry.model_copy(update={"due": None, "date": None}), document.date, part)
            if stage in OPEN
            else None,
            quote=" ".join(passage.words.split()),
            start=passage.start,
            entry=stored.key if stored else "",
            record=self._record_of.get(stored.key, "") if stored else "",
            because=found.words(),
            replaced=stage == "cancelled" and (outcome == "superseded" or self._is_replaced(passage)),
        )

    def _outcome(self, given: _Answer, part: str) -> Outcome | None:
        """What a sentence says came of the promise, by the clause that is about it."""
        words = given.passage.words
        if given.meets_further:
            return "done"
        if (
            given.sought.is_encounter
            and (says("met", words) or _tells_talks(given.passage))
            and not says("planned", part)
        ):
            return "done"
        outcome = outcome_of(part) or outcome_of(words)
        if outcome == "done" and says("waiting", words):
            return "underway"
        return outcome or ("planned" if says("promised", words) else None)

    def _when(self, sought: Sought, passage: Passage, stored: StoredEntry | None) -> Edtf | None:
        """When it came about: the date of the entry, or else the last time since the promise that the sentence names."""
        if stored and stored.entry.date:
            return stored.entry.date
        source = passage.source
        told = [when for when in times_of(passage.words, source.document.date) if when.first and when.last]
        since = [
            when for when in told if when.last.toordinal() >= sought.source.day and when.first.toordinal() <= source.day
        ]
        return max(since, key=lambda when: when.first, default=None)

    def _is_replaced(self, passage: Passage) -> bool:
        """Whether the sentence, or the beginning of the next, says that something else takes the place of this."""
        following = self._passages.after(passage)
        if says("superseded", passage.words) or says("superseded", passage.source.document.title or ""):
            return True
        return following is not None and (
            begins("superseded", following.words) or outcome_of(following.words) == "superseded"
        )

    def _promise(self, thread: _Thread, told: Sequence[Told], judged: Judged) -> Promise:
        entry = thread.opening.entry
        last = max((each.published.last for each in told if each.published and each.published.last), default=None)
        states = actors_of(entry)
        sources = self._passages.sources.values()
        since = [each for each in sources if last and each.day > last.toordinal() and concerns(each, states)]
        return Promise(
            title=_title(entry, _first(thread).quote),
            kind=entry.kind,
            type=getattr(entry, "type", entry.kind),
            verdict=judged.verdict,
            due=judged.due,
            happened=judged.happened,
            days_late=judged.days_late,
            parties=entry.parties,
            said_by=entry.said_by,
            states=tuple(sorted(states)),
            last_mention=last,
            documents_since=len(since),
            record=thread.record,
            met_by=tuple(dict.fromkeys(each.record for each in told if each.record and each.record != thread.record)),
            history=tuple(told),
        )


def _place(thread: _Thread) -> tuple[str, int]:
    """The sentence in which the promise is opened."""
    opening = _first(thread)
    return opening.sha256, opening.start


def _own(stored: StoredEntry, passage: Passage) -> str:
    """The clause of the sentence in which the entry's evidence begins."""
    at, start = stored.entry.evidence[0].start, passage.start
    for part in clauses(passage.words):
        if start <= at < start + len(part):
            return part
        start += len(part)
    return passage.words


def _beside(entry: Entry, passage: Passage) -> StoredEntry | None:
    """The entry of a sentence that tells of the promise, one of its kind before others; figures and posts do not."""
    staged = [each for each in passage.entries if hasattr(each.entry, "stage")]
    return min(staged, key=lambda each: each.entry.kind != entry.kind, default=None)


def _tells_talks(passage: Passage) -> bool:
    return any(
        isinstance(e.entry, Event) and e.entry.type in TALKS and e.entry.stage == "done" for e in passage.entries
    )


def _title(entry: Entry, quote: str) -> str:
    """The title of the entry, unless it says other things than the sentence: then that itself, cut short."""
    own, said = weigh(entry.title), weigh(quote)
    whole = sum(own.values())
    fits = whole and sum(weight for word, weight in own.items() if word in said) >= whole / 2
    return entry.title if fits or isinstance(entry, Event) else shorten(quote, 120)


def _says_the_same(sought: Weights, passage: Passage) -> bool:
    """Whether the sentence tells the promise anew, and little else."""
    known = {begin(word) for word in sought}
    told = sum(weight for word, weight in passage.weights.items() if begin(word) in known)
    back = sum(weight for word, weight in sought.items() if begin(word) in {begin(each) for each in passage.weights})
    return told >= 0.5 * sum(passage.weights.values()) and back >= 0.5 * sum(sought.values())


def _first(thread: _Thread) -> Told:
    return next(told for told in thread.told if told.entry == thread.opening.key)


def _shared(wanted: Weights, words: str) -> float:
    return sum(weight for word, weight in wanted.items() if word in weigh(words))


def _first_told(thread: _Thread) -> tuple[bool, str, str]:
    published = thread.opening.document.date
    return published is None, published or "", thread.opening.key


def _published_by(stored: StoredEntry, day: date) -> bool:
    published = stored.document.date
    return not published or not published.first or published.first <= day
