"""Posts in the plural: "Presidents Ana Silva and Tom Reed", "the Foreign Ministers of Chile and Fiji, A and B".

Each of those named holds one of them; of as many states as persons each has the one in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Token

from dragoman.reading.people.names import Mention, Names, titles_before
from dragoman.reading.people.post_fields import words
from dragoman.reading.people.posts import Post
from dragoman.reading.states.bodies import Layout, is_capitalised
from dragoman.reading.states.gazetteer import Name

_FIRST = re.compile(r"\s*,?\s+")
_FIELD = re.compile(r"\s+(?:of|for)\s+([A-Z]\w+)(?:(?:,| and|, and)? [A-Z]\w+)*?(?=\s+of\s)")
_NEXT = re.compile(r"\s*(?:,\s*(?:and\s+)?|and\s+)")
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
_BETWEEN = re.compile(r"(?:\s*,\s*|\s+and\s+|\s*,\s+and\s+)(?:the\s+)?")
_QUALIFIERS = 3  # words before the plural that belong to the post: "Deputy Foreign Ministers"


def shared_posts(layout: Layout, names: Names) -> Iterator[tuple[Mention, Post]]:
    """Each person who is named behind a post in the plural, with that post in the singular."""
    for token in layout.doc:
        if token.lower_[:-1] not in words("strong") or not token.lower_.endswith("s") or not is_capitalised(token):
            continue
        first = token.i
        while (
            token.i - first < _QUALIFIERS and not layout.doc[first].is_sent_start and _qualifies(layout.doc[first - 1])
        ):
            first -= 1
        text = layout.doc[first : token.i + 1].text[:-1]
        post = Post(first, token.i + 1, token.i, text, former=False, coming=False, names=())
        end = token.idx + len(token)
        if (field := _FIELD.match(layout.text, end)) and field.group(1).lower() in words("fields"):
            post, end = replace(post, text=text + field.group()), field.end()
        states, end = _states(layout, end)
        holders = _holders(layout, names, end)
        told = states
        if not states and holders:
            told, _ = _states(layout, holders[-1].end)  # "Presidents Ana Silva and Tom Reed of Chile and Fiji"
            states = told if len(told) == len(holders) else _named_before(layout, token.idx, len(holders))
        if len(holders) > 1 and len(states) in (0, len(holders)):
            for number, holder in enumerate(holders):
                own = states[number : number + 1]
                of = f" of {layout.text[own[0].start : own[0].end]}" if told and own else ""
                yield holder, replace(post, text=post.text + of, names=tuple(own))


def _qualifies(token: Token) -> bool:
    return is_capitalised(token) and token.lower_ in words("modifiers") | words("fields")


def _states(layout: Layout, end: int) -> tuple[list[Name], int]:
    """The states that a post in the plural names behind "of", and where they end."""
    gap = _OF.match(layout.text, end)
    found: list[Name] = []
    while gap and (name := next((n for n in layout.names if n.start == gap.end() and n.code), None)):
        found.append(name)
        end = name.end
        gap = _BETWEEN.match(layout.text, end)
    return found, end


def _named_before(layout: Layout, offset: int, number: int) -> list[Name]:
    """As many states as holders, if the text before ``offset`` last named them in a row: "Chile and Fiji".

    Only if it names no other.
    """
    states = [name for name in layout.names if name.code and name.kind == "state" and name.start < offset]
    for first in reversed(range(len(states) - number + 1)):
        row = states[first : first + number]
        joined = all(_BETWEEN.fullmatch(layout.text, a.end, b.start) for a, b in pairwise(row))
        if joined and len({name.code for name in row}) == number == len({name.code for name in states}):
            return row
    return []


def _holders(layout: Layout, names: Names, start: int) -> list[Mention]:
    """The persons named one after the other from ``start`` on."""
    found: list[Mention] = []
    gap = _FIRST.match(layout.text, start)
    while gap:
        title = titles_before().match(names.plain, gap.end())
        begin = title.end() if title else gap.end()
        holder = names.at(begin) or _unknown(names, begin)
        if holder is None:
            break
        found.append(holder)
        state, end = _states(layout, holder.end)
        gap = _NEXT.match(layout.text, end if state[:1] else holder.end)
    return found


def _unknown(names: Names, start: int) -> Mention | None:
    """A whole name that nothing but its place shows."""
    mention = names.add(start, beside=True)
    if mention is not None and not names.whole(mention):
        names.forget(mention)
        return None
    return mention
