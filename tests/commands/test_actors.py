import json

TABLE = "kind\tname\tstate\twikidata\tgeonames\nperson\tI. Dahl\tNOR\tQ77\t\nperson\tNobody\tNOR\tQ78\t\n"


def lines(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_list_tells_kinds_posts_and_entries(run, ledger):
    shown = run("actors").stdout
    assert "Ingrid Dahl" in shown
    assert "ambassador to VNM, 2019-05-03" in " ".join(shown.split())
    assert [(a["kind"], a["name"], a["count"]) for a in lines(run("actors", "--format", "jsonl"))] == [
        ("person", "Ingrid Dahl", 1), ("state", "Norway", 5), ("state", "Vietnam", 4),
    ]  # fmt: skip


def test_filters(run, ledger):
    assert [a["name"] for a in lines(run("actors", "-f", "jsonl", "--kind", "state", "--state", "Norway"))] == [
        "Norway"
    ]
    assert [a["name"] for a in lines(run("actors", "-f", "jsonl", "--search", "dahl"))] == ["Ingrid Dahl"]
    assert [a["name"] for a in lines(run("actors", "-f", "jsonl", "--search", "ambass"))] == ["Ingrid Dahl"]
    nobody = run("actors", "--search", "smith")
    assert (nobody.exit_code, nobody.stdout) == (0, "")
    assert "No such actors" in nobody.stderr


def test_ids_are_attached_and_stay(run, ledger, here):
    (here / "ids.tsv").write_text(TABLE, encoding="utf-8")
    done = run("actors", "--ids", "ids.tsv")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "2 rows, 2 new; 1 name nobody" in " ".join(done.stderr.split())
    (envoy,) = lines(run("actors", "-f", "jsonl", "--kind", "person"))
    assert envoy["wikidata"] == "Q77"
    assert "Wikidata Q77" in run("actors", "--kind", "person").stdout


def test_a_wrong_table_changes_nothing(run, ledger, here):
    (here / "ids.tsv").write_text(TABLE.replace("Q78", "78"), encoding="utf-8")
    done = run("actors", "--ids", "ids.tsv")
    assert done.exit_code == 1
    assert "ids.tsv, line 3: wikidata" in " ".join(done.stderr.split())
    assert lines(run("actors", "-f", "jsonl", "--kind", "person"))[0]["wikidata"] is None
