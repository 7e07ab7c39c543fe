"""Two states: the brief, its files, and the list of all records."""

from __future__ import annotations

from itertools import groupby
from typing import Annotated, Literal, get_args

from fastapi import APIRouter, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from dragoman.desk.answers.pair import brief_of, pair, pair_records
from dragoman.desk.held import Desk
from dragoman.desk.list_files import answer
from dragoman.desk.pages.rendering import page
from dragoman.follow.brief import FORMATS, Format, write
from dragoman.follow.calling import state_called
from dragoman.models import Stage
from dragoman.values import CountryCode

router = APIRouter()
Since = Annotated[str, Query(pattern=r"^([0-9]{1,4})?$", description="from this year on")]
_TYPES: dict[Format, str] = {
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@router.get("/{one}/{other}")
def show_pair(
    request: Request, desk: Desk, one: str, other: str, since: Since = "", lines: Literal["first", "all"] = "first"
) -> Response:
    """The brief on two states; their names, and their codes in another order or in small letters, lead to it."""
    states = _states(one, other)
    if (one, other) != states:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse("/{}/{}".format(*states) + query, status_code=303)
    found = pair(desk, *states, since=_year(since), every=lines == "all")
    years = [(year, list(rows)) for year, rows in groupby(found.timeline, key=lambda row: (row.date or "")[:4])]
    cited = {each.number: each for each in found.sources}
    return page(request, "pair.html", answer=found, formats=FORMATS, cited=cited, years=years, stages=get_args(Stage))


@router.get("/{one}/{other}/records")
def list_pair(request: Request, desk: Desk, one: str, other: str) -> Response:
    """All records that both states take part in."""
    states = _states(one, other)
    shown = pair_records(desk, *states, request.query_params)
    name = "-".join(states)
    return answer(shown, name) or page(request, "pair_records.html", shown=shown, states=states)


@router.get("/{one}/{other}/brief.{format}")
def give_brief(desk: Desk, one: str, other: str, format: Format, since: Since = "") -> Response:
    """The brief as a file."""
    states = _states(one, other)
    brief, _ = brief_of(desk, *states, since=_year(since))
    made = write(brief, format)
    named = f'attachment; filename="{"-".join(states)}-{desk.today}.{format}"'
    return Response(made, media_type=_TYPES[format], headers={"Content-Disposition": named})


def _year(text: str) -> int | None:
    return int(text) or None if text else None


def _states(one: str, other: str) -> tuple[CountryCode, CountryCode]:
    """Two states by their codes or names, in order; not found if they are none or one and the same."""
    try:
        first, second = sorted((state_called(one), state_called(other)))
    except ValueError as error:
        raise HTTPException(404, str(error)) from error
    if first == second:
        raise HTTPException(404, f"{first} is one state; a page is about two")
    return first, second
