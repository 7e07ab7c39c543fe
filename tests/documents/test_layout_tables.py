"""Tables that hold a page together are none; tables of data stay tables."""

import pytest

from dragoman.documents import load

SAID = "Norway will give Kenya a fishing port in Mombasa, which the two ministers of fisheries looked at on Thursday."
MORE = (
    "The work is to begin in spring and to take two years, the ministry in Nairobi said to reporters after the visit."
)
DATA = "<table><tr><td>Year</td><td>Tonnes</td></tr><tr><td>2017</td><td>400</td></tr></table>"
MENU = "<td><a href='/a'>Home</a><br><br><a href='/b'>News</a></td>"


@pytest.fixture
def read(tmp_path):
    def read(body):
        path = tmp_path / "page.html"
        path.write_text(f"<html><head><title>Port</title></head><body>{body}</body></html>", encoding="utf-8")
        (document,) = load([path])
        return document.text

    return read


@pytest.mark.parametrize("text", [f"{SAID}<br><br>{MORE}", f"{SAID}<br>\n<br/>{MORE}", f"<p>{SAID}</p><p>{MORE}</p>"])
def test_paragraphs_of_a_cell_are_paragraphs_of_the_text(read, text):
    assert read(f"<table><tr>{MENU}<td>{text}</td></tr></table>").endswith(f"{SAID}\n\n{MORE}")


def test_data_stay_a_table(read):
    assert "| 2017 | 400 |" in read(f"<p>{SAID}</p><p>{MORE}</p>{DATA}")


def test_data_within_the_layout_stay_a_table(read):
    told = read(f"<table><tr><td><p>{SAID}</p><p>{MORE}</p>{DATA}</td></tr></table>")
    assert told.startswith(SAID) and "| 2017 | 400 |" in told
