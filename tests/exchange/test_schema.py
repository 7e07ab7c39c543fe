"""The published JSON Schema says the same as the models."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, ValidationError

from dragoman.exchange.schema import entry_schema, to_json
from dragoman.models import Activity, Amount, Evidence, Figure, Heading, Party, Reading, Tenure

DOCS = Path(__file__).parents[2] / "docs"
EVIDENCE = (Evidence(start=0, end=40),)

READING = Reading(
    document=Heading(id="fjord", title="Malta lends Kenya a ferry", date="2020-05-06", language="en"),
    entries=(
        Activity(
            type="loan",
            title="Loan for a ferry",
            parties=(
                Party(name="Malta", code="MLT", role="funder"),
                Party(name="Kenya", code="KEN", role="recipient"),
            ),
            date="2020-05",
            stage="agreed",
            amount=Amount(value=12e6, unit="EUR", bound="max"),
            evidence=EVIDENCE,
        ),
        Figure(title="Ferries", measure="count", of="ferries", value=1, unit="ferry", evidence=EVIDENCE),
        Tenure(title="Minister", person="A. Person", post="Minister", of="Malta", evidence=EVIDENCE),
    ),
)


def test_the_published_schema_is_the_one_of_the_models():
    assert (DOCS / "entry.schema.json").read_text(encoding="utf-8") == to_json(), "run: make docs"


def test_the_schema_is_a_json_schema():
    Draft202012Validator.check_schema(entry_schema())


def test_what_the_program_prints_fits_the_schema():
    Draft202012Validator(entry_schema()).validate(json.loads(READING.to_json()))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("entries", 0, "kind"), "rumour"),
        (("entries", 0, "stage"), "forgotten"),
        (("entries", 0, "evidence"), []),
        (("entries", 0, "parties", 0, "role"), "friend"),
        (("entries", 1, "measure"), "luck"),
        (("entries", 2, "salary"), 5),
    ],
)
def test_what_the_models_refuse_does_not_fit_the_schema_either(path, value):
    body = json.loads(READING.to_json())
    place = body
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(ValidationError):
        Draft202012Validator(entry_schema()).validate(body)
    with pytest.raises(ValueError, match="validation error"):
        Reading.model_validate(body)
