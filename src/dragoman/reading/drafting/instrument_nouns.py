"""Instrument nouns: where a noun for an instrument or for work tells nothing new, or means something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.knowledge import word_set
from dragoman.reading.frames.frames import Frame
from dragoman.reading.frames.pledges import deeds
from dragoman.reading.frames.predicates import is_infinitive
from dragoman.reading.frames.slots import subject_of
from dragoman.reading.frames.speech import shared_tense
from dragoman.reading.frames.told_already import POINTING
from dragoman.reading.quantities.units import people

if TYPE_CHECKING:
    from spacy.tokens import Token


def points_back(frame: Frame) -> bool:
    """Whether the noun of an instrument or an activity is pointed at: "this programme" was told before."""
    noun = frame.head
    if frame.kind == "event" or noun.pos_ == "VERB":
        return False
    return any(child.dep_ in ("det", "amod") and child.lower_ in POINTING for child in noun.lefts)


def is_no_instrument(frame: Frame) -> bool:
    """Whether a noun for an instrument means something else: coming into force, consent, the end of a conflict.

    "The entry into force of the treaty", "with the agreement of their families", "Chile's agreement to host the talks",
    "a resolution of the dispute".
    """
    noun = frame.head
    if frame.kind != "instrument" or noun.pos_ == "VERB":
        return False
    lemma, above = noun.lemma_.lower(), noun.head.lower_ if noun.dep_ == "pobj" else ""
    if lemma == "force":
        return above == "into"
    if _is_passed_by(frame) or _is_another_thing(noun):
        return True
    behind = [child for child in noun.rights if child.dep_ in ("prep", "acl")]
    if lemma == "resolution":
        of = [t.lemma_.lower() for prep in behind if prep.lower_ in ("of", "to") for t in prep.children]
        return not word_set("pledges.toml", "resolved").isdisjoint(of)
    if lemma != "agreement" or noun.pos_ == "PROPN":
        return False
    owned = any(child.dep_ == "poss" for child in noun.lefts)
    if owned and any(child.dep_ == "acl" and is_infinitive(child) for child in behind):
        return True
    plain = all(child.dep_ == "det" or child.is_punct for child in noun.lefts)
    return above == "with" and plain and any(child.lower_ == "of" for child in behind)


def _is_passed_by(frame: Frame) -> bool:
    """Whether nothing is done to an embassy: it is where something happens, or it acts ("our embassy watches it")."""
    noun = frame.head
    if noun.lemma_.lower() not in word_set("pledges.toml", "seats"):
        return False
    if noun.dep_ == "pobj":
        of_work = noun.head.head.lemma_.lower() in word_set("visits.toml", "openings") | word_set(
            "visits.toml", "keeping"
        )
        return noun.head.lower_ in word_set("pledges.toml", "there") and not of_work
    if noun.dep_ == "dobj":
        return noun.head.lemma_ in word_set("pledges.toml", "heading")
    return noun.dep_ == "nsubj" and any(child.dep_ == "dobj" for child in noun.head.children)


def _is_another_thing(noun: Token) -> bool:
    """Whether a noun for an instrument means what nobody signs or holds again: a policy, one summit, arrangements."""
    lemma, one = noun.lemma_.lower(), noun.tag_ in ("NN", "NNP")
    if lemma == "understanding":
        signed = any(verb.lemma_ in word_set("pledges.toml", "signing_understandings") for verb in deeds(noun))
        return noun.dep_ == "dobj" and one and not signed
    if lemma in word_set("pledges.toml", "no_plans"):
        return one and noun.pos_ == "NOUN"
    if lemma in word_set("pledges.toml", "vague_in_plural") and noun.tag_ == "NNS":
        made = word_set("pledges.toml", "signing_understandings") | word_set("pledges.toml", "founding")
        counted = any(child.dep_ == "nummod" for child in noun.lefts)
        return not counted and not any(verb.lemma_ in made for verb in deeds(noun))
    of = [t for child in noun.rights if child.lower_ == "of" for t in child.children]
    if lemma == "initiative" and noun.pos_ == "NOUN" and noun.dep_ == "pobj" and of:
        return noun.head.lower_ in ("on", "at", "by")
    if lemma == "mission" and any(t.tag_ == "NNS" and t.lemma_.lower() in people() for t in of):
        return True
    if lemma in word_set("pledges.toml", "no_programmes"):
        return any(child.lower_ == "of" for child in noun.rights)
    again = any(token.lower_ in word_set("pledges.toml", "recurring") for token in noun.subtree)
    return lemma in word_set("pledges.toml", "single") and one and not again


def is_joined(frame: Frame) -> bool:
    """Whether states are told to be in a body together or as a member: "we are both members of the Andes Union"."""
    noun, of = frame.head, frame.head.head
    if frame.kind != "instrument" or "body" not in frame.types or noun.pos_ != "PROPN" or noun.dep_ != "pobj":
        return False
    member = of.head
    if of.lower_ not in ("of", "in") or member.lemma_ not in word_set("pledges.toml", "members"):
        return False
    if of.lower_ == "in" and member.tag_ != "NNS":
        return False  # "our largest partner in ASEAN" is where that one lies
    if member.dep_ == "pobj":
        return member.head.lower_ == "as" and member.tag_ == "NNS"
    subject = subject_of(member.head) if member.dep_ == "attr" else None
    if subject is None or shared_tense(member.head) != "present":
        return False
    states = (actor for _, actor in frame.actors if actor.code and actor.kind != "person")
    return subject.lower_ in ("we", "both", "they") or any(s.start <= subject.idx < s.end for s in states)


def describes(frame: Frame) -> bool:
    """Whether a noun only says what something with a name is: "the Pact, an agreement on fish", "it is a programme"."""
    noun = frame.head
    indefinite = any(child.lower_ in ("a", "an") for child in noun.lefts)
    if frame.kind != "instrument" or noun.pos_ != "NOUN" or not indefinite:
        return False
    if noun.dep_ == "attr":
        return not any(child.dep_ == "expl" for child in noun.head.children)  # "there is a pact"
    return noun.dep_ == "appos"


def is_part_of_name(frame: Frame) -> bool:
    """Whether a noun only ends what an instrument is called: the understanding of a memorandum of understanding."""
    noun = frame.head
    if frame.kind != "instrument" or noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return False
    return noun.lemma_.lower() == "understanding" and noun.head.head.lemma_.lower().startswith(_MEMORANDA)


_MEMORANDA = ("memorand", "mou")
