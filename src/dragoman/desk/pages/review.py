"""Reviewing: all that is to be decided as a list, and one question after the other."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.datastructures import QueryParams
from starlette.responses import RedirectResponse, Response

from dragoman.desk.answers.asking import ask
from dragoman.desk.answers.review import REVIEW, SORTS, Open, Question, open_questions
from dragoman.desk.held import Desk
from dragoman.desk.list_files import answer
from dragoman.desk.pages.rendering import page

router = APIRouter()


_KEPT = tuple(each.name for each in REVIEW.filters)


@router.get("/review")
def show_review(request: Request, desk: Desk) -> Response:
    """All questions, of which one may choose some."""
    found = open_questions(desk)
    shown = REVIEW.show(found.rows, request.query_params)
    return answer(shown, "review") or page(
        request, "review.html", shown=shown, sorts=SORTS, query=_query(request), unfinished=found.unfinished
    )


@router.get("/review/next")
def go_on(request: Request, desk: Desk, after: str = "") -> Response:
    """To the question behind one, among those that were chosen; to the list if there is none left."""
    found = open_questions(desk)
    following = found.next(_chosen(request, found), after)
    place = f"/review/{following.id}" if following else "/review"
    return RedirectResponse(place + _query(request), status_code=303)


@router.get("/review/{id}")
def show_question(request: Request, desk: Desk, id: str) -> Response:
    """One question, with what is needed to answer it and the ways to do so."""
    asked = ask(desk, id)
    chosen = [question.id for question in _chosen(request, open_questions(desk))]
    onward = f"/review/next?{urlencode([('after', id), *_kept(request)])}"
    place = chosen.index(id) + 1 if id in chosen else 0
    return page(
        request, "question.html", answer=asked, sorts=SORTS, onward=onward, query=_query(request), place=place,
        left=len(chosen),
    )  # fmt: skip


def _chosen(request: Request, found: Open) -> list[Question]:
    """The open questions that the filters let pass, in their own order."""
    if not (kept := _kept(request)):
        return found.among(found.known.rows)
    query = QueryParams([*kept, ("format", "json"), ("size", "0")])
    return found.among(REVIEW.show(found.known.rows, query).rows)


def _kept(request: Request) -> list[tuple[str, str]]:
    return [(name, value) for name, value in request.query_params.multi_items() if name in _KEPT and value]


def _query(request: Request) -> str:
    kept = urlencode(_kept(request))
    return f"?{kept}" if kept else ""
