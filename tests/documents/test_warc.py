"""Archives of web pages give one document for each page that a server gave; warcio writes them."""

import gzip
import io

import pytest
import typst
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from dragoman.documents import load
from dragoman.errors import DocumentError

PAGE = """<html lang="en"><head><title>Norway and Chile open an office</title>{head}</head><body>
<nav><a href="/">Home</a></nav><article><h1>Norway and Chile open an office</h1>
<p>Norway opened an office for fisheries in Santiago on Friday – the “House of Fish”. It has twelve people.</p>
<p>Chile gives the house, and pays for the water that is used in it.</p></article></body></html>"""
HTML = "text/html; charset=utf-8"


class Archive:
    """An archive to which pages are added."""

    def __init__(self, *, packed=False):
        self.file = io.BytesIO()
        self.writer = WARCWriter(self.file, gzip=packed)
        self.writer.write_record(self.writer.create_warcinfo_record("a.warc", {"software": "tests"}))

    def add(self, path, body=PAGE, kind=HTML, *, status="200 OK", of="response", day="2020-02-01", **headers):
        body = body.encode() if isinstance(body, str) else body
        lines = [("Content-Type", kind), *((name.replace("_", "-"), value) for name, value in headers.items())]
        if of == "request":
            http = StatusAndHeaders(f"GET /{path} HTTP/1.1", [], is_http_request=True)
        else:
            http = StatusAndHeaders(status, lines, protocol="HTTP/1.1")
        self.writer.write_record(
            self.writer.create_warc_record(
                f"https://fish.example/{path}",
                of,
                payload=io.BytesIO(body),
                http_headers=http,
                warc_headers_dict={"WARC-Date": f"{day}T10:00:00Z"},
            )
        )

    @property
    def bytes(self):
        return self.file.getvalue()


@pytest.fixture
def read(tmp_path):
    def read_archive(archive, name="pages.warc"):
        (tmp_path / name).write_bytes(archive if isinstance(archive, bytes) else archive.bytes)
        return list(load([tmp_path / name]))

    return read_archive


@pytest.fixture(params=["plain", "packed record by record", "packed in one go"])
def kept(request):
    """``kept(archive)``: how it is kept, and the name of the file."""
    archive = Archive(packed=request.param == "packed record by record")
    name = "pages.warc" if request.param == "plain" else "pages.warc.gz"
    pack = gzip.compress if request.param == "packed in one go" else bytes
    return archive, name, lambda: pack(archive.bytes)


def test_pages_are_documents_and_the_rest_is_passed_over(read, kept):
    archive, name, data = kept
    archive.add("2019/04/05/office")
    archive.add("2019/04/05/office", "", of="request")
    archive.add("gone", "<html><body><p>There is nothing here.</p></body></html>", status="404 Not Found")
    archive.add("ship.png", b"\x89PNG", "image/png")
    archive.add("release.pdf", typst.compile(b"Chile thanks Norway for the ships."), "application/pdf")
    page, pdf = read(data(), name)
    assert page.text.split("\n\n")[1].startswith(
        "Norway opened an office for fisheries in Santiago on Friday – the “House"
    )
    assert "Home" not in page.text
    assert (page.id, page.sources) == (
        ("https://fish.example/2019/04/05/office"),
        ("https://fish.example/2019/04/05/office",),
    )
    assert (page.title, page.language) == ("Norway and Chile open an office", "en")
    assert (pdf.id, pdf.text) == ("https://fish.example/release.pdf", "Chile thanks Norway for the ships.")


def test_the_date_is_that_of_the_page_or_its_address_and_not_that_of_the_capture(read):
    archive = Archive()
    archive.add("2019/04/05/office")
    archive.add("office")
    archive.add("told", PAGE.replace("{head}", '<meta property="article:published_time" content="2019-05-03">'))
    archive.add("later", PAGE.replace("{head}", '<meta property="article:published_time" content="2021-05-03">'))
    assert [page.date for page in read(archive)] == ["2019-04-05", None, "2019-05-03", None]


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (PAGE.encode("cp1252"), {"kind": "text/html; charset=windows-1252"}),
        (PAGE.encode("cp1252"), {"kind": 'TEXT/HTML; charset="Windows-1252"'}),
        (gzip.compress(PAGE.encode()), {"Content_Encoding": "gzip"}),
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE.encode()), PAGE.encode()), {"Transfer_Encoding": "chunked"}),
    ],
    ids=["charset", "quoted charset", "packed", "in pieces"],
)
def test_pages_are_read_as_they_were_sent(read, body, headers):
    archive = Archive()
    archive.add("office", body, **headers)
    [page] = read(archive)
    assert "the “House of Fish”" in page.text


def test_a_page_that_cannot_be_read_is_told_with_its_address_and_the_others_are_read(read):
    archive = Archive()
    archive.add("empty", "")
    archive.add("scripts", "<html><body><script>run()</script></body></html>")
    archive.add("broken.pdf", b"%PDF", "application/pdf")
    archive.add("office")
    *errors, page = read(archive)
    assert [(error.name.rpartition("/")[2], error.reason) for error in errors] == [
        ("empty", "it is empty"),
        ("scripts", "no readable text in the HTML"),
        ("broken.pdf", "it is no PDF, or a damaged one"),
    ]
    assert errors[0].name.endswith("pages.warc, https://fish.example/empty")
    assert page.id == "https://fish.example/office"


def test_an_archive_that_is_cut_off_anywhere_gives_the_pages_before_and_says_so(read, kept):
    archive, name, data = kept
    archive.add("office")
    archive.add("second", PAGE + "<p>second</p>" * 200)
    whole = data()
    for cut in range(1, len(whole), 97):
        *before, error = read(whole[:cut], name)
        assert isinstance(error, DocumentError) and error.name.endswith(name)
        assert error.reason in (
            "it is cut off: its last record is not whole",
            "it is no archive of web pages, or a damaged one",
            "there is no document in it",  # cut off right behind the first record, which is no page
        )
        assert [page.id for page in before] == ["https://fish.example/office", "https://fish.example/second"][
            : len(before)
        ]
    assert len(read(whole, name)) == 2


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "packed"])
def test_what_is_no_archive_is_told(read, pack):
    data = pack(b"Peru thanks Chile.\n" * 9)
    [error] = read(data)
    assert error.reason == "it is no archive of web pages, or a damaged one"


def test_a_page_that_is_too_large_is_told_and_not_kept(read, monkeypatch):
    monkeypatch.setattr("dragoman.documents.warc._MOST", 1 << 20)
    archive = Archive()
    archive.add("large", gzip.compress(b" " * (2 << 20)), Content_Encoding="gzip")
    archive.add("office")
    error, page = read(archive)
    assert (error.name.rpartition("/")[2], error.reason) == ("large", "it is larger than 1 MiB")
    assert page.id == "https://fish.example/office"


def test_an_archive_without_pages_is_told(read):
    [error] = read(Archive())
    assert error.reason == "there is no document in it"
