"""Speech: how far a thing has come, by what the sentence says of it, and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from spacy.tokens import Token

from dragoman.knowledge import read_toml, read_tsv
from dragoman.models import Stage
from dragoman.reading.frames.negation import is_negated

_MODALS = dict.fromkeys(("will", "shall", "'ll", "’ll"), "planned") | dict.fromkeys(
    ("would", "should", "could", "may", "might", "can", "must"), "proposed"
)


@cache
def stage_words() -> dict[str, Stage]:
    """Lemma to the stage that it puts on what hangs on it."""
    return {row["lemma"]: row["stage"] for row in read_tsv("stages.tsv")}  # type: ignore[misc]


def stages_of(group: str) -> Mapping[str, Stage]:
    """One table of ``knowledge/pledges.toml``: word to the stage that it tells."""
    found: dict[str, Stage] = read_toml("pledges.toml")[group]
    return found


def stopped_by(verb: Token) -> Stage | None:
    """Whether what a verb is done to does not go on: suspended if it is put off, cancelled if it is called off."""
    particle = next((child.lower_ for child in verb.children if child.dep_ == "prt"), "")
    stage = stage_words().get(f"{verb.lemma_} {particle}".strip())
    return stage if stage in ("suspended", "cancelled") and not is_negated(verb) else None


def is_asserted(verb: Token) -> bool:
    """Whether a verb is neither denied nor under a modal, which would only ask, allow or foretell what it says."""
    return not is_negated(verb) and not any(child.tag_ == "MD" for child in verb.children)


def chain(token: Token, limit: int = 6) -> Iterator[Token]:
    """The token and the verbs and nouns that govern it, nearest first, as far as their sense reaches it."""
    for _ in range(limit):
        yield token
        if token.head == token or token.dep_ in ("relcl", "advcl", "parataxis"):
            return
        token = token.head


@lru_cache(maxsize=64)  # the frames of a sentence hang on the same verbs
def stage_signals(head: Token, verb: Token | None) -> tuple[str, ...]:
    """What the words around a predicate say of how far it has come, nearest first: readable features.

    For instance ``modal=will``, ``tense=past``, ``word=plan:planned``, ``negated``.
    """
    signals: list[str] = []
    for depth, token in enumerate(chain(head)):
        if stage := stage_words().get(token.lemma_.lower()):
            signals.append(f"word{min(depth, 2)}={stage}")
        for child in token.children:
            lower = child.lower_
            if child.dep_ in ("aux", "auxpass"):
                if lower in _MODALS:
                    signals.append(f"modal={_MODALS[lower]}")
                elif lower == "to" and depth == 0:
                    signals.append("infinitive")
            elif child.dep_ in ("amod", "advmod") and (stage := stage_words().get(lower)):
                signals.append(f"beside={stage}")
        if is_negated(token):
            signals.append("negated")
    if verb is not None:
        signals.append(f"tense={tense_of(verb)}")
    return tuple(signals)


@lru_cache(maxsize=64)
def tense_of(verb: Token) -> str:
    """past, perfect, present, progressive, future, infinitive or participle."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & {"will", "shall", "'ll", "’ll"}:
        return "future"
    if helpers & {"have", "has", "'ve", "’ve", "had"}:
        return "perfect"
    if verb.tag_ == "VBG" and helpers:
        return "progressive"
    if "to" in helpers:
        return "infinitive" if not helpers & {"is", "are", "was", "were"} else "future"
    if verb.tag_ == "VBD" or helpers & {"was", "were", "did"}:
        return "past"
    if verb.tag_ in ("VBZ", "VBP") or helpers & {"is", "are", "am", "do", "does"}:
        return "present"
    return "participle"


def shared_tense(verb: Token) -> str:
    """The tense of a verb, for one that shares the helpers of another, "will meet and sign", the tense of both."""
    while verb.dep_ == "conj" and verb.tag_ == verb.head.tag_ and verb.tag_.startswith("VB") and not _has_helpers(verb):
        verb = verb.head
    return tense_of(verb)


def _has_helpers(verb: Token) -> bool:
    return any(child.dep_ in ("aux", "auxpass") for child in verb.children)


def stage_by_rule(kind: str, signals: Sequence[str]) -> Stage:
    """The stage that the signals amount to, the strongest first."""
    values = [s.split("=", 1)[1] for s in signals if "=" in s and not s.startswith("tense")]
    tense = next((s.split("=", 1)[1] for s in signals if s.startswith("tense")), "")
    for stage in ("cancelled", "suspended", "proposed", "planned", "agreed"):
        if stage in values:
            return stage
    if tense in ("future", "infinitive"):
        return "planned"
    if kind == "instrument":
        return "underway"
    if tense in ("past", "perfect", "participle"):
        return "done"
    return "underway" if kind == "activity" else "done"
