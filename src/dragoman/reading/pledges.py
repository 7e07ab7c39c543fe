"""Pledges: verbs that alone tell how far a piece of work or a treaty has come, whatever else its sentence says.

What is announced in a dated release is agreed on, what is pledged is planned, what goes on is underway
(bench/FORMAT.md, "Rules that settle doubts"); ``knowledge/pledges.toml`` lists the verbs.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from spacy.tokens import Token

from dragoman.knowledge import word_set
from dragoman.models import Stage
from dragoman.reading.contracts import stopped_treaty
from dragoman.reading.in_force import awaits_force
from dragoman.reading.negation import is_not_done, leaves_undone
from dragoman.reading.plans import is_hoped_for, is_possible, stage_of_plan, stage_under
from dragoman.reading.slots import ACTED_ON, acted_on, subject_of
from dragoman.reading.speech import is_asserted, shared_tense, stage_words, stages_of, stopped_by

if TYPE_CHECKING:
    from dragoman.reading.frames import Frame
    from dragoman.values import Edtf

_NAMED = ("pobj", "dobj", "nsubj", "nsubjpass", "attr", "appos", "conj")
_STEPS = 4  # verbs joined or hung on one another


_words = partial(word_set, "pledges.toml")


def stage_of_work(frame: Frame, published: Edtf | None) -> Stage | None:
    """How far an activity has come, if a verb tells it: "is pleased to announce that …", "continues to …"."""
    verb = frame.verb
    if verb is None:
        return None
    if is_not_done(frame.head) or leaves_undone(frame.head):  # "will not build", "refused to pay"
        return "cancelled"
    if (ended := _ended(frame)) and (ended != "agreed" or published is not None):  # an account tells what came of it
        return ended
    if planned := stage_of_plan(frame):
        return planned
    if verb.lemma_ in _words("visiting") and shared_tense(verb) != "participle":  # what is visited is there
        return "underway"
    stage = stages_of("pledging").get(verb.lemma_)
    if stage and stage != "agreed" and _is_said(verb):  # who agrees agrees to what is told below
        return stage
    clause = _governed(verb)
    if clause is None or not _is_said(clause.head):
        return "agreed" if _is_bound_by_treaty(verb) else None
    above = clause.head
    if above.lemma_ in stages_of("announcing"):
        decided = published is not None and (_is_own(above) or not _is_ahead(clause))
        return stages_of("announcing")[above.lemma_] if decided else None
    stage = stages_of("pledging").get(above.lemma_)
    if stage is None and not any(child.dep_ == "dobj" for child in above.children):  # "offered ten buses to help"
        stage = stages_of("governing")[above.lemma_]
    return "planned" if stage == "agreed" and _is_thought(verb) else stage


def is_agreed_on(frame: Frame) -> bool:
    """Whether it is told that somebody agreed to do what a frame tells: "agreed to host talks"."""
    verb, head = frame.verb, frame.head
    own = verb is not None and (head == verb or (head.head == verb and head.dep_ in ACTED_ON))
    clause = _governed(verb) if own and verb is not None and not _is_thought(verb) else None
    return clause is not None and clause.head.lemma_ == "agree" and _is_said(clause.head) and clause.tag_ == "VB"


def _is_bound_by_treaty(verb: Token) -> bool:
    """Whether a treaty or a contract says that something will be done: "under the protocol it will send six nurses"."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.tag_ == "VB":
        verb = verb.head
    children = list(verb.children)
    if not any(child.lower_ in _words("binding_modals") for child in children):
        return False
    grounds = [token for child in children if child.lower_ in _words("binding_by") for token in _grounds(child)]
    if any(token.lower_ in ("which", "whereby") for token in (*grounds, *children)):  # "a protocol under which it will"
        grounds = [verb.head, *verb.head.children]
    return any(token.lemma_.lower() in _words("binding") and token.dep_ in _NAMED for token in grounds)


def _grounds(by: Token) -> Iterator[Token]:
    """What stands behind a preposition: "under the protocol", "according to the terms of it", "in line with it"."""
    for child in by.children:
        if child.dep_ == "prep":
            yield from _grounds(child)
        elif child.dep_ == "pobj":
            yield child
            if child.lemma_.lower() in _words("binding_terms"):
                yield from _grounds(child)


def _is_thought(verb: Token) -> bool:
    """Whether something is only to be thought about: "consider", "look into"."""
    return verb.lemma_ in _words("thinking") or (
        verb.lemma_ == "look" and any(child.lower_ in ("at", "into") for child in verb.children)
    )


def stage_of_treaty(frame: Frame, published: Edtf | None) -> Stage | None:
    """How far an instrument has come, if a verb tells what was done to it: "will be signed", "which we just signed".

    What was signed more than a year before publication is in force by now, as far as the text tells, and so is that
    under which something is done; what is negotiated on is still to come.
    """
    if _is_in_hand(frame.head):
        return "planned"
    if is_possible(frame.head) or stage_under(frame.head) == "proposed":
        return "proposed"
    if awaits_force(frame.head):
        return "agreed"
    verb = _done_to(frame.head)
    if verb is None and (over := _is_over(frame.head)):
        return over
    if verb is None:
        return _by_noun(frame, published) or ("underway" if _is_frame(frame) else None)
    to_come = verb.tag_ in ("VB", "VBG") and verb.lemma_ in _words("founding") | _words("concluding")
    if to_come and is_hoped_for(frame.head, verb):
        return "proposed"
    if verb.lemma_ in _words("founding") and (shared_tense(verb) not in _DONE or verb.tag_ == "VBG"):
        governed = _governed(verb)
        bound = governed is not None and _is_said(governed.head) and governed.head.lemma_ not in stages_of("announcing")
        free: Stage | None = "planned" if shared_tense(verb) == "future" and verb.dep_ not in ("relcl", "acl") else None
        return stage_of_work(frame, published) if bound else free
    if (stage := stages_of("signing").get(verb.lemma_)) is None:
        return stopped_treaty(verb, frame.head)
    if shared_tense(verb) in ("future", "infinitive"):
        return "planned" if verb.dep_ not in ("relcl", "acl") else None
    if published is None or shared_tense(verb) not in _DONE:
        return None
    return "underway" if any(_is_old(d.edtf, published) for d in frame.dates if d.edtf) else stage


