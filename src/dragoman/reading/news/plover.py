"""Who does what to whom in a sentence: its PLOVER event, with sources and targets.

The reading goes down from the root of the parse: words such as "said" or "began" pass on the meaning of what hangs
on them, words such as "refused" or "demanded" set their own over it, and the future, the negation and the duty turn
an act into a promise, a refusal or a demand (PLOVER codebook: what is announced for later is AGREE if friendly and
THREATEN if hostile).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from spacy.tokens import Span, Token

from dragoman.models import PloverType
from dragoman.reading.frames.negation import is_negated
from dragoman.reading.frames.predicate_rules import PLOVER_TYPES, Rule, lists, rules
from dragoman.reading.frames.predicates import SUBJECTS, Predicate
from dragoman.reading.news.belonging import by_token
from dragoman.reading.news.sides import sides
from dragoman.reading.page import Page

if TYPE_CHECKING:
    from dragoman.reading.people.actors import Actor

_FUTURE = {"will", "would", "shall", "'ll", "’ll", "'d", "wo"}
_MAYBE = {"may", "might", "could"}
_DUTY = {"must", "should", "ought"}
_PREDICATES = {"VERB", "AUX", "NOUN", "ADJ"}
# Prepositions whose object may carry the event: "resorted to violence", "called for talks", "in protest".
_CARRIERS = {"to", "for", "of", "on", "in", "into", "with", "against", "from", "at", "over", "by", "during"}
_CIRCUMSTANCES = {
    "after", "following", "according", "before", "since", "despite", "amid", "during", "because", "until", "under",
    "as", "due", "than", "like",
}  # fmt: skip
_CONDITIONS = _CIRCUMSTANCES | {"if", "unless", "while", "although", "though", "when", "once", "whether"}


@dataclass(frozen=True)
class PloverEvent:
    """An act of the sentence. ``type`` is its PLOVER type, ``act`` the type of the act itself, future, negation and
    duty left aside; ``trigger`` are characters of the page, ``head`` the index of the predicate's token."""

    type: PloverType
    act: PloverType
    trigger: tuple[int, int]
    predicate: str
    sources: list[Actor]
    targets: list[Actor]
    score: float
    why: tuple[str, ...]
    head: int


@dataclass(frozen=True)
class _Meaning:
    """What a word means in its sentence; ``head`` governs who acts on whom, ``words`` decided."""

    type: str
    act: str
    head: Token
    words: tuple[Token, ...]
    score: float
    why: tuple[str, ...]

    @property
    def weak(self) -> bool:
        return self.score < 0.6


class _Reader:
    """Reads the words of one sentence, each at most once."""

    def __init__(self) -> None:
        self._known: dict[int, _Meaning | None] = {}

    def read(self, token: Token) -> _Meaning | None:
        """The meaning of ``token`` with all that hangs on it, None if it tells no event."""
        if token.i not in self._known:
            self._known[token.i] = None  # a parse is a tree; this only guards against relative clauses that point back
            self._known[token.i] = self._modal(token, self._plain(token))
        return self._known[token.i]

    def _plain(self, token: Token) -> _Meaning | None:
        """The meaning without negation, future and duty."""
        if token.pos_ not in _PREDICATES or not _may_tell(token):
            return None
        predicate = Predicate(token)
        inner, around = self._inner(predicate)
        for rule in _candidates(predicate):
            # What hangs on a verb by a mere preposition ("stopped work during the strike") is not what it does.
            done = inner if token.pos_ == "VERB" and rule.meaning in PLOVER_TYPES else inner or around
            if not predicate.fits(rule, done.type if done else None):
                continue
            if rule.meaning in PLOVER_TYPES:
                words = (token, *(done.words if done and rule.looks_inside else ()))
                return _Meaning(rule.meaning, rule.meaning, token, words, 0.4 if rule.weak else 0.85, (str(rule),))
            if done is not None:
                return self._passed(predicate, done, str(rule), 1.0)
        if (inner or around) is not None and token.pos_ in ("VERB", "AUX"):
            return self._passed(predicate, cast(_Meaning, inner or around), f"{token.lemma_} passes on", 0.75)
        return None

    def _passed(self, predicate: Predicate, inner: _Meaning, why: str, share: float) -> _Meaning:
        """``inner`` as the meaning of the word above it; an event noun leaves who acts to its verb."""
        noun = inner.head.pos_ == "NOUN" and predicate.token.pos_ != "NOUN"
        head = predicate.token if noun or inner.head.pos_ == "ADJ" else inner.head
        return replace(
            inner, head=head, words=(predicate.token, *inner.words), score=inner.score * share, why=(why, *inner.why)
        )

    def _inner(self, predicate: Predicate) -> tuple[_Meaning | None, _Meaning | None]:
        """The meaning of what completes the word (a clause or an object), and of what hangs on it more loosely."""
        token, preps = predicate.token, predicate.preps
        told = any(c.dep_ == "ccomp" for c in token.children)  # "the court was told that …": not the court is told of
        objects = [o for o in predicate.objects if o.dep_ != "compound" and not (told and o.dep_ == "nsubjpass")]
        objects += [c for c in token.children if c.dep_ in ("acomp", "oprd")]
        clauses = [c for c in predicate.clauses if c not in predicate.purposes]
        loose = [o for prep, some in preps.items() if prep in _CARRIERS for o in some if o.dep_ != "pcomp"]
        compounds = [c for c in token.children if c.dep_ == "compound" and token.pos_ == "NOUN"]
        near = (*clauses, *objects) if told else (*objects, *clauses)
        close = self._first((*near, *preps.get("from", ())), token)
        if close is not None and not close.weak:
            return close, None
        around = self._first((*loose, *predicate.purposes, *compounds), token)
        return (None, around) if around is not None and not around.weak else (close, around)

    def _first(self, candidates: Iterable[Token], above: Token) -> _Meaning | None:
        """The first meaning among ``candidates`` that is no weak hint, else the first weak one."""
        meanings = [m for c in candidates if c is not above and (m := self.read(c)) is not None]
        return next((m for m in meanings if not m.weak), meanings[0] if meanings else None)

    def _modal(self, token: Token, meaning: _Meaning | None) -> _Meaning | None:
        """The meaning under the negation, the duty and the future of the verb."""
        if token.pos_ not in ("VERB", "AUX"):
            return meaning
        spoken = {
            "not": _negated(token),
            "must": _aux(token, _DUTY),
            "will": _future(token),
            "may": _aux(token, _MAYBE),
        }
        plain = meaning
        for word, present in spoken.items():
            if not present:
                continue
            for rule in rules()[word]:
                if rule.weak and meaning is not plain:
                    continue  # "would not join" is no promise
                fitting = all(_modal_holds(c, token, meaning) for c in rule.conditions)
                if fitting and not (rule.weak and meaning is not None and not meaning.weak):
                    base = meaning or _Meaning(rule.meaning, rule.meaning, token, (token,), 0.75, ())
                    score = min(base.score, 0.4) if rule.weak else max(base.score, 0.85)
                    head = token.head if word == "must" and token.dep_ == "ccomp" else base.head
                    meaning = replace(base, type=rule.meaning, head=head, score=score, why=(str(rule), *base.why))
                    break
        return meaning


