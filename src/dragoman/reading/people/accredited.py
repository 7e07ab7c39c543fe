"""Posts abroad that are to several states at once: "Ambassador to Peru, Chile and Bolivia" is a post in each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from dragoman.reading.people.offices import Office
from dragoman.reading.people.post_fields import words
from dragoman.reading.states.bodies import Layout
from dragoman.reading.states.gazetteer import Name, state_name

_JOINT = re.compile(r"(?P<joint>,? and |, )(?:to )?(?P<article>the )?")
_TO = re.compile(r"(?P<post>.*\b(?:to|in)) (?:the )?", re.DOTALL)


def each_accredited(layout: Layout, office: Office) -> Iterator[Office]:
    """An office, and after it the same one to each further state or body that the text lists behind the first."""
    yield office
    post = office.post
    named = [name for name in post.names if name.end == layout.doc[post.last - 1 : post.last].end_char]
    if office.to is None or layout.doc[post.head].lower_ not in words("sent") or not named:
        return
    stem = _TO.fullmatch(layout.text[layout.doc[post.first].idx : named[0].start])
    for article, name, last in _listed(layout, named[0], post.first) if stem else ():
        target = layout.text[name.start : name.end]
        text = " ".join(f"{stem['post']} {article}{target}".split())  # type: ignore[index]
        also = replace(post, last=last, text=text, names=layout.within(post.first, last))
        yield replace(office, post=also, to=state_name(name.code) if name.code else target)


def _listed(layout: Layout, first: Name, start: int) -> list[tuple[str, Name, int]]:
    """The names behind ``first`` in a list that ends with "and", each with its article and the token behind it.

    The parse must join each to one at or behind token ``start``: in "the Ambassador to Chile, and Peru agreed" it
    does not.
    """
    behind = [name for name in layout.names if name.start >= first.start]
    found: list[tuple[str, Name, int]] = []
    joint = ""
    for one, other in pairwise(behind):
        match = _JOINT.fullmatch(layout.text, one.end, other.start)
        span = layout.doc.char_span(other.start, other.end, alignment_mode="expand")
        if not match or not span or other.kind not in ("state", "organisation"):
            break
        if span.root.dep_ != "conj" or span.root.head.i < start:
            break
        found.append((match["article"] or "", other, span.end))
        joint = match["joint"]
    return found if "and" in joint else []