def _is_over(noun: Token) -> Stage | None:
    """Whether a thing is told to have ended or lapsed: "the programme ended in May", "the treaty has lapsed"."""
    verb = noun.head if noun.dep_ == "nsubj" else None
    if verb is None or not _has_happened(verb) or any(child.dep_ == "dobj" for child in verb.children):
        return None
    return stages_of("doing").get(verb.lemma_)


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
        if _is_over(above) or any(map(_ends_talks, deeds(above))):
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


_DONE, _LATELY = ("past", "perfect", "participle"), 366  # tenses, days


def _is_old(when: Edtf, published: Edtf) -> bool:
    return bool(when.last and published.first and (published.first - when.last).days > _LATELY)


def _done_to(noun: Token) -> Token | None:
    """The verb of what is done to the thing that a noun names, the main one if there are several."""
    return next(deeds(noun), None)


def deeds(noun: Token) -> Iterator[Token]:
    """The verbs of what is done to what a noun names: "X was signed", "signed X", "X is to be signed"."""
    if noun.head.pos_ == "VERB" and noun.dep_ in ACTED_ON:
        yield noun.head
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        yield from (child for child in noun.head.children if child.dep_ == "xcomp" and child.tag_ == "VBN")
    yield from (child for child in noun.children if child.dep_ in ("relcl", "acl") and child.tag_ in ("VBN", "VBD"))


def _is_said(verb: Token) -> bool:
    """Whether the verb tells what is or was, not what shall, should or may be; "am pleased to announce" does too."""
    if not is_asserted(verb):
        return False
    tense = shared_tense(verb)
    told = tense != "infinitive" and (tense != "participle" or verb.tag_ == "VBN")
    return told or verb.lemma_ in stages_of("announcing")


def _ended(frame: Frame) -> Stage | None:
    """Agreed, done, suspended or cancelled if that was done to the work; who refuses or rejects does not end work."""
    if over := _is_over(frame.head):
        return over
    if any(_stops(verb) for verb in _joined(frame.head)):
        return "suspended"
    if frame.head.pos_ == "VERB" and frame.head.dep_ not in ACTED_ON:
        passive = frame.head.dep_ == "acl" and frame.head.tag_ == "VBN"
        done = passive or bool(acted_on(frame.head))
        return _ends(frame.head, own=not passive) if done else None
    return next((stage for verb in deeds(frame.head) if (stage := _ends(verb))), None)


def _ends(verb: Token, *, own: bool = False) -> Stage | None:
    """What a verb does to work, or, if it is the work's ``own``, what it says of it."""
    if not _has_happened(verb):
        return None
    if _ends_talks(verb):
        return "done"
    stopped = stopped_by(verb)
    return stages_of("ending").get(verb.lemma_) if stopped is None or (own and stopped == "cancelled") else stopped


def _ends_talks(verb: Token) -> bool:
    """Whether negotiations were brought to their end: "concluded the talks"; "concluded a treaty" tells of signing."""
    talks = any(c.lemma_.lower() in _words("negotiating_nouns") for c in acted_on(verb))
    return talks and verb.lemma_ in _words("closing") and _has_happened(verb)


def _joined(head: Token) -> list[Token]:
    """The verbs that tell more of the same subject: "was to begin in May, but has been put off"."""
    verb = head if head.pos_ == "VERB" else head.head if head.dep_ in ("nsubj", "nsubjpass") else None
    return [child for child in verb.children if child.dep_ == "conj"] if verb is not None else []


def _stops(verb: Token) -> bool:
    """Whether it is told that something has been put off, with no subject or object of its own."""
    own = any(child.dep_ in ("nsubj", "nsubjpass", "dobj") for child in verb.children)
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    return passive and not own and _has_happened(verb) and stopped_by(verb) == "suspended"


def _has_happened(verb: Token) -> bool:
    """Whether something was done, not only "should be", "has not been" or is waited for ("once it has been done")."""
    if shared_tense(verb) not in _DONE or verb.tag_ == "VBG":
        return False
    return is_asserted(verb) and not any(child.lower_ in _words("waiting") for child in verb.children)


def _is_own(verb: Token) -> bool:
    """Whether those announce who publish: "I am pleased to announce", "we announced"; of others a text only reports."""
    subject = subject_of(verb)
    return shared_tense(verb) == "infinitive" or (subject is not None and subject.lower_ in ("i", "we"))


def _is_ahead(verb: Token) -> bool:
    """Whether a clause tells what will or would be."""
    return any(child.tag_ == "MD" for child in verb.children)


def _governed(verb: Token) -> Token | None:
    """The verb of the clause, this one or one above it, that hangs on a verb which settles how far it has come.

    "Announced that it will build", "pledged money to build and equip".
    """
    known = stages_of("announcing").keys() | stages_of("pledging").keys() | stages_of("governing").keys()
    for _ in range(_STEPS):
        above = verb.head
        if verb.dep_ in ("ccomp", "xcomp") and above.lemma_ in known:
            return verb
        purpose = verb.dep_ == "advcl" and any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
        if above == verb or not (verb.dep_ in ("conj", "xcomp") or purpose):
            return None
        verb = above
    return None
