"""The API: the answers of the pages as JSON, under ``/api/v1``, told by OpenAPI at ``/openapi.json``.

Lists take the filters, the order and the pages of the page that shows them; a ``page`` beyond the last one is refused.
Whatever is wrong with a question is told as ``{"detail": …}``.
"""

from __future__ import annotations

from dragoman.desk.api import additions, changes, lists, things

ROUTERS = (lists.router, things.router, changes.router, additions.router)
