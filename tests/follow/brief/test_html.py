import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from dragoman.follow.brief import write


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags, self.ids, self.links = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        known = dict(attrs)
        if "id" in known:
            self.ids.append(known["id"])
        if tag == "a":
            self.links.append(known["href"])


@pytest.fixture
def text(full):
    return write(full, "html").decode()


def test_the_file_needs_nothing_else(text):
    page = Page(text)
    assert not {"script", "link", "img", "iframe", "object"} & {tag for tag, _ in page.tags}
    assert not [name for _, known in page.tags for name in known if name.startswith("on") or name == "src"]
    assert not re.search(r"url\((?!\"data:)|@import", text)


def test_all_links_lead_somewhere(text):
    page = Page(text)
    assert len(page.ids) == len(set(page.ids))
    assert page.links
    assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)


def test_words_of_documents_are_words(text):
    assert "<b>loudly" not in text
    assert "&lt;b&gt;loudly&lt;/b&gt;" in text
    assert "fishing &amp; ports" in text


def test_charts_are_drawn_and_said_in_words(text):
    page = Page(text)
    drawn = [known for tag, known in page.tags if tag == "svg"]
    assert len(drawn) >= 2
    assert all(known["role"] == "img" and known["aria-label"] for known in drawn)
    assert [tag for tag, _ in page.tags].count("table") == len(drawn)
    assert "NOK 980 in all" in text


def test_one_main_heading_and_none_left_out(text):
    levels = [int(tag[1]) for tag, _ in Page(text).tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_signs_that_few_fonts_have_come_with_the_page(text):
    import base64
    import io

    from fontTools.ttLib import TTFont

    (data,) = re.findall(r"font/woff;base64,([^\"]+)\"", text)
    signs = {chr(code) for code in TTFont(io.BytesIO(base64.b64decode(data))).getBestCmap()}
    assert set("河内阮文") <= signs
    assert len(data) < 20_000


def test_dark_pages_have_colours_of_their_own(text):
    assert "prefers-color-scheme: dark" in text
    assert "svg [fill='#1c2f86'] { fill: #5f86f2; }" in text
