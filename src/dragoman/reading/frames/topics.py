"""Topics: what is only talked about ("discussed the training of nurses") is no activity (bench/FORMAT.md)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from spacy.tokens import Token

from dragoman.knowledge import word_set
from dragoman.reading.frames.frames import Frame
from dragoman.reading.frames.slots import SUBJECTS, acted_on
from dragoman.reading.page import Page

_words = partial(word_set, "topics.toml")
_CLAUSES = ("relcl", "ccomp", "advcl", "conj", "acl")


def discussed(page: Page) -> frozenset[int]:
    """The numbers of the tokens that name what is discussed, without the clauses that tell more of it."""
    return frozenset(word.i for token in page.doc for topic in _topics(token) for word in _phrase(topic))


def is_topic(frame: Frame, talked: frozenset[int]) -> bool:
    """Whether a frame is an activity that is only talked about."""
    return frame.kind == "activity" and frame.head.i in talked


def _topics(token: Token) -> Iterator[Token]:
    """The heads of what a verb or noun of talking is about: "discussed X", "talks on X", "exchanged views on X"."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and lemma in _words("discussing"):
        yield from acted_on(token)
    if lemma in _words("discussions") | _words("discussing"):
        about = (child for child in token.children if child.dep_ == "prep" and child.lower_ in _words("about"))
        yield from (topic for prep in about for topic in prep.children if topic.dep_ in ("pobj", "pcomp"))


def _phrase(topic: Token) -> Iterator[Token]:
    """The words of a topic and of those joined to it; what is told in a clause with a subject is more than a topic."""
    if any(child.dep_ in SUBJECTS for child in topic.children):
        return
    yield topic
    for child in topic.children:
        if child.dep_ not in _CLAUSES or (child.dep_ == "conj" and child.tag_ not in ("VBD", "VBZ", "VBP")):
            yield from _phrase(child)


_FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))
_HEADING, _PROSE = 10, 10  # words of a heading at most, and of the sentence below it at least
_BLANK = 2  # characters that part blocks at least: the ends of a line and of an empty one


def heads_section(frame: Frame) -> bool:
    """Whether a line without a verb between two paragraphs, the heading of the second, names work."""
    words = [token for token in frame.sent if not token.is_space]
    if frame.kind != "activity" or not words or len(words) > _HEADING or words[-1].is_punct:
        return False
    if not words[0].text[:1].isupper() or any(token.tag_ in _FINITE for token in words):
        return False
    doc = frame.sent.doc
    above = next((t for t in reversed(doc[: words[0].i]) if not t.is_space), None)
    below = next((t for t in doc[words[-1].i + 1 :] if not t.is_space), None)
    if above is None or below is None or above.text not in (".", "!", "?"):
        return False
    apart = words[0].idx - above.idx > _BLANK and below.idx - words[-1].idx - len(words[-1]) >= _BLANK
    prose = [token for token in below.sent if not token.is_space]
    return apart and len(prose) >= _PROSE and prose[-1].text == "."
