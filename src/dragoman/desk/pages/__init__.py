"""Pages: one module a group, each with a ``router``; ``ROUTERS`` are tried in their order."""

from __future__ import annotations

from dragoman.desk.pages import decisions, documents, entrance, overview, records, style, theme

ROUTERS = (entrance.router, decisions.router, overview.router, records.router, documents.router, style.router, theme.router)
