"""Whatever is given, documents and errors come out in a stable order and nothing is raised."""

import gzip
import io
import os
import tempfile
from pathlib import Path

import docx
import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.documents import Source, load, load_one
from dragoman.documents.loading import FORMATS
from dragoman.errors import DocumentError
from dragoman.models import Document

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
NOTE = "Peru and Norway open a port\n2019-05-03\n\nThe ministers of Peru and Norway opened a port at Callao.\n"
PAGE = b"<html><body><p>Chile thanks Kenya for the ships.</p></body></html>"
RESPONSE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://ports.example/\r\n"
    b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
) % (len(RESPONSE), RESPONSE)
FEED = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>m1</id><title>Peru thanks Chile</title></entry></feed>"""


def told(results):
    """The ids of documents and the reasons of errors, in order."""
    return [result.reason if isinstance(result, DocumentError) else result.id for result in results]


def test_a_text_file_becomes_a_document(tmp_path):
    path = tmp_path / "port.news.txt"
    path.write_text(NOTE, encoding="utf-8")
    [document] = load([path])
    assert document.text == NOTE
    assert (document.id, document.title, document.date) == ("port.news", "Peru and Norway open a port", "2019-05-03")
    assert (document.language, document.sources) == ("en", (str(path),))


def test_offsets_are_those_of_python_open(tmp_path):
    path = tmp_path / "lines.txt"
    path.write_bytes("\ufeffPeru.\r\nNorway – Oslo.\rChile.\n".encode())
    [document] = load([path])
    assert document.text == path.open(encoding="utf-8-sig").read() == "Peru.\nNorway – Oslo.\nChile.\n"


def test_a_folder_of_good_and_bad_files_is_read_to_its_end(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "hidden.txt").write_text(NOTE)
    (tmp_path / "b" / "z.md").write_text("# Port of Callao\n\nIt is open.")
    (tmp_path / "b" / "a.txt").write_text(NOTE)
    (tmp_path / "a.txt").write_text(NOTE)
    (tmp_path / "c.txt").write_bytes(JPEG)
    (tmp_path / "d.png").write_text("not even an image")
    (tmp_path / "e.scan").write_bytes(bytes(range(256)))
    (tmp_path / "f.txt").touch()
    (tmp_path / "g.html").write_text("<html><body><script>run()</script></body></html>")
    (tmp_path / "h.jsonl").write_text('{"id": "h1", "text": "Chile thanks Kenya."}\n')
    (tmp_path / "i.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "j.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "k.docx").write_bytes(b"PK")
    (tmp_path / "l.rss").write_text("<rss><channel></channel></rss>")
    (tmp_path / "m.atom").write_text(FEED)
    (tmp_path / "n.warc.gz").write_bytes(b"\x1f\x8b")
    (tmp_path / "o.tar.gz").write_bytes(b"\x1f\x8b")
    (tmp_path / "p.doc").write_bytes(b"\xd0\xcf")
    assert told(load([tmp_path])) == [
        "a",
        "a",
        "z",
        "it is a JPEG image, not text",
        'files that end in ".png" are not read',
        "it is binary data, not text",
        "it is empty",
        "no readable text in the HTML",
        "h1",
        "there is no such file or folder",
        "it is no PDF, or a damaged one",
        "it is no document of Word (.docx), or a damaged one",
        "there is no item in the feed",
        "m1",
        "it is cut off: its last record is not whole",
        'files that end in ".gz" are not read: unpack it',
        'files that end in ".doc" are not read: save it as .docx or PDF',
    ]


@pytest.mark.parametrize("ending", [".zip", ".7z", ".RAR", ".zst"])
def test_an_archive_is_refused_with_advice(tmp_path, ending):
    (tmp_path / f"a{ending}").write_bytes(b"PK\x03\x04")
    assert told(load([tmp_path])) == [f'files that end in "{ending.lower()}" are not read: unpack it']


@pytest.mark.parametrize("name", ["a.rtf", "a.odt", "A.XLSX", "a.pptx", "a.msg"])
def test_documents_of_other_formats_are_refused_with_advice(tmp_path, name):
    (tmp_path / name).write_bytes(b"PK\x03\x04")
    ending = name[1:].lower()
    assert told(load([tmp_path])) == [f'files that end in "{ending}" are not read: save it as .docx or PDF']


def test_rtf_is_known_by_what_it_begins_with():
    assert told(load(["-"], stdin=io.BytesIO(rb"{\rtf1\ansi Peru met Chile.}"))) == [
        "it is a document in RTF, not text"
    ]


@pytest.mark.parametrize("name", ["ports.py", "Ports.CSS", "ports.yml", "ports.sql", "Makefile", "requirements.txt"])
def test_what_is_made_for_machines_is_no_document(tmp_path, name):
    (tmp_path / name).write_text(NOTE)
    assert told(load([tmp_path])) == ["it is program code, settings or data for programs, not a document"]


@pytest.mark.parametrize(
    ("name", "text"),
    [("fetch", "#!/bin/sh\necho Peru met Chile.\n"), ("index.php", "<?php echo 'Peru met Chile.'; ?>\n")],
)
def test_a_script_is_no_document(tmp_path, name, text):
    (tmp_path / name).write_text(text)
    assert told(load([tmp_path])) == ["it is program code, settings or data for programs, not a document"]


@pytest.mark.parametrize(
    "name", ["ports", "ports.2019", "Note by J. R", "ports.news", "ports.rst", "trade.csv", "ports.log"]
)
def test_text_under_any_other_name_is_read(tmp_path, name):
    (tmp_path / name).write_text(NOTE)
    [document] = load([tmp_path])
    assert document.text == NOTE


def test_a_page_keeps_its_format_under_the_name_that_a_server_gave_it(tmp_path):
    (tmp_path / "news.php").write_bytes(b"<!DOCTYPE html>" + PAGE)
    [document] = load([tmp_path])
    assert "<" not in document.text


def test_what_comes_by_standard_input_is_always_read():
    [document] = load(["-"], stdin=io.BytesIO(b"#!/bin/sh says: Peru met Chile.\n"))
    assert document.text.startswith("#!/bin/sh says")


def test_two_files_of_one_name_are_two_documents(tmp_path):
    for folder, text in (("x", "Peru met Chile."), ("y", "Kenya met Norway.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "note.txt").write_text(text)
    first, second = load([tmp_path / "x", tmp_path / "y"])
    assert first.id == second.id == "note"
    assert first.sha256 != second.sha256


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b" \r\n\t\n"])
def test_a_file_without_text_is_reported(tmp_path, content):
    path = tmp_path / "nothing.txt"
    path.write_bytes(content)
    [error] = load([path])
    assert error.name == str(path)
    assert error.reason in ("it is empty", "there is no text in it")


def test_a_missing_path_does_not_stop_the_others(tmp_path):
    (tmp_path / "here.txt").write_text(NOTE)
    assert told(load([tmp_path / "gone.txt", tmp_path / "here.txt"])) == ["there is no such file or folder", "here"]


@pytest.fixture
def ordinary_user():
    """The rights of a user who is not the administrator, to whom every file is open."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    yield
    os.seteuid(0)


