"""A brief as an accessible PDF (PDF/UA-1): tagged, with bookmarks, links to the sources, and fonts inside.

Typst sets it; it comes with its fonts and needs neither a browser nor anything of the system. The template is
``brief.typ``, which is given the brief as JSON, so that no words of a document can be taken for instructions.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime, time
from importlib.resources import files
from typing import Any

from dragoman.follow.brief.model import Brief, Section
from dragoman.follow.charts import Picture
from dragoman.follow.charts.picture import font_folder

FONT = "Libertinus Serif"


def write(brief: Brief) -> bytes:
    """The brief as a PDF; equal briefs give equal files."""
    import typst

    folder = font_folder()
    given: dict[str, Any] = {
        "input": (files("dragoman.follow.brief") / "brief.typ").read_bytes(),
        "sys_inputs": {"brief": json.dumps(_data(brief), ensure_ascii=False)},
        "font_paths": [str(folder)] if folder else [],
        "timestamp": int(datetime.combine(brief.as_of, time(), UTC).timestamp()),
    }
    try:
        return bytes(typst.compile(**given, pdf_standards=["ua-1"]))
    except typst.TypstError:
        # A sign that no font on this machine has is against the standard; a box in its place is better than no brief.
        return bytes(typst.compile(**given))


def _data(brief: Brief) -> dict[str, Any]:
    return {
        "title": brief.title,
        "as_of": str(brief.as_of),
        "scope": brief.scope,
        "caution": brief.caution,
        "glance": [asdict(aside) for aside in brief.glance],
        "sections": [_section(section) for section in brief.sections],
        "notes": [asdict(note) for note in brief.notes],
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "heading": section.heading,
        "charts": [_picture(picture) for picture in section.charts],
        "lines": [asdict(line) for line in section.lines],
        "remarks": [asdict(remark) for remark in section.remarks],
        "parts": [_section(part) for part in section.parts],
    }


def _picture(picture: Picture) -> dict[str, Any]:
    return {
        "title": picture.title,
        "sentence": picture.sentence,
        "header": picture.header,
        "rows": () if picture.listed else picture.rows,
        "svg": picture.svg(FONT),
    }
