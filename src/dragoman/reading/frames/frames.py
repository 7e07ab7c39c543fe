"""Frames: what the text may be telling of, before anything is decided.

A frame is a predicate (a verb, or a noun such as "visit" or "agreement") with the words that belong to it: who,
what, with whom, when, how much, under which tense and modality. Frames are found generously; ``judge`` decides
which of them become entries.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Literal

from spacy.tokens import Span, Token

from dragoman.knowledge import word_set
from dragoman.reading.frames.hosts import one_a_host
from dragoman.reading.frames.predicates import coordinated, is_infinitive
from dragoman.reading.frames.readings import NOUNS, readings
from dragoman.reading.frames.slots import slot_of_actor, subject_of
from dragoman.reading.language import whole_words
from dragoman.reading.page import Page

if TYPE_CHECKING:
    from dragoman.reading.dates import DateMention
    from dragoman.reading.people.actors import Actor
    from dragoman.reading.quantities.numbers import Quantity

FrameKind = Literal["event", "instrument", "activity"]
# Clauses that hang on a predicate but tell something of their own.
_ASIDE = frozenset({"advcl", "relcl", "parataxis", "ccomp", "appos", "acl", "meta", "intj", "cc", "conj"})
_PURPOSES = frozenset({"advcl", "relcl", "acl"})
_LONGEST_TITLE = 28
_UPWARDS = 11  # words from a verb to the one that it is joined to


@dataclass(eq=False)
class Frame:
    """One predicate, read as one kind; ``commemorated`` says that an anniversary is of it."""

    head: Token
    kind: FrameKind
    types: tuple[str, ...]
    verb: Token | None
    sent: Span
    core: list[Token]
    start: int
    end: int
    actors: list[tuple[str, Actor]] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    commemorated: bool = False

    def slots(self, *names: str) -> list[Actor]:
        """The actors that stand in one of the places ``names`` ("subject", "object", "with", "of", "near", …)."""
        return [actor for slot, actor in self.actors if slot in names]


def find_frames(page: Page) -> Iterator[Frame]:
    """Every frame of the page, in the order of its head."""
    for sent in page.doc.sents:
        actors, dates, quantities = page.actors_in(sent), page.dates_in(sent), page.quantities_in(sent)
        if not any(token.pos_ in NOUNS or token.pos_ == "VERB" for token in sent):
            continue
        kept = set(_commemorated(sent, dates))
        inside = {i for a in actors if a.kind in ("person", "place") for i in _token_range(page, a.start, a.end)}
        named = frozenset(i for a in actors for i in _token_range(page, a.start, a.end))
        bodies = {a.head for a in actors if a.kind == "organisation" and a.code is None}
        # The week of "last week" is no week of events; the word "anniversary" belongs to the time that it tells too.
        timed = {i for d in dates if d.kind != "anniversary" for i in _token_range(page, d.start, d.end)}
        for token in sent:
            if token.i in timed:
                continue
            frame: Frame | None = None
            found = list(readings(token, inside, bodies))
            if token.i in kept and not {"event", "instrument"} & dict(found).keys():
                found.append(_FOUNDING)
            for kind, types in found:
                # What a predicate could be is read off the same words.
                again = replace(frame, kind=kind, types=types) if frame else None
                frame = again or _frame(token, kind, types, sent, named, actors, dates, quantities)
                frame.commemorated = token.i in kept
                yield from one_a_host(frame, dates) if "visit" in types else (frame,)


def _token_range(page: Page, start: int, end: int) -> range:
    span = page.doc.char_span(start, end, alignment_mode="expand")
    return range(span.start, span.end) if span is not None else range(0)


_FOUNDING: tuple[FrameKind, tuple[str, ...]] = ("event", ("establishment", "force"))


def _commemorated(sent: Span, dates: Iterable[DateMention]) -> Iterator[int]:
    """The tokens that name what anniversaries are of: "the 40th anniversary of diplomatic relations"."""
    ends = [d.end for d in dates if d.kind == "anniversary"]
    for token in sent if ends else ():
        behind = token.dep_ in ("pobj", "pcomp") and token.head.lower_ == "of"
        if behind and any(0 <= token.head.idx - end <= 1 for end in ends):
            yield token.i


def _frame(
    head: Token,
    kind: FrameKind,
    types: tuple[str, ...],
    sent: Span,
    named: frozenset[int],
    actors: list[Actor],
    dates: list[DateMention],
    quantities: list[Quantity],
) -> Frame:
    verb = head if head.pos_ == "VERB" else governing_verb(head)
    core = verb_phrase(head) if head.pos_ == "VERB" else _whole_names(noun_phrase(head), actors)
    clause = core
    if verb is not None and head != verb and _carries(head, verb):
        clause = verb_phrase(verb, longest=80)
    start, end = min(t.idx for t in clause), max(t.idx + len(t) for t in clause)
    if verb is not None and verb in clause:
        start = max(start, _begin(verb))
    frame = Frame(head, kind, types, verb, sent, core, start, end)
    frame.actors = [(slot_of_actor(actor, head, verb, sent, named), actor) for actor in actors]
    passing = [clause for clause in _told_in_passing(sent, named) if not clause.start <= head.i < clause.end]
    dates = [d for d in dates if not any(clause.start_char <= d.start < clause.end_char for clause in passing)]
    quantities = [q for q in quantities if not any(c.start_char <= q.start < c.end_char for c in passing)]
    frame.dates = [d for d in dates if start <= d.start < end] or list(dates)
    frame.quantities = [q for q in quantities if start <= q.start < end]
    return frame


def _whole_names(words: list[Token], actors: Iterable[Actor]) -> list[Token]:
    """The words of a phrase, with all of the name inside which it seems to begin: "Heads of State Meeting"."""
    first = words[0]
    inside = next((a for a in actors if a.start < first.idx < a.end), None)
    before = first.doc.char_span(inside.start, first.idx, alignment_mode="contract") if inside else None
    return [*(t for t in before if not t.is_space), *words] if before is not None else words


def _begin(verb: Token) -> int:
    """The character at which the words of a verb begin that shares its subject with the clause before it, else 0.

    "They noted that trade had reached 6 billion and agreed to hold talks": the talks are not worth 6 billion. Several
    purposes of one deed are told together: "gave a million to feed, clothe and house them".
    """
    subject = subject_of(verb)
    if subject is None or subject.head == verb or subject.i > verb.i or subject.is_ancestor(verb):
        return 0
    above = (token for token in (verb, *verb.ancestors) if token.i > subject.i)
    joined = [t for t in islice(above, _UPWARDS) if t.dep_ == "conj" and t.head.pos_ in ("VERB", "AUX")]
    if not joined or _is_purpose(coordinated(joined[0])[0]):
        return 0
    return min(t.idx for t in _gather(verb, _ASIDE))


def _is_purpose(verb: Token) -> bool:
    return verb.dep_ in _PURPOSES and is_infinitive(verb)


@lru_cache(maxsize=8)  # the frames of a sentence ask in turn
def _told_in_passing(sent: Span, named: frozenset[int]) -> tuple[Span, ...]:
    """The clauses that tell more of somebody who is named: "Oman, which lent Mali 2 million dinars in 2021, said …".

    Behind a comma: what "the part of Mali which joins in May" does is told of the part.
    """
    clauses = (token for token in sent if token.dep_ == "relcl" and token.head.i in named and _may_be_of_one(token))
    spans = (sent.doc[clause.left_edge.i : clause.right_edge.i + 1] for clause in clauses)
    return tuple(span for span in spans if span.start > sent.start and span[0].nbor(-1).text == ",")


def _may_be_of_one(verb: Token) -> bool:
    """Whether its subject may be one thing: "talks with Oman, which were held in May" tells of the talks."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")} | {verb.lower_}
    return helpers.isdisjoint(("were", "are", "have"))


