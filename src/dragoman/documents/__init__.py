"""Paths and streams in, documents out: text, title, date of publication, language and source.

``load`` reads everything that it is given and never raises for what it is given: an input that cannot be read
comes out as a ``DocumentError`` in its place. One module a format; ``loading`` chooses among them.
"""

from dragoman.documents.loading import load, load_one
from dragoman.documents.making import make_document
from dragoman.documents.sources import Source, count, sources

__all__ = ["Source", "count", "load", "load_one", "make_document", "sources"]