def _modal_holds(condition: str, token: Token, meaning: _Meaning | None) -> bool:
    if condition == "other":
        subjects = [c for c in token.children if c.dep_ in SUBJECTS]
        return bool(subjects) and subjects[0].lower_ not in ("we", "i", "it", "they", "he", "she")
    return Predicate(token).holds(condition, meaning.type if meaning else None)


def _may_tell(token: Token) -> bool:
    if token.lower_ == "according":
        return False
    if token.pos_ == "NOUN":
        return token.lemma_.lower() not in lists()["@people"]
    return not (token.pos_ in ("VERB", "ADJ") and token.dep_ in ("amod", "compound", "prep"))


def _candidates(predicate: Predicate) -> list[Rule]:
    found = [rule for key in predicate.keys for rule in rules().get(key, ())]
    size = {key: 4 * len(key.split()) for key in predicate.keys}
    return sorted(found, key=lambda r: (r.weak, -size[r.predicate] - r.special, r.meaning == "=", r.order))


def _negated(token: Token) -> bool:
    """ "does not", "never", "shows no sign"."""
    return is_negated(token) or any(c.dep_ == "dobj" and c.pos_ == "NOUN" and is_negated(c) for c in token.children)


def _aux(token: Token, words: set[str]) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in words for c in token.children)


def _future(token: Token) -> bool:
    """ "will go", "is to go", "is going to go"."""
    if _aux(token, _FUTURE):
        return True
    head = token.head
    if token.dep_ != "xcomp" or not any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children):
        return False
    return head.lemma_ == "be" or (head.lower_ == "going" and any(c.lemma_ == "be" for c in head.children))


def _meanings(sent: Span) -> Iterator[_Meaning]:
    """Every meaning that the sentence's words have, with less weight the deeper they stand, none told twice."""
    reader, told = _Reader(), set[int]()
    for token, depth in sorted(_downward(sent.root), key=lambda found: found[1]):
        if token.dep_ == "compound":
            continue
        meaning = reader.read(token)
        if meaning is not None and not told & {w.i for w in meaning.words}:
            told |= {w.i for w in meaning.words}
            yield replace(meaning, score=round(meaning.score * 0.93**depth, 3))


def _downward(root: Token) -> list[tuple[Token, int]]:
    """The token and all below it with their depths, each after its head."""
    found = [(root, 0)]
    for token, depth in found:
        found += [(child, depth + (3 if _adjunct(child) else 1)) for child in token.children]
    return found


def _adjunct(token: Token) -> bool:
    """Whether the token opens a phrase or a clause that only gives the time, the cause, the condition or the source."""
    if token.dep_ == "advcl":
        return any(c.dep_ in ("mark", "advmod") and c.lower_ in _CONDITIONS for c in token.children)
    return token.dep_ == "prep" and token.lower_ in _CIRCUMSTANCES


def find_plover(page: Page, sent: Span) -> list[PloverEvent]:
    """The events that the sentence tells of, the main one first."""
    found = []
    at = by_token(page.actors_in(sent), sent)
    for meaning in _meanings(sent):
        sources, targets = sides(at, meaning.head, meaning.act, meaning.type)
        words = sorted(meaning.words, key=lambda t: t.i)
        found.append(
            PloverEvent(
                type=cast(PloverType, meaning.type),
                act=cast(PloverType, meaning.act),
                trigger=(words[0].idx, words[-1].idx + len(words[-1])),
                predicate=words[0].lemma_.lower(),
                sources=sources,
                targets=targets,
                score=meaning.score,
                why=meaning.why,
                head=meaning.head.i,
            )
        )
    return sorted(found, key=lambda e: -e.score)
