"""Who held a post at a date: from ``knowledge/holders.tsv`` and from what the documents of a ledger say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dragoman.knowledge import read_tsv
from dragoman.ledger.actors.posts import Post, read_post
from dragoman.values import CountryCode, Edtf

KNOWN_UNTIL = date(2025, 12, 1)
"""The day on which the terms of ``holders.tsv`` that have no end were known to go on."""

_NEAR = timedelta(days=400)
"""How long before the first and after the last mention of a holder the post is taken to be his, if nobody else's is
mentioned: documents name a minister at least once a year, and few change more often."""


@dataclass(frozen=True, slots=True)
class Term:
    """A person in a post from one day to another, both included, if the holders' list or one document says so."""

    post: Post
    person: str
    first: date
    last: date


class Holders:
    """The terms of posts, to be asked for the only holder at a date."""

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        self._terms: dict[tuple[str | None, str, str | None], list[Term]] = defaultdict(list)
        for term in terms:
            self._terms[_block(term.post)].append(term)

    def at(self, post: Post, first: date, last: date) -> str | None:
        """The person who alone held the post between two days, or else shortly before and after them.

        None if there is none, or several are possible.
        """
        within = {term.person for term in self._of(post) if term.first <= last and first <= term.last}
        return self.covering(post, first, last) or (None if within else self._between(self._of(post), first, last))

    def covering(self, post: Post, first: date, last: date) -> str | None:
        """The person whose term covers all days between two; on a day of change both holders, so None."""
        terms = self._of(post)
        covering = {term.person for term in terms if term.first <= first and last <= term.last}
        others = {term.person for term in terms if term.first < last and first < term.last}
        return next(iter(covering)) if len(covering) == 1 and len(covering | others) == 1 else None

    def _of(self, post: Post) -> list[Term]:
        """The terms of this very post, or else of the posts whose field holds this one's or lies within it."""
        block = self._terms.get(_block(post), [])
        exact = [term for term in block if term.post.field == post.field]
        if exact or not post.field:
            return exact
        return [term for term in block if term.post.field and (term.post.field > post.field)]

    @staticmethod
    def _between(terms: list[Term], first: date, last: date) -> str | None:
        """The holder of the nearest terms before and after, if they are of one person or only one side has any."""
        before = [term for term in terms if term.last <= last and first - term.last <= _NEAR]
        after = [term for term in terms if term.first >= first and term.first - last <= _NEAR]
        nearest = {max(before, key=lambda term: (term.last, term.person)).person} if before else set()
        nearest |= {min(after, key=lambda term: (term.first, term.person)).person} if after else set()
        return nearest.pop() if len(nearest) == 1 else None


def _block(post: Post) -> tuple[str | None, str, str | None]:
    return post.state, post.head, post.to


@cache
def known_terms() -> tuple[Term, ...]:
    """The terms of ``knowledge/holders.tsv``."""
    terms = []
    for row in read_tsv("holders.tsv"):
        post = read_post(row["post"], CountryCode(row["state"]))
        first, last = Edtf(row["from"]).first, Edtf(row["to"]).last if row["to"] else KNOWN_UNTIL
        if post and first and last:
            terms.append(Term(post, row["name"], first, last))
    return tuple(terms)


@cache
def known_holders() -> Holders:
    """The holders that knowledge tells, without any ledger."""
    return Holders(known_terms())


def holder_of(post: str, state: str | None, when: Edtf | date) -> str | None:
    """The only person whom ``knowledge/holders.tsv`` has in a post at a date: "prime minister", "JPN", 2016-05."""
    read = read_post(post, state)
    first, last = (when.first, when.last) if isinstance(when, Edtf) else (when, when)
    return known_holders().at(read, first, last) if read and first and last else None
