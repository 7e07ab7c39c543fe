import json


def test_places_and_values(run, news):
    found = [json.loads(line) for line in run("spans", news, "--format", "jsonl").stdout.splitlines()]
    assert [(each["span"], each["text"]) for each in found] == [
        ("actor", "Norway"), ("date", "3 May 2019"), ("quantity", "25,000 kroner"),
    ]  # fmt: skip
    assert (found[1]["edtf"], found[2]["value"], found[2]["unit"]) == ("2019-05-03", 25000, "NOK")


def test_only_what_is_asked_for(run, news):
    shown = run("spans", news, "--dates").stdout
    assert "3 May 2019" in shown
    assert "kroner" not in shown


def test_what_cannot_be_read(run):
    result = run("spans", "absent.txt")
    assert (result.exit_code, result.stderr) == (1, "absent.txt: there is no such file or folder\n")
