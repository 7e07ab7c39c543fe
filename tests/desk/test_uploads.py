"""Uploads: plain names, archives unpacked, and an end to what does not end."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile

import pytest

from dragoman.desk.uploads import Room, put, safe_name
from dragoman.errors import DocumentError


def zipped(*files, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return io.BytesIO(out.getvalue())


@pytest.fixture
def sent(tmp_path):
    """``sent(name, file)``: the names and contents that are there now, and the reasons for what is not."""

    def send(name, file, files=10, bytes=1_000_000):
        folder = tmp_path / "room"
        folder.mkdir(exist_ok=True)
        found = list(put(name, io.BytesIO(file) if not hasattr(file, "read") else file, folder, Room(files, bytes)))
        for each in found:
            assert isinstance(each, DocumentError) or folder in each.path.resolve().parents
        assert {path.name for path in tmp_path.iterdir()} == {"room"}, "nothing outside of the folder"
        there = {each.name: each.path.read_bytes() for each in found if not isinstance(each, DocumentError)}
        return there, [each.reason for each in found if isinstance(each, DocumentError)]

    return send


def test_a_file_keeps_its_name_and_content(sent):
    assert sent("Note verbale, 3 May.txt", b"words") == ({"Note verbale, 3 May.txt": b"words"}, [])


def test_archives_are_unpacked(sent):
    there, reasons = sent("news.zip", zipped(("a/", b""), ("a/one.txt", b"1"), ("b/one.txt", b"2"), ("b/.hid", b"")))
    assert there == {"news.zip/a/one.txt": b"1", "news.zip/b/one.txt": b"2"}
    assert reasons == []
    assert sent("one.txt.gz", gzip.compress(b"words")) == ({"one.txt.gz": b"words"}, [])


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\windows\\win.ini", "win.ini"),
        ("/etc/passwd", "passwd"),
        ("..", "document"),
        ("", "document"),
        (".bashrc", "bashrc"),
        ("a\0b\n<script>.txt", "script_.txt"),
        ("\u202etxt.exe", "_txt.exe"),
        ("x" * 500 + ".html", "x" * 120 + ".html"),
        ("données été.txt", "données été.txt"),
    ],
)
def test_names_are_made_harmless(name, plain):
    assert safe_name(name).endswith(plain)
    assert "/" not in safe_name(name) and len(safe_name(name)) < 140


def test_no_file_of_an_archive_leaves_the_folder(sent):
    there, reasons = sent(
        "slip.zip", zipped(("../../../slip.txt", b"1"), ("/tmp/slip2.txt", b"2"), ("c:\\x.txt", b"3"))
    )
    assert there == {"slip.zip/slip.txt": b"1", "slip.zip/tmp/slip2.txt": b"2", "slip.zip/c_/x.txt": b"3"}
    assert reasons == []


def test_a_link_in_an_archive_is_only_words(sent):
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    there, _ = sent("links.zip", zipped((link, "/etc/passwd")))
    assert there == {"links.zip/link.txt": b"/etc/passwd"}


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("bomb.zip", lambda: zipped(("a.txt", b"\0" * 50_000_000))),
        ("bomb.zip", lambda: zipped(*((f"{n}.txt", b"\0" * 400_000) for n in range(5)))),
        ("bomb.txt.gz", lambda: io.BytesIO(gzip.compress(b"\0" * 50_000_000))),
    ],
)
def test_a_bomb_is_left_when_it_is_too_large(sent, name, file, tmp_path):
    there, reasons = sent(name, file())
    assert reasons == ["it unpacks to more than is allowed"]
    assert sum(map(len, there.values())) <= 1_000_000
    assert sum(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file()) <= 1_100_000


def test_too_many_files_are_refused(sent):
    assert sent("many.zip", zipped(*((f"{n}.txt", b"1") for n in range(11))))[1] == [
        "there are too many files in one upload"
    ]


def test_a_directory_too_large_to_be_read_is_refused_before(sent, monkeypatch):
    monkeypatch.setattr(zipfile, "ZipFile", None)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 60_000, 60_000, 90_000, 10_000, 0)
    assert sent("huge.zip", b"x" * 100_000 + end)[1] == ["there are too many files in one upload"]


@pytest.mark.parametrize(
    ("name", "file", "reason"),
    [
        ("not.zip", b"words", "no zip archive"),
        ("not.gz", b"words", "damaged"),
        ("cut.gz", gzip.compress(b"words" * 1000)[:-10], "damaged"),
        ("inner.zip", zipped(("deep.zip", b"PK")).getvalue(), "archive within an archive"),
        ("broken.zip", zipped(("a.txt", b"words" * 100)).getvalue().replace(b"a.txt", b"b.txt", 1), "damaged"),
    ],
    ids=["no zip", "no gzip", "cut off", "an archive within", "broken"],
)
def test_what_cannot_be_opened_is_refused_with_a_reason(sent, name, file, reason):
    there, reasons = sent(name, file)
    assert there == {} and len(reasons) == 1 and reason in reasons[0]


def test_an_archive_with_a_password_is_refused(sent):
    locked = bytearray(zipped(("a.txt", b"words")).getvalue())
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(signature) + at] |= 1
    assert "cannot be opened" in sent("locked.zip", bytes(locked))[1][0]
