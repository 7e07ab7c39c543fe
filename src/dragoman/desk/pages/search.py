"""Search over everything."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dragoman.desk.answers.search import REACH, SIZE, WHATS, Found, SearchAnswer, What, search
from dragoman.desk.held import Desk
from dragoman.desk.list_files import answer
from dragoman.desk.listing import Column, Listing, Shown
from dragoman.desk.pages.rendering import page
from dragoman.values import CountryCode

router = APIRouter()

Words = Annotated[str, Query(max_length=400, description='words, "phrases", and -words that must not be there')]
Kinds = Annotated[list[What | Literal[""]], Query(alias="kind", description="what to search; all if none is named")]
States = Annotated[list[CountryCode], Query(alias="state", max_length=8, description="states that all take part")]
Page = Annotated[int, Query(ge=1, le=REACH)]
Size = Annotated[int, Query(ge=1, le=100)]

_HITS: Listing[Found] = Listing(
    columns=(
        Column("what", "Kind", lambda hit: hit.what, sortable=False),
        Column("title", "Title", lambda hit: hit.title, sortable=False),
        Column("snippet", "Words", lambda hit: hit.snippet, sortable=False),
        Column("document", "Document", lambda hit: hit.document, sortable=False),
        Column("published", "Published", lambda hit: hit.published, sortable=False),
        Column("record", "Record", lambda hit: hit.record or None, sortable=False),
        Column("id", "Id", lambda hit: hit.id, sortable=False),
    )
)


@router.get("/search")
def show_search(
    request: Request,
    desk: Desk,
    q: Words = "",
    kind: Kinds = [],  # noqa: B006 (FastAPI copies it)
    state: States = [],  # noqa: B006
    page_: Annotated[int, Query(alias="page", ge=1, le=REACH)] = 1,
    size: Size = SIZE,
    format: Literal["html", "csv", "json"] = "html",
) -> Response:
    """What holds the words, the best first."""
    kinds = [each for each in kind if each]
    found = search(desk, q, kinds=kinds, states=state, page=page_, size=size)
    shown = _shown(found, kinds, state, size, format)
    return answer(shown, "search") or page(
        request,
        "search.html",
        answer=found,
        shown=shown,
        whats=WHATS,
        reach=REACH,
        asked_kinds=kinds,
        asked_states=state,
    )


def _shown(found: SearchAnswer, kinds: list[What], states: list[CountryCode], size: int, format: str) -> Shown[Found]:
    return Shown(
        listing=_HITS,
        rows=found.hits,
        total=min(found.total, REACH),
        of=found.total,
        page=found.page,
        size=size,
        sort="",
        asked={"q": (found.q,), "kind": tuple(kinds), "state": tuple(states)},
        options={},
        format=format,
    )
