"""Pages: one module a group, each with a ``router``; ``ROUTERS`` are tried in their order."""

from __future__ import annotations

from dragoman.desk.pages import (
    accounts,
    actors,
    add,
    decisions,
    documents,
    entrance,
    figures,
    instruments,
    map,
    money,
    overview,
    pairs,
    promises,
    records,
    review,
    search,
    style,
    theme,
)

ROUTERS = (
    entrance.router, decisions.router, overview.router, promises.router, figures.router,
    money.router, instruments.router, actors.router, map.router, search.router, records.router,
    review.router, add.router, accounts.router,
    documents.router, style.router, theme.router, pairs.router,
)  # fmt: skip
