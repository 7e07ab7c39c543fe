"""A chart with its text equivalents, and the look that all charts share."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.values import Edtf

if TYPE_CHECKING:
    import altair

COLOURS = ("#1c2f86", "#e0521c", "#3a9ad9", "#6b1230", "#a0489c")
"""Chosen by search so that any two differ for normal sight, protanopia, deuteranopia and tritanopia, and each stands
out 3:1 from white; ``tests/follow/charts/test_picture.py`` measures it."""
GREY = "#8a8a96"
"""For what is put together as "other"."""
DARK = dict(zip((*COLOURS, GREY), ("#5f86f2", "#f27a3f", "#a6dcff", "#b5516f", "#f5e88a", "#8f969c"), strict=True))
"""What takes the place of each colour on a dark page."""
SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")
INK = "currentColor"
"""The colour of the words around it, which SVG takes from the page and everything else draws black."""
SANS = "Arial, 'Liberation Sans', Arimo, 'Noto Sans', 'Brief CJK', sans-serif"
"""Fonts of one width, which the room for words is measured by; "Brief CJK" is what an HTML brief brings along."""
WIDTH = 640  # pixels, axes included

# Drops "M" and "G", which mean nothing to a reader of sums: 2500000 is "2.5 million".
AMOUNT_LABELS = (
    "datum.value >= 1e12 ? format(datum.value / 1e12, ',~g') + ' trillion'"
    " : datum.value >= 1e9 ? format(datum.value / 1e9, ',~g') + ' billion'"
    " : datum.value >= 1e6 ? format(datum.value / 1e6, ',~g') + ' million' : format(datum.value, ',~g')"
)


@dataclass(frozen=True)
class Picture:
    """A chart: its title, one sentence that says what it shows, the table of what is drawn, and its Vega-Lite form.

    ``listed`` charts draw what stands beside them as a list, so that the table need not be printed.
    """

    title: str
    sentence: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    spec: Mapping[str, Any] = field(repr=False)
    listed: bool = False

    def svg(self, font: str = SANS) -> str:
        """The chart as SVG without a background; words have the colour of the page that it stands on."""
        import vl_convert

        _use_our_fonts()
        drawn = str(vl_convert.vegalite_to_svg(self._styled(font), allowed_base_urls=[]))
        # The whole is one image with a name; a reader of screens is spared the parts, which have none.
        drawn = re.sub(r' (?:role="graphics-[a-z]+"|aria-roledescription="[^"]*")', "", drawn)
        named = f'<svg role="img" aria-label="{escape(f"{self.title}. {self.sentence}")}" '
        return re.sub(r"^<svg ", lambda _: named, drawn, count=1)

    def png(self, scale: float = 3) -> bytes:
        """The chart as a PNG on white, ``scale`` times 72 dots an inch."""
        import vl_convert

        _use_our_fonts()
        spec = self._styled("sans-serif") | {"background": "white"}
        spec = json.loads(json.dumps(spec).replace(INK, "#1a1a1a"))
        return bytes(vl_convert.vegalite_to_png(spec, scale=scale, ppi=72, allowed_base_urls=[]))

    def altair(self) -> altair.TopLevelMixin:
        """The chart as an Altair object, to be changed further."""
        import altair

        made: altair.TopLevelMixin = altair.Chart.from_dict(self._styled("sans-serif"))
        return made

    def _repr_svg_(self) -> str:
        """What a notebook shows."""
        return self.svg()

    def _styled(self, font: str) -> dict[str, Any]:
        spec = copy.deepcopy(dict(self.spec))
        spec["config"] = _config(font)
        return spec


def dark_rules(within: str = "") -> str:
    """CSS that gives charts their colours for a dark page; ``within`` is a selector that stands before each rule."""
    return "\n".join(
        f"{within} svg [{attribute}='{light}'] {{ {attribute}: {dark}; }}".strip()
        for light, dark in DARK.items()
        for attribute in ("fill", "stroke")
    )


def year_of(when: Edtf) -> float:
    """A place on an axis of years: 2016-07 is 2016.5."""
    day = when.first or when.last
    if day is None:
        raise ValueError(f"{when!r} is open at both ends")
    return day.year + (day.timetuple().tm_yday - 1) / 366


def year_axis(years: Sequence[float], title: str | None = None) -> altair.X:
    """An axis from the first to the last of these years, with whole years as its labels."""
    import altair as alt

    first, last = int(min(years)), int(max(years)) + 1
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if (last - first) / step <= 12)
    edge = 0.2 + (last - first) / 50
    return alt.X(
        "year:Q",
        title=title,
        scale=alt.Scale(domain=[first - edge, last + edge], nice=False, zero=False),
        axis=alt.Axis(values=list(range(first + -first % step, last + 1, step)), format="d", grid=False),
    )


def leading(names: Sequence[str], weights: Mapping[str, float], most: int) -> list[str]:
    """The names of most weight, in that order; of more than ``most`` the last place is left for all others."""
    ordered = sorted(dict.fromkeys(names), key=lambda name: (-weights[name], name))
    return ordered if len(ordered) <= most else ordered[:most]


def _config(font: str) -> dict[str, Any]:
    quiet = {
        "labelColor": INK,
        "titleColor": INK,
        "labelFontSize": 11,
        "titleFontSize": 11,
        "titleFontWeight": "normal",
        "labelLimit": 260,
    }
    return {
        "font": font,
        "background": "transparent",
        "aria": False,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "view": {"stroke": None},
        "axis": quiet | {"domainColor": INK, "domainOpacity": 0.5, "tickColor": INK, "tickOpacity": 0.5,
                         "gridColor": INK, "gridOpacity": 0.14, "labelPadding": 4},
        # A browser may set labels in a wider font than that which was measured: there is room for them at the left, and
        # the title stands above the axis, where they do not run into it.
        "padding": {"left": 16, "top": 5, "right": 5, "bottom": 5},
        "axisY": {"titleAngle": 0, "titleAlign": "left", "titleAnchor": "end", "titleBaseline": "bottom",
                  "titleX": 0, "titleY": -9},
        "legend": quiet | {"orient": "bottom", "direction": "horizontal", "columns": 3, "title": None,
                           "symbolStrokeWidth": 1.5},
        "text": {"fill": INK, "font": font, "fontSize": 11},
        "mark": {"font": font},
    }  # fmt: skip


def font_folder() -> Path | None:
    """The folder of the font for Chinese, Japanese and Korean that comes with the program; None if it is not there."""
    try:
        found = files("noto_cjk_sans_jp_regular")
    except ModuleNotFoundError:
        return None
    return Path(str(found))


@cache
def _use_our_fonts() -> None:
    """Let names in Chinese, Japanese and Korean script show on machines that have no font for them."""
    import vl_convert

    if folder := font_folder():
        vl_convert.register_font_directory(str(folder))
