"""The judge: which frames are entries, of which type, at which stage, and how sure that is.

Three small linear models for each kind over the features of ``features.py``, trained by ``scripts/train_frames.py``
on whole annotated documents: whether a frame is an entry at all, of what type, and how far the thing has come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from dragoman.models import Activity, Event, Instrument, Stage
from dragoman.reading.activities import draft_activity
from dragoman.reading.events import draft_event
from dragoman.reading.features import features_of
from dragoman.reading.frames import Frame, FrameKind
from dragoman.reading.instruments import draft_instrument
from dragoman.reading.linear import LinearModel
from dragoman.reading.page import Page

Draft = Event | Instrument | Activity

DRAFT: Mapping[str, Callable[[Frame, Page, str, Stage], Draft]] = {
    "event": draft_event,
    "instrument": draft_instrument,
    "activity": draft_activity,
}

# A frame becomes an entry from this chance on: where F1 is highest on the development documents in cross-validation
# (scripts/train_frames.py prints the curve; set again whenever the models are trained anew).
THRESHOLD: Mapping[str, float] = {"event": 0.38, "instrument": 0.25, "activity": 0.2}


def model(kind: FrameKind, question: str) -> LinearModel:
    """The model that answers ``question`` ("entry", "type" or "stage") for frames of ``kind``."""
    return LinearModel.load(f"frames-{kind}-{question}")


# What is less likely than its threshold but more likely than this may still tell again of something that is an entry.
MENTION = 0.07
# At least so likely is that what an anniversary is of was founded: by the guideline it is always an entry.
COMMEMORATED = 0.6


def judge(frames: Iterable[Frame], page: Page) -> Iterator[Draft]:
    """The frames that may be entries, each with its confidence and the words that decided, in the order of the text."""
    for frame in frames:
        seen = features_of(frame, page)
        chance = model(frame.kind, "entry").probabilities(seen)["yes"]
        if frame.commemorated and frame.kind != "activity":
            chance = max(chance, COMMEMORATED)
        if chance < MENTION:
            continue
        type_ = likeliest_type(frame, seen, model(frame.kind, "type"))
        stage = model(frame.kind, "stage").likeliest(seen)
        entry = DRAFT[frame.kind](frame, page, type_, stage)  # type: ignore[arg-type]
        why = _why(frame, seen, type_, stage) if chance >= THRESHOLD[frame.kind] else ()
        yield entry.model_copy(update={"confidence": round(chance, 3), "why": why})


def likeliest_type(frame: Frame, seen: Mapping[str, float], types: LinearModel) -> str:
    """The likeliest type of those that ``knowledge/frames.tsv`` gives the predicate.

    For an activity it is the likeliest of all: what "provide" or "support" is depends on what is provided.
    """
    chances = types.probabilities(seen)
    known = [type_ for type_ in frame.types if type_ in chances] if frame.kind != "activity" else []
    return max(known or chances, key=chances.__getitem__)


def _why(frame: Frame, seen: Mapping[str, float], type_: str, stage: str) -> tuple[str, ...]:
    """For each of the three questions the answer and what weighed most for it."""
    answers = {"entry": ("yes", frame.kind), "type": (type_, type_), "stage": (stage, stage)}
    return tuple(
        f"{said}: {', '.join(model(frame.kind, question).reasons(seen, label))}"
        for question, (label, said) in answers.items()
    )
