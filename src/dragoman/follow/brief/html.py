"""A brief as one HTML file that needs nothing else: no script, no other file, no network."""

from __future__ import annotations

import base64
import io
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, Template
from markupsafe import Markup

from dragoman.follow.brief.model import Brief
from dragoman.follow.charts import Picture, dark_rules
from dragoman.follow.charts.picture import font_folder
from dragoman.follow.visible import visible

_FACE = "/* fonts of this brief */"


def write(brief: Brief) -> str:
    """The brief as a page for the screen, light or dark, and for paper."""
    page = visible(_template().render(brief=brief, cite=_citing(), drawing=_drawing, dark_rules=Markup(dark_rules())))
    return page.replace(_FACE, _face(page), 1)


def _face(page: str) -> str:
    """The Chinese, Japanese and Korean signs of the page as a font of its own, for readers who have none for them."""
    signs = {sign for sign in page if unicodedata.east_asian_width(sign) in "WF"}
    folder = font_folder()
    if not signs or folder is None:
        return ""
    from fontTools import subset  # type: ignore[import-untyped]

    options = subset.Options(layout_features=[], flavor="woff", hinting=False)
    font = subset.load_font(str(next(folder.glob("*.otf"))), options)
    chosen = subset.Subsetter(options)
    chosen.populate(unicodes=map(ord, signs))
    chosen.subset(font)
    file = io.BytesIO()
    subset.save_font(font, file, options)
    data = base64.b64encode(file.getvalue()).decode()
    return f'@font-face {{ font-family: "Brief CJK"; src: url("data:font/woff;base64,{data}") format("woff"); }}'


def _citing() -> Callable[[Sequence[int]], Markup]:
    """Writes numbers as links to the notes; the first link to each note is what the note links back to."""
    seen: set[int] = set()

    def cite(numbers: Sequence[int]) -> Markup:
        links = []
        for number in numbers:
            place = "" if number in seen else f' id="from-{number}"'
            seen.add(number)
            links.append(f'<a href="#note-{number}"{place} aria-label="source {number}">{number}</a>')
        return Markup(f'<sup class="cite">{" ".join(links)}</sup>') if links else Markup("")

    return cite


def _drawing(picture: Picture) -> Markup:
    return Markup(picture.svg())


@cache
def _template() -> Template:
    loader = PackageLoader("dragoman.follow", "brief")
    return Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True).get_template("brief.html")
