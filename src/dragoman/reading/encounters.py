"""Encounters: what a sentence tells of who meets, receives or invites whom, for the state of a post that names none."""

from __future__ import annotations

import re
from functools import cache

from dragoman.reading.bodies import Layout
from dragoman.reading.gazetteer import FOR_A_STATE
from dragoman.reading.post_fields import words
from dragoman.reading.posts import Post
from dragoman.values import CountryCode

# "Met ", "talks with the new ", "a meeting with his colleague, ".
_MEETING = re.compile(
    r"\b(?:met|meets?|meeting|(?:met|meet|meeting|talks|discussions?|spoke|speak|conversation|negotiations) with|"
    r"(?:call|courtesy call) on|received by|hosted by|invited by|invitation (?:of|from)|(?:his|her|my) counterpart)"
    r"(?: (?:the|with|new|newly|elected|visiting|of|by))*,?\s+\Z"
)
# "Met President Lagos and the ".
_MEETING_BOTH = re.compile(
    r"\b(?:met|meets|meet with|met with|talks with|received by) (?:(?!\b(?:who|that|said|on|in|to)\b)[^.;:]){0,80}"
    r"\band (?:the |his |her )?\Z"
)
# "Received the new ", "will meet with ", "held talks with".
_MET = re.compile(r"\b(?:me[et]t?s?|received|receives|hosted|welcomed|held (?:\w+ )?(?:talks|discussions)|spoke)\b")
_INVITED = re.compile(r"\b(?:invitation (?:of|from)|invited by|hosted by)(?: (?:the|his|her))?\s+\Z")
_SAID = r"(?:said|says|announced|told|added|reported|confirmed)\b"


def is_met(layout: Layout, post: Post) -> bool:
    """Whether the sentence says that somebody meets the holder, who is then of another state."""
    start, _ = layout.sentence(post.head)
    begin, end = layout.doc[start].idx, layout.doc[post.first].idx
    return bool(_MEETING.search(layout.text, begin, end) or _MEETING_BOTH.search(layout.text, begin, end))


def speaks_last(layout: Layout, post: Post, person: str) -> bool:
    """Whether a sentence ends with the holder as the one who said it: "…, Defence Minister Silva announced."."""
    before = layout.text[max(0, layout.doc[post.first].idx - 6) : layout.doc[post.first].idx]
    return speaks(layout, post, person) and bool(re.search(r",\s+(?:the )?$", before))


def speaks(layout: Layout, post: Post, person: str) -> bool:
    """Whether the holder, named behind the post, is the one who says something."""
    last = layout.doc[post.last - 1]
    behind = layout.text[last.idx + len(last) : last.idx + len(last) + len(person) + 30]
    return re.match(rf"\s*{re.escape(person)}\s+{_SAID}", behind) is not None


def of_those_met(layout: Layout, post: Post) -> set[CountryCode]:
    """The states named behind the verb by which the holder meets somebody: they are the others' own.

    "Minister Silva received the Greek envoy."
    """
    first, last = layout.sentence(post.head)
    if is_met(layout, post) or any(n.code and n.kind in FOR_A_STATE for n in layout.within(first, post.first)):
        return set()
    behind = [n for n in layout.within(post.last, last) if n.code and n.kind in FOR_A_STATE]
    begin = layout.doc[post.last - 1].idx
    met = _MET.search(layout.text, begin, behind[0].start) if behind else None
    return {n.code for n in behind if n.code} if met else set()


def inviting(layout: Layout, post: Post) -> CountryCode | None:
    """The state that a sentence says is visited on the invitation of the holder: his own."""
    first, _ = layout.sentence(post.head)
    named = [n for n in layout.within(first, post.first) if n.code and n.kind in FOR_A_STATE]
    invited = _INVITED.search(layout.text, layout.doc[first].idx, layout.doc[post.first].idx)
    if not named or not invited or not travel().search(layout.text, max(0, named[-1].start - 40), named[-1].start):
        return None
    return named[-1].code


def meeting_place(layout: Layout, post: Post) -> CountryCode | None:
    """The state in which a sentence that begins with a place says that somebody of another is met there."""
    start, _ = layout.sentence(post.head)
    named = layout.within(start, post.first)
    if not named or len({n.code for n in named}) > 1 or named[0].kind not in ("capital", "city", "state"):
        return None
    return named[0].code if layout.doc[start].lower_ in ("in", "at") else None


@cache
def travel() -> re.Pattern[str]:
    """What stands before a place to which somebody goes: "finished her visit to"."""
    return re.compile(rf"\b(?:{'|'.join(sorted(words('travels')))})\s+(?:in|to|of|for)?\s*(?:the\s+)?$")