def governing_verb(noun: Token) -> Token | None:
    """The verb in whose clause the noun stands, None in a heading without a verb."""
    for token in noun.ancestors:
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None


def _carries(noun: Token, verb: Token) -> bool:
    """Whether the noun is what the verb's clause is about: its subject, its object, or behind one preposition."""
    top = noun
    while top.dep_ == "conj":
        top = top.head
    if top.head == verb:
        return True
    return (
        top.dep_ == "pobj" and top.head.head == verb and top.head.dep_ == "prep" and verb.lemma_ not in ("say", "tell")
    )


_CLAUSES = frozenset({"relcl", "advcl", "parataxis", "ccomp"})
_BESIDE = frozenset({"relcl", "advcl", "appos", "parataxis", "conj", "cc", "punct"})


def noun_phrase(noun: Token, longest: int = _LONGEST_TITLE, aside: frozenset[str] = _BESIDE) -> list[Token]:
    """The words of the phrase around ``noun`` that name the thing, without clauses and what stands ``aside``."""
    words = [t for t in _gather(noun, aside) if t.dep_ not in ("predet", "preconj")]
    return _window(words, noun, longest)


def verb_phrase(verb: Token, longest: int = _LONGEST_TITLE) -> list[Token]:
    """The words of the verb's own clause: subject, verb, objects and prepositions, without asides.

    Whom one helps to do what is no aside: "will help Chile build a port".
    """
    helps = verb.lemma_ in word_set("giving.toml", "helping")
    words = list(_gather(verb, _ASIDE - {"ccomp"} if helps else _ASIDE))
    subject = subject_of(verb)
    if subject is not None and subject.head != verb and not subject.is_ancestor(verb):
        words += noun_phrase(subject, 12, _CLAUSES | {"appos"})
    return _window(words, verb, longest)


@lru_cache(maxsize=64)  # the frames of a sentence ask for one verb in turn, hundreds of them in a list of sums
def _gather(root: Token, aside: frozenset[str]) -> tuple[Token, ...]:
    """The words below ``root`` but for those children that stand ``aside``, and for the clauses further down."""
    found, stack = [], [root]
    while stack:
        token = stack.pop()
        if not token.is_space:
            found.append(token)
        left_out = aside if token == root else _CLAUSES
        stack += [child for child in token.children if child.dep_ not in left_out]
    return tuple(found)


def _window(words: list[Token], around: Token, longest: int) -> list[Token]:
    words = [token for _, token in sorted({t.i: t for t in words}.items())]
    while len(words) > 1 and (words[-1].is_punct or words[-1].is_space):
        words.pop()
    while len(words) > 1 and words[0].is_punct:
        words.pop(0)
    if len(words) > longest:
        at = next((n for n, t in enumerate(words) if t.i == around.i), 0)
        low = max(0, min(at - longest // 3, len(words) - longest))
        words = words[low : low + longest]
    return whole_words(words)
