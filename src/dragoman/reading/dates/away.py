"""Away: times so many years, months or days from another, at the precision that the words give them."""

from __future__ import annotations

from dragoman.reading.dates import reckoning
from dragoman.reading.dates.meaning import Counted, Stretch
from dragoman.reading.dates.reckoning import Stamp, Value

_ROUND_YEARS = 20
_HOURS = 24  # of a day


def half_way(said: Counted, base: Stamp) -> Value | None:
    """Half a century ago, two and a half years ago."""
    years = {"year": 1, "decade": 10, "century": 100}.get(said.unit)
    if years is None or said.count is None:
        return None
    there = Stamp(base.year + round(said.count * years))
    return reckoning.value_of(there, about=True) if there.valid else None


def years_away(said: Counted, base: Stamp, count: int) -> Value | None:
    """Years ago: exact if few, about if round or hedged, only the century if they are hundreds."""
    years = count * {"year": 1, "decade": 10, "century": 100}[said.unit]
    there = Stamp(base.year + years)
    if not there.valid:
        return None
    if abs(years) >= 100 and years % 50 == 0:
        return reckoning.century(there.year // 100 + 1)._replace(stamp=there, until=None)
    about = said.about or (abs(years) >= _ROUND_YEARS and years % 10 == 0) or said.unit != "year"
    return reckoning.value_of(there, about)


def stretch(said: Stretch, base: Stamp | None) -> Value:
    """The past five years, the next two weeks: up to ``base`` or from it on."""
    timex = reckoning.duration(said.unit, said.count)
    if base is None:
        return Value(None, timex)
    unit, count = said.unit, said.count
    if unit in ("decade", "century") or (unit == "year" and count != int(count)):
        count, unit = count * {"decade": 10, "century": 100, "year": 1}[unit], "year"
    if unit == "hour" and count % _HOURS == 0:
        count, unit = count / _HOURS, "day"
    if unit in ("weekend", "hour", "minute", "second") or count != int(count):
        return Value(None, timex)
    there = reckoning.moved(base, unit, int(count) * said.side)
    here = reckoning.moved(base, "day" if unit in ("week", "fortnight") else unit, 0)
    if there is None or here is None:
        return Value(None, timex)
    first, last = (there, here) if said.side < 0 else (here, there)
    return reckoning.stretch(first, last, timex)._replace(stamp=None, timex=timex)
