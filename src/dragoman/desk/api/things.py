"""Single things: the overview, a record, a document, an actor, what the checks find, and search."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import Path, Query, Request

from dragoman.desk.answers.actor import ActorAnswer, actor_answer, actor_records
from dragoman.desk.answers.asking import Asked, ask
from dragoman.desk.answers.document import BesideAnswer, DocumentAnswer, beside, document
from dragoman.desk.answers.overview import Overview, overview
from dragoman.desk.answers.pair import PairAnswer, pair, pair_records
from dragoman.desk.answers.record import RecordAnswer, record
from dragoman.desk.answers.record_rows import RECORDS, RecordRow
from dragoman.desk.answers.review import REVIEW, Question, open_questions
from dragoman.desk.answers.search import SIZE, SearchAnswer, What, search
from dragoman.desk.answers.whole import all_findings
from dragoman.desk.api.frame import Rows, make_router, parameters_of, question, rows_of
from dragoman.desk.errors import Refused
from dragoman.desk.held import Desk
from dragoman.desk.pages.search import Page, Size, States, Words
from dragoman.follow.checks import Finding
from dragoman.values import CountryCode

router = make_router("things")

_KEY = "the id of a record, the key of one of its entries, or how either begins"
_SHA = "the SHA-256 of the document, or how it begins"
_ACTOR = "the id of the actor, or the code of a state"
Key = Annotated[str, Path(pattern=r"^[0-9a-f]{1,16}$", description=_KEY)]
Sha = Annotated[str, Path(pattern=r"^[0-9a-f]{1,64}$", description=_SHA)]
ActorId = Annotated[str, Path(pattern=r"^(?:[0-9a-f]{1,16}|[A-Z]{3})$", description=_ACTOR)]
QuestionId = Annotated[str, Path(pattern=r"^[0-9a-f-]{1,64}$", description="the id of a question of the review")]
Since = Annotated[int | None, Query(ge=1, le=9999, description="what happened from this year on")]
Kinds = Annotated[list[What], Query(alias="kind", description="what to search; all if none is named")]


@router.get("/overview", operation_id="overview")
def give_overview(desk: Desk) -> Overview:
    """The ledger at a glance."""
    return overview(desk)


@router.get("/records/{key}", operation_id="record")
def give_record(desk: Desk, key: Key) -> RecordAnswer:
    """A record: best and other values, history with the sentences, decisions, and why its entries were joined."""
    return record(desk.ledger, key)


@router.get("/documents/{sha256}", operation_id="document")
def give_document(desk: Desk, sha256: Sha) -> DocumentAnswer:
    """A document: its text in pieces, and what was read in it."""
    return document(desk.ledger, sha256)


@router.get("/documents/{one}/beside/{other}", operation_id="documents_beside")
def give_beside(desk: Desk, one: Sha, other: Sha) -> BesideAnswer:
    """Two documents, marked where they speak of the same records."""
    return beside(desk.ledger, one, other)


@router.get("/pairs/{one}/{other}", operation_id="pair")
def give_pair(
    desk: Desk, one: CountryCode, other: CountryCode, since: Since = None, lines: Literal["first", "all"] = "first"
) -> PairAnswer:
    """What stands between two states: the living brief with charts, timeline, places and sources."""
    return pair(desk, *_states(one, other), since=since, every=lines == "all")


@router.get(
    "/pairs/{one}/{other}/records",
    operation_id="pair_records",
    response_model=Rows[RecordRow],
    openapi_extra=parameters_of(RECORDS),
)
def give_pair_records(request: Request, desk: Desk, one: CountryCode, other: CountryCode) -> Any:
    """The records that both states take part in, the latest first."""
    return rows_of(pair_records(desk, *_states(one, other), question(request)))


@router.get("/actors/{id}", operation_id="actor")
def give_actor(desk: Desk, id: ActorId) -> ActorAnswer:
    """A state, person, organisation, place or post: its names, its posts, and with whom it is named."""
    return actor_answer(desk, id)


@router.get(
    "/actors/{id}/records",
    operation_id="actor_records",
    response_model=Rows[RecordRow],
    openapi_extra=parameters_of(RECORDS),
)
def give_actor_records(request: Request, desk: Desk, id: ActorId) -> Any:
    """The records that name an actor, the latest first."""
    return rows_of(actor_records(desk, id, question(request)))


@router.get("/findings", operation_id="findings")
def give_findings(desk: Desk, state: States = [], dismissed: bool = False, confirmed: bool = False) -> list[Finding]:  # noqa: B006
    """What the checks find on all of these states; what was dismissed and sums that agree come only if asked for."""
    wanted: set[CountryCode] = set(state)
    return [
        each
        for each in all_findings(desk)
        if wanted <= set(each.states) and (dismissed or not each.dismissed) and (confirmed or not each.confirmed)
    ]


@router.get("/review", operation_id="review", response_model=Rows[Question], openapi_extra=parameters_of(REVIEW))
def give_review(request: Request, desk: Desk) -> Any:
    """What is to be decided: doubtful matches, entries that the reader was not sure of, findings of the checks."""
    return rows_of(REVIEW.show(open_questions(desk).rows, question(request)))


@router.get("/review/{id}", operation_id="question")
def give_question(desk: Desk, id: QuestionId) -> Asked:
    """One question with the entries that it is about, their sentences, and what can be corrected in them."""
    return ask(desk, id)


@router.get("/search", operation_id="search")
def give_search(
    desk: Desk,
    q: Words = "",
    kind: Kinds = [],  # noqa: B006
    state: States = [],  # noqa: B006
    page: Page = 1,
    size: Size = SIZE,
) -> SearchAnswer:
    """Documents and entries that hold the words, the best first, and the actors that are called so."""
    return search(desk, q, kinds=kind, states=state, page=page, size=size)


def _states(one: CountryCode, other: CountryCode) -> tuple[CountryCode, CountryCode]:
    if one == other:
        raise Refused("other", f"{one} is one state; a pair is of two")
    return one, other
