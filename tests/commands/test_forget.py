import json


def test_it_is_asked_for_and_says_what_would_go(run, ledger):
    result = run("forget", "news", input="n\n")
    assert result.exit_code == 1
    assert "Norway and Vietnam speak of fish, 2019-05-03, 5 entries" in result.stderr
    assert "5 records would go; 0 records that other documents tell as well would stay." in result.stderr
    assert len(run("documents").stdout.splitlines()) == 2


def test_a_document_is_gone_and_stays_out_until_that_is_undone(run, ids, news):
    run("decide", "wrong", ids["event"])
    assert run("forget", "news", "--yes", "--by", "h.sato", "--reason", "withdrawn").exit_code == 0
    assert run("documents").stdout == run("records").stdout == run("entries").stdout == ""
    listed = run("decide", "list").stdout
    assert "forgotten: news  by h.sato" in listed
    assert "a document" in listed and "“withdrawn”" in listed
    assert ids["event"] in run("decide", "vanished").stdout
    assert "1 document stayed out" in run("read", news, "--ledger", "dragoman.ledger").stderr
    run("decide", "undo", "2")
    run("read", news, "--ledger", "dragoman.ledger")
    kinds = {json.loads(line)["kind"] for line in run("entries", "--format", "jsonl").stdout.splitlines()}
    assert kinds == {"activity", "tenure", "instrument", "figure"}, "the event is still wrong"


def test_several_are_forgotten_together_or_not_at_all(run, ledger):
    result = run("forget", "news", "nothing", "--yes")
    assert result.exit_code == 1
    assert "there is no document 'nothing'" in result.stderr
    assert len(run("documents").stdout.splitlines()) == 2
