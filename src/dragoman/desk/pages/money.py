"""Money between states: the sums, and the records that they are made of."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping

from fastapi import APIRouter, Request
from starlette.responses import Response

from dragoman.desk.answers.choosing import sector_words, state_words
from dragoman.desk.answers.money import MONEY, WAYS, Total, totals_shown
from dragoman.desk.held import Desk
from dragoman.desk.list_files import answer
from dragoman.desk.pages.rendering import page
from dragoman.exchange.tables import write_csv

router = APIRouter()

MOST = 24
"""Sums that the page shows at most; a file has them all."""
_WORDS: Mapping[str, Callable[[str], str]] = {"giver": state_words, "taker": state_words, "sector": sector_words}


@router.get("/money")
def show_money(request: Request, desk: Desk) -> Response:
    """What states gave or agreed to give each other: sums of what the filters let pass, and the records."""
    shown = MONEY.show(desk, request.query_params)
    if response := answer(shown, "money"):
        return response
    way, totals = totals_shown(desk, request.query_params)
    return page(
        request, "money.html", shown=shown, parts_of_sums=WAYS[way], totals=totals[:MOST], more=len(totals[MOST:]),
        words=_words, links=_links,
    )  # fmt: skip


@router.get("/money/sums.csv")
def give_sums(request: Request, desk: Desk) -> Response:
    """The sums as a file."""
    way, totals = totals_shown(desk, request.query_params)
    out = io.StringIO()
    columns = (*WAYS[way], "currency", "given", "agreed", "counted", "not_counted")
    write_csv(columns, (dict(zip(columns, _cells(total), strict=True)) for total in totals), out)
    headers = {"Content-Disposition": 'attachment; filename="sums.csv"'}
    return Response(out.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)


def _cells(total: Total) -> tuple[object, ...]:
    sums = (amount and amount.value for amount in (total.given, total.agreed))
    return (*total.values, total.unit, *sums, total.records, total.left_out)


def _words(part: str, value: str) -> str:
    """What a value is called: the name of a state, of a sector; "not known" for none."""
    return _WORDS.get(part, str)(value) if value else "not known"


def _links(part: str, value: str) -> dict[str, str]:
    """What to ask for to see the records with this value alone; nothing where it is not known."""
    if not value:
        return {}
    if part == "year":
        return {"from": value, "to": value}
    return {part: value[:3] if part == "sector" else value}
