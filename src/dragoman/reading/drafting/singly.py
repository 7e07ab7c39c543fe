"""Singly: the instruments that one plural noun names together, each by its own field or its own other side.

"Agreements on health, on fish and on prisons" are three, and so are "three memoranda in the fields of A, B and C" and
"treaties with Chile, Fiji and Togo". Of "agreements on trade and investment", or on more fields that no number counts,
nobody knows how many they are, and they stay one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.knowledge import word_set
from dragoman.models import Instrument, Party, Place
from dragoman.reading.drafting.drafting import trim
from dragoman.reading.frames.frames import Frame
from dragoman.reading.page import Page

_KIND_ENDS = re.compile(r"\s+of\s+[Uu]nderstanding\b")
_EACH = r"(?:(?:one|another|the (?:other|first|second|third))\s+)?"
_ON = re.compile(
    rf"(?:\s*,?\s+(?:including|namely|among them))?\s*[,:]?\s+{_EACH}(on|for)\s+"
    r"(?!\d|[A-Z][a-z]+day\b|the (?:occasion|sidelines|margins|basis)\b|behalf\b)"
)
_AND_ON = (
    r"(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?={each}{prep}\s+(?!\d|[A-Z][a-z]+day\b|the (?:occasion|sidelines|margins)\b))"
)
_FIELDS = re.compile(
    r"\b(?:in the (?:fields?|areas?|sectors?) of|covering|concerning|regarding|on)\s+(?!the (?:occasion|sid))"
)
_LIST = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")
_STOP = re.compile(r"[;.]|,?\s+(?:in|at|during|today|yesterday|which|that|were|was|will)\b")
# Behind what the other sides of instruments of a type are listed.
_SIDES = {"agreement": "with", "memorandum": "with", "contract": "with", "declaration": "with", "mission": "in"}
# What stands behind the last field: "in Lima", "on Friday", "which will ease trade".
_BEHIND = re.compile(
    r",?\s+(?:(?:in|at)\s+(?=[A-Z])|on\s+(?:\d|[A-Z][a-z]+day\b|the\s+(?:occasion|sidelines|margins)\b)"
    r"|(?:today|yesterday|earlier|last|this|during|while|which|that|were|was|will|as well as)\b)"
)
_NAME = r"((?:[A-Z][\w’'-]*\s+){1,6}(?:Treaty|Agreement|Convention|Protocol|Pact|Accord|Charter|Declaration|Covenant))"
_TWO_NAMES = re.compile(rf"{_NAME}\s+and\s+(?:the\s+)?{_NAME}")
_LEAST, _LONGEST_ITEM = 2, 7  # items of a list, and words of one
_NAMED = 0.4  # at least so likely is what is told one by one, before the curve of ``calibration``
PLURALS = ("memoranda", "mous")  # that the parse may not take for plurals


def singly(entry: Instrument, frame: Frame, page: Page) -> Iterator[Instrument]:
    """The instrument, or if its noun names several by their fields one for each of them."""
    if frame.head.tag_ not in ("NNS", "NNPS") and frame.head.lower_ not in PLURALS:
        yield from _both_named(_apart(entry, frame.head), page)
        return
    behind = _KIND_ENDS.match(page.text, frame.head.idx + len(frame.head))
    end = behind.end() if behind else frame.head.idx + len(frame.head)
    kind = _kind(frame.head) + (behind.group() if behind else "")
    items = _each_with_on(page.text, end, frame.sent.end_char) or _counted(frame, page, end)
    if len(items) < _LEAST:
        yield from _by_side(entry, frame, kind)
        return
    for start, stop in items:
        title = f"{kind} on {' '.join(page.text[start:stop].split())}"
        sure = max(entry.confidence or 0, _NAMED)
        evidence = (trim(page.text, start, stop),)
        yield entry.model_copy(update={"title": title, "name": title, "evidence": evidence, "confidence": sure})


def _both_named(entry: Instrument, page: Page) -> Iterator[Instrument]:
    """The instrument, or two whose names the parse takes for one: "the Arms Treaty and (the) Test Ban Treaty"."""
    both = _TWO_NAMES.fullmatch(entry.title) if entry.type in _SIDES else None
    within = entry.evidence[0]
    for name in both.groups() if both else ():
        start = page.text.find(name, within.start, within.end)
        if start < 0:
            break
        evidence = (trim(page.text, start, start + len(name)),)
        yield entry.model_copy(update={"title": name, "name": name, "evidence": evidence})
    else:
        if both:
            return
    yield entry


def _apart(entry: Instrument, head: Token) -> Instrument:
    """The mission of a noun without those that the parse hangs on its town: "an embassy in Suva and a consulate"."""
    seat = next(
        (p for child in head.children if child.lower_ == "in" for p in child.children if p.dep_ == "pobj"), None
    )
    missions = word_set("posts.toml", "seats")
    if entry.type != "mission" or seat is None or not any(word.lemma_.lower() in missions for word in seat.conjuncts):
        return entry
    title = f"{_kind(head)} in {head.doc[seat.left_edge.i : seat.i + 1].text}"
    return entry.model_copy(update={"title": title, "name": title})


def _by_side(entry: Instrument, frame: Frame, kind: str) -> Iterator[Instrument]:
    """The instrument, or one for each state with which there are treaties, for each place where there are missions."""
    word = _SIDES.get(entry.type or "")
    led = [a for _, a in frame.actors if a.code and _is_led_to(frame.head.doc[a.head], frame.head, word)]
    sides = {a.name if a.kind == "place" and word == "in" else a.code: a for a in led}
    if len(sides) < _LEAST:
        yield entry
        return
    codes = {side.code for side in sides.values()}
    own = [party for party in entry.parties if party.code not in codes]
    for side in sides.values():
        code = side.code
        title = f"{kind} {word} {side.name}"
        other = next((party for party in entry.parties if party.code == code), None)
        parties = (*own, other or Party(name=side.name, code=code, role="participant"))
        place = Place(name=side.name, country=code) if word == "in" else entry.place
        sure = max(entry.confidence or 0, _NAMED)
        told = {"title": title, "name": title, "parties": parties, "place": place, "confidence": sure}
        yield entry.model_copy(update=told)


def _is_led_to(side: Token, noun: Token, word: str | None) -> bool:
    """Whether a name stands in the list that the word opens behind the noun: "treaties with Chile, Fiji and Togo"."""
    while side.dep_ == "conj":
        side = side.head
    return side.dep_ == "pobj" and side.head.lower_ == word and side.head.head == noun


def _each_with_on(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What stands behind each "on": "on health, on fish and on prisons"."""
    first = _ON.match(text, start, end)
    if first is None:
        return []
    found, begin = [], first.end()
    for joint in re.compile(_AND_ON.format(each=_EACH, prep=first[1])).finditer(text, begin, end):
        if _STOP.search(text, begin, joint.start()):
            break
        found.append((begin, joint.start()))
        begin = re.compile(rf"{_EACH}{first[1]}\s+").match(text, joint.end()).end()  # type: ignore[union-attr]
    stop = _STOP.search(text, begin, end)
    return [*found, (begin, stop.start() if stop else end)] if found else []


