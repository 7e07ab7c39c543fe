"""Chains: the posts that one person holds together, "the Deputy Prime Minister and Minister for Trade"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dragoman.reading.people.post_fields import words
from dragoman.reading.people.posts import Post
from dragoman.reading.states.bodies import Layout

_TERM = re.compile(r"\(\s*\d{4}\s?[-–]\s?\d{2,4}\s*\)")  # "Minister of Mines (1977-1982) and"
_TOGETHER, _APART = 6, 12  # tokens between two posts, and where the years of the first stand between
_AND = frozenset(("and", "&", ", and", "and the", "cum", ", and the", "as well as", "and his", "and also"))
_LISTED = frozenset(((", the", "and the"), (", the", ", and the"), (", the", "as well as the")))


def chains(layout: Layout, posts: Iterable[Post]) -> Iterator[list[Post]]:
    """Posts that one person holds together: "the Deputy Prime Minister and Minister for Trade"."""
    chain: list[Post] = []
    before: Post | None = None
    for post in posts:
        if chain and (_is_listed(layout, before, chain[-1], post) or not _coordinated(layout, chain[-1], post)):
            yield chain
            before, chain = chain[-1], []
        chain.append(post)
    if chain:
        yield chain


def _is_listed(layout: Layout, before: Post | None, one: Post, other: Post) -> bool:
    """Whether two posts end a list of persons: "the Prime Minister, the Finance Minister and the Chief of Staff"."""
    if before is None:
        return False
    gaps = (" ".join(layout.doc[a.last : b.first].text.lower().split()) for a, b in ((before, one), (one, other)))
    return tuple(gaps) in _LISTED


def _coordinated(layout: Layout, one: Post, other: Post) -> bool:
    doc = layout.doc
    if not 0 < other.first - one.last < _APART:
        return False
    between = _TERM.sub("", doc[one.last : other.first].text.lower())
    between = " ".join(between.split())
    if other.first - one.last >= _TOGETHER and between == doc[one.last : other.first].text.lower():
        return False
    if between not in _AND or doc[other.first].is_sent_start:
        return False
    states = [next((n.code for n in post.names if n.code and n.kind != "organisation"), None) for post in (one, other)]
    if states[0] and states[1] and states[0] != states[1]:
        return False
    sent = [doc[post.head].lower_ in words("sent") for post in (one, other)]
    if "the" in between and (sent[0] != sent[1] or _leads(layout, one)):
        return False
    return not (_leads(layout, one) and _leads(layout, other))


def _leads(layout: Layout, post: Post) -> bool:
    """Whether the post is one of those of which a person holds only one: "the Prime Minister", "the Chancellor"."""
    head = layout.doc[post.head]
    if head.lower_ == "minister":
        return post.head > post.first and layout.doc[post.head - 1].lower_ == "prime" and "eputy" not in post.text
    return head.lower_ in words("leading")
