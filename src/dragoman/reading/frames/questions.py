"""Questions: what is only asked ("Will she visit Oman?") has not been told."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from dragoman.models import Entry
from dragoman.reading.frames.slots import SUBJECTS
from dragoman.reading.page import Page

_ASKING = ("WDT", "WP", "WP$", "WRB")


def asked(page: Page) -> list[int]:
    """The offsets of the main verbs of the questions of a page."""
    return [at for sent in page.sentences for at in _main_verb(sent)]


def is_asked(entry: Entry, questions: list[int]) -> bool:
    """Whether an event or an activity is what one of the ``questions`` asks about.

    What is only mentioned in a question is told: "Did the club founded in 2020 help?"
    """
    if entry.kind not in ("event", "activity"):
        return False
    return any(words.start <= at < words.end for words in entry.evidence for at in questions)


def _main_verb(sent: Span) -> Iterator[int]:
    """Where the main verb of a question stands; words behind which there is a question mark may be none."""
    if not any(token.text == "?" for token in sent[-3:]):
        return
    for verb in (token for token in sent if token.pos_ in ("VERB", "AUX")):
        subjects = [child.i for child in verb.children if child.dep_ in SUBJECTS]
        helper = next((child.i for child in verb.children if child.dep_ in ("aux", "auxpass")), verb.i)
        if any(helper < at for at in subjects) or (subjects and verb == sent.root and _asks(verb)):
            yield verb.idx


def _asks(verb: Token) -> bool:
    """Whether what stands before a verb begins with "who", "which", "how many"."""
    return any(token.tag_ in _ASKING for token in verb.doc[verb.left_edge.i : verb.i])
