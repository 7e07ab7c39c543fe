"""A short label for a piece of aid: what its account's first sentence says is given or done, and to whom."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from dragoman.reading.page import Page
from dragoman.reading.titles import label

_LONGEST = 26
_SHORTEST = 5
_LEADING = {"prep", "punct", "cc", "det", "aux", "case", "mark"}


def title_of_account(page: Page) -> str:
    """The first full sentence without who gives, when, how much, and who signed: the words that name the work."""
    sent = _telling(page)
    words = _trimmed(list(_naming(page, sent, _foreground(sent))))
    if len(words) < _SHORTEST:
        words = _trimmed(list(_naming(page, sent, frozenset())))
    return label(words or list(sent), page)


def _trimmed(words: list[Token]) -> list[Token]:
    """The words without articles and prepositions at either end."""
    while words and (words[0].dep_ in _LEADING or not words[0].text[:1].isalnum()):
        words = words[1:]
    words = words[:_LONGEST]
    while words and words[-1].dep_ in _LEADING:
        words = words[:-1]
    return words


def _telling(page: Page) -> Span:
    """The first sentence that is one, and no heading such as "Summary:"."""
    sentences = list(page.doc.sents)
    full = (s for s in sentences if s.root.pos_ in ("VERB", "AUX") and len(s) > _SHORTEST)
    return next(full, sentences[0])


def _foreground(sent: Span) -> frozenset[int]:
    """Who acts, and the verb: the numbers of these tokens."""
    root = sent.root
    if root.pos_ not in ("VERB", "AUX"):
        return frozenset()
    subject = {token.i for child in root.children if child.dep_ == "nsubj" for token in child.subtree}
    helpers = {child.i for child in root.children if child.dep_ in ("aux", "auxpass")}
    return frozenset(subject | helpers | {root.i})


def _naming(page: Page, sent: Span, aside: frozenset[int]) -> Iterator[Token]:
    """The words of the sentence without those ``aside``, dates, persons, sums and brackets."""
    gone = [(d.start, d.end) for d in page.dates]
    gone += [(a.start, a.end) for a in page.actors if a.kind == "person"]
    gone += [(q.start, q.end) for q in page.quantities if q.kind == "money"]
    depth = 0
    for token in sent:
        depth += token.text == "("
        inside = depth > 0
        depth -= token.text == ")" and depth > 0
        if not inside and token.i not in aside and not any(start <= token.idx < end for start, end in gone):
            yield token
