"""Going on: what a text tells to be under way on the day of its publication, and until when."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from dragoman.knowledge import word_set
from dragoman.reading.frames.hosts import verbs
from dragoman.reading.frames.speech import shared_tense, tense_of
from dragoman.values import Edtf

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.reading.frames.frames import Frame
    from dragoman.reading.page import Page

_UNTIL = re.compile(r"\b(?:until|till?|through|thru)\s+(?:the\s+)?\Z", re.IGNORECASE)
_LEAD = 16  # characters before a date in which "until" stands
_DAY = 10  # characters of an EDTF day
_SPAN = 21  # and of a span from one day to another


def goes_on(frame: Frame, page: Page) -> Edtf | None:
    """From the day of publication to the day "until" which it lasts, or that day, if it is told to be "now".

    None where nothing is said to be going on: "she is visiting Oslo on Friday".
    """
    today = page.anchor
    if today is None or len(today) != _DAY or not _is_present(frame.verb or frame.head):
        return None
    ends = [
        date.edtf
        for date in frame.dates
        if date.edtf and len(date.edtf) == _DAY and date.edtf >= today and _follows_until(page.text, date.start)
    ]
    if ends:
        return Edtf(f"{today}/{ends[0]}") if ends[0] != today else today
    return today if any(date.timex == "PRESENT_REF" for date in frame.dates) else None


def is_visiting(frame: Frame, published: Edtf | None) -> bool:
    """Whether somebody is told to be visiting, or making a visit, on no day that is still to come."""
    verb = frame.head if frame.head.pos_ == "VERB" else frame.verb
    if verb is None or not (_is_present(verb) or _is_here(verb)):
        return False
    pays = verb.lemma_ in verbs("paying") and frame.head.head == verb
    if frame.head != verb and not pays and not _is_on(frame.head, verb):
        return False
    return all(d.edtf and d.edtf.begins_by(published) for d in frame.dates if d.kind != "duration")


def is_halfway(frame: Frame, published: Edtf | None) -> bool:
    """Whether the days of a visit that a clause tells have begun before publication and end behind it.

    Who "visited Oslo from 4 to 7 May" is told to have left even if the text is dated 5 May.
    """
    verb = frame.head if frame.head.pos_ == "VERB" else frame.verb
    if published is None or len(published) != _DAY or (verb is not None and shared_tense(verb) in ("past", "perfect")):
        return False
    told = [date.edtf for date in frame.dates if date.edtf]
    return any(len(days) == _SPAN and days[:_DAY] < published < days[_DAY + 1 :] for days in told)


def is_there_already(head: Token) -> bool:
    """Whether joint work is called existing, or is continued: "our ongoing cooperation", "continue our work".

    It may be that which a verb is done to or aims at: "complements existing cooperation", "shared efforts to end it".
    """
    words = partial(word_set, "pledges.toml")
    near = (head, *(child for child in head.children if child.dep_ == "dobj"), *([head.head] if _aims(head) else []))
    for work in (token for token in near if token.pos_ == "NOUN" and token.lemma_.lower() in words("joint_work")):
        beside = {child.lower_ for child in work.children}
        if beside & words("existing"):
            return True
        above = next((token for token in work.ancestors if token.pos_ == "VERB"), None)
        own = any(child.dep_ == "poss" for child in work.children)
        kept = work.dep_ in ("dobj", "conj") and above is not None and above.lemma_ == "continue"
        if own and kept and above is not None and above.dep_ != "pcomp" and shared_tense(above) != "future":
            return True
    return False


def _aims(verb: Token) -> bool:
    """Whether an infinitive tells what efforts are for: "efforts to end it"."""
    return verb.dep_ == "acl" and tense_of(verb) == "infinitive"


def _is_present(verb: Token) -> bool:
    """Whether somebody is doing it, or is there."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if verb.lemma_ == "be":
        return tense_of(verb) == "present"
    return tense_of(verb) == "progressive" and bool(helpers & {"is", "are", "am", "'s", "’s", "'re", "’re"})


def _is_on(noun: Token, verb: Token) -> bool:
    """Whether somebody "is on a visit"."""
    return verb.lemma_ == "be" and noun.dep_ == "pobj" and noun.head.lower_ == "on"


def _is_here(verb: Token) -> bool:
    """Whether it is told how it is "to be here"."""
    here = verb.lemma_ == "be" and any(child.lower_ == "here" for child in verb.children)
    above = next((token for token in verb.ancestors if token.pos_ in ("VERB", "AUX")), verb)
    return here and tense_of(verb) == "infinitive" and tense_of(above) == "present"


def _follows_until(text: str, start: int) -> bool:
    return bool(_UNTIL.search(text, max(0, start - _LEAD), start))
