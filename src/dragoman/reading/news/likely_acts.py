"""Likely acts: which PLOVER type the act of a sentence probably is, by the words around its verb.

The rules of ``plover`` know words; this knows sentences, and tells of verbs that no rule has ("the frigate ferried the
villagers to safety"). The context ``acts-context`` is asked about the verb that tells the act; it was trained on leads
of news coded by the PLOVER codebook (``scripts/train_acts.py``).
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Span, Token

from dragoman.reading.frames.predicate_rules import rules
from dragoman.reading.scoring.context import Asked, Chances, Context
from dragoman.reading.scoring.encoder import Window, windows

KIND, QUESTION = "lead", "act"
_TOLD = ("ccomp", "xcomp")


def likely_acts(sent: Span, context: Context | None = None) -> Chances:
    """Each PLOVER type with the chance that the sentence tells of an act of that type; nothing if it has no words."""
    (view,) = (context or Context.load("acts-context")).over(windows_of(sent)).views([asked_of(sent)])
    return view.get(QUESTION, {})


def windows_of(sent: Span) -> list[Window]:
    """The sentence as the encoder reads it."""
    return list(windows([(sent.start_char, sent.text)]))


def asked_of(sent: Span) -> Asked:
    """What the context is asked about: the verb that tells, and around it the whole sentence."""
    verb = telling(sent)
    return Asked(KIND, [(verb.idx, verb.idx + len(verb))], [(sent.start_char, sent.end_char)])


def telling(sent: Span) -> Token:
    """The word that tells the act: the root of the sentence, or what is said, begun or decided."""
    token: Token = sent.root
    while token.lemma_.lower() in _passing():
        told = next((child for child in token.children if child.dep_ in _TOLD), None)
        if told is None:
            break
        token = told
    return token


@cache
def _passing() -> frozenset[str]:
    """Verbs that mean what the clause means that completes them."""
    return frozenset(
        word for word, some in rules().items() if any(r.meaning == "=" and "clause" in r.conditions for r in some)
    )
