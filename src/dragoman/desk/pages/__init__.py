"""Pages: one module a group, each with a ``router``; ``ROUTERS`` are tried in their order."""

from __future__ import annotations

from dragoman.desk.pages import entrance, overview, style, theme

ROUTERS = (entrance.router, overview.router, style.router, theme.router)
