"""What is worked out when a desk opens, before somebody asks for it."""

from __future__ import annotations

import gc
from collections.abc import Callable

from starlette.datastructures import QueryParams

from dragoman.desk.answers.documents import DOCUMENTS
from dragoman.desk.answers.figures import FIGURES
from dragoman.desk.answers.instruments import INSTRUMENTS
from dragoman.desk.answers.money import MONEY
from dragoman.desk.answers.organisations import ORGANISATIONS
from dragoman.desk.answers.overview import PAIRS, PAIRS_AT_FIRST, overview
from dragoman.desk.answers.pair import pair
from dragoman.desk.answers.people import PEOPLE
from dragoman.desk.answers.places import places_shown
from dragoman.desk.answers.posts import POSTS
from dragoman.desk.answers.promises import PROMISES
from dragoman.desk.answers.review import open_questions
from dragoman.desk.answers.search import names_of_actors
from dragoman.desk.answers.whole import all_findings, all_promises, counts_of
from dragoman.desk.held import Held

PAIRS_MOST = 100
"""Pages of pairs of states that are made beforehand: those of the busiest."""
_ALL: tuple[Callable[[Held], object], ...] = (
    counts_of,
    PAIRS_AT_FIRST.rows,
    all_promises,
    PROMISES.rows,
    PAIRS.rows,
    all_findings,
    overview,
    PEOPLE.rows,
    POSTS.rows,
    ORGANISATIONS.rows,
    names_of_actors,
    FIGURES.rows,
    INSTRUMENTS.rows,
    MONEY.rows,
    DOCUMENTS.rows,
    lambda desk: places_shown(desk, QueryParams()),
    open_questions,
)
"""In the order in which readers come to the pages that rest on them."""


def warm(desk: Held) -> None:
    """Begin with what takes long, one after the other, without waiting for it."""

    def make_all() -> None:
        for make in _ALL:
            make(desk)
        for each in desk.ledger.pairs()[:PAIRS_MOST]:
            pair(desk, *each.states)
        # What is kept need not be looked through for garbage again and again, while all readers wait.
        gc.freeze()

    desk.cache.ahead(make_all)
