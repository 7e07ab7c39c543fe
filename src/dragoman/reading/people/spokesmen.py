"""Spokesmen: for which state, told before or not to be theirs, the holder of a post speaks or acts.

"Eritrea denied the charge. '…,' information minister Silva wrote." "Ethiopia offered to mediate. Its deputy prime
minister, Silva, is expected on Friday." Who says "we will help Fiji" is not of Fiji.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.knowledge import any_of, word_set
from dragoman.reading.people.encounters import travel
from dragoman.reading.states.gazetteer import FOR_A_STATE, Name

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.reading.people.posts import Post
    from dragoman.reading.states.bodies import Layout
    from dragoman.values import CountryCode

_BEFORE = 3  # sentences of the same paragraph in which the state may be told that somebody speaks for
_OWN = frozenset(("its", "their"))
# A quotation and who says it: "…," said the minister; of one that began further ahead the last words.
_QUOTED = re.compile(r"(?P<open>[\"“])(?P<said>[^\"“”]{2,600})[\"”],?\s+(?:[a-z]+ ){0,2}\Z")
# What says that those named next came along.
_ALONG = re.compile(r"\baccompanied by\b|\btogether with\b|\bdelegation (?:that )?(?:includ|compris|consist)\w+\b")
_US = re.compile(r"\b(?:[Ww]e|[Uu]s|[Oo]ur)\b")
_MARKS = frozenset('"“”')
_REACH = 640  # characters before a post in which it is looked for
_SUBJECTS = ("nsubj", "nsubjpass")
_AIMED_AT = frozenset(("to", "with", "for", "against"))


def spoken_for(layout: Layout, post: Post) -> CountryCode | None:
    """The state whose own the post is ("its minister"), or that was told to say what its holder is quoted with."""
    own = post.first > 0 and layout.doc[post.first - 1].lower_ in _OWN
    quoted = None if own else _quotation(layout, post)
    start = post.first if own else quoted[0] if quoted else None
    subject = None if start is None else _subject_before(layout, start)
    name = layout.name_at(subject.i) if subject is not None else None
    if subject is None or name is None or not name.code or name.kind not in FOR_A_STATE:
        return None
    asserts = subject.head.lemma_ in word_set("encounters.toml", "asserting")
    return name.code if own or asserts else None


def spoken_of(layout: Layout, post: Post) -> set[CountryCode]:
    """The states to whom "we" of the holder's quotation turn, and which are so not his: "we will help Fiji"."""
    quoted = _quotation(layout, post)
    if quoted is None or not _US.search(layout.doc[quoted[0] : quoted[1]].text):
        return set()
    found = layout.within(*quoted)
    return {name.code for name in found if name.code and name.kind in FOR_A_STATE and _is_aim(layout, name)}


def heads_paper(layout: Layout, post: Post) -> bool:
    """Whether the post is that of who speaks in the whole text: "STATEMENT BY THE PRIME MINISTER, MS ANA SILVA"."""
    first = layout.doc[post.first].idx
    return _HEADING.search(layout.text, max(0, first - _HEADED), first) is not None


_HEADING = re.compile(rf"(?:\A|\n)\W*{any_of('encounters.toml', 'spoken_by')} by (?:the )?\Z", re.IGNORECASE)
_HEADED = 40  # characters


def gone_to(layout: Layout, post: Post) -> CountryCode | None:
    """The state to which somebody goes who is told to be accompanied by the holder, which so is not the holder's."""
    first, _ = layout.sentence(post.head)
    begin, end = layout.doc[first].idx, layout.doc[post.first].idx
    along = next(iter(_ALONG.finditer(layout.text, begin, end)), None)
    there = [n for n in layout.within(first, post.first) if n.code and n.kind in FOR_A_STATE]
    goals = [n for n in there if along and n.end <= along.start() and travel().search(layout.text, begin, n.start)]
    return goals[-1].code if goals else None


def _quotation(layout: Layout, post: Post) -> tuple[int, int] | None:
    """The first token and the end of the quotation that is put into the mouth of a post's holder."""
    first = layout.doc[post.first].idx
    start = max(0, first - _REACH)
    found = _QUOTED.search(layout.text[start:first])
    if found is None:
        return None
    said = layout.doc.char_span(start + found.start(), start + found.end("said"), alignment_mode="expand")
    return (said.start, said.end) if said is not None else None


def _is_aim(layout: Layout, name: Name) -> bool:
    """Whether something is done to or for a state, by others than itself."""
    span = layout.doc.char_span(name.start, name.end, alignment_mode="expand")
    root = span.root if span is not None else None
    if root is None:
        return False
    return root.dep_ in ("dobj", "dative") or (root.dep_ == "pobj" and root.head.lower_ in _AIMED_AT)


def _subject_before(layout: Layout, i: int) -> Token | None:
    """The last subject told before token ``i``, in its sentence or before it in the paragraph; none of a quotation."""
    doc = layout.doc
    start, _ = layout.sentence(i)
    found = [t for t in doc[start:i] if t.dep_ in _SUBJECTS]
    for _ in range(_BEFORE):
        if found or start == 0 or "\n" in doc[start - 1].text:
            break
        start, end = layout.sentence(start - 1)
        quotes = any(token.text in _MARKS for token in doc[start:end])
        found = [] if quotes else [t for t in doc[start:end] if t.dep_ in _SUBJECTS and t.head.dep_ == "ROOT"]
    return found[-1] if found else None
