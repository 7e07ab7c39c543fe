"""The API keeps to what it says of itself, whatever it is asked."""

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

from dragoman.desk import Settings, api, make_desk

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
LISTS = ["promises", "figures", "instruments", "people", "posts", "organisations", "map", "decisions"]
RIGHT, WRONG = schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE
QUESTIONS = [
    (path, method, mode)
    for path, method in OPERATIONS
    for mode in (RIGHT, WRONG)
    if (path, mode) != ("/api/v1/overview", WRONG)  # of which nothing is asked
]


@pytest.fixture
def schema(ledger):
    app = make_desk(ledger, Settings(hosts=("testserver",)))
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


def test_what_cannot_be_decided_is_refused(client, ledger):
    key = next(iter(ledger.entries())).key
    refused = client.post(
        "/api/v1/decisions", json={"verdict": "corrected", "entry": key, "field": "colour", "value": "red"}
    )
    assert refused.status_code == 422
    assert "colour" in refused.json()["detail"]
    assert client.post("/api/v1/decisions", json={"verdict": "wrong", "entries": ["0" * 16]}).status_code == 404
