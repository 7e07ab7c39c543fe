"""The judge: which frames are entries, of which type, at which stage, and how sure that is.

Three questions are put to each frame: whether it is an entry at all, of what type, and how far the thing has come.
Two answer each, with equal say: a small linear model over the features of ``features.py`` (trained by
``scripts/train_frames.py``) and the words around the frame as ``context.py`` understands them, both trained on whole
annotated documents. Where the one errs the other often does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import groupby

from dragoman.knowledge import word_set
from dragoman.models import Activity, Event, Instrument, Stage
from dragoman.reading.drafting.activities import draft_activity
from dragoman.reading.drafting.coordinated import apart
from dragoman.reading.drafting.events import draft_event
from dragoman.reading.drafting.fields import by_field
from dragoman.reading.drafting.gifts import each_gift
from dragoman.reading.drafting.instrument_nouns import (
    describes,
    is_joined,
    is_no_instrument,
    is_part_of_name,
    points_back,
)
from dragoman.reading.drafting.instruments import draft_instrument, is_mere_tie
from dragoman.reading.drafting.put_off import with_new_date
from dragoman.reading.drafting.singly import singly
from dragoman.reading.figures.features import candidates, place_of
from dragoman.reading.frames.certain import is_asked_for, is_no_activity, is_no_event, is_sure_act, is_taken_back
from dragoman.reading.frames.frames import Frame, FrameKind
from dragoman.reading.frames.negation import is_not_done
from dragoman.reading.frames.no_work import is_no_work
from dragoman.reading.frames.readings import named_together
from dragoman.reading.frames.speech import shared_tense
from dragoman.reading.frames.told_already import is_helped_to, says_more
from dragoman.reading.frames.topics import heads_section
from dragoman.reading.judging.features import features_of
from dragoman.reading.page import Page
from dragoman.reading.scoring.context import Asked, Chances, Context, Understood, View, together
from dragoman.reading.scoring.encoder import Window, windows
from dragoman.reading.scoring.linear import LinearModel

Draft = Event | Instrument | Activity
Seen = Mapping[str, float]

DRAFT: Mapping[str, Callable[[Frame, Page, str, Stage], Draft]] = {
    "event": draft_event,
    "instrument": draft_instrument,
    "activity": draft_activity,
}

# A frame becomes an entry from this chance on: where F1 is highest on the development documents in cross-validation
# (scripts/train_frames.py prints the curve; set again whenever the models are trained anew).
THRESHOLD: Mapping[str, float] = {"event": 0.38, "instrument": 0.26, "activity": 0.21}


def model(kind: FrameKind, question: str) -> LinearModel:
    """The model that answers ``question`` ("entry", "type" or "stage") for frames of ``kind``."""
    return LinearModel.load(f"frames-{kind}-{question}")


def context() -> Context:
    """What answers the same questions by the words around a frame."""
    return Context.load("frames-context")


def windows_of(frames: Iterable[Frame], page: Page) -> Iterator[Window]:
    """The sentences in which the frames stand, and those that state a number."""
    numbers = (place_of(page, quantity).sentence for quantity in candidates(page))
    sentences = {sentence.start_char: sentence for sentence in (*(frame.sent for frame in frames), *numbers)}
    return windows((start, sentences[start].text) for start in sorted(sentences))


def understood(frames: Iterable[Frame], page: Page) -> Understood:
    """What the context understands of the sentences that may say something."""
    return context().over(windows_of(frames, page))


def asked_of(frame: Frame) -> Asked:
    """A frame as the context is asked about it: its head, and its clause."""
    return Asked(frame.kind, [(frame.head.idx, frame.head.idx + len(frame.head))], [(frame.start, frame.end)])


# What the linear model alone gives less is no entry, and the context is not asked: in cross-validation nothing is lost
# by it (scripts/train_frames.py reads in the same way).
HOPELESS = 0.05
# What is less likely than its threshold but more likely than this may still tell again of something that is an entry.
MENTION = 0.07
# At least so likely is that what an anniversary is of was founded: by the guideline it is always an entry.
COMMEMORATED = 0.6
# At most so likely is that a mere tie between two sides is an instrument, or what is not done an activity: they may be
# mentions of one.
UNLIKELY = 0.2
# At least so likely is an act that a verb and its object name together.
SURE = 0.5


@dataclass(frozen=True)
class Judged:
    """A frame, and what answers a question about it: each answer with its chance."""

    frame: Frame
    answer: Callable[[str], Chances]

    @cached_property
    def chance(self) -> float:
        """The chance that it is an entry."""
        chance = self.answer("entry")["yes"]
        if self.frame.kind == "instrument" and is_mere_tie(self.frame):
            return min(chance, UNLIKELY)
        head = self.frame.head
        if self.frame.kind == "activity" and is_not_done(head) and shared_tense(head) != "future":
            return min(chance, UNLIKELY)
        if (
            is_no_activity(self.frame)
            or is_no_work(self.frame)
            or is_no_event(self.frame)
            or is_taken_back(self.frame)
            or is_asked_for(self.frame)
            or heads_section(self.frame)
        ):
            return min(chance, UNLIKELY)
        if is_no_instrument(self.frame) or points_back(self.frame):
            return min(chance, UNLIKELY)
        if describes(self.frame) or says_more(self.frame) or is_helped_to(self.frame):
            return min(chance, UNLIKELY)
        if is_sure_act(self.frame) or is_joined(self.frame):
            return max(chance, SURE)
        return max(chance, COMMEMORATED) if self.frame.commemorated and self.frame.kind != "activity" else chance

    def draft(self, page: Page) -> Draft:
        """The entry that it becomes."""
        type_, stage = likeliest_type(self.frame, self.answer("type")), likeliest(self.answer("stage"))
        entry = DRAFT[self.frame.kind](self.frame, page, type_, stage)  # type: ignore[arg-type]
        return entry.model_copy(update={"confidence": round(self.chance, 3)})


def judge(frames: Sequence[Frame], page: Page, around: Understood) -> Iterator[Draft]:
    """The frames that may be entries, each with its confidence and the words that decided, in the order of the text."""
    seen = {frame: features_of(frame, page) for frame in frames}
    first = {frame: model(frame.kind, "entry").probabilities(seen[frame]) for frame in frames}
    likely = (f for f in frames if f.commemorated or is_sure_act(f) or is_joined(f) or first[f]["yes"] >= HOPELESS)
    held = [f for f in likely if not is_part_of_name(f)]
    views = dict(zip(held, around.views([asked_of(frame) for frame in held]), strict=True))

    def answer(frame: Frame, question: str) -> Chances:
        named = first[frame] if question == "entry" else model(frame.kind, question).probabilities(seen[frame])
        return together(named, views[frame].get(question))

    for frame, entry in drafts((Judged(frame, partial(answer, frame)) for frame in held), page):
        sure = (entry.confidence or 0) >= THRESHOLD[frame.kind]
        told = entry.model_copy(update={"why": _why(frame, seen[frame], views[frame], entry)}) if sure else entry
        if isinstance(told, Event):
            yield from with_new_date(told, frame, page)
        else:
            yield from _several(told, frame, page)


def _several(entry: Instrument | Activity, frame: Frame, page: Page) -> Iterator[Draft]:
    """The entry, or those that its frame tells together: by their sums, by their fields."""
    if isinstance(entry, Instrument):
        yield from singly(entry, frame, page)
        return
    for gift in each_gift(entry, frame, page):
        for part in apart(gift, frame, page) if gift is entry else (gift,):
            yield from by_field(part, frame, page)


def drafts(judged: Iterable[Judged], page: Page) -> Iterator[tuple[Frame, Draft]]:
    """The frames that may be entries or mentions of one, in the order of the text, with what they become.

    A verb that only says that what its noun names happens tells the same as the noun.
    """
    likely = (one for one in judged if one.chance >= MENTION)
    for _, sentence in groupby(likely, lambda one: one.frame.sent.start):
        near = list(sentence)
        for one in near:
            entry = one.draft(page)
            nouns = (other for other in near if happens_in(other.frame, one.frame))
            if noun := max(nouns, key=lambda other: other.chance, default=None):
                own = {"confidence": entry.confidence, "evidence": entry.evidence}
                entry = noun.draft(page).model_copy(update=own)
            yield one.frame, entry


def happens_in(noun: Frame, verb: Frame) -> bool:
    """Whether one is a noun for an event and the other the verb that says that it happens.

    "The ceremony was held", "they held a ceremony", "a ceremony held in Lima". A session that adopts a text does more,
    who announces or condemns a visit tells of two things, and who lifts a ban of none.
    """
    token, predicate = noun.head, verb.head
    if not noun.kind == verb.kind == "event" or token.pos_ == "VERB" or predicate.pos_ != "VERB":
        return False
    if "statement" in verb.types or named_together(predicate).get("event"):
        return False
    if "signing" in verb.types and noun.types == ("statement",):
        return False  # "signed a joint statement"
    if token.lemma_ in word_set("visits.toml", "guests") and "visit" not in verb.types:
        return False  # "a delegation met the minister" tells of more than its coming
    if token.head == predicate:
        acts = token.dep_ == "nsubj" and any(child.dep_ == "dobj" for child in predicate.children)
        return token.dep_ in ("nsubj", "nsubjpass", "dobj") and not acts
    return predicate.head == token and predicate.dep_ in ("acl", "relcl")


def likeliest(chances: Chances) -> str:
    """The likeliest answer, of equally likely ones the first."""
    return max(chances, key=chances.__getitem__)


def likeliest_type(frame: Frame, chances: Chances) -> str:
    """The likeliest type of those that ``knowledge/frames.tsv`` gives the predicate.

    For an activity it is the likeliest of all: what "provide" or "support" is depends on what is provided.
    """
    known = [type_ for type_ in frame.types if type_ in chances] if frame.kind != "activity" else []
    return max(known or chances, key=chances.__getitem__)


def _why(frame: Frame, seen: Seen, view: View, entry: Draft) -> tuple[str, ...]:
    """For each question the answer, what of the features weighed most for it, and what the context says."""
    stage = entry.stage or "done"
    answers = {"entry": ("yes", frame.kind), "type": (entry.type, entry.type), "stage": (stage, stage)}
    told = []
    for question, (label, said) in answers.items():
        reasons = model(frame.kind, question).reasons(seen, label)
        around = [f"context={view[question].get(label, 0.0):.2f}"] if question in view else []
        told.append(f"{said}: {', '.join((*reasons, *around))}")
    return tuple(told)
