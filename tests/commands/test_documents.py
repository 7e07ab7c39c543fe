import csv
import json

import pytest


@pytest.fixture
def more(run, ledger, here):
    """Another document, undated and from another place, that says nothing."""
    (here / "notes").mkdir()
    (here / "notes" / "memo.txt").write_text("Nothing was said of any state.", encoding="utf-8")
    run("read", "notes", "--ledger", ledger)


def ids(result):
    return [json.loads(line)["id"] for line in result.stdout.splitlines()]


def test_the_table_names_ids_days_and_how_many_entries(run, more):
    first, second = [line.split() for line in run("documents").stdout.splitlines()[1:]]
    assert first[1:3] == ["2019-05-03", "5"] and first[-1].endswith("news.txt")
    assert second[1:4] == ["no", "date", "0"] and second[-1] == "notes/memo.txt"


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ((), ["news", "memo"]),
        (("--source", "notes/"), ["memo"]),
        (("--state", "Norway"), ["news"]),
        (("--since", "2019"), ["news"]),
        (("--until", "2018"), []),
    ],
)
def test_filters(run, more, options, found):
    assert ids(run("documents", "--format", "jsonl", *options)) == found


def test_csv(run, more):
    news, memo = csv.DictReader(run("documents", "--format", "csv").stdout.splitlines())
    assert (news["title"], news["entries"]) == ("Norway and Vietnam speak of fish", "5")
    assert news["sources"].endswith("news.txt")
    assert (memo["id"], memo["date"], memo["entries"]) == ("memo", "", "0")


def test_nothing_found_is_said(run, ledger):
    assert "No such documents" in run("documents", "--source", "elsewhere").stderr
