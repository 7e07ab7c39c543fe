"""What can be seen of a frame, in words that a person can read: the input of the judge."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice

from spacy.tokens import Span, Token

from dragoman.knowledge import read_tsv
from dragoman.reading.frames.frames import Frame
from dragoman.reading.frames.slots import OBJECTS, subject_of
from dragoman.reading.frames.speech import shared_tense, stage_by_rule, stage_signals, stage_words, tense_of
from dragoman.reading.page import Page

_OPENING = 4  # sentences, a heading and a date among them
_PHRASE = 4  # words
_UPWARDS = 7  # words, the head of the frame among them
_CIRCUMSTANCES = ("advmod", "npadvmod", "prep", "mark")
_TOLD_ELSEWHERE = ("infinitive", "participle")  # of such a verb another one tells whether it is so, was so or will be


def features_of(frame: Frame, page: Page) -> dict[str, float]:
    """Names of what is seen, each with weight 1 (``"verb=sign"``, ``"object=agreement"``, ``"states=2"``)."""
    return dict.fromkeys(_seen(frame, page), 1.0)


def _seen(frame: Frame, page: Page) -> Iterator[str]:
    yield from _words(frame)
    yield from _work(frame)
    yield from _actors(frame, page)
    yield from _setting(frame, page)
    yield from _stage(frame)
    yield from _above(frame)
    yield from _surroundings(frame, page)
    yield from _times(frame, page)


def _words(frame: Frame) -> Iterator[str]:
    head, lemma = frame.head, frame.head.lemma_.lower()
    pos = "verb" if head.pos_ == "VERB" else "noun"
    yield f"{pos}={lemma}"
    yield f"dep={pos}:{head.dep_}"
    for type_ in frame.types or ("unlisted",):
        yield f"says={type_}"
    yield f"form={head.tag_}"
    for child in head.children:
        if child.dep_ in OBJECTS:
            yield f"object={child.lemma_.lower()}"
            yield f"{lemma}+{child.lemma_.lower()}"
        elif child.dep_ == "prep":
            yield f"prep={child.lower_}"
            yield f"{lemma}+{child.lower_}"
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield f"{child.lower_}={inner.lemma_.lower()}"
        elif child.dep_ in ("amod", "compound", "nummod"):
            yield f"{child.dep_}={child.lemma_.lower()}"
        elif child.dep_ in ("det", "poss"):
            yield f"{child.dep_}={child.lower_ if child.pos_ in ('DET', 'PRON') else 'name'}"
        elif child.dep_ in ("prt", "xcomp", "relcl", "acl", "appos", "nmod"):
            yield f"{child.dep_}={child.lemma_.lower()}"
    if pos == "noun":
        yield "proper" if head.pos_ == "PROPN" or head.text[:1].isupper() else "common"
        yield f"above={head.head.lemma_.lower()}"
        if head.dep_ == "pobj":
            yield f"behind={head.head.head.lemma_.lower()} {head.head.lower_}"
        if frame.verb is not None:
            yield f"under={frame.verb.lemma_.lower()}"
            yield f"{frame.verb.lemma_.lower()}+{lemma}"
    elif (subject := subject_of(head)) is not None:
        yield f"subject={subject.lemma_.lower()}"
        if head.head != head:
            yield f"below={head.head.lemma_.lower()}"


def _work(frame: Frame) -> Iterator[str]:
    """What the words of a piece of work, and those of its clause, are typical of: a tariff of trade, a bridge of
    construction.
    """
    if frame.kind != "activity":
        return
    own = {token.i for token in frame.core}
    for token, types in _words_of_work(frame.sent):
        if token.i in own or frame.start <= token.idx < frame.end:
            for type_ in types:
                yield f"{'own' if token.i in own else 'near'} word of {type_}"


@lru_cache(maxsize=1)
def _words_of_work(sent: Span) -> list[tuple[Token, tuple[str, ...]]]:
    """The words of a sentence that are typical of types of activity, with these."""
    return [(token, types) for token in sent if (types := _kinds_of_work().get(token.lemma_.lower()))]


@cache
def _kinds_of_work() -> dict[str, tuple[str, ...]]:
    """Lemma to the types of activity that it is typical of."""
    found: dict[str, tuple[str, ...]] = {}
    for row in read_tsv("work.tsv"):
        for word in row["words"].split(", "):
            found[word] = (*found.get(word, ()), row["type"])
    return found


def _actors(frame: Frame, page: Page) -> Iterator[str]:
    own = [(slot, actor) for slot, actor in frame.actors if slot != "near"]
    for slot, actor in own:
        yield f"who:{slot}={actor.kind}"
        if page.home:
            yield f"who:{slot}={'home' if actor.code == page.home else 'abroad' if actor.code else 'unknown'}"
    yield f"states={min(3, len({a.code for _, a in own if a.code}))}"
    yield f"around={min(3, len({a.code for _, a in frame.actors if a.code}))}"
    if page.home and any(a.code not in (None, page.home) for _, a in frame.actors):
        yield "abroad is named"


def _setting(frame: Frame, page: Page) -> Iterator[str]:
    head, sent = frame.head, frame.sent
    yield f"from {'a government' if page.home else 'elsewhere'}"
    yield "dated page" if page.anchor else "undated page"
    place = sent.start / max(1, len(head.doc))
    yield (
        "in the title" if sent.start == 0 else "early" if place < 0.25 else "late" if place > 0.75 else "in the middle"
    )
    yield from _sentence(sent)
    depth = sum(1 for _ in head.ancestors)
    yield f"depth={min(depth, 6)}"
    yield f"phrase={min(len(frame.core) // 3, 6)}"
    for date in frame.dates:
        yield f"when:{date.kind}"
        if date.explicit_year:
            yield "when:year"
    for quantity in frame.quantities:
        yield f"much:{quantity.kind}"


@lru_cache(maxsize=1)  # the frames of a sentence come one after another
def _sentence(sent: Span) -> tuple[str, ...]:
    """What holds for the whole sentence."""
    length = sum(not t.is_punct and not t.is_space for t in sent)
    found = [f"sentence {'short' if length < 9 else 'long' if length > 30 else 'usual'}"]
    if sent.root.pos_ not in ("VERB", "AUX"):
        found.append("no verb in the sentence")
    if any(t.text in ('"', "“", "”") for t in sent):
        found.append("quoted")
    if any(t.text == "?" for t in sent[-2:]):
        found.append("asked")
    return tuple(found)


def _stage(frame: Frame) -> Iterator[str]:
    for at, lemma, stage in _stage_words(frame.sent):
        yield f"said {'before' if at < frame.head.i else 'behind'}={stage}"
        yield f"said={lemma}"
    signals = stage_signals(frame.head, frame.verb)
    yield from signals
    yield f"stage={stage_by_rule(frame.kind, signals)}"
    if frame.verb is not None and frame.verb != frame.head:
        yield f"{frame.verb.lemma_.lower()}:{next((s for s in signals if s.startswith('tense')), '')}"


@lru_cache(maxsize=1)
def _stage_words(sent: Span) -> tuple[tuple[int, str, str], ...]:
    """The words and phrases of a sentence that say how far something has come, wherever they stand in it."""
    lemmas, known = [token.lemma_.lower() for token in sent], stage_words()
    begins = [n for n, lemma in enumerate(lemmas) if lemma in _first_stage_words()]
    phrases = ((sent.start + n, " ".join(lemmas[n : n + length])) for n in begins for length in range(1, _PHRASE + 1))
    return tuple((at, phrase, known[phrase]) for at, phrase in dict.fromkeys(phrases) if phrase in known)


@cache
def _first_stage_words() -> frozenset[str]:
    """The words with which the words and phrases for stages begin."""
    return frozenset(phrase.split()[0] for phrase in stage_words())


def _above(frame: Frame) -> Iterator[str]:
    """What the frame hangs on, up to the verb that tells whether it is so, was so or will be.

    In "they are committed to an agreement to build a dam" much hangs on "build" alone, and more on what is above it.
    """
    head = frame.head
    if frame.verb is not None:
        tense = shared_tense(frame.verb)
        yield f"finally={tense}"
        yield f"{frame.verb.lemma_.lower()} finally={tense}"
        yield from (f"with={child.lower_}:{tense}" for child in frame.verb.children if child.dep_ in _CIRCUMSTANCES)
        if frame.verb != head:
            yield f"role={head.dep_}:{tense}"
    for token in islice((head, *head.ancestors), _UPWARDS):
        tense = shared_tense(token) if token.pos_ in ("VERB", "AUX") else ""
        if token != head and token.pos_ in ("VERB", "AUX", "NOUN", "PROPN", "ADJ"):
            yield f"up={token.lemma_.lower()}"
        if tense and tense not in _TOLD_ELSEWHERE:
            yield f"told={'itself' if token == head else token.lemma_.lower()}:{tense}"
            yield f"told:{tense}"
            return
    yield "told by no verb"


def _surroundings(frame: Frame, page: Page) -> Iterator[str]:
    """The main verbs of the sentence, of the text's opening, and, for a list item, of what leads up to the list."""
    for sent in page.sentences[:_OPENING]:
        if sent.root.pos_ == "VERB":
            yield f"opens with={sent.root.lemma_.lower()}"
    root = frame.sent.root
    yield f"main={root.lemma_.lower()}"
    yield f"main tense={tense_of(root)}"
    if root != frame.head and root != frame.verb:
        yield from (f"main {signal}" for signal in stage_signals(root, None))
    before = frame.sent.start - 1
    if root.pos_ not in ("VERB", "AUX") or root.tag_ == "VBG":
        lead = _lead(frame, before)
        if lead is not None:
            yield f"lead={lead.lemma_.lower()}"
            yield from (f"lead {signal}" for signal in stage_signals(lead, lead))


def _lead(frame: Frame, before: int) -> Token | None:
    """The main verb of the nearest sentence before that has one, at most ten sentences up."""
    for _ in range(10):
        if before < 0:
            return None
        sent = frame.head.doc[before].sent
        if sent.root.pos_ in ("VERB", "AUX") and sent.root.tag_ != "VBG":
            return sent.root
        before = sent.start - 1
    return None


def _times(frame: Frame, page: Page) -> Iterator[str]:
    """Whether the dates of the frame lie before or after the day of publication."""
    anchor = page.anchor.first if page.anchor else None
    for date in frame.dates:
        if anchor and date.edtf and date.edtf.first and date.edtf.last:
            yield (
                "time=later"
                if date.edtf.first > anchor
                else "time=earlier"
                if date.edtf.last < anchor
                else "time=around"
            )
