"""What a record says: the best value of each field out of its entries, the other values, and the history.

The rule, in this order: an analyst's correction; a source of higher rank; what was published later, unless an earlier
value says the same more precisely ("3 May 2019" against "May 2019"). The date of a thing that is done comes from those
who tell it as done. The stage only goes forward; what was suspended or cancelled may begin anew.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.ledger.stored import ENTRY, StoredEntry
from dragoman.models import BEGUN, STOPPED, Amount, Record, Stage, Staged, Step, Value
from dragoman.values import CountryCode, Edtf

_ORDER: tuple[Stage, ...] = ("proposed", "planned", "agreed", "underway", "done")
_FROM_ALL = frozenset({"kind", "evidence", "salience", "confidence", "why"})
"""Fields that are not chosen among values."""
_NUMBERS = tuple(Amount.model_fields)
"""The fields of a figure that are one value together."""
_SURE = ("title", "name", "of", "type", "measure", "plover", "post")
"""Fields whose words are taken from the entry that the reading was surest of, not from the latest."""
_FULLEST = ("parties", "person")


@dataclass(frozen=True)
class _Said:
    """A value with the entry that gives it; ``weight`` orders values, the best last."""

    value: Any
    key: str
    weight: tuple[Any, ...]


def make_record(entries: Sequence[StoredEntry], ranks: Mapping[str, int]) -> Record:
    """The record that these entries, in order of publication, make up; ``ranks`` are those of sources, 0 by default.

    Its id is the key of the first entry, and so is the evidence of its best values. Where an analyst joined entries of
    several kinds, the commonest kind gives the values.
    """
    kind = _commonest(stored.entry.kind for stored in entries)
    alike = [stored for stored in entries if stored.entry.kind == kind]
    stage = _stage(alike)
    best: dict[str, Any] = {}
    others: dict[str, tuple[Value, ...]] = {}
    for field, said in _fields(alike, ranks, stage):
        if not said:
            continue
        chosen = _precise(max(said, key=lambda each: each.weight), said)
        best |= chosen.value if field == "value" else {field: chosen.value}
        if rest := _others(said, chosen):
            others[field] = rest
    best |= {"kind": kind, "evidence": alike[0].entry.model_dump(mode="json")["evidence"]}
    if stage:
        best["stage"] = stage
    for field in ("salience", "confidence"):
        known = [value for stored in alike if (value := getattr(stored.entry, field)) is not None]
        best[field] = max(known, default=None)
    return Record(
        id=entries[0].key,
        kind=kind,
        best=ENTRY.validate_python(best),
        entries=tuple(stored.key for stored in entries),
        history=tuple(_step(stored) for stored in entries),
        others=others,
    )


def _step(stored: StoredEntry) -> Step:
    entry = stored.entry
    return Step(
        entry=stored.key,
        document=stored.document.sha256,
        published=stored.document.date,
        stage=entry.stage if isinstance(entry, Staged) else None,
        date=entry.date,
        due=entry.due if isinstance(entry, Staged) else None,
    )


def _stage(entries: Sequence[StoredEntry]) -> Stage | None:
    """The stage after all that was published: never back to a plan, unless after a stop; a correction decides."""
    reached: Stage | None = None
    for stored in entries:
        stage = stored.entry.stage if isinstance(stored.entry, Staged) else None
        if stage is None:
            continue
        if "stage" in stored.corrected:
            return stage
        stopped = reached in STOPPED
        if reached is None or stopped or stage in STOPPED:
            over = stored.entry.kind == "event" and reached == "done"
            reached = reached if over else stage
        elif _ORDER.index(stage) > _ORDER.index(reached):
            reached = stage
    return reached


def _fields(
    entries: Sequence[StoredEntry], ranks: Mapping[str, int], stage: Stage | None
) -> Iterator[tuple[str, list[_Said]]]:
    """For each field the values that entries give it. The numbers of a figure go together under "value"."""
    dumped = [stored.entry.model_dump(mode="json", exclude_none=True) for stored in entries]
    together = _NUMBERS if entries[0].entry.kind == "figure" else ()
    for field in type(entries[0].entry).model_fields:
        if field in _FROM_ALL or field == "stage" or (field in together and field != "value"):
            continue
        said = []
        for place, (stored, body) in enumerate(zip(entries, dumped, strict=True)):
            value = {name: body[name] for name in _NUMBERS if name in body} if field in together else body.get(field)
            if value or value == 0:
                weight = (field in stored.corrected, _rank(stored, ranks), *_preference(field, stored, stage), place)
                said.append(_Said(value, stored.key, weight))
        yield field, said


def _preference(field: str, stored: StoredEntry, stage: Stage | None) -> tuple[Any, ...]:
    """What counts before the order of publication."""
    entry = stored.entry
    if field in _SURE:
        return (entry.confidence or 0.0,)
    if field in _FULLEST:
        return (len(entry.parties) if field == "parties" else len(getattr(entry, field)),)
    if field == "date" and stage in BEGUN:
        return (getattr(entry, "stage", None) == stage,)
    return ()


def _rank(stored: StoredEntry, ranks: Mapping[str, int]) -> int:
    """The best rank of the document's sources; a source has the rank of the longest name that it begins with."""
    best = []
    for source in stored.document.sources:
        fitting = [name for name in ranks if source.startswith(name)]
        best.append(ranks[max(fitting, key=len)] if fitting else 0)
    return max(best, default=0)


def _precise(best: _Said, said: Sequence[_Said]) -> _Said:
    """The value that says the same as the best one, but more precisely; the best one if there is none."""
    finer = [each for each in said if each.weight[:2] == best.weight[:2] and _refines(each.value, best.value)]
    return max(finer, key=lambda each: each.weight, default=best)


def _refines(value: Any, other: Any) -> bool:
    if isinstance(value, str) and isinstance(other, str):
        return _within(value, other)
    if isinstance(value, dict) and isinstance(other, dict):
        if "name" in value and "name" in other:
            country = value.get("country")
            return bool(country and country == other.get("country") and _is_state(other) and not _is_state(value))
        exact, about = value.get("value"), other.get("value")
        if isinstance(exact, float) and isinstance(about, float) and value.get("unit") == other.get("unit"):
            return bool(other.get("approx")) and not value.get("approx") and abs(exact - about) <= 0.05 * abs(about)
    return False


def _within(value: str, other: str) -> bool:
    """Whether two texts are dates and the first is a part of the second."""
    try:
        one, whole = Edtf(value), Edtf(other)
    except ValueError:
        return False
    if not (one.first and one.last and whole.first and whole.last):
        return False
    return whole.first <= one.first and one.last <= whole.last and one.last - one.first < whole.last - whole.first


def _is_state(place: Mapping[str, Any]) -> bool:
    code = place.get("country")
    return bool(code) and CountryCode(str(code)).country.casefold() == str(place["name"]).casefold()


def _others(said: Sequence[_Said], chosen: _Said) -> tuple[Value, ...]:
    """The values that are not the chosen one, the best first, each once with all who give it."""
    found: dict[str, list[_Said]] = {}
    for each in sorted(said, key=lambda each: each.weight, reverse=True):
        found.setdefault(json.dumps(each.value, sort_keys=True), []).append(each)
    found.pop(json.dumps(chosen.value, sort_keys=True))
    return tuple(
        Value(value=same[0].value, entries=tuple(each.key for each in reversed(same))) for same in found.values()
    )


def _commonest[T](values: Iterator[T], key: Callable[[T], str] = str) -> T:
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], key(value)))
