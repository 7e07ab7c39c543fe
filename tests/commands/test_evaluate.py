import json

import pytest

from tests.commands.conftest import NEWS

GRANT = {
    "kind": "activity", "type": "grant", "title": "School in Hanoi", "stage": "agreed",
    "amount": {"value": 25000, "unit": "NOK"}, "evidence": [{"start": 50, "end": 90}],
}  # fmt: skip
CALL = {"kind": "event", "type": "call", "title": "A call", "evidence": [{"start": 0, "end": 5}]}


@pytest.fixture
def gold(here):
    """Write a gold file: the text in the line, unless told otherwise."""

    def write(*entries, text=NEWS, id="news"):
        line = {"document": {"id": id, "title": None, "date": None}, "entries": entries}
        if text:
            line["text"] = text
        (here / "gold.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
        return here / "gold.jsonl"

    return write


def test_figures_by_kind_and_field(run, gold):
    result = run("evaluate", gold(GRANT, CALL), "--json")
    figures = json.loads(result.stdout)
    assert result.exit_code == 0
    assert figures["kinds"]["activity"] == {
        "precision": 1.0, "recall": 1.0, "f1": 1.0, "right": 1, "gold": 1, "read": 1,
    }  # fmt: skip
    assert figures["kinds"]["event"]["recall"] == 0
    assert figures["fields"]["amount"] == {"right": 1.0, "of": 1}
    assert figures["fields"]["stage"] == {"right": 0.0, "of": 1}


def test_a_table_for_people(run, gold):
    lines = run("evaluate", gold(GRANT)).stdout.splitlines()
    (activity,) = [line.split() for line in lines if line.startswith("activity")]
    assert activity == ["activity", "1.000", "1.000", "1.000", "1", "1", "1"]


def test_errors_are_listed(run, gold):
    shown = run("evaluate", gold(CALL), "--errors").stdout
    assert "Missed in news" in shown
    assert "call: A call" in shown
    assert "Invented in news" in shown
    assert "grant: School in Hanoi" in shown


def test_figures_of_each_document(run, gold):
    assert "document" in run("evaluate", gold(GRANT), "--split").stdout
    figures = json.loads(run("evaluate", gold(GRANT), "--split", "--json").stdout)
    assert list(figures["documents"]) == ["news"]


@pytest.mark.parametrize("ending", [".txt", ".md"])
def test_texts_in_a_folder(run, gold, here, ending):
    (here / "texts").mkdir()
    (here / "texts" / f"news{ending}").write_text(NEWS, encoding="utf-8")
    result = run("evaluate", gold(GRANT, text=None), "--texts", "texts", "--json")
    assert json.loads(result.stdout)["all"]["right"] == 1


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"document": {"id": "x"}, "entries": []}', 'it has no "text"; name the folder of the texts with --texts'),
        ("{broken", "it is not a line of the entry format"),
        ("[]", "it is not a line of the entry format"),
        ('{"document": {"id": "x"}, "text": "Short.", "entries": [{"kind": "rumour"}]}', "entries.0"),
        (
            '{"document": {"id": "x"}, "text": "Short.", "entries": [{"kind": "event", "type": "call", "title": "t", '
            '"evidence": [{"start": 0, "end": 99}]}]}',
            "evidence ends at character 99, but the text has only 6",
        ),
    ],
)
def test_wrong_lines_are_told_and_the_others_compared(run, gold, line, reason):
    path = gold(GRANT)
    path.write_text(line + "\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    result = run("evaluate", path)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{path}:1: ")
    assert reason in result.stderr
    assert "activity" in result.stdout


def test_a_gold_file_that_is_not_there(run, here):
    result = run("evaluate", "absent.jsonl")
    assert (result.exit_code, result.stderr) == (1, "absent.jsonl: no such file or directory\n")


def test_a_file_of_another_format_is_told_in_few_lines(run, here):
    (here / "table.csv").write_text("a,b\n" * 500, encoding="utf-8")
    told = run("evaluate", "table.csv").stderr.splitlines()
    assert len(told) == 11
    assert told[-1] == "table.csv: 490 more are like these"
