"""Lists: what the pages of lists show, with the same filters, order and pages."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request

from dragoman.desk.answers.charts import Chart
from dragoman.desk.answers.deciding import DECISIONS
from dragoman.desk.answers.documents import DOCUMENTS
from dragoman.desk.answers.figures import FIGURES, charts_of
from dragoman.desk.answers.instruments import INSTRUMENTS
from dragoman.desk.answers.money import MONEY, Total, totals_shown
from dragoman.desk.answers.organisations import ORGANISATIONS
from dragoman.desk.answers.overview import PAIRS
from dragoman.desk.answers.people import PEOPLE
from dragoman.desk.answers.places import PLACED_RECORDS, Places, places_shown
from dragoman.desk.answers.posts import POSTS
from dragoman.desk.answers.promises import PROMISES
from dragoman.desk.api.frame import Rows, filters_of, make_router, parameters_of, question, rows_of
from dragoman.desk.held import Desk
from dragoman.desk.index import Index
from dragoman.models import Model

INDEXES: tuple[tuple[Index[Any], str], ...] = (
    (PAIRS, "Pairs of states by what is between them"),
    (PROMISES, "Promises: what was held out, by when, and what became of it"),
    (FIGURES, "Figures: values by series and period, with the values that contradict them"),
    (MONEY, "Money that states gave or agreed to give each other, and what of it is in no sum"),
    (INSTRUMENTS, "Instruments: agreements, programmes, bodies and the like"),
    (PEOPLE, "People with the posts that documents show them in"),
    (POSTS, "Posts with their holders"),
    (ORGANISATIONS, "Organisations"),
    (PLACED_RECORDS, "Records that take place somewhere, with the position of the place"),
    (DOCUMENTS, "Documents with the states that take part in what they tell"),
    (DECISIONS, "Decisions: who decided what, when and why"),
)

router = make_router("lists")


def _serve[Row: Model](router: APIRouter, index: Index[Row], words: str) -> None:
    """Give the rows of an index under its name."""

    def give(request: Request, desk: Desk) -> Any:
        return rows_of(index.show(desk, question(request)))

    router.add_api_route(
        f"/{index.name}",
        give,
        response_model=Rows[index.row],  # type: ignore[name-defined]
        summary=words,
        operation_id=f"list_{index.name}",
        openapi_extra=parameters_of(index.listing),
    )


@router.get("/figures/charts", operation_id="figure_charts", openapi_extra=filters_of(FIGURES.listing))
def give_charts(request: Request, desk: Desk) -> tuple[Chart, ...]:
    """The charts of the figures that the filters let pass, one a unit; none of very many figures."""
    return tuple(charts_of(desk, question(request, FIGURES.listing)))


@router.get("/money/sums", operation_id="money_sums", openapi_extra=filters_of(MONEY.listing))
def give_sums(request: Request, desk: Desk) -> tuple[Total, ...]:
    """What the money that the filters let pass comes to, one sum a group and currency."""
    return tuple(totals_shown(desk, question(request, MONEY.listing))[1])


@router.get("/map/places", operation_id="map_places", openapi_extra=filters_of(PLACED_RECORDS.listing))
def give_places(request: Request, desk: Desk) -> Places:
    """The places of the records that the filters let pass, with their map."""
    return places_shown(desk, question(request, PLACED_RECORDS.listing))


for _index, _words in INDEXES:
    _serve(router, _index, _words)
