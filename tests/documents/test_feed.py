"""Feeds give one document an item, with title, date, address and the fullest text."""

import pytest

from dragoman.documents import load
from dragoman.errors import DocumentError

RSS = """<?xml version="1.0" encoding="{charset}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Ministry of Ports</title><link>https://ports.example/</link><language>en-GB</language>{items}</channel></rss>"""
PORT = """<item><title>Peru &amp; Norway build a port</title><link>https://ports.example/1</link>
<guid isPermaLink="false">port-1</guid><pubDate>Mon, 06 May 2019 00:30:00 +0900</pubDate>
<description>Peru and Norway …</description>
<content:encoded><![CDATA[<p>Peru and <b>Norway</b> build a <a href="/port">port</a>.</p>
<ul><li>Norway pays – “half”.</li></ul>
<table><tr><th>Year</th><th>USD</th></tr><tr><td>2019</td><td>400</td></tr></table>]]></content:encoded></item>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Ministry</title><entry>
<id>urn:port:2</id><title type="html">Peru &amp;amp; Chile</title><link href="https://ports.example/2"/>{dates}
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Peru thanks Chile.</p>
<p>Chile is glad.</p></div></content>
</entry></feed>"""


@pytest.fixture
def read(tmp_path):
    def read_feed(text, name="news.rss", charset="utf-8"):
        (tmp_path / name).write_bytes(text.encode(charset) if isinstance(text, str) else text)
        return list(load([tmp_path / name]))

    return read_feed


def rss(*items, charset="utf-8"):
    return RSS.format(items="".join(items), charset=charset)


def test_an_item_is_a_document(read):
    [document] = read(rss(PORT))
    assert document.text.split("\n") == [
        "Peru & Norway build a port",
        "",
        "Peru and Norway build a port.",
        "",
        "- Norway pays – “half”.",
        "",
        "| Year | USD | ",
        "| 2019 | 400 |",
    ]
    assert (document.id, document.title, document.date) == ("port-1", "Peru & Norway build a port", "2019-05-06")
    assert (document.language, document.sources) == ("en", ("https://ports.example/1",))


@pytest.mark.parametrize("name", ["news.atom", "news.xml", "news"])
def test_atom_is_read_under_any_name_that_a_feed_has(read, name):
    [document] = read(ATOM.format(dates="<updated>2019-05-03T23:30:00-05:00</updated>"), name)
    assert document.text == "Peru & Chile\n\nPeru thanks Chile.\n\nChile is glad."
    assert (document.id, document.title, document.date) == ("urn:port:2", "Peru & Chile", "2019-05-03")
    assert document.sources == ("https://ports.example/2",)


def test_the_day_of_publication_goes_before_that_of_a_change(read):
    dates = "<published>2019-05-01T10:00:00Z</published><updated>2019-05-03T10:00:00Z</updated>"
    [document] = read(ATOM.format(dates=dates))
    assert document.date == "2019-05-01"


@pytest.mark.parametrize("written", ["Fri, 03 May 2019 10:00:00 GMT", "Fri, 3 May 19 10:00 GMT", "2019-05-03"])
def test_dates_may_be_written_in_other_ways(read, written):
    [document] = read(rss(f"<item><title>Peru thanks Chile</title><pubDate>{written}</pubDate></item>"))
    assert document.date == "2019-05-03"


def test_several_items_come_in_their_order_and_one_without_words_is_told(read):
    first, empty, last = read(
        rss(PORT, "<item><guid>x</guid></item>", "<item><description>Fiji &lt; Peru</description></item>")
    )
    assert (first.id, last.id, last.text) == ("port-1", "news-3", "Fiji < Peru")
    assert last.sources[0].endswith("news.rss")
    assert isinstance(empty, DocumentError)
    assert (empty.name.endswith("news.rss, item 2"), empty.reason) == (True, "there is no text in it")


def test_plain_text_with_a_sign_of_html_stays_as_it_is(read):
    [document] = read(rss("<item><description>Exports < imports, says A&amp;B</description></item>"))
    assert document.text == "Exports < imports, says A&B"


@pytest.mark.parametrize(
    ("declared", "charset"), [("windows-1252", "cp1252"), ("utf-8", "utf-8-sig"), ("utf-16", "utf-16")]
)
def test_charsets_are_told_apart(read, declared, charset):
    [document] = read(rss(PORT, charset=declared), charset=charset)
    assert "“half”" in document.text


def test_a_feed_that_is_cut_off_gives_what_it_has(read):
    whole = rss(PORT, PORT.replace("port-1", "port-2"))
    assert read(whole[: whole.index("port-2") + 30])[0].id == "port-1"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (RSS.format(items="", charset="utf-8"), "there is no item in the feed"),
        ("<html><body>Peru</body></html>", "it is no RSS or Atom feed"),
        ("Peru thanks Chile.", "it is no RSS or Atom feed"),
        (b"\x89PNG\r\n\x1a\n" * 40, "it is a PNG image, not text"),
    ],
)
def test_what_is_no_feed_is_told(read, text, reason):
    [error] = read(text)
    assert (error.name.endswith("news.rss"), error.reason) == (True, reason)


def test_xml_that_is_no_feed_is_read_as_text(read):
    [document] = read("<note>Peru thanks Chile.</note>", "note.xml")
    assert document.text == "<note>Peru thanks Chile.</note>"
