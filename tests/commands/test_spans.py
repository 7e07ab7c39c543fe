import json


def test_places_and_values(run, news):
    found = [json.loads(line) for line in run("spans", news, "--format", "jsonl").stdout.splitlines()]
    assert [(each["span"], each["text"]) for each in found] == [
        ("actor", "Norway"), ("date", "3 May 2019"), ("quantity", "25,000 kroner"), ("date", "2020"), ("date", "2018"),
    ]  # fmt: skip
    assert (found[1]["edtf"], found[2]["value"], found[2]["unit"]) == ("2019-05-03", 25000, "NOK")


def test_only_what_is_asked_for(run, news):
    shown = run("spans", news, "--dates").stdout
    assert "3 May 2019" in shown
    assert "kroner" not in shown


def test_dates_of_what_tells_of_no_second_state(run, news):
    news.write_text("The mill closed on 4 June 2018. " + "Its owner had no more orders for planks. " * 40, "utf-8")
    found = [json.loads(line) for line in run("spans", news, "--dates", "--format", "jsonl").stdout.splitlines()]
    assert [(each["text"], each["timex"]) for each in found] == [("4 June 2018", "2018-06-04")]


def test_a_sum_in_another_currency_is_shown_too(run, news):
    news.write_text(news.read_text("utf-8").replace("25,000 kroner", "25,000 kroner (about $3)", 1), "utf-8")
    found = [json.loads(line) for line in run("spans", news, "--quantities", "--format", "jsonl").stdout.splitlines()]
    assert [(each["text"], each["unit"]) for each in found] == [("25,000 kroner", "NOK"), ("$3", "USD")]


def test_the_day_of_publication_can_be_given(run, news):
    news.write_text("The ministers of Norway and Ghana will meet next month.", "utf-8")
    asked = ("spans", news, "--dates", "--format", "jsonl", "--date")
    assert json.loads(run(*asked, "2022-02-03").stdout)["edtf"] == "2022-03"
    assert run(*asked, "soon").exit_code == 2


def test_what_cannot_be_read(run):
    result = run("spans", "absent.txt")
    assert (result.exit_code, result.stderr) == (1, "absent.txt: there is no such file or folder\n")


def test_a_text_of_many_pages_is_parsed_piece_by_piece(run, news, monkeypatch):
    monkeypatch.setattr("dragoman.reading.stretches.STRETCH", 200)
    paragraph = "Norway gave 25,000 kroner. " + "The mill had no more orders for planks. " * 4
    news.write_text(f"{paragraph}\n\n{paragraph}", "utf-8")
    found = [json.loads(line) for line in run("spans", news, "--quantities", "--format", "jsonl").stdout.splitlines()]
    assert [(each["start"], each["text"]) for each in found] == [
        (12, "25,000 kroner"), (len(paragraph) + 14, "25,000 kroner"),
    ]  # fmt: skip
