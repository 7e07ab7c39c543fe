"""Statistics: the cells of tables that tell of no single piece of work, as figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.models import Evidence, Figure, Measure, Party, Role
from dragoman.reading.figures.parties import ROLES
from dragoman.reading.laid_out.surroundings import Surroundings, both
from dragoman.reading.layout.cells import Field, Row, Table
from dragoman.reading.layout.headings import (
    Scale,
    as_measure,
    counted_in,
    is_any_number,
    is_total,
    measure_in,
    says,
    unit_in,
)
from dragoman.reading.layout.values import amount_of, is_number, is_time, number_of, state_of, states_in, time_of
from dragoman.reading.quantities.units import measure_of, people
from dragoman.values import CountryCode, Edtf

CONFIDENCE = 0.82  # the share of such figures that was right where it was measured, before the curve of ``calibration``
_FAR_SIDE = re.compile(r"\b(?:to|with|in|for)\s+(?:the\s+)?$", re.I)
_BOUGHT = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)
_SHARE = re.compile(r"\bshare|% of |per ?cent of ", re.IGNORECASE)
_ASIDE = re.compile(r"\([^)]*\)|\[[^]]*\]|,[^,]*$")
_PART = re.compile(r"[\s–—-]*(?:of which|of these|of them|thereof|incl(?:\.|uding))[\s:,]+", re.IGNORECASE)
_SIDES: tuple[Role, Role] = ("participant", "participant")


def figures_of(table: Table, around: Surroundings) -> Iterator[Figure]:
    """A figure for each cell that holds a quantity whose unit is known."""
    for row in table.rows:
        for field in row.fields:
            if is_number(field.cell.text):
                figure = figure_of(field, row, table, around)
                if figure is not None:
                    yield figure


def _names_only(field: Field) -> bool:
    """Whether the number only names something: a rank, a code, the number of the row."""
    return says(field.heading, "empty") and counted_in(field.heading) is None


def figure_of(field: Field, row: Row, table: Table, around: Surroundings) -> Figure | None:
    """What one cell tells, None if its unit is not known."""
    label = _label(row, field)
    head = "" if is_time(field.heading) else field.heading
    amount = amount_of(field.cell.text, around.dollar)
    if amount is None:
        number, unit = number_of(field.cell.text), _unit(field, label, table, around)
        amount = number.of(unit) if number and unit else None
    if amount is None or amount.unit is None:
        return None
    measure = _measure(amount.unit, head, label, row, table, around)
    what = _what(head, _in_full(label, row, table), measure)
    return Figure(
        title=what[:1].upper() + what[1:],
        measure=measure,
        of=what,
        **amount.model_dump(),
        parties=_parties(field, row, measure, around),
        date=_date(field, row, table, around),
        evidence=(Evidence(start=min(row.start, field.cell.start), end=max(row.end, field.cell.end)),),
        confidence=CONFIDENCE,
        why=(f"figure: a cell of a table, by its heading “{field.heading or label}”",),
    )


def _label(row: Row, field: Field) -> str:
    """What the row is called: its first cell that is neither a number nor a mere number of the row."""
    texts = [f.cell.text for f in row.fields if f is not field]
    return next((t for t in texts if not is_number(t) and any(map(str.isalpha, t)) and not is_time(t)), "")


def _in_full(label: str, row: Row, table: Table) -> str:
    """The label with that of the row above if it is a part of it: "Grants", "of which loans"."""
    if not (part := _PART.match(label)):
        return label
    above = (other for other in reversed(table.rows[: table.rows.index(row)]) if not _PART.match(_name(other)))
    whole = next((_name(other) for other in above), "")
    return f"{whole}, of which {label[part.end() :]}" if whole else label


def _of_the_row(field: Field) -> bool:
    """Whether the number is one of what the row names."""
    return is_any_number(field.heading) or says(field.heading, "quantities")


def _name(row: Row) -> str:
    return row.fields[0].cell.text


def _unit(field: Field, label: str, table: Table, around: Surroundings) -> Scale | None:
    """The unit by the heading or the label, by what they count, or by what is said of the whole table."""
    for line in (field.heading, label):
        if found := unit_in(line, around.text, around.dollar):
            return found
    if _names_only(field):
        return None
    money_measures = measure_in(field.heading) or measure_in(label)
    counted = counted_in(field.heading) or (counted_in(label) if _of_the_row(field) else None)
    if counted and not (money_measures and money_measures not in ("people", "count")):
        return Scale(counted)
    for line in (table.headings[0], *around.lines):
        if found := unit_in(line, around.text, around.dollar):
            return found
    if is_time(field.heading) and (counted := counted_in(label)):
        return Scale(counted)
    people_ = next((noun for line in around.lines if (noun := counted_in(line)) in people().values()), None)
    return Scale(people_) if people_ and (is_time(field.heading) or state_of(label)) else None


def _measure(unit: str, head: str, label: str, row: Row, table: Table, around: Surroundings) -> Measure:
    """What is measured: by the unit, else by the words of the heading, the row, or the lines above."""
    over = next((f.heading for f in row.fields if f.cell.text == label), "")
    worded: Measure | None = measure_in(head) or measure_in(label) or measure_in(over)
    if worded is None and {"exports", "imports"} <= table.measures:
        worded = "trade"
    above: Measure | None = next(filter(None, map(measure_in, around.lines)), None)
    if unit == "%" and (worded is None or _SHARE.search(f"{head} {label}")):
        return "share"
    own: Measure | None = as_measure(measure_of(unit))
    traded = worded or above
    if own in ("weight", "other") and traded in ("exports", "imports"):
        own = traded
    if unit in people().values():
        own = "people"
    if own is None and unit != "%" and not unit.isupper():
        own = "count"
    return own or traded or "other"


def _what(head: str, label: str, measure: Measure) -> str:
    """What is measured or counted, in the words of the table."""
    plain = "" if is_any_number(head) else _ASIDE.sub("", head).strip(" :,") or head
    if label and not plain:
        return label
    if label and not state_of(label):
        return f"{plain}: {label}"
    if label:
        return f"{plain}, {label}"
    return plain or str(measure)


def _date(field: Field, row: Row, table: Table, around: Surroundings) -> Edtf | None:
    """The time of the row or of the column, else the one told above the table, else the day of publication."""
    own = [f.cell.text for f in row.fields if is_time(f.cell.text)]
    own += filter(is_time, (aside.strip(" ,()[]") for aside in _ASIDE.findall(_label(row, field))))
    column = time_of(field.heading, around.anchor)
    if own:
        return time_of(own[0], around.anchor) or column
    if column:
        return column
    for line in (table.headings[0], *around.lines):
        if (told := time_of(line, around.anchor)) and not says(line, "published"):
            return told
    return around.anchor


def _parties(field: Field, row: Row, measure: Measure, around: Surroundings) -> tuple[Party, ...]:
    """The state of the row and the one that the table is about, else the two that it is about."""
    roles = ROLES.get(measure, _SIDES)
    heading, code = _state_of_row(row)
    first, second = _sides(_label(row, field), measure, around)
    over = states_in(field.heading)
    if code is None and over and over[0].code != first:  # "To Thailand, GWh"
        second = over[0].code
    if code is None:
        if first is None:
            return ()
        if second is None:
            return (Party(name=first.country, code=first, role=roles[0]),)
        return both(first, second, roles)
    other = next((c for c in (first, second) if c and c != code), None)
    near = says(heading, "near") or (measure in ("investment", "aid", "grants", "loans") and not says(heading, "far"))
    near = near and not (other and measure in ("aid", "grants", "loans") and says(heading, "far"))
    if other is None:
        return (Party(name=code.country, code=code, role=roles[0 if near else 1]),)
    return both(code, other, roles) if near else both(other, code, roles)


def _state_of_row(row: Row) -> tuple[str, CountryCode | None]:
    for field in row.fields:
        if not is_number(field.cell.text) and not is_total(field.cell.text) and (code := state_of(field.cell.text)):
            return field.heading, code
    return "", None


def _sides(label: str, measure: Measure, around: Surroundings) -> tuple[CountryCode | None, CountryCode | None]:
    """The state that the row or the table is of, and the one that it is about: "exports of Fiji to Tonga"."""
    for line in (label, *around.lines):
        named = states_in(line)
        codes = list(dict.fromkeys(name.code for name in named if name.code))
        if not codes:
            continue
        if len(codes) == 1:
            other = next((code for code in around.states() if code != codes[0]), None)
            before = line[: named[0].start]
            far = bool(_FAR_SIDE.search(before) or (measure == "imports" and _BOUGHT.search(before)))
            return (other, codes[0]) if far and other else (codes[0], other)
        return codes[0], codes[1]
    found = around.states()
    return (found[0] if found else None), (found[1] if len(found) > 1 else None)
