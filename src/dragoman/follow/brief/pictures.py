"""The charts of a brief, and what is said of the sums that they show."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dragoman.follow.brief.model import Aside
from dragoman.follow.brief.notes import Notes
from dragoman.follow.charts import Bar, Moment, Picture, Point, money_chart, series_chart, timeline
from dragoman.follow.matters import Matter
from dragoman.follow.sums import Pot, Sum, value_of
from dragoman.follow.wording import amount_words, label_of, plural, shorten
from dragoman.knowledge import read_tsv
from dragoman.models import Activity, Amount, Figure
from dragoman.reading.states.gazetteer import find_names
from dragoman.values import Unit

_NO_SECTOR = "Sector not said"
_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")


def money_charts(sums: Sequence[Sum]) -> tuple[Picture, ...]:
    """One chart for what one state gives the other in one way and one currency."""
    bars: dict[Pot, list[Bar]] = defaultdict(list)
    for each in sums:
        pot = each.pot
        alike = Pot(pot.giver, pot.taker, pot.noun, pot.unit)
        bars[alike] += [Bar(m.year, _sector(m), value_of(m), pot.agreed) for m in each.counted]
    made = (money_chart(f"{_way(pot)}, {pot.unit}", held, pot.unit) for pot, held in bars.items())
    return tuple(filter(None, made))


def money_remarks(sums: Iterable[Sum], notes: Notes) -> Iterator[Aside]:
    """What two or more things come to together, and what was not counted and why."""
    for each in sums:
        pot = each.pot
        standing = ", only agreed so far," if pot.agreed else ""
        if len(each.counted) > 1:
            parts = " + ".join(_value(matter) for matter in each.counted) if len(each.counted) <= 6 else ""
            counted = f"{len(each.counted)} {pot.noun} from {pot.giver.country} to {pot.taker.country}{standing}"
            words = f"{counted} come to {amount_words(each.amount)} together{f' ({parts})' if parts else ''}."
            yield Aside(words, notes.of(stored for matter in each.counted for stored in matter.told[:1]))
        if each.counted and each.left:
            left = "; ".join(f"{shorten(matter.entry.title, 60)} ({reason})" for matter, reason in each.left)
            words = f"Not counted among these {pot.noun}: {left}."
            yield Aside(words, notes.of(stored for matter, _ in each.left for stored in matter.told[:1]))


def series_charts(title: str, matters: Iterable[Matter]) -> tuple[Picture, ...]:
    """One chart a unit for figures that are told for several periods, or by documents that disagree."""
    points: dict[Unit | None, list[Point]] = defaultdict(list)
    taken: set[tuple[str, str, Unit | None]] = set()
    for matter in sorted(matters, key=lambda m: m.told[-1].order, reverse=True):
        figure = matter.entry
        if not isinstance(figure, Figure) or figure.date is None or figure.value is None:
            continue
        series = series_words(figure)
        best = (series, figure.date, figure.unit) not in taken
        taken.add((series, figure.date, figure.unit))
        source = shorten(matter.told[-1].document.title or matter.told[-1].document.id, 60)
        points[figure.unit].append(Point(series, figure.date, figure.value, best, source))
        points[figure.unit] += _others(matter, figure, series)
    made = (series_chart(f"{title}{_counted_in(unit)}", held, unit) for unit, held in points.items())
    return tuple(filter(None, made))


def meeting_charts(met: Iterable[Matter], ahead: Iterable[Matter]) -> tuple[Picture, ...]:
    """The meetings and visits along the years, those whose year is known."""
    moments = [
        Moment(matter.entry.date, label_of(matter.entry), shorten(matter.entry.title, 120), planned)
        for planned, matters in ((False, met), (True, ahead))
        for matter in matters
        if matter.entry.date and matter.year
    ]
    made = timeline("Meetings and visits over the years", moments)
    return (made,) if made else ()


def _others(matter: Matter, figure: Figure, series: str) -> Iterator[Point]:
    """The values that other documents give for the same period."""
    held = {stored.key: stored for stored in matter.told}
    for other in matter.record.others.get("value", ()):
        told = Amount.model_validate(other.value)
        documents = [held[key].document for key in other.entries if key in held]
        if told.value is not None and told.unit == figure.unit and documents and figure.date:
            source = shorten(documents[0].title or documents[0].id, 60)
            yield Point(series, figure.date, told.value, False, source)


def series_words(figure: Figure) -> str:
    """ "Exports of honey, BLR to JPN"; figures of one series have the same words."""
    of = _small(" ".join(figure.of.split()))
    joint = " of" if figure.measure in ("exports", "imports") else ":"
    words = of if label_of(figure) in of.casefold() else f"{label_of(figure)}{joint} {of}"
    exporter = next((p.code for p in figure.parties if p.role == "exporter" and p.code), None)
    importer = next((p.code for p in figure.parties if p.role == "importer" and p.code), None)
    return words[:1].upper() + words[1:] + (f", {exporter} to {importer}" if exporter and importer else "")


def _small(words: str) -> str:
    """The words in small letters, but for the names of states and places and for what is all in capitals."""
    kept = [words[name.start : name.end] for name in find_names(words)] + _CAPITALS.findall(words)
    small = words.casefold()
    for name in kept:
        small = re.sub(rf"\b{re.escape(name.casefold())}\b", name, small)
    return small


def _counted_in(unit: Unit | None) -> str:
    return f", {unit if unit.is_money else plural(unit)}" if unit else ""


def _way(pot: Pot) -> str:
    noun = pot.noun.removeprefix("pieces of ")
    return f"{noun[:1].upper()}{noun[1:]} from {pot.giver.country} to {pot.taker.country}"


def _value(matter: Matter) -> str:
    return amount_words(Amount(value=value_of(matter), unit=None))


def _sector(matter: Matter) -> str:
    sector = matter.entry.sector if isinstance(matter.entry, Activity) else None
    names = {row["code"]: row["name"] for row in read_tsv("sectors.tsv")}
    return names.get((sector or "")[:3], _NO_SECTOR)
