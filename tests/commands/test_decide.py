import json

import pytest


def decisions(run, *options):
    return [json.loads(line) for line in run("decide", "list", "--format", "jsonl", *options).stdout.splitlines()]


def test_a_correction_is_shown_and_listed_with_who_and_why(run, ids):
    result = run(
        "decide", "correct", ids["activity"][:8], "amount.value", "30000", "--by", "h.sato", "--reason", "p. 2"
    )
    assert result.exit_code == 0
    assert 'corrected: amount is {"value": 30000, "unit": "NOK"' in result.stdout
    assert "grant: School in Hanoi" in result.stdout
    assert "dragoman decide undo 1" in result.stderr
    (entry,) = map(json.loads, run("entries", "--kind", "activity", "--format", "jsonl").stdout.splitlines())
    assert entry["amount"]["value"] == 30000
    (decision,) = decisions(run)
    assert (decision["number"], decision["by"], decision["reason"]) == (1, "h.sato", "p. 2")


def test_undoing(run, ids):
    assert run("decide", "wrong", ids["event"]).exit_code == 0
    assert "minister" not in run("entries", "--kind", "event").stdout
    assert "undone: decision 1" in run("decide", "undo", "1").stdout
    assert "minister" in run("entries", "--kind", "event").stdout
    assert [each.get("undone_by") for each in decisions(run)] == [2, None]
    assert "(undone by 2)" in run("decide", "list").stdout


def test_the_list_can_be_about_one_entry(run, ids):
    run("decide", "wrong", ids["event"])
    run("decide", "different", ids["activity"], ids["figure"])
    assert [each["verdict"] for each in decisions(run, "--subject", ids["figure"][:8])] == ["different"]
    assert "No such decisions" in run("decide", "list", "--subject", "zz").stderr


def test_who_decides_may_come_from_the_environment(run, ids):
    run("decide", "wrong", ids["event"], env={"DRAGOMAN_ANALYST": "k.lee"})
    assert decisions(run)[0]["by"] == "k.lee"


@pytest.mark.parametrize(
    ("arguments", "code", "reason"),
    [
        (("wrong", "nothing"), 1, "there is no entry 'nothing'"),
        (("undo", "7"), 1, "there is no decision 7"),
        (("dismiss", "zz"), 1, "there is no finding 'zz'"),
        (("same", "one"), 2, "name two entries or more"),
        (("undo", "first"), 2, "integer"),
    ],
)
def test_what_cannot_be_decided_is_said(run, ledger, arguments, code, reason):
    result = run("decide", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert reason in " ".join(result.stderr.split())


def test_a_wrong_value_names_the_field_and_the_reason(run, ids):
    result = run("decide", "correct", ids["event"], "date", "soon")
    assert result.exit_code == 1
    assert "date cannot be 'soon'" in result.stderr


def test_reading_tells_of_decisions_whose_entry_is_gone(run, ids, news, monkeypatch):
    import sys

    run("decide", "wrong", ids["event"])
    assert "No such decisions" in run("decide", "vanished").stderr

    class Forgetful(sys.modules["dragoman.reading.reader"].Reader):
        def read(self, document):
            reading = super().read(document)
            return reading.model_copy(update={"entries": tuple(e for e in reading.entries if e.kind != "event")})

    monkeypatch.setattr(sys.modules["dragoman.reading.reader"], "Reader", Forgetful)
    monkeypatch.setattr(sys.modules["dragoman.reading.reader"], "READER", "forgetful 2")
    result = run("read", news, "--ledger", "dragoman.ledger")
    assert "1 decision is about entries that are no longer there: dragoman decide vanished" in result.stderr
    assert "no longer there" in run("decide", "vanished").stdout


@pytest.mark.parametrize("command", ["same", "different", "wrong", "correct", "dismiss", "undo", "list", "vanished"])
def test_each_way_to_decide_has_help_with_examples(run, command):
    result = run("decide", command, "--help")
    assert result.exit_code == 0
    assert f"dragoman decide {command}" in result.stdout
