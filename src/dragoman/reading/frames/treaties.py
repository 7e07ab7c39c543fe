"""Treaties: how far an instrument has come, where a verb or a noun beside it tells that.

"Will be signed", "which we just signed", "talks on a treaty", "a proposal for a treaty", "endorsed the creation of a
fund"; ``knowledge/pledges.toml`` lists the words.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dragoman.knowledge import word_set
from dragoman.models import Stage
from dragoman.reading.frames.contracts import stopped_treaty
from dragoman.reading.frames.in_force import awaits_force
from dragoman.reading.frames.plans import is_hoped_for, is_possible, stage_under
from dragoman.reading.frames.pledges import deeds, ends_talks, governed, is_over, is_said, stage_of_work
from dragoman.reading.frames.put_forward import is_put_forward
from dragoman.reading.frames.speech import shared_tense, stage_words, stages_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.reading.frames.frames import Frame
    from dragoman.values import Edtf

_words = partial(word_set, "pledges.toml")
_DONE, _LATELY = ("past", "perfect", "participle"), 366  # tenses, days


def stage_of_treaty(frame: Frame, published: Edtf | None) -> Stage | None:
    """How far an instrument has come, if a verb tells what was done to it: "will be signed", "which we just signed".

    What was signed more than a year before publication is in force by now, as far as the text tells, and so is that
    under which something is done; what is negotiated on is still to come.
    """
    if _is_in_hand(frame.head):
        return "planned"
    if is_possible(frame.head) or stage_under(frame.head) == "proposed" or is_put_forward(frame):
        return "proposed"
    if awaits_force(frame.head):
        return "agreed"
    verb = next(deeds(frame.head), None)
    if (verb is None or _is_to_be(verb)) and (stage := _in_making(frame)):
        return stage
    if verb is None and (over := is_over(frame.head)):
        return over
    if verb is None:
        return _by_noun(frame, published) or ("underway" if _is_frame(frame) else None)
    to_come = verb.tag_ in ("VB", "VBG") and verb.lemma_ in _words("founding") | _words("concluding")
    if to_come and is_hoped_for(frame.head, verb):
        return "proposed"
    if verb.lemma_ in _words("founding") and (shared_tense(verb) not in _DONE or verb.tag_ == "VBG"):
        clause = governed(verb)
        bound = clause is not None and is_said(clause.head) and clause.head.lemma_ not in stages_of("announcing")
        free: Stage | None = "planned" if shared_tense(verb) == "future" and verb.dep_ not in ("relcl", "acl") else None
        return stage_of_work(frame, published) if bound else free
    if (stage := stages_of("signing").get(verb.lemma_)) is None:
        return stopped_treaty(verb, frame.head)
    if shared_tense(verb) in ("future", "infinitive"):
        return "planned" if verb.dep_ not in ("relcl", "acl") else None
    aimed_at = verb.dep_ == "pcomp" and verb.head.lower_ in ("to", "towards", "toward", "at", "of", "for")
    if published is None or shared_tense(verb) not in _DONE or aimed_at:
        return None
    return "underway" if any(_is_old(d.edtf, published) for d in frame.dates if d.edtf) else stage


def _is_to_be(verb: Token) -> bool:
    """Whether a clause tells what is to be done to a treaty: "a treaty to be signed"."""
    return verb.dep_ in ("acl", "relcl") and any(child.lower_ == "to" for child in verb.children)


def _in_making(frame: Frame) -> Stage | None:
    """How far that has come of whose making a noun tells: "a proposal for it", "work on it", "completion of a treaty".

    Whose establishment was endorsed is agreed, whose establishment was proposed is proposed.
    """
    noun, prep = frame.head, frame.head.head
    if noun.dep_ != "pobj":
        return None
    above, new = prep.head, any(child.lower_ in ("a", "an") for child in noun.children)
    if prep.lower_ in ("on", "towards", "toward", "for") and above.lemma_ in _words("working_nouns"):
        return "planned"
    if prep.lower_ == "for" and is_hoped_for(noun):
        return "proposed"
    if prep.lower_ != "of" or not new:
        return None
    if above.lemma_.lower() in _words("closing_nouns"):
        told = frame.verb is not None and shared_tense(frame.verb) in ("past", "perfect")
        return None if told else "planned"
    if above.lemma_.lower() in _words("founding_nouns") and above.dep_ in ("dobj", "nsubjpass"):
        if above.head.lemma_ in _words("suggesting"):
            return "proposed"
        return "agreed" if above.head.lemma_ in _words("endorsing") and shared_tense(above.head) in _DONE else None
    return None


def _is_in_hand(noun: Token) -> bool:
    """Whether a thing is told to be "under negotiation" or "in preparation"."""
    told = list(noun.head.children) if noun.dep_ == "nsubj" and noun.head.lemma_ == "be" else list(noun.subtree)
    behind = (token for token in told if token.lower_ in ("under", "in"))
    return any(token.lemma_ in _words("preparing") for prep in behind for token in prep.children)


def _by_noun(frame: Frame, published: Edtf | None) -> Stage | None:
    """How far that has come of whose signing, coming into force or negotiation a noun tells.

    "Will witness the signing of a treaty", "noted the entry into force of the treaty", "talks on a treaty".
    """
    if frame.head.dep_ != "pobj":
        return None
    if is_hoped_for(frame.head):
        return "proposed"
    verb, above = frame.verb, frame.head.head.head
    if above.lemma_ in _words("negotiating_nouns"):
        if is_over(above) or any(map(ends_talks, deeds(above))):
            return "agreed" if published is not None else None
        return "planned" if frame.head.head.lower_ in _words("over") else None
    if verb is None or stage_words().get(verb.lemma_) in ("proposed", "planned"):
        return None
    in_force = above.lemma_ in ("entry", "force") and "into" in (above.head.lower_, *(c.lower_ for c in above.children))
    if not in_force and above.lemma_ not in _words("signing_nouns"):
        return None
    if shared_tense(verb) == "future":
        return "planned"
    told = published is not None and shared_tense(verb) in ("past", "perfect")
    return ("underway" if in_force else "agreed") if told else None


def _is_frame(frame: Frame) -> bool:
    """Whether something is or was done under an instrument of which nothing else is told."""
    noun = frame.head
    under = noun.dep_ == "pobj" and noun.head.lower_ in _words("framing")
    if not under or any(child.dep_ in ("relcl", "acl") or child.lower_ in ("a", "an") for child in noun.children):
        return False
    return frame.verb is not None and shared_tense(frame.verb) in ("past", "perfect", "present", "progressive")


def _is_old(when: Edtf, published: Edtf) -> bool:
    end = when.last or when.first  # "since 1967, when it was concluded"
    return bool(end and published.first and (published.first - end).days > _LATELY)
