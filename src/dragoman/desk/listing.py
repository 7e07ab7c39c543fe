"""One way for all lists: filters, order and pages from the query string, and CSV and JSON of what is shown.

    PROMISES = Listing(
        columns=(Column("title", "Promise", lambda row: row.title), …),
        filters=(Choice("verdict", "Verdict", lambda row: [row.verdict]), Words("q", "Words", lambda row: row.title)),
    )
    shown = PROMISES.show(rows, request.query_params)       # Refused (422) if the question is wrong
    return answer(shown, "promises") or page(request, "promises.html", shown=shown)

Rows come in the order in which they are shown if nobody asks for another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from dragoman.desk.errors import Refused
from dragoman.desk.filters import Choice, Filter
from dragoman.desk.prepared import Mask, Prepared, all_of

SIZE, MOST = 50, 1000
"""Rows of a page, if nobody asks for more, and at most."""
ALL = 0
"""The size of a page with all rows; for CSV and JSON only."""


@dataclass(frozen=True)
class Column[Row]:
    """One column: its name in CSV, JSON and ``sort=``, its heading, its value (plain: text, number, list or None).

    ``key`` is what rows are sorted by, if it is not the value. Rows without a value come last.
    """

    name: str
    heading: str
    value: Callable[[Row], Any]
    key: Callable[[Row], Any] | None = None
    sortable: bool = True


@dataclass(frozen=True)
class Option:
    """A value that can be chosen, and how many rows there are with it among those that the other filters let pass."""

    value: str
    words: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Shown[Row]:
    """What is shown of a list, and how to come to the rest of it."""

    listing: Listing[Row]
    rows: Sequence[Row]
    total: int
    of: int
    page: int
    size: int
    sort: str
    asked: Mapping[str, Sequence[str]]
    options: Mapping[str, Sequence[Option]] = field(repr=False)
    format: str = "html"

    @property
    def pages(self) -> int:
        """How many pages there are, one at least."""
        return max(1, -(-self.total // self.size)) if self.size else 1

    @property
    def first(self) -> int:
        """The number of the first row that is shown, from 1 on; 0 if none is."""
        return (self.page - 1) * self.size + 1 if self.rows else 0

    @property
    def last(self) -> int:
        """The number of the last row that is shown."""
        return self.first + len(self.rows) - 1 if self.rows else 0

    @property
    def is_filtered(self) -> bool:
        """Whether something is asked for."""
        return bool(self.asked)

    def link(self, **changes: object) -> str:
        """The query string of this list with something else asked: ``link(page=2)``; None takes a parameter away."""
        known: dict[str, Any] = dict(self.asked)
        known |= {"sort": self.sort or None, "size": None if self.size == SIZE else self.size}
        known |= {"page": None if self.page == 1 else self.page} | changes
        if "page" not in changes and changes.keys() - {"format"}:
            known["page"] = None
        pairs = [
            (name, one) for name, held in known.items() for one in (held if isinstance(held, list | tuple) else [held])
        ]
        return "?" + urlencode([(name, value) for name, value in pairs if value is not None and value != ""])

    def sorted_by(self, column: str) -> str:
        """The order of a column as ``aria-sort`` has it."""
        return {column: "ascending", f"-{column}": "descending"}.get(self.sort, "none")

    def sort_link(self, column: str) -> str:
        """The query string that sorts by the column, the other way round if it is sorted by it already."""
        return self.link(sort=f"-{column}" if self.sort == column else column)


@dataclass(frozen=True)
class Listing[Row]:
    """What a list has: its columns and its filters."""

    columns: Sequence[Column[Row]]
    filters: Sequence[Filter[Row]] = ()

    def show(self, rows: Sequence[Row], query: QueryParams) -> Shown[Row]:
        """What the query string asks for; ``Refused`` with the parameter and the reason if that makes no sense."""
        asked = {name: tuple(v for v in query.getlist(name) if v.strip()) for name in dict.fromkeys(query.keys())}
        asked = {name: values for name, values in asked.items() if values}
        names = {each.name for each in self.filters}
        for name in asked.keys() - names - {"sort", "page", "size", "format"}:
            known = ", ".join(sorted(names | {"sort", "page", "size", "format"}))
            raise Refused(name, f"there is no such filter here; there are {known}")
        format = _one_of(asked, "format", ("html", "csv", "json"))
        size = _number(asked, "size", SIZE, ALL if format != "html" else 1, MOST)
        chosen = {each.name: asked[each.name] for each in self.filters if each.name in asked}
        passed, counts = self._pass(rows if isinstance(rows, Prepared) else Prepared(rows), chosen)
        sort = asked.get("sort", ("",))[-1]
        passed = self._sort(passed, sort)
        page = _number(asked, "page", 1, 1, max(1, -(-len(passed) // size)) if size else 1)
        return Shown(
            listing=self,
            rows=passed[(page - 1) * size : page * size] if size else passed,
            total=len(passed),
            of=len(rows),
            page=page,
            size=size,
            sort=sort,
            asked=chosen,
            options={
                each.name: _options(each, counts[each.name], chosen.get(each.name, ())) for each in self._choices()
            },
            format=format,
        )

    def _choices(self) -> list[Choice[Row]]:
        return [each for each in self.filters if isinstance(each, Choice)]

    def _pass(
        self, rows: Prepared[Row], chosen: Mapping[str, Sequence[str]]
    ) -> tuple[list[Row], dict[str, dict[str, int]]]:
        """The rows that pass, and for each choice how many rows have which value among those that pass the others."""
        masks = {each.name: _mask(rows, each, chosen[each.name]) for each in self.filters if each.name in chosen}
        passes = all_of(masks.values())
        counts = {}
        for each in self._choices():
            others = all_of(mask for name, mask in masks.items() if name != each.name) if each.name in masks else passes
            counts[each.name] = rows.numbers(each.name, each.values, others)
        return rows.passing(passes), counts

    def _sort(self, rows: list[Row], sort: str) -> list[Row]:
        if not sort:
            return rows
        known = {each.name: each for each in self.columns if each.sortable}
        column = known.get(sort.removeprefix("-"))
        if column is None:
            raise Refused("sort", f"{sort!r} is no column to sort by; there are {', '.join(known)}")
        key = column.key or column.value
        keyed = [(key(row), row) for row in rows]
        held = [(_comparable(value), row) for value, row in keyed if value is not None]
        held.sort(key=lambda pair: pair[0], reverse=sort.startswith("-"))
        return [row for _, row in held] + [row for value, row in keyed if value is None]


def _mask[Row](rows: Prepared[Row], each: Filter[Row], asked: Sequence[str]) -> Mask:
    if isinstance(each, Choice):
        return rows.having(each.name, each.values, asked, every=each.every)
    return rows.meeting(each.test(asked))


def _comparable(value: Any) -> Any:
    return value.casefold() if isinstance(value, str) else value


def _options[Row](choice: Choice[Row], counts: Mapping[str, int], chosen: Sequence[str]) -> list[Option]:
    known = dict.fromkeys([*(value for value in choice.order if value in counts), *counts, *chosen])
    options = [Option(value, choice.words(value), counts.get(value, 0), value in chosen) for value in known]
    return options if choice.order else sorted(options, key=lambda option: option.words.casefold())


def _one_of(asked: Mapping[str, Sequence[str]], name: str, values: Sequence[str]) -> str:
    value = asked.get(name, values)[-1] if name in asked else values[0]
    if value not in values:
        raise Refused(name, f"{value!r} is none of {', '.join(values)}")
    return value


def _number(asked: Mapping[str, Sequence[str]], name: str, default: int, least: int, most: int) -> int:
    text = asked.get(name, (str(default),))[-1]
    if not (text.isascii() and text.isdigit() and len(text) < 10 and least <= int(text) <= most):
        raise Refused(name, f"{text!r} is not a number from {least} to {most}")
    return int(text)
