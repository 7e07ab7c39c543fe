import csv
import json

import pytest


def kinds(result):
    return [json.loads(line)["kind"] for line in result.stdout.splitlines()]


def test_the_table_names_ids_states_and_stages(run, ids):
    (line,) = [line for line in run("entries").stdout.splitlines() if "School" in line]
    assert line.split()[0] == ids["activity"][:8]
    assert "2019-05-03" in line
    assert "NOR VNM" in line
    assert line.rstrip().endswith("done")


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ((), ["activity", "event", "tenure", "instrument", "figure"]),
        (("--state", "Norway", "--state", "vnm", "--kind", "event"), ["event"]),
        (("--kind", "event", "--kind", "figure"), ["event", "figure"]),
        (("--stage", "planned", "--stage", "underway"), ["event", "instrument"]),
        (("--since", "2020"), ["event"]),
        (("--until", "2018"), ["figure"]),
        (("--state", "JPN"), []),
    ],
)
def test_filters(run, ledger, options, found):
    assert kinds(run("entries", "--format", "jsonl", *options)) == found


def test_lines_carry_the_id_and_the_document(run, ids):
    line = json.loads(run("entries", "--format", "jsonl", "--kind", "activity").stdout)
    assert (line["id"], line["type"], line["amount"]["unit"]) == (ids["activity"], "grant", "NOK")
    assert (line["document"]["title"], line["document"]["date"]) == ("Norway and Vietnam speak of fish", "2019-05-03")


def test_csv(run, ledger):
    rows = list(csv.DictReader(run("entries", "--format", "csv").stdout.splitlines()))
    (grant,) = [row for row in rows if row["kind"] == "activity"]
    assert (grant["value"], grant["unit"]) == ("25000.0", "NOK")
    assert grant["parties"] == "Norway (NOR) funder; Vietnam (VNM) recipient"
    assert len(rows) == 5


@pytest.mark.parametrize("options", [("--since", "2020", "--until", "2019"), ("--until", "2019", "--since", "2020")])
def test_years_that_exclude_each_other_are_refused(run, ledger, options):
    result = run("entries", *options)
    assert result.exit_code == 2
    assert "no year is from 2020 on and up to 2019" in " ".join(result.stderr.split())


def test_nothing_found_is_said(run, ledger):
    result = run("entries", "--state", "JPN")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "No such entries" in result.stderr


def test_a_misspelt_state_gets_a_hint(run, ledger):
    assert "did you mean Norway (NOR)?" in " ".join(run("entries", "--state", "Norwey").stderr.split())