def _counted(frame: Frame, page: Page, start: int) -> list[tuple[int, int]]:
    """The fields of a list, if there are as many as there are instruments: "two treaties, on fish and customs"."""
    numbers = {q.start: q.value for q in page.quantities_in(frame.sent)}
    count = next((numbers.get(child.idx) for child in frame.head.children if child.dep_ == "nummod"), None)
    led = _FIELDS.search(page.text, start, frame.sent.end_char)
    if led is None or count is None:
        return []
    stop = re.compile(r"[;.]").search(page.text, led.end(), frame.sent.end_char)
    end = stop.start() if stop else frame.sent.end_char
    joints = list(_LIST.finditer(page.text, led.end(), end))
    behind = _BEHIND.search(page.text, joints[-1].end() if joints else led.end(), end)
    end = behind.start() if behind else end
    found, begin = [], led.end()
    for joint in _LIST.finditer(page.text, begin, end):
        found.append((begin, joint.start()))
        begin = joint.end()
    found.append((begin, end))
    short = all(0 < len(page.text[first:last].split()) <= _LONGEST_ITEM for first, last in found)
    return found if len(found) == count and short else []


def _kind(head: Token) -> str:
    """The noun in the singular, with the words before it that belong to it: "Cooperation agreement"."""
    plain = head.text
    for plural, single in (("memoranda", "memorandum"), ("Memoranda", "Memorandum"), ("ies", "y"), ("s", "")):
        if plain.endswith(plural):
            plain = plain.removesuffix(plural) + single
            break
    first = head.i
    while first > head.sent.start and _belongs(head.nbor(first - 1 - head.i), head):
        first -= 1
    words = [*(token.text for token in head.doc[first : head.i]), plain]
    title = " ".join(words)
    return title[:1].upper() + title[1:]


def _belongs(word: Token, head: Token) -> bool:
    """Whether a word before the noun is part of what it is called: "double taxation" is, "several new" is not."""
    own = word.head == head and word.dep_ in ("compound", "amod", "nmod")
    of_own = word.dep_ == "amod" and word.head.head == head
    return (own or of_own) and word.lower_ not in word_set("fields.toml", "introducing")
