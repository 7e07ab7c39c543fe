"""Fields: what two sides are to do together in each of the fields that a clause lists is an activity of its own.

"To deepen cooperation in mining, fishing and trade" is three (bench/FORMAT.md, "Each field that a plan lists").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from spacy.tokens import Token

from dragoman.knowledge import read_toml, word_set
from dragoman.models import Activity
from dragoman.reading.drafting.behind_colons import behind_colon
from dragoman.reading.drafting.titles import as_headline, label
from dragoman.reading.frames.slots import ACTED_ON, acted_on

if TYPE_CHECKING:
    from dragoman.reading.frames.frames import Frame
    from dragoman.reading.page import Page

_words = partial(word_set, "fields.toml")

_LEAST, _LONGEST_ITEM = 2, 8  # fields of a list, and words of one
_IN = ("in", "on", "across", "over")
_SUCH_AS = ("including", "as", "like")
_KEPT = ("in", "on")
_TO_COME = ("planned", "agreed", "proposed")
_JOINT = re.compile(r"[\s,;]+(?:and|or|as well as)?\s*\Z")
_NAMING = ("NOUN", "PROPN", "VERB")
_AND = re.compile(r"\s+(?:and|or)\s+\Z")


def by_field(entry: Activity, frame: Frame, page: Page) -> Iterator[Activity]:
    """The activity, or if it is joint work in several listed fields one for each of them."""
    if told := _behind_colon(entry, frame, page):
        yield from told
        return
    led = _listed(entry, frame)
    items = _items(led[1], page) if led else []
    if len(items) < _LEAST or led is None:
        yield entry
        return
    first = _first_of(led[0])
    before = [token for token in frame.core if token.i < first.i]
    base, how = label(as_headline(before, page), page), led[0].lower_ if led[0].lower_ in _KEPT else "in"
    for item in items:
        own = {"title": f"{base} {how} {item}", "type": _type(item) or entry.type}
        yield entry.model_copy(update=own)


def _behind_colon(entry: Activity, frame: Frame, page: Page) -> list[Activity]:
    """The fields and the pillars that a list behind a colon names, each as work of its own."""
    if entry.amount is not None or entry.stage not in (*_TO_COME, "underway"):
        return []
    found = behind_colon(frame, page, joint=_joint_work(frame.head) is not None)
    if found is None:
        return []
    start, of_pillars, items = found
    base = label(as_headline([t for t in frame.core if t.idx < start] or frame.core, page), page)
    base = "Cooperation" if of_pillars else base
    own = (item.rsplit(" ", 1)[-1].casefold() in _words("shared") for item in items)  # "trade cooperation"
    titles = [
        item[:1].upper() + item[1:] if says else f"{base} in {item}" for item, says in zip(items, own, strict=True)
    ]
    types = [_type(item) or entry.type for item in items]
    return [entry.model_copy(update={"title": t, "type": of}) for t, of in zip(titles, types, strict=True)]


def _type(item: str) -> str | None:
    """What kind of work a field is, by the first of its words that tells."""
    types = read_toml("fields.toml")["types"]
    return next((types[word] for word in item.casefold().split() if word in types), None)


def _listed(entry: Activity, frame: Frame) -> tuple[Token, Token] | None:
    """The preposition that leads to the list, and the first thing listed, if the fields of joint work are listed."""
    work = _joint_work(frame.head)
    if work is None or entry.amount is not None or (work.pos_ == "VERB" and entry.stage not in _TO_COME):
        return None
    behind = [t for t in frame.sent if t.i > work.i and t.dep_ == "prep" and frame.start <= t.idx < frame.end]
    for link in behind:
        led = link.lower_ in _SUCH_AS or (link.lower_ in _IN and link.head in (work, work.head))
        for first in link.children if led else ():
            if first.dep_ in ("pobj", "pcomp") and (start := _past_name(first)) is not None:
                return link, start
    return None


def _past_name(first: Token) -> Token | None:
    """The noun that opens or closes a list: in "the areas of mining and trade" mining; none behind "a range of areas".

    In "health, trade and cyber issues" the parser hangs the list on its last noun.
    """
    if first.lemma_.lower() not in _words("called") or _before(first):
        return first if _before(first) or any(child.dep_ == "conj" for child in first.children) else None
    of = (thing for child in first.children if child.lower_ == "of" for thing in child.children)
    return next((start for thing in of if (start := _past_name(thing)) is not None), None)


def _before(last: Token) -> list[Token]:
    """What is listed before a noun that the list hangs on."""
    hung = (c for c in last.children if c.dep_ in ("nmod", "amod", "compound") and c.i < last.i)
    return next(([*_chain(c)] for c in hung if any(joint.dep_ == "conj" for joint in c.children)), [])


def _joint_work(head: Token) -> Token | None:
    """The word for joint work that is done or furthered; none where it is only talked about."""
    if head.lemma_.lower() in _words("joining"):
        return None if _is_talked_about(head) else head
    noun = next(iter(acted_on(head)), None) if head.pos_ == "VERB" else head
    if noun is None or noun.lemma_.lower() not in _words("shared") or noun.dep_ not in ACTED_ON:
        return None
    return noun if noun.head.lemma_ in _words("furthering") and not _is_talked_about(noun.head) else None


def _is_talked_about(verb: Token) -> bool:
    """Whether a thing is only a subject of talk: "ways to deepen", "focused on deepening", "agreed to discuss"."""
    thought = _words("thinking") | word_set("topics.toml", "discussing")
    return verb.dep_ in ("acl", "pcomp") or any(above.lemma_ in thought for above in verb.ancestors)


def _items(first: Token, page: Page) -> list[str]:
    """The things listed, as they are written; "research and training" among others is one of them."""
    spans: list[tuple[int, int]] = []
    opened: int | None = None  # where a thing begins of which only words before its noun were told yet
    listed = [*_before(first), *_chain(first)]
    for head, following in zip(listed, [*listed[1:], None], strict=True):
        start = _start(head) if opened is None else opened
        if following is not None and not (head.pos_ in _NAMING and following.idx > head.idx + len(head) + 1):
            opened = start
            continue
        end = head.right_edge.idx + len(head.right_edge)
        if following is not None:
            end = start + len(_JOINT.sub("", page.text[start : _start(following)]))
        spans.append((start, end))
        opened = None
    items = [" ".join(page.text[start:end].split()) for start, end in _together(spans, page)]
    return items if all(0 < len(item.split()) <= _LONGEST_ITEM for item in items) else []


def _start(head: Token) -> int:
    """Where a thing begins in the text, without what hangs on the noun of a list and is a thing of its own."""
    return head.idx if _before(head) else head.left_edge.idx


def _together(spans: list[tuple[int, int]], page: Page) -> list[tuple[int, int]]:
    """The spans with those joined that a mere "and" joins: behind the last comma all but the first two."""
    gaps = [page.text[before[1] : after[0]] for before, after in pairwise(spans)]
    lone = [bool(_AND.search(gap)) and "," not in gap for gap in gaps]
    closed = next((n for n in range(len(lone), 0, -1) if not lone[n - 1]), 0)  # behind it there are no commas
    joined = spans[:1]
    for n, span in enumerate(spans[1:], 1):
        if lone[n - 1] and n != closed + 1:
            joined[-1] = (joined[-1][0], span[1])
        else:
            joined.append(span)
    return joined


def _chain(first: Token) -> Iterator[Token]:
    """A word and what is joined to it by "and" and commas, in the order of the text."""
    yield first
    for child in first.children:
        if child.dep_ == "conj":
            yield from _chain(child)


def _first_of(link: Token) -> Token:
    """The word at which the list begins to be led to: "in" of "in a range of areas including mining"."""
    above = link.head
    while above.dep_ == "pobj" and above.lemma_.lower() in _words("called"):
        link, above = above.head, above.head.head
    return link
