"""Indexes: lists of all things of one sort in the ledger, the same for their page and for the API."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from starlette.datastructures import QueryParams

from dragoman.desk.held import Held
from dragoman.desk.listing import Listing, Shown
from dragoman.desk.prepared import Prepared
from dragoman.ledger import Ledger
from dragoman.models import Model


def _as_they_are[Row](ledger: Ledger, rows: Sequence[Row]) -> Sequence[Row]:
    return rows


@dataclass(frozen=True)
class Index[Row: Model]:
    """All rows of one sort, and how they are chosen, sorted and paged.

    ``make`` gives all of them; they are kept until the ledger changes, so they hold no more than what
    filters and columns need. ``dress`` adds to those that are shown what is costly: the sentences that they rest on.
    """

    name: str
    row: type[Row]
    listing: Listing[Row]
    make: Callable[[Held], Sequence[Row]]
    dress: Callable[[Ledger, Sequence[Row]], Sequence[Row]] = _as_they_are

    def rows(self, desk: Held) -> Prepared[Row]:
        """All of them."""
        return desk.cache.get(("index", self.name, desk.today), lambda: Prepared(self.make(desk)))

    def show(self, desk: Held, query: QueryParams) -> Shown[Row]:
        """The page that the query string asks for; ``Refused`` if that makes no sense."""
        shown = self.listing.show(self.rows(desk), query)
        return replace(shown, rows=self.dress(desk.ledger, shown.rows))

    def passing(self, desk: Held, query: QueryParams) -> Sequence[Row]:
        """All rows that the filters let pass, whatever page is asked for."""
        kept = {each.name for each in self.listing.filters}
        asked = [(name, value) for name, value in query.multi_items() if name in kept]
        return self.listing.show(self.rows(desk), QueryParams([*asked, ("format", "json"), ("size", "0")])).rows
