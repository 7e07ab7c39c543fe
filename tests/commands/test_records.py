import csv
import json

import pytest

from dragoman.ledger import Ledger
from dragoman.models import Document, Heading, Reading


@pytest.fixture
def told_twice(run, tmp_path):
    """A ledger in which two documents tell of one grant, the later one of more money."""
    entry = {
        "kind": "activity", "type": "grant", "title": "Grant for the observatory in Hue", "stage": "planned",
        "parties": [
            {"name": "Norway", "code": "NOR", "role": "funder"},
            {"name": "Vietnam", "code": "VNM", "role": "recipient"},
        ],
        "amount": {"value": 40000, "unit": "NOK"}, "evidence": [{"start": 0, "end": 12}], "confidence": 0.9,
    }  # fmt: skip
    later = entry | {"stage": "done", "amount": {"value": 60000, "unit": "NOK"}, "date": "2019-04"}
    with Ledger.open(tmp_path / "dragoman.ledger") as ledger:
        for name, day, body in (("plan", "2018-01-05", entry), ("news", "2019-05-01", later)):
            text = f"Norway pays for the observatory, says the {name}."
            document = Document(
                id=name, text=text, sha256=name * 16, title=name.title(), date=day, sources=(f"{name}.txt",)
            )
            heading = Heading(id=name, date=day)
            ledger.add(Reading.model_validate({"document": heading, "entries": [body]}), document, "test")
        ledger.resolve()
        return next(ledger.records()).id


def test_a_thing_told_twice_is_listed_once(run, told_twice):
    lines = run("records", "--state", "Norway", "--several").stdout.splitlines()
    assert len(lines) == 2
    assert told_twice[:8] in lines[1]
    assert "NOK 60,000" in lines[1]
    assert "2×" in lines[1]


def test_records_as_json(run, told_twice):
    (line,) = run("records", "--format", "jsonl").stdout.splitlines()
    record = json.loads(line)
    assert record["best"]["amount"] == {"value": 60000.0, "unit": "NOK", "approx": False}
    assert [step["stage"] for step in record["history"]] == ["planned", "done"]


def test_no_such_records(run, told_twice):
    assert "No such records" in run("records", "--state", "Chile").stderr


def test_a_record_shows_its_history_and_what_was_restated(run, told_twice):
    shown = run("show", told_twice).stdout
    assert "other: NOK 40,000 (Plan, 2018-01-05)" in shown
    assert shown.index("says the plan") < shown.index("says the news")
    assert "but amounts differ" in " ".join(shown.split())


def test_the_best_value_is_that_of_the_source_with_the_highest_rank(run, told_twice):
    listed = run("sources", "--rank", "plan", "1").stdout
    assert "plan…" in listed
    assert "NOK 40,000" in run("records").stdout
    assert run("sources", "--rank", "plan", "0").exit_code == 0
    assert "NOK 60,000" in run("records").stdout


def test_csv_has_the_sentence_and_the_sides(run, ledger):
    (row,) = csv.DictReader(run("records", "--kind", "activity", "--format", "csv").stdout.splitlines())
    assert (row["from"], row["to"], row["value"], row["documents"]) == ("NOR", "VNM", "25000.0", "1")
    assert "gave Vietnam 25,000 kroner" in row["quote"]


def test_iati_says_how_much_it_holds(run, ledger):
    made = run("records", "--format", "iati")
    assert made.stdout.startswith("<?xml") and 'currency="NOK"' in made.stdout
    assert "1 activity; 0 left out" in made.stderr
