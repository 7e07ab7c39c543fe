"""Nearness: how far the words of a sentence are from a word above them, counted in steps of the parse."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heappop, heappush

from spacy.tokens import Token

# How far one step down the parse is, by the label of the dependency and for prepositions by the word.
_STEPS = {
    "dobj": 1.0, "dative": 0.5, "nsubjpass": 0.3, "nsubj": 0.3, "xcomp": 1.0, "ccomp": 1.0, "pcomp": 0.5, "pobj": 0.0,
    "poss": 0.6, "amod": 0.6, "compound": 0.6, "nmod": 0.6, "npadvmod": 2.5, "conj": 0.02, "appos": 1.0, "acl": 2.0,
    "relcl": 3.0, "advcl": 4.5, "agent": 1.0, "attr": 1.0, "acomp": 1.0, "oprd": 1.0, "prt": 0.5, "advmod": 1.0,
}  # fmt: skip
_PREPOSITIONS = {
    "against": 0.3, "to": 0.8, "with": 0.8, "on": 0.8, "upon": 0.8, "at": 1.0, "from": 1.2, "of": 0.8, "for": 1.2,
    "between": 0.6, "toward": 0.8, "towards": 0.8, "by": 1.5, "into": 1.2, "in": 1.8, "over": 1.8, "behind": 0.8,
}  # fmt: skip
CIRCUMSTANCE = 6.0
_FAR = 8.0


def reach(start: Token, barred: set[int], act: str = "") -> Iterable[tuple[float, Token]]:
    """The tokens below ``start`` in order of their distance."""
    queue = [(0.0, start.i)]
    seen = {start.i}
    while queue:
        distance, i = heappop(queue)
        token = start.doc[i]
        yield distance, token
        for child in token.children:
            if child.i in seen or child.i in barred or child.is_punct:
                continue
            seen.add(child.i)
            step = _step(child, act) if token is not start or child.dep_ != "nsubj" else 1.0
            if distance + step <= _FAR:
                heappush(queue, (distance + step, child.i))


def _step(child: Token, act: str) -> float:
    if child.lower_ == "according":
        return _FAR
    if child.dep_ == "advcl" and any(c.lower_ in ("if", "unless") for c in child.children):
        return 1.0 if act == "THREATEN" else _FAR - 1
    if child.dep_ == "conj" and child.pos_ == "ADP":
        return _STEPS["advcl"]  # "and, with some delay, Cuba"
    if child.dep_ in ("prep", "agent", "dative") and child.pos_ in ("ADP", "SCONJ", "PART"):
        return (
            _PREPOSITIONS.get(child.lower_, 2.5)
            if child.lower_ not in ("after", "since", "because", "before", "during", "despite")
            else CIRCUMSTANCE
        )
    return _STEPS.get(child.dep_, 2.0)