@pytest.fixture
def locked():
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        path = Path(folder, "secret.txt")
        path.write_text(NOTE)
        path.chmod(0)
        yield path


def test_a_file_without_read_permission_is_reported(locked, ordinary_user):
    assert told(load([locked])) == ["no permission to read it"]


@pytest.mark.parametrize(
    ("content", "id_"),
    [
        (NOTE.encode(), "stdin"),
        (b'{"id": "line", "text": "Chile thanks Kenya."}\n', "line"),
        (b"<!DOCTYPE html>" + PAGE, "stdin"),
        (FEED.encode(), "m1"),
        (b'<?xml version="1.0"?>\n' + FEED.encode(), "m1"),
        (typst.compile(b"Chile thanks Kenya for the ships."), "stdin"),
        (gzip.compress(WARC), "https://ports.example/"),
        (WARC, "https://ports.example/"),
    ],
    ids=["text", "lines", "page", "feed", "declared feed", "pdf", "packed archive", "archive"],
)
def test_standard_input_is_known_by_what_it_begins_with(content, id_):
    stdin = io.BytesIO(content)
    [document] = load(["-"], stdin=stdin)
    assert document.id == id_
    assert document.sources == ("standard input",) or document.id in ("m1", *document.sources)
    assert not stdin.closed


def test_empty_standard_input_is_reported():
    [error] = load(["-"], stdin=io.BytesIO())
    assert (error.name, error.reason) == ("standard input", "it is empty")


def test_a_device_is_not_read():
    assert told(load(["/dev/zero"])) == ["it is a device, not a file"]


def test_file_names_that_are_not_utf8_can_be_told(tmp_path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text(NOTE)
    [document] = load([tmp_path])
    assert document.id == "caf\ufffd"


ENDINGS = ["", *sorted(FORMATS)]
BEGINNINGS = [
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"\x1f\x8b\x08",
    b"WARC/1.0\r\n",
    b"<?xml version='1.0'?><rss><channel><item>",
]


@given(
    st.binary(max_size=300)
    | st.text(max_size=100).map(lambda text: text.encode("utf-8"))
    | st.text("<>/{}\"'= abpdivhtml\0\n", max_size=80).map(str.encode),
    st.sampled_from(BEGINNINGS),
    st.sampled_from(ENDINGS),
)
def test_no_bytes_make_it_raise(content, beginning, ending):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"any{ending}")
        path.write_bytes(beginning + content)
        results = list(load_one(Source(str(path), path)))
    assert results
    assert all(isinstance(result, Document | DocumentError) for result in results)


@pytest.fixture(scope="module")
def whole():
    """A good file of each format of bytes."""
    word, kept = docx.Document(), io.BytesIO()
    word.add_heading("Peru thanks Chile", 1)
    word.add_paragraph("For the ships.", style="List Bullet")
    word.add_table(rows=2, cols=2).cell(0, 0).text = "Ships"
    word.save(kept)
    pdf = typst.compile(b"= Peru thanks Chile\n#columns(2)[For the ships.\n#table(columns: 2)[a][b][c][d]]")
    return {
        ".docx": kept.getvalue(),
        ".pdf": pdf,
        ".warc": WARC,
        ".warc.gz": gzip.compress(WARC),
        ".atom": FEED.encode(),
    }


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_damage_makes_it_raise(whole, data):
    ending = data.draw(st.sampled_from(sorted(whole)))
    content = bytearray(whole[ending])
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    content = content[: data.draw(st.integers(1, len(content)))] if data.draw(st.booleans()) else content
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"any{ending}")
        path.write_bytes(content)
        results = list(load_one(Source(str(path), path)))
    assert results
    assert all(isinstance(result, Document | DocumentError) for result in results)
