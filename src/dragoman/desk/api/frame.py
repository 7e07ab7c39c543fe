"""What all of the API shares: its place, its errors, and lists with their parameters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request
from starlette.datastructures import QueryParams

from dragoman.desk.errors import Refused
from dragoman.desk.filters import Choice, Filter, Grouping
from dragoman.desk.listing import MOST, SIZE, Listing, Shown
from dragoman.models import Model


class Problem(Model):
    """Why there is no answer."""

    detail: str


class Rows[Row: Model](Model):
    """A page of a list: ``total`` rows pass the filters, of all ``of`` that there are."""

    total: int
    of: int
    page: int
    pages: int
    rows: tuple[Row, ...]


_PROBLEMS = {
    400: "The request does not come from where it should.",
    401: "Nobody is signed in.",
    403: "The visitor may not do this.",
    404: "There is no such thing in the ledger.",
    413: "What is sent is too large.",
    422: "The question cannot be answered as it is put.",
}


def make_router(tag: str) -> APIRouter:
    """A router of the API."""
    problems: dict[int | str, dict[str, Any]] = {
        status: {"model": Problem, "description": words} for status, words in _PROBLEMS.items()
    }
    return APIRouter(prefix="/api/v1", tags=[tag], responses=problems)


def question(request: Request, only: Listing[Any] | None = None) -> QueryParams:
    """What is asked of a list; ``Refused`` for what a page would take or pass over.

    With ``only`` nothing but its filters may be asked.
    """
    asked = request.query_params
    for name in asked.keys() - {each.name for each in only.filters} if only else ():
        raise Refused(name, "there is no such filter here")
    if "format" in asked:
        raise Refused("format", "the API gives JSON; the pages give CSV")
    for name, value in asked.multi_items():
        if not value.strip():
            raise Refused(name, "nothing is asked; leave it out")
        if name in _ONCE and len(asked.getlist(name)) > 1:
            raise Refused(name, "it is asked more than once")
    return asked


_ONCE = frozenset(("sort", "page", "size"))


def rows_of[Row: Model](shown: Shown[Row]) -> dict[str, Any]:
    """What is shown as the fields of ``Rows``."""
    return {"total": shown.total, "of": shown.of, "page": shown.page, "pages": shown.pages, "rows": tuple(shown.rows)}


def filters_of(listing: Listing[Any]) -> dict[str, list[Mapping[str, Any]]]:
    """The filters of a list as parameters in OpenAPI."""
    return {"parameters": [*map(_parameter, listing.filters)]}


def parameters_of(listing: Listing[Any]) -> dict[str, list[Mapping[str, Any]]]:
    """The filters, the order and the pages of a list as parameters in OpenAPI."""
    columns = [column.name for column in listing.columns if column.sortable]
    orders = [order for name in columns for order in (name, f"-{name}")]
    return {
        "parameters": [
            *map(_parameter, listing.filters),
            _query("sort", {"type": "string", "enum": orders}, "the column to sort by; with - the other way round"),
            _query("page", {"type": "integer", "minimum": 1, "default": 1}, "which page, from 1 on"),
            _query("size", {"type": "integer", "minimum": 1, "maximum": MOST, "default": SIZE}, "rows of a page"),
        ]
    }


def _parameter(each: Filter[Any]) -> Mapping[str, Any]:
    if isinstance(each, Choice):
        how = "all of these" if each.every else "any of these"
        return _query(each.name, {"type": "array", "items": _WORDS}, f"{each.heading}: {how}")
    if isinstance(each, Grouping):
        return _query(each.name, {"type": "string", "enum": list(each.ways)}, each.heading)
    return _query(each.name, _WORDS | _FORMS.get(each.widget, {}), each.heading)


_WORDS: dict[str, Any] = {"type": "string", "pattern": r"\S"}
_FORMS: dict[str, dict[str, Any]] = {
    "date": {"pattern": r"^\d{4}(-\d\d(-\d\d)?)?$", "examples": ["2024-05"]},
    "year": {"pattern": r"^\d{1,4}$", "examples": ["2024"]},
}


def _query(name: str, schema: Mapping[str, Any], words: str) -> Mapping[str, Any]:
    return {"name": name, "in": "query", "required": False, "schema": schema, "description": words}
