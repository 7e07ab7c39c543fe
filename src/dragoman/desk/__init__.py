"""The desk: the ledger as pages for the browser, and the same answers as JSON.

    app = make_desk("dragoman.ledger")       # an ASGI application; ``dragoman desk`` serves it

A page in four small steps (``pages/overview.py`` is the shortest example):

1. **An answer** in ``answers/<page>.py``: plain functions of a ``Ledger`` (and what was asked) that give a pydantic
   ``Model``. No HTML and no request in it: the API gives the same answer as JSON.
2. **A route** in ``pages/<page>.py``: ``router = APIRouter()``; a plain ``def`` (it runs in the thread pool) that takes
   ``request: Request`` and ``desk: Desk`` (``dragoman.desk.held``) and gives ``page(request, "<page>.html", …)``.
   ``desk.ledger``, ``desk.settings``, ``desk.today`` are at hand; what looks at the whole ledger goes through
   ``desk.cache.get("name", make)``, which asks again only when the ledger has changed. Add the router to ``ROUTERS``
   in ``pages/__init__.py``.
3. **A template** ``templates/<page>.html`` that extends ``base.html`` (blocks ``title``, ``crumbs``, ``main``,
   ``styles``) and uses the macros of ``parts.html`` (badges, parties, dates, sources, quotes, charts) and of
   ``list.html`` (filters, table, pager). All text is escaped, and signs that deceive the eye are written out.
4. **A test** in ``tests/desk/test_<page>.py`` with the fixtures ``client`` and ``ledger`` of its ``conftest.py``.

Lists (``listing.py``): say once which columns and filters (``filters.py``) there are; order, pages and the CSV and
JSON of what is shown (``list_files.py``) follow.
Whatever is wrong with a question raises ``Refused`` (422); what is not there raises ``NotFoundError`` (404).
"""

from dragoman.desk.app import make_desk
from dragoman.desk.settings import Settings

__all__ = ["Settings", "make_desk"]
