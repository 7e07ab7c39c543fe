"""People, posts and organisations, and one actor."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from dragoman.desk.answers.actor import actor_answer, actor_records
from dragoman.desk.answers.organisations import ORGANISATIONS
from dragoman.desk.answers.people import PEOPLE, SHOWN
from dragoman.desk.answers.posts import POSTS
from dragoman.desk.held import Desk
from dragoman.desk.list_files import answer
from dragoman.desk.pages.rendering import page

router = APIRouter()

_HOMES = {"organisation": ("/organisations", "Organisations"), "place": ("/map", "Map")}


@router.get("/people")
def show_people(request: Request, desk: Desk) -> Response:
    """Persons with their posts, the most named first."""
    shown = PEOPLE.show(desk, request.query_params)
    return answer(shown, "people") or page(request, "people.html", shown=shown, most=SHOWN)


@router.get("/posts")
def show_posts(request: Request, desk: Desk) -> Response:
    """Posts with their holders, by state."""
    shown = POSTS.show(desk, request.query_params)
    return answer(shown, "posts") or page(request, "posts.html", shown=shown, most=SHOWN)


@router.get("/organisations")
def show_organisations(request: Request, desk: Desk) -> Response:
    """Organisations, the most named first."""
    shown = ORGANISATIONS.show(desk, request.query_params)
    return answer(shown, "organisations") or page(request, "organisations.html", shown=shown)


@router.get("/actors/{id}")
def show_actor(request: Request, desk: Desk, id: str) -> Response:
    """One actor with the records that name it."""
    actor = actor_answer(desk, id)
    shown = actor_records(desk, actor.id, request.query_params)
    home = _HOMES.get(actor.kind, ("/people", "People"))
    return answer(shown, f"actor-{actor.id}") or page(request, "actor.html", actor=actor, shown=shown, home=home)
