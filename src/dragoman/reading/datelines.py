"""Datelines: where a text says that it was written, before its first sentence."""

from __future__ import annotations

import re

from dragoman.reading.bodies import Layout
from dragoman.values import CountryCode

_FIRST = 20  # characters before a place that may open a text: "(ANA) – "
_DATED = re.compile(r"[^.\n]{0,40}?(?:\d|--|[–—]|\s-\s)")


def dateline_state(layout: Layout) -> CountryCode | None:
    """The state of the place that a text is dated from: "LIMA, 3 May 2011"."""
    first = layout.names[0] if layout.names else None
    if first is None or first.kind not in ("capital", "city") or first.start > _FIRST:
        return None
    return first.code if _DATED.match(layout.text, first.end) else None
