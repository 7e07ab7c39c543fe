"""Seeking: what later documents say of a promise outside of its own record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.follow.promises.answers import ENOUGH, FURTHER, SIGNED, answer
from dragoman.follow.promises.marks import begin, leans, numbered, numbers_of
from dragoman.follow.promises.openings import due_of, stage_of
from dragoman.follow.promises.outcomes import Outcome, clauses, outcome_of, says
from dragoman.follow.promises.passage import HONOURS, RARE, Passage, people_in
from dragoman.follow.promises.passages import Passages, Wanted
from dragoman.follow.promises.promise import Told
from dragoman.follow.promises.sought import Sought
from dragoman.follow.promises.threads import Thread, Threads
from dragoman.ledger import StoredEntry
from dragoman.ledger.identity.counting import ordinals
from dragoman.ledger.identity.evidence import BACKED, Evidence
from dragoman.ledger.identity.naming import GIVERS
from dragoman.ledger.identity.words import Weights, weigh
from dragoman.ledger.states import actors_of
from dragoman.models import OPEN, TALKS, Entry, Event, Instrument, Stage
from dragoman.values import Edtf

_STAGES: Mapping[Outcome, Stage] = {
    "cancelled": "cancelled", "superseded": "cancelled", "waiting": "suspended", "underway": "underway",
    "planned": "planned", "agreed": "agreed", "done": "done",
}  # fmt: skip
_SETTLES: Mapping[str, float] = {"cancelled": 2.0, "superseded": 2.0} | dict.fromkeys(
    ("done", "underway", "agreed", "waiting"), 1.5
)
"""What a sentence counts more, of several in a document, that says what came of the promise."""
_HEADING = 1.5
"""What the title counts less: the text says it better."""
_FAR = 3.0
"""Points by which a sentence must answer another promise better, so that it does not answer this one."""


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """A sentence of a later document that speaks of a promise, and why."""

    sought: Sought
    passage: Passage
    found: Evidence

    @property
    def meets_further(self) -> bool:
        """Whether it tells of the further help that was held out."""
        return any(reason == FURTHER for _, reason in self.found.reasons)

    @property
    def tells_signing(self) -> bool:
        """Whether it tells of the signing that was held out."""
        return any(reason == SIGNED for _, reason in self.found.reasons)

    @property
    def weight(self) -> float:
        """How much it tells beside the other sentences of its document."""
        outcome = "done" if self.meets_further or self.tells_signing else outcome_of(self.passage.words)
        return self.found.points + _SETTLES.get(outcome or "", 0.0) - (_HEADING if self.passage.start == 0 else 0.0)

    @property
    def repeats(self) -> bool:
        """Whether the sentence tells the promise anew, and little else."""
        mine, theirs = self.sought.words, self.passage.weights
        return _covered(mine, theirs) >= 0.5 and _covered(theirs, mine) >= 0.5


class _Best:
    """The points that a sentence has for promises, by the place where they are opened: only the two best count."""

    def __init__(self) -> None:
        self._first: tuple[float, tuple[str, int] | None] = (0.0, None)
        self._second = 0.0

    def add(self, place: tuple[str, int], points: float) -> None:
        """Note the points for a promise."""
        most, where = self._first
        if place == where:
            self._first = max(most, points), place
        elif points > most:
            self._first, self._second = (points, place), most
        else:
            self._second = max(self._second, points)

    def but(self, place: tuple[str, int]) -> float:
        """The most points that it has for a promise that is opened at another place."""
        return self._second if self._first[1] == place else self._first[0]


class Seeker:
    """Looks for promises in all passages, and tells what it found."""

    def __init__(self, passages: Passages, threads: Threads) -> None:
        self._passages = passages
        self._threads = threads

    def seek(self, threads: list[Thread]) -> list[list[Answer]]:
        """The answers to each promise, without those that answer another one far better."""
        given = [self._answers(thread) for thread in threads]
        best: dict[Passage, _Best] = defaultdict(_Best)
        for thread, answers in zip(threads, given, strict=True):
            for each in answers:
                best[each.passage].add(thread.place, each.found.points)
        return [
            _one_a_document(
                each for each in answers if each.found.points >= best[each.passage].but(thread.place) - _FAR
            )
            for thread, answers in zip(threads, given, strict=True)
        ]

    def tell(self, given: Answer) -> Told:
        """What the answer says, as a part of the promise's history."""
        sought, passage = given.sought, given.passage
        document = passage.source.document
        part = max(clauses(passage.words), key=lambda words: _covered(sought.words, weigh(words)))
        stored = _beside(sought.entry, passage)
        outcome = _outcome(given, part)
        stage = _STAGES[outcome] if outcome else None
        if stage is None and stored and passage.start:
            stage = stage_of(stored.entry, document.date)
        bare = sought.entry.model_copy(update={"due": None, "date": None})
        return Told(
            document=document.id,
            sha256=document.sha256,
            title=document.title,
            published=document.date,
            stage=stage,
            date=_when(sought, passage, stored) if stage in ("done", "agreed", "underway") else None,
            due=due_of(bare, document.date, part) if stage in OPEN else None,
            quote=" ".join(passage.words.split()),
            start=passage.start,
            entry=stored.key if stored else "",
            record=self._threads.record_of.get(stored.key, "") if stored else "",
            because=given.found.words(),
            replaced=stage == "cancelled" and (outcome == "superseded" or self._threads.is_replaced(passage)),
        )

    def _answers(self, thread: Thread) -> list[Answer]:
        """The sentences of later documents that are about the promise."""
        source = self._passages.sources.get(thread.opening.document.sha256)
        if source is None or not source.day:
            return []
        sought = self._sought(thread)
        settled = {told.sha256 for told in thread.told if told.stage and told.stage not in OPEN}
        settled.add(thread.opening.document.sha256)
        found = []
        for passage in self._candidates(sought):
            if passage.source.document.sha256 in settled or passage.words.endswith("?"):
                continue
            given = Answer(sought, passage, answer(sought, passage))
            if not given.found.apart and given.found.points >= ENOUGH:
                found.append(given)
        return found

    def _candidates(self, sought: Sought) -> Sequence[Passage]:
        words = {word: 2 * weight for word, weight in sought.near.items()} | dict(sought.words)
        made = sought.source.day
        set_for = sought.due.first.toordinal() if sought.due and sought.due.first else made
        days = (made, set_for) if set_for > made else (made,)
        found = self._passages.look_for(Wanted(sought.states, words, sought.people, days, sought.is_encounter))
        return list(dict.fromkeys([*found, *self._signings(sought)]))

    def _signings(self, sought: Sought) -> Iterator[Passage]:
        """What later documents tell of the paper that is to be signed."""
        return (each for each in self._threads.told_in(sought.papers) if each.source.day > sought.source.day)

    def _sought(self, thread: Thread) -> Sought:
        """The promise with all that it can be known by."""
        entry, source = thread.opening.entry, self._passages.sources[thread.opening.document.sha256]
        telling = self._threads.telling(thread.opening)
        evidence = [each for each in entry.evidence if telling and telling.start <= each.start < telling.end]
        words = " ".join(each.quote(source.text) for each in evidence or entry.evidence)
        around = f"{telling.before_words} {telling.words}" if telling else ""
        states = actors_of(entry)
        if len(states) < 2:
            states |= source.states
        own = weigh(f"{entry.title} {words}")
        talks = says("meeting", words) or says("visit", words)
        near: Weights = {**telling.before, **telling.weights} if telling else {}
        if telling and (leans(telling.words) or max(own.values(), default=0.0) < RARE):
            own = {**telling.before, **own}
        near = {word: weight / 2 for word, weight in near.items() if word not in own}
        apart = source.people | HONOURS
        givers = {word for party in entry.parties if party.role in GIVERS for word in weigh(party.name)}
        own = {w: weight * (BACKED if w in givers else 1) for w, weight in own.items() if begin(w) not in apart}
        return Sought(
            entry=entry,
            source=source,
            said=words,
            states=states,
            words=self._passages.locally(own, states),
            near=self._passages.locally(near, states),
            ordinals=numbered(words, around) or ordinals(entry.title),
            numbers=frozenset(numbers_of(words)),
            papers=self._threads.papers_of(entry, telling),
            name=frozenset(map(begin, weigh(entry.name or ""))) if isinstance(entry, Instrument) else frozenset(),
            people=people_in(f"{entry.title} {words}", source),
            is_further=says("further", words),
            is_talks=talks,
            due=next((each.due for each in thread.told if each.due), None),
        )


