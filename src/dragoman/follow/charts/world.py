"""Places on a map of the world, drawn without any network.

The coastline (``knowledge/coastline.json``) is Natural Earth's land at 1:110 million, which is in the public domain, as
the TopoJSON of ``world-atlas`` 2.0.2 (ISC licence, Copyright 2013-2019 Michael Bostock). There are no borders on it:
which state a place lies in is what the ledger says, and no line is drawn that somebody disputes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.follow.charts.picture import COLOURS, GREY, INK, WIDTH, Picture
from dragoman.follow.wording import number_of
from dragoman.knowledge import read_json

_NAMED = 12
"""Places that have their name on the map; the others have it in the table."""
_BESIDE = 13
"""Pixels from a place to its name."""
_LEAST_SPAN = 84.0
"""Degrees that a map shows at least, so that a single place is seen among its coasts."""
_WIDEST = 120.0
"""Degrees of longitude from which on the whole world is shown."""
_TALLEST = 420
_FLATTEST = 0.5
"""Height of a map as a share of its width, at least."""


@dataclass(frozen=True)
class Spot:
    """A place with the number of things told of it; a ``whole`` state stands where its capital lies."""

    name: str
    latitude: float
    longitude: float
    count: int
    whole: bool = False


def world_map(title: str, spots: Iterable[Spot]) -> Picture | None:
    """The places with circles as large as what happened there is often; None if there is no place.

    Places that lie near one another are shown on a part of the world, else on all of it.
    """
    held = sorted(spots, key=lambda spot: (-spot.count, spot.name))
    if not held:
        return None
    return Picture(
        title=title,
        sentence=_sentence(held),
        header=("Place", "Latitude", "Longitude", "Records"),
        rows=tuple((_name(s), f"{s.latitude:.2f}", f"{s.longitude:.2f}", str(s.count)) for s in held),
        spec=_draw(held),
        listed=True,
    )


def _name(spot: Spot) -> str:
    return f"{spot.name} (as a whole)" if spot.whole else spot.name


def _sentence(spots: Sequence[Spot]) -> str:
    top = ", ".join(f"{_name(spot)} {spot.count}" for spot in spots[:3])
    whole = " Squares are states as a whole, at their capitals." if any(spot.whole for spot in spots) else ""
    return f"{number_of(len(spots), 'place')}, most often {top}.{whole}"


def _draw(spots: Sequence[Spot]) -> dict[str, Any]:
    import altair as alt

    frame, height, projection = _view(spots)
    land = alt.InlineData(
        values=read_json("coastline.json"), format=alt.TopoDataFormat(type="topojson", feature="land")
    )
    lines = alt.graticule(step=[10, 10] if frame else [30, 30])
    labels = _labels(spots, frame)

    def names(side: str) -> alt.Chart:
        held = alt.InlineData(values=[each for each in labels if each["side"] == side])
        return alt.Chart(held).encode(longitude="lon:Q", latitude="lat:Q", text="name:N")

    values = [
        {"name": s.name, "lat": s.latitude, "lon": s.longitude, "count": s.count, "whole": s.whole} for s in spots
    ]
    most = max(spot.count for spot in spots)
    base = alt.Chart(alt.InlineData(values=values)).encode(longitude="lon:Q", latitude="lat:Q")
    size = alt.Size("count:Q", scale=alt.Scale(type="sqrt", domain=[1, max(2, most)], range=[40, 420]), legend=None)
    layers = (
        alt.Chart(lines).mark_geoshape(filled=False, stroke=INK, strokeOpacity=0.12, strokeWidth=0.5),
        alt.Chart(land).mark_geoshape(fill=GREY, fillOpacity=0.28, stroke=INK, strokeOpacity=0.35, strokeWidth=0.5),
        base.transform_filter(~alt.datum.whole)
        .mark_circle(color=COLOURS[0], opacity=0.75, stroke=INK, strokeOpacity=0.6, strokeWidth=0.7)
        .encode(size=size),
        base.transform_filter(alt.datum.whole)
        .mark_square(filled=False, color=COLOURS[1], strokeWidth=1.8)
        .encode(size=size),
        names("right").mark_text(dx=_BESIDE, align="left", baseline="middle"),
        names("left").mark_text(dx=-_BESIDE, align="right", baseline="middle"),
    )
    drawn = alt.layer(*layers).project(**projection).properties(width=WIDTH, height=height)
    return dict(drawn.to_dict())


def _labels(spots: Sequence[Spot], frame: tuple[float, float, float, float] | None) -> list[dict[str, Any]]:
    """The names of the places with most records, but not one that would stand on another.

    They stand on the ``side`` on which there is room for them: on the right but near the eastern edge.
    """
    west, wide, tall = (frame[0], frame[2] - frame[0], frame[3] - frame[1]) if frame else (-180.0, 360.0, 180.0)
    taken: list[tuple[float, float, float]] = []
    shown: list[dict[str, Any]] = []
    for spot in spots:
        x, y = (spot.longitude - west) / wide * WIDTH, spot.latitude / tall * WIDTH / 2
        width = 7.0 * len(spot.name) + _BESIDE
        side = "right" if x + width < WIDTH else "left"
        start = x if side == "right" else x - width
        clear = all(abs(y - other_y) > 12 or start > end or start + width < other for other, end, other_y in taken)
        if clear and len(shown) < _NAMED:
            taken.append((start, start + width, y))
            shown.append({"name": spot.name, "lat": spot.latitude, "lon": spot.longitude, "side": side})
    return shown


def _view(spots: Sequence[Spot]) -> tuple[tuple[float, float, float, float] | None, int, Mapping[str, Any]]:
    """What part of the world is shown (west, south, east, north; None for all), how high, and in which projection."""
    longitudes = [spot.longitude for spot in spots]
    latitudes = [spot.latitude for spot in spots]
    if max(longitudes) - min(longitudes) > _WIDEST:
        return None, WIDTH // 2 + 10, {"type": "equalEarth"}
    west, east = _widened(min(longitudes), max(longitudes), _LEAST_SPAN, -180, 180)
    south, north = _widened(min(latitudes), max(latitudes), (east - west) * _FLATTEST, -85, 85)
    height = min(_TALLEST, round(WIDTH * (north - south) / (east - west)))
    corners = {
        "type": "Feature",
        "properties": {},
        "geometry": {"type": "MultiPoint", "coordinates": [[west, south], [east, north], [west, north], [east, south]]},
    }
    view = {"type": "equirectangular", "fit": corners, "size": [WIDTH, height], "clipExtent": [[0, 0], [WIDTH, height]]}
    return (west, south, east, north), height, view


def _widened(low: float, high: float, span: float, least: float, most: float) -> tuple[float, float]:
    """The range with a margin, at least ``span`` wide, and within the world."""
    margin = max((high - low) * 0.15, (span - (high - low)) / 2)
    return max(least, low - margin), min(most, high + margin)
