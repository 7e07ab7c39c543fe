"""Meetings, visits and the like along the years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.follow.charts.picture import COLOURS, GREY, SHAPES, WIDTH, Picture, leading, year_axis, year_of
from dragoman.follow.wording import date_words
from dragoman.values import Edtf

_DONE, _AHEAD = "took place", "planned"
_ROW = 30  # pixels


@dataclass(frozen=True)
class Moment:
    """Something at a time; ``ahead`` if it was only planned."""

    when: Edtf
    kind: str
    title: str
    ahead: bool = False


def timeline(title: str, moments: Iterable[Moment]) -> Picture | None:
    """Points in time, one row a kind; None for fewer than three."""
    held = sorted((each for each in moments if each.when.first or each.when.last), key=lambda each: year_of(each.when))
    if len(held) < 3:
        return None
    counts = Counter(each.kind for each in held)
    kinds = leading(sorted(counts), {kind: float(n) for kind, n in counts.items()}, len(counts))
    return Picture(
        title=title,
        sentence=_sentence(held, counts),
        header=("When", "What", "Title"),
        rows=tuple((date_words(m.when), f"{m.kind} ({_AHEAD})" if m.ahead else m.kind, m.title) for m in held),
        spec=_draw(held, kinds),
        listed=True,
    )


def _sentence(moments: Sequence[Moment], counts: Counter[str]) -> str:
    years = Counter(int(year_of(each.when)) for each in moments)
    ((top, most),) = years.most_common(1)
    kinds = ", ".join(f"{kind} {n}" for kind, n in counts.most_common())
    peak = f", most in {top} ({most})" if most > 1 else ""
    span = f"from {min(years)} to {max(years)}{peak}" if len(years) > 1 else f"all in {top}"
    ahead = sum(each.ahead for each in moments)
    key = f" Of these {ahead} {'was' if ahead == 1 else 'were'} only planned (hollow)." if ahead else ""
    return f"{len(moments)} {span}: {kinds}.{key}"


def _draw(moments: Sequence[Moment], kinds: Sequence[str]) -> dict[str, Any]:
    import altair as alt

    values = [
        {"year": year_of(each.when), "kind": each.kind, "standing": _AHEAD if each.ahead else _DONE} for each in moments
    ]
    colours = [(*COLOURS, GREY)[min(n, len(COLOURS))] for n in range(len(kinds))]
    shapes = [SHAPES[n % len(SHAPES)] for n in range(len(kinds))]
    drawn = (
        alt.Chart(alt.InlineData(values=values))
        .mark_point(size=80, strokeWidth=1.6, opacity=0.9)
        .encode(
            x=year_axis([year_of(each.when) for each in moments]),
            y=alt.Y("kind:N", sort=list(kinds), title=None, axis=alt.Axis(grid=True, ticks=False, domain=False)),
            shape=alt.Shape("kind:N", scale=alt.Scale(domain=list(kinds), range=shapes), legend=None),
            stroke=alt.Stroke("kind:N", scale=alt.Scale(domain=list(kinds), range=colours), legend=None),
            fill=alt.Fill("kind:N", scale=alt.Scale(domain=list(kinds), range=colours), legend=None),
            fillOpacity=alt.FillOpacity(
                "standing:N", scale=alt.Scale(domain=[_DONE, _AHEAD], range=[1, 0]), legend=None
            ),
        )
        .properties(width=WIDTH, height=_ROW * len(kinds))
    )
    return dict(drawn.to_dict())