def _one_a_document(answers: Iterable[Answer]) -> list[Answer]:
    """Of each document the sentence that tells most, in order of publication."""
    best: dict[str, Answer] = {}
    for each in answers:
        sha256 = each.passage.source.document.sha256
        if sha256 not in best or each.weight > best[sha256].weight:
            best[sha256] = each
    return sorted(best.values(), key=lambda each: (each.passage.source.day, each.passage.source.document.sha256))


def _outcome(given: Answer, part: str) -> Outcome | None:
    """What a sentence says came of the promise, by the clause that is about it."""
    words = given.passage.words
    if given.meets_further or given.tells_signing:
        return "done"
    if given.sought.is_encounter and not says("planned", part) and (says("met", words) or _tells_talks(given.passage)):
        return "done"
    outcome = outcome_of(part) or outcome_of(words)
    if outcome == "done" and says("waiting", words):
        return "underway"
    if outcome is None and given.sought.ordinals & given.passage.ordinals and given.passage.start:
        return "done"
    return outcome or ("planned" if says("promised", words) else None)


def _when(sought: Sought, passage: Passage, stored: StoredEntry | None) -> Edtf | None:
    """When it came about: the date of the entry, or else the last time since the promise that the sentence names."""
    if stored and stored.entry.date:
        return stored.entry.date
    source = passage.source
    since: list[tuple[int, Edtf]] = []
    for when in passage.times:
        first, last = when.first, when.last
        if first and last and last.toordinal() >= sought.source.day and first.toordinal() <= source.day:
            since.append((first.toordinal(), when))
    return max(since)[1] if since else None


def _beside(entry: Entry, passage: Passage) -> StoredEntry | None:
    """The entry of a sentence that tells of the promise, one of its kind before others; figures and posts do not."""
    staged = [each for each in passage.entries if hasattr(each.entry, "stage")]
    return min(staged, key=lambda each: each.entry.kind != entry.kind, default=None)


def _tells_talks(passage: Passage) -> bool:
    told = (each.entry for each in passage.entries)
    return any(isinstance(entry, Event) and entry.type in TALKS and entry.stage == "done" for entry in told)


def _covered(wanted: Weights, told: Weights) -> float:
    """The share of the weight of some words that others have, too."""
    known = {begin(word) for word in told}
    whole = sum(wanted.values())
    return sum(weight for word, weight in wanted.items() if begin(word) in known) / whole if whole else 0.0
