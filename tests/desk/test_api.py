"""The API keeps to what it says of itself, whatever it is asked."""

import base64
import sys
import time
from types import ModuleType

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from dragoman.desk import Settings, adding, api, make_desk
from dragoman.errors import DocumentError
from dragoman.models import Heading, Reading

CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
)
OPERATIONS = sorted(
    (route.path, method) for router in api.ROUTERS for route in router.routes for method in route.methods
)
LISTS = [
    "promises",
    "documents",
    "money",
    "figures",
    "instruments",
    "people",
    "posts",
    "organisations",
    "map",
    "decisions",
    "review",
]
RIGHT, WRONG = schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE
QUESTIONS = [
    (path, method, mode)
    for path, method in OPERATIONS
    for mode in (RIGHT, WRONG)
    if (path, method, mode) not in (("/api/v1/overview", "GET", WRONG), ("/api/v1/additions", "GET", WRONG))
]


class NoReader:
    """Finds nothing in a document."""

    def read(self, document):
        return Reading(document=Heading(id=document.id), entries=())


def no_fetch(address, **_):
    raise DocumentError(address, "nothing is fetched here")


@pytest.fixture
def schema(ledger, monkeypatch):
    quick = ModuleType("dragoman.reading.reader")
    quick.READER, quick.Reader = "none 1", NoReader
    monkeypatch.setitem(sys.modules, "dragoman.reading.reader", quick)
    monkeypatch.setattr(adding, "fetch", no_fetch)
    app = make_desk(ledger, Settings(hosts=("testserver",), jobs=1))
    return schemathesis.openapi.from_asgi("/openapi.json", app)


@pytest.mark.slow
@pytest.mark.parametrize(("path", "method", "mode"), QUESTIONS)
def test_no_question_breaks_the_schema(schema, path, method, mode):
    @given(case=schema[path][method].as_strategy(generation_mode=mode))
    @settings(
        max_examples=30,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def ask(case):
        case.call_and_validate(checks=CHECKS)

    ask()


@pytest.mark.parametrize("twice", ["page=1&page=2", "size=10&size=20", "sort=value&sort=-value"])
def test_what_can_be_asked_once_is_not_asked_twice(client, twice):
    answer = client.get(f"/api/v1/figures?{twice}")
    assert answer.status_code == 422
    assert "more than once" in answer.text


def test_every_list_has_its_filters_in_the_schema(client):
    paths = client.get("/openapi.json").json()["paths"]
    for name in LISTS:
        asked = {each["name"] for each in paths[f"/api/v1/{name}"]["get"]["parameters"]}
        assert {"sort", "page", "size"} < asked


@pytest.mark.parametrize("name", LISTS)
def test_a_list_gives_the_rows_that_its_page_shows(client, name):
    shown = client.get(f"/{name}?format=json").json()
    given = client.get(f"/api/v1/{name}").json()
    assert (given["total"], len(given["rows"])) == (shown["total"], len(shown["rows"]))


def test_what_is_wrong_with_a_question_is_told(client):
    for question, said in [
        ("promises?due_from=soon", "due_from"),
        ("promises?colour=red", "there is no such filter"),
        ("people?format=csv", "format"),
        ("search?kind=rumour", "kind"),
    ]:
        answer = client.get(f"/api/v1/{question}")
        assert answer.status_code == 422
        assert said in answer.json()["detail"]


def test_deciding_and_undoing(client, ledger):
    (figure,) = (each for each in ledger.records(kinds=["figure"]) if each.best.value == 4400)
    key = figure.entries[-1]
    corrected = {"verdict": "corrected", "entry": key, "field": "of", "value": "whole cloves", "reason": "says so"}
    made = client.post("/api/v1/decisions", json=corrected)
    assert made.status_code == 201
    (number,) = made.json()["numbers"]
    assert ledger.entry(key).entry.of == "whole cloves"
    assert client.get("/api/v1/decisions").json()["rows"][0]["number"] == number
    undone = client.post("/api/v1/decisions", json={"verdict": "undone", "decision": number})
    assert undone.status_code == 201
    assert ledger.entry(key).entry.of == "cloves"


def test_a_document_is_forgotten(client, ledger):
    sha256 = ledger.document("second").sha256
    made = client.post("/api/v1/decisions", json={"verdict": "forgotten", "documents": [sha256], "reason": "a draft"})
    assert made.status_code == 201
    assert ledger.forgotten(sha256) == made.json()["numbers"][0]
    assert client.post("/api/v1/decisions", json={"verdict": "forgotten", "documents": [sha256]}).status_code == 404
    assert client.post("/api/v1/decisions", json={"verdict": "forgotten", "documents": ["second"]}).status_code == 422


def test_what_cannot_be_decided_is_refused(client, ledger):
    key = next(iter(ledger.entries())).key
    refused = client.post(
        "/api/v1/decisions", json={"verdict": "corrected", "entry": key, "field": "colour", "value": "red"}
    )
    assert refused.status_code == 422
    assert "colour" in refused.json()["detail"]
    assert client.post("/api/v1/decisions", json={"verdict": "wrong", "entries": ["0" * 16]}).status_code == 404


def test_a_pair_is_the_brief_of_its_page(client):
    given = client.get("/api/v1/pairs/TZA/NOR").json()
    assert given["states"] == ["NOR", "TZA"]
    page = client.get("/NOR/TZA").text
    assert given["sections"] and all(section["heading"] in page for section in given["sections"])
    rows = client.get("/api/v1/pairs/NOR/TZA/records?kind=event").json()["rows"]
    assert rows and {row["kind"] for row in rows} == {"event"}
    assert client.get("/api/v1/pairs/NOR/NOR").status_code == 422


def test_a_question_is_answered_with_right(client, ledger):
    held = client.get("/api/v1/review").json()["rows"]
    key = next(iter(ledger.entries())).key
    made = client.post("/api/v1/decisions", json={"verdict": "right", "entries": [key]})
    assert made.status_code == 201
    assert [each.verdict for each in ledger.decisions(key).values()] == ["dismissed"]
    asked = client.get(f"/api/v1/review/{held[0]['id']}").json()
    assert asked["question"]["words"] == held[0]["words"]
    assert {side["key"] for side in asked["sides"]} == set(held[0]["entries"])


def test_documents_are_added_and_followed(schema, ledger, empty_client):
    text = base64.b64encode(b"OSLO, 3 May 2019. Norway and Ghana met.").decode()
    new = {"files": [{"name": "news.txt", "content": text}], "addresses": ["https://news.example/1"]}
    begun = empty_client.post("/api/v1/additions", json=new)
    assert begun.status_code == 202
    place = f"/api/v1/additions/{begun.json()['id']}"
    while (given := empty_client.get(place).json())["progress"]["state"] not in ("done", "broken"):
        time.sleep(0.02)
    assert [each["document"]["id"] for each in given["documents"]] == ["news"]
    assert [each["reason"] for each in given["progress"]["failed"]] == ["nothing is fetched here"]
    assert empty_client.get("/api/v1/additions").json()[0]["id"] == begun.json()["id"]


def test_additions_that_are_none_are_refused(client):
    for new in ({}, {"addresses": ["file:///etc/passwd"]}, {"files": [{"name": "a.txt", "content": "&&&"}]}):
        assert client.post("/api/v1/additions", json=new).status_code == 422
    assert client.get("/api/v1/additions/none").status_code == 404
