"""Put forward: what a sentence tells to be recommended or proposed, so that nothing in it is decided.

"The recommendations include a fund"; "key initiatives in the report are a treaty and a dialogue".
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dragoman.knowledge import word_set
from dragoman.reading.frames.speech import shared_tense

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.reading.frames.frames import Frame

_words = partial(word_set, "pledges.toml")
_SUBJECTS = ("nsubj", "nsubjpass")


def is_put_forward(frame: Frame) -> bool:
    """Whether the frame stands in what its sentence calls recommendations, or initiatives in a report."""
    root = frame.sent.root
    if frame.head == root or root.lemma_ in _words("taking_up") or shared_tense(root) != "present":
        return False
    subjects = [child for child in root.children if child.dep_ in _SUBJECTS]
    return any(_is_idea(subject) and frame.head.i > subject.i for subject in subjects)


def _is_idea(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    if noun.tag_ != "NNS":
        return False
    within = (thing for prep in noun.children if prep.lower_ in ("in", "of") for thing in prep.children)
    in_report = any(thing.lemma_.lower() in _words("put_forward_by") for thing in within)
    return lemma in _words("put_forward") or (lemma in _words("put_forward_in") and in_report)
