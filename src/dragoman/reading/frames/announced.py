"""Announced: what a government that announces its decision at the head of a release then says that it "will" give.

It is decided, as what it is pleased to announce is: "I am pleased to announce … . Australia will also contribute …".
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import any_of, word_set
from dragoman.reading.frames.negation import is_negated
from dragoman.reading.frames.slots import subject_of
from dragoman.reading.frames.speech import shared_tense

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.reading.frames.frames import Frame
    from dragoman.reading.page import Page

_HEAD = 600  # characters of a release in which it says what it announces
_PRONOUNS = frozenset(("i", "we", "it"))
_STEPS = 3


def is_announced(frame: Frame, page: Page) -> bool:
    """Whether the frame tells of a sum that the speaking government will give, in a release that announces such."""
    if page.home is None or not any(quantity.kind == "money" for quantity in frame.quantities):
        return False
    verb = _main(frame.verb)
    if verb is None or shared_tense(verb) != "future" or is_negated(verb):
        return False
    return _is_own(subject_of(verb), page) and _announces().search(page.text, 0, _HEAD) is not None


def _main(verb: Token | None) -> Token | None:
    """The verb of which an infinitive tells the purpose: "will provide 3 million to help"."""
    for _ in range(_STEPS):
        purpose = verb is not None and verb.dep_ in ("advcl", "xcomp", "acl") and shared_tense(verb) == "infinitive"
        if verb is None or not purpose:
            return verb
        verb = next((token for token in verb.ancestors if token.pos_ in ("VERB", "AUX")), None)
    return verb


def _is_own(subject: Token | None, page: Page) -> bool:
    """Whether the speaking government is the subject, or the assistance that it announces."""
    if subject is None:
        return False
    if subject.lower_ in _PRONOUNS or subject.lemma_.lower() in word_set("pledges.toml", "announced_aid"):
        return True
    home = (actor for actor in page.actors if actor.code == page.home and actor.kind in ("state", "government"))
    return any(actor.start <= subject.idx < actor.end for actor in home)


@cache
def _announces() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('pledges.toml', 'announces')}\b", re.IGNORECASE)
