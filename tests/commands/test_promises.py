import csv
import json
from typing import get_args

from dragoman.commands.promises import Verdicts
from dragoman.follow.promises import Verdict


def test_promises_stand_under_their_verdicts_with_source_and_sentence(run, ledger):
    shown = run("promises", "--as-of", "2021-02-01")
    assert shown.exit_code == 0
    assert "Overdue (1)" in shown.stdout
    assert "due 2020" in shown.stdout
    assert "“The Norwegian minister will visit Vietnam in 2020.”" in shown.stdout
    assert "2019-05-03" in shown.stdout


def test_what_is_not_over_is_due(run, ledger):
    assert "Due (1)" in run("promises", "--as-of", "2020-06-01").stdout


def test_lines_of_json_are_for_other_programs(run, ledger):
    (line,) = run("promises", "--as-of", "2021-02-01", "--format", "jsonl", "-s", "Norway").stdout.splitlines()
    promise = json.loads(line)
    assert (promise["verdict"], promise["due"], promise["happened"]) == ("overdue", "2020", None)
    assert promise["history"][0]["quote"] == "The Norwegian minister will visit Vietnam in 2020."


def test_csv_has_the_first_and_the_last_words(run, ledger):
    printed = run("promises", "--as-of", "2021-02-01", "--format", "csv", "-s", "Norway").stdout
    (row,) = csv.DictReader(printed.splitlines())
    assert (row["verdict"], row["due"], row["states"], row["first_said"]) == (
        "overdue",
        "2020",
        "NOR; VNM",
        "2019-05-03",
    )
    assert row["first_words"] == row["last_words"] == "The Norwegian minister will visit Vietnam in 2020."


def test_only_some_verdicts_may_be_asked_for(run, ledger):
    found = run("promises", "--verdict", "kept late")
    assert found.stdout == ""
    assert "No such promises" in found.stderr


def test_a_verdict_that_is_none_is_wrong_use(run, ledger):
    assert run("promises", "--verdict", "broken").exit_code == 2


def test_the_command_knows_all_verdicts_in_their_order():
    assert [each.value for each in Verdicts] == list(get_args(Verdict))
