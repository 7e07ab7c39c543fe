"""A brief: what stands between two states, as far as the ledger tells, every line with its sources.

    brief = make_brief(ledger, CountryCode("JPN"), CountryCode("KGZ"), since=2020)
    write(brief, "pdf")    # bytes

One structure (``Brief``), and one small module for each format that it is written in.
"""

from __future__ import annotations

from importlib import import_module
from typing import Literal, get_args

from dragoman.follow.brief.making import make_brief
from dragoman.follow.brief.model import Aside, Brief, Line, Note, Section

Format = Literal["md", "html", "docx", "pdf"]
FORMATS: tuple[Format, ...] = get_args(Format)
_WRITERS = {"md": "markdown", "html": "html", "docx": "docx", "pdf": "pdf"}

__all__ = ["FORMATS", "Aside", "Brief", "Format", "Line", "Note", "Section", "make_brief", "write"]


def write(brief: Brief, format: Format) -> bytes:
    """The brief as a file of this format."""
    # A writer, with the libraries that it needs, is loaded when it is asked for.
    written = import_module(f"{__name__}.{_WRITERS[format]}").write(brief)
    return written.encode() if isinstance(written, str) else bytes(written)
