import pytest

from dragoman.desk.answers import pair as module
from dragoman.desk.answers.pair import pair
from dragoman.values import CountryCode

NORWAY, TANZANIA = CountryCode("NOR"), CountryCode("TZA")


@pytest.fixture
def answer(client):
    return pair(client.app.state.held, TANZANIA, NORWAY)


def test_a_pair_has_the_sections_of_its_brief(answer):
    headings = {section.heading for section in answer.sections}
    assert {"Who is who", "Instruments", "Money", "Trade", "Meetings and visits", "Promises"} <= headings
    assert answer.states == ("NOR", "TZA")


def test_the_timeline_has_what_has_a_day_the_latest_first_with_its_sentence(answer):
    dates = [row.date for row in answer.timeline]
    assert dates == sorted(dates, reverse=True)
    assert all(row.source and row.source.words for row in answer.timeline)
    assert "tenure" not in {row.kind for row in answer.timeline}


def test_every_number_of_a_line_is_that_of_a_source(answer):
    known = {source.number for source in answer.sources}
    lines = [line for section in answer.sections for part in (section, *section.parts) for line in part.lines]
    assert lines
    assert {number for line in lines for number in line.notes} <= known
    assert all(len(source.sha256) == 64 for source in answer.sources)


def test_the_page_shows_lines_charts_places_and_sources(client):
    page = client.get("/NOR/TZA").text
    for words in ("Norway <span", "Kari Lund", "Dodoma", "130 million", 'id="source-1"', "The same as a table"):
        assert words in page


def test_days_at_a_glance_are_marked_so_that_no_line_parts_them(client):
    glance = client.get("/NOR/TZA").text.partition("At a glance")[2].partition("</section>")[0]
    assert '<time datetime="2020-03-03">2020-03-03</time>' in glance


def test_other_ways_to_write_a_pair_lead_to_its_page(client):
    for names in ("tza/NOR", "Tanzania/Norway", "United%20Republic%20of%20Tanzania/norwegian"):
        answer = client.get(f"/{names}?since=2020", follow_redirects=False)
        assert answer.headers["location"].endswith("/NOR/TZA?since=2020")
    assert client.get("/Norway/Tanzania/records").status_code == 200


def test_a_name_that_is_none_may_be_meant_otherwise(client):
    assert "did you mean Tanzania" in client.get("/Norway/Tanzenia").text


@pytest.mark.parametrize("address", ["/NOR/NOR", "/NOR/XYZ", "/NOR/TZA/nothing"])
def test_what_is_no_pair_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_a_pair_without_records_says_so(client):
    assert "tells nothing of these two" in client.get("/FJI/PER").text


def test_a_year_that_is_none_is_refused(client):
    assert client.get("/NOR/TZA?since=soon").status_code == 422
    assert "repair of the Kidunda dam" in client.get("/NOR/TZA?since=2022").text


def test_all_records_are_a_list_of_their_own(client):
    page = client.get("/NOR/TZA/records?kind=instrument").text
    assert "memorandum on fisheries" in page
    rows = client.get("/NOR/TZA/records?format=json").json()
    assert rows["total"] == len(rows["rows"]) == 5


@pytest.mark.parametrize(("format", "begins"), [("md", b"# "), ("html", b"<!doctype html>"), ("docx", b"PK")])
def test_the_brief_is_given_as_a_file(client, format, begins):
    answer = client.get(f"/NOR/TZA/brief.{format}")
    assert answer.content.lstrip().startswith(begins)
    assert f"NOR-TZA-2023-01-01.{format}" in answer.headers["content-disposition"]


def test_a_page_shows_the_first_lines_of_each_part_and_the_way_to_all(client, monkeypatch):
    monkeypatch.setattr(module, "SHOWN", 0)
    page = client.get("/NOR/TZA?since=1990").text  # which was not made beforehand
    assert "lines=all#" in page and "more: show every line" in page
    short, whole = (pair(client.app.state.held, NORWAY, TANZANIA, 1990, every=every) for every in (False, True))
    assert len(short.sources) < len(whole.sources) == short.cited
    parts = [part for section in short.sections for part in (section, *section.parts)]
    assert not any(part.lines for part in parts) and any(part.left_out for part in parts)
    assert not any(part.left_out for section in whole.sections for part in (section, *section.parts))
    assert "more: show every line" not in client.get("/NOR/TZA?since=1990&lines=all").text
