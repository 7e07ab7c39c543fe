"""What is put off: the old date is suspended, and the new one, if it is told, a plan of its own."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.knowledge import word_set
from dragoman.models import Event, Stage
from dragoman.reading.frames.frames import Frame
from dragoman.reading.frames.negation import leaves_undone
from dragoman.reading.frames.slots import ACTED_ON
from dragoman.reading.frames.speech import shared_tense, stage_words, stopped_by
from dragoman.reading.page import Page
from dragoman.values import Edtf

_TO = ("to", "until", "till", "for")


def with_new_date(entry: Event, frame: Frame, page: Page) -> Iterator[Event]:
    """The event, and if its sentence says to when it is put off also the plan for then."""
    new = _new_date(frame, page) if entry.stage == "suspended" else None
    if new is None:
        yield entry
        return
    yield entry.model_copy(update={"date": None}) if entry.date == new else entry
    yield entry.model_copy(update={"stage": "planned", "date": new, "due": new})


def _new_date(frame: Frame, page: Page) -> Edtf | None:
    verb = _verb(frame)
    if verb is None:
        return None
    behind = [child for child in verb.children if child.lower_ in _TO and child.dep_ == "prep"]
    spans = [(min(t.idx for t in prep.subtree), max(t.idx for t in prep.subtree)) for prep in behind]
    dates = [d for d in page.dates_in(frame.sent) if d.edtf and d.kind in ("date", "range", "until")]
    return next((d.edtf for start, end in spans for d in dates if start <= d.start <= end), None)


def _verb(frame: Frame) -> Token | None:
    """The verb that puts off what a noun tells."""
    noun = frame.head
    return verb if (verb := done_to(noun)) is not None and stopped_by(verb) == "suspended" else None


def done_to(noun: Token) -> Token | None:
    """The verb of what is done to what a noun tells; that of a headline too: "Opening of the bridge postponed"."""
    if noun.pos_ == "VERB":
        return None
    headline = (
        noun.dep_ == "nsubj" and noun.head.tag_ == "VBD" and not any(c.dep_ == "dobj" for c in noun.head.children)
    )
    if noun.dep_ == "nsubj" and noun.head.lemma_ in ("have", "need"):  # "the visit had to be postponed"
        return next((c for c in noun.head.children if c.dep_ == "xcomp" and c.tag_ == "VBN"), None)
    return noun.head if noun.dep_ in ACTED_ON or headline else None


def called_off(frame: Frame) -> Stage | None:
    """What the verb says of which the event is what is put off, called off or refused."""
    noun = frame.head
    if leaves_undone(noun):
        return "cancelled"
    clause = noun.head if noun.dep_ == "xcomp" else noun
    if clause.dep_ == "relcl" and _had_been_set(noun):  # "talks that were to have been held were called off"
        noun = clause.head
    told = [t for t in noun.subtree if t.dep_ in ("relcl", "acl") and t.tag_ in ("VBN", "VBD")]
    if noun != frame.verb and (verb := done_to(noun)) is not None:
        told.insert(0, verb)
    return next((stage for verb in told if (stage := stopped_by(verb))), None)


def _had_been_set(verb: Token) -> bool:
    """Whether a verb tells what "was to have" happened."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return {"to", "have"} <= helpers


def fate_of(frame: Frame) -> Stage | None:
    """What became of work in the end, by the main verb: flights, "suspended in May, resumed"; a sale "fell through"."""
    noun = frame.head
    verb = noun if noun.pos_ == "VERB" else noun.head if noun.dep_ in ("nsubj", "nsubjpass") else None
    if verb is None or shared_tense(verb) not in ("past", "perfect"):
        return None
    if verb.lemma_ in word_set("pledges.toml", "resuming"):
        return "underway"
    behind = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    stage = stage_words().get(f"{verb.lemma_} {behind.lower_}")
    return stage if stage == "cancelled" and noun.dep_ == "nsubj" else None
