"""Dates: every time that a text speaks of, resolved as far as it can be, at the precision that the text gives.

``words`` makes a row of date words of the text, the rules (``calendar_rules``, ``year_rules``, …) read
phrases in it, ``resolving`` reckons what they come to in the ``context`` of the text, ``extents`` marks them as TIMEX3
does. Values are EDTF (ISO 8601-2) and TIMEX3.
"""

from __future__ import annotations

from dragoman.reading.dates.extents import timexes
from dragoman.reading.dates.finding import DateMention, find_dates

__all__ = ["DateMention", "find_dates", "timexes"]
