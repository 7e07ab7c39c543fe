"""Pages become their main text, with title, date and language of their metadata."""

import pytest

from dragoman.documents import Source, load

PAGE = """<!doctype html><html lang="en-GB"><head>{charset}
<title>Norway and Chile open a fisheries office</title>
<meta property="article:published_time" content="2019-04-05T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Norway and Chile open a fisheries office</h1>
<p>Norway opened a fisheries office in Santiago on Friday – the “House of Fish”. It has twelve people.</p>
<ul><li>Norway pays two million dollars.</li><li>Chile gives the house.</li></ul>
<table><tr><th>Year</th><th>Tonnes</th></tr><tr><td>2017</td><td>400</td></tr></table>
<p>The work begins on 3 May 2020, the minister told reporters.</p></article>
<footer>Copyright 2021</footer></body></html>"""


@pytest.fixture
def read(tmp_path):
    def read_page(page, encoding="utf-8"):
        (tmp_path / "page.html").write_bytes(page.encode(encoding))
        [result] = load([tmp_path / "page.html"])
        return result

    return read_page


def test_title_date_and_language_come_from_the_page(read):
    document = read(PAGE)
    assert document.title == "Norway and Chile open a fisheries office"
    assert (document.date, document.language) == ("2019-04-05", "en")


def test_lists_and_tables_are_lines_of_the_text(read):
    lines = read(PAGE).text.split("\n")
    assert "- Chile gives the house." in lines
    assert "| 2017 | 400 |" in [line.strip() for line in lines]
    assert not any(line.startswith("|--") for line in lines)


def test_blank_lines_part_headings_paragraphs_lists_and_tables(read):
    headed = PAGE.replace("<ul>", "<h2>What the two states pay for the new office</h2><ul>")
    _, _, heading, items, rows, _ = read(headed).text.split("\n\n")
    assert heading == "What the two states pay for the new office"
    assert items.splitlines() == ["- Norway pays two million dollars.", "- Chile gives the house."]
    assert len(rows.splitlines()) == 2


def test_what_the_page_prints_around_the_text_is_left_out(read):
    text = read(PAGE).text
    assert "Home" not in text
    assert "Copyright" not in text


def test_a_date_of_the_running_text_is_not_the_day_of_publication(read):
    page = PAGE.replace('<meta property="article:published_time" content="2019-04-05T10:00:00Z">', "")
    assert read(page).date is None


def test_the_address_of_a_page_may_tell_its_date(tmp_path):
    page = PAGE.replace('<meta property="article:published_time" content="2019-04-05T10:00:00Z">', "")
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    for address, date in (
        ("https://fish.example/2019/04/06/office", "2019-04-06"),
        ("https://fish.example/office", None),
    ):
        [document] = load([Source(address, tmp_path / "page.html")])
        assert (document.date, document.sources) == (date, (address,))


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ('<meta charset="windows-1252">', "cp1252"),
        ("", "cp1252"),
        ("", "utf-16"),
        ('<meta http-equiv="content-type" content="text/html; charset=utf-8">', "utf-8"),
    ],
)
def test_the_charset_is_the_one_declared_or_found(read, charset, encoding):
    assert "“House of Fish”" in read(PAGE.replace("{charset}", charset), encoding).text


def test_an_xml_declaration_does_no_harm(read):
    assert "House of Fish" in read('<?xml version="1.0" encoding="utf-8"?>\n' + PAGE).text


def test_a_page_without_text_is_reported(read):
    assert read("<html><head><title>Port</title></head><body><script>run()</script></body></html>").reason == (
        "no readable text in the HTML"
    )
