import json

import pytest


def test_hits_are_printed_with_their_words_and_their_source(run, ledger, ids):
    result = run("search", "fish", "sold")
    assert result.exit_code == 0
    lines = [line.strip() for line in result.stdout.splitlines()]
    assert f"{ids['figure'][:8]}  figure: Fish sold" in lines
    assert "400 tonnes of fish" in lines
    assert "Norway and Vietnam speak of fish, 2019-05-03" in lines
    assert any(line.endswith("news.txt") for line in lines)


def test_hits_are_lines_of_json(run, ledger, ids):
    (line,) = run("search", "fish sold", "--kind", "figure", "--format", "jsonl").stdout.splitlines()
    hit = json.loads(line)
    assert (hit["kind"], hit["id"], hit["title"]) == ("figure", ids["figure"], "Fish sold")
    assert [hit["snippet"][start:end] for start, end in hit["marks"]] == ["fish"]
    assert hit["document"]["sources"][0].endswith("news.txt")


@pytest.mark.parametrize(
    ("arguments", "kinds"),
    [
        (['"fisheries dialogue"'], {"document", "instrument"}),
        (['"dialogue fisheries"'], set()),
        (["--kind", "tenure", "--kind", "document", "norway"], {"document", "tenure"}),
        (["--state", "Vietnam", "ambassador"], {"document", "tenure"}),
        (["--state", "Japan", "ambassador"], set()),
        (["--", "norway", "-school"], {"event", "instrument", "figure", "tenure"}),
        (["--limit", 1, "fish"], {"figure"}),
    ],
)
def test_questions_and_filters(run, ledger, arguments, kinds):
    lines = run("search", "--format", "jsonl", *arguments).stdout.splitlines()
    assert {json.loads(line)["kind"] for line in lines} == kinds


def test_nothing_found_is_said(run, ledger):
    result = run("search", "zebra")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Nothing in the ledger" in result.stderr
    assert run("search", "zebra", "--format", "jsonl").stderr == ""


@pytest.mark.parametrize("words", ["", '"', "-school", "…"])
def test_a_question_without_a_word_is_wrong_usage(run, ledger, words):
    result = run("search", "--", words)
    assert result.exit_code == 2
    assert "no word in it to look for" in result.stderr


def test_a_server_that_is_not_there_is_named_without_the_password(run):
    result = run("search", "fish", "--ledger", "postgresql://anna:secret@127.0.0.1:1/news")
    assert result.exit_code == 1
    assert "postgresql://anna:***@127.0.0.1:1/news: the server refuses" in result.stderr
    assert "secret" not in result.stderr


def test_a_ledger_on_a_server(run, news, server):
    with server.database() as address:
        assert run("read", news, "--ledger", address).exit_code == 0
        assert "400 tonnes" in run("search", "fish", "--ledger", address).stdout
        assert "400 tonnes" in run("entries", "--ledger", address).stdout
        assert run("read", news, env={"DRAGOMAN_LEDGER": address}).stderr.startswith("Read 0 documents")
