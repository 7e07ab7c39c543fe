"""One line of JSON, one document; a wrong line is told by its number and the others are read."""

import json

import pytest

from dragoman.documents import load
from dragoman.errors import DocumentError


@pytest.fixture
def read(tmp_path):
    def read_lines(*lines, encoding="utf-8"):
        path = tmp_path / "news.jsonl"
        path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding)
        return list(load([path]))

    return read_lines


def test_fields_of_the_line_are_taken(read):
    [document] = read(
        {
            "id": 7,
            "text": "Chile thanks Kenya.",
            "title": "Thx",
            "date": "2019-05",
            "language": "en",
            "source": "BBS",
        }
    )
    assert (document.id, document.text, document.title) == ("7", "Chile thanks Kenya.", "Thx")
    assert (document.date, document.language, document.sources) == ("2019-05", "en", ("BBS",))


def test_a_broken_line_in_the_middle_is_reported_and_the_others_are_read(read):
    first, broken, last = read({"id": "a", "text": "Peru."}, '{"id": "b", "text": "Nor', {"id": "c", "text": "Fiji."})
    assert (first.id, last.id) == ("a", "c")
    assert isinstance(broken, DocumentError)
    assert broken.name.endswith("news.jsonl:2")
    assert broken.reason.startswith("it is not JSON (")
    assert "line 1" not in broken.reason


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ({"text": "Peru."}, 'it has no "id"'),
        ({"id": "a"}, 'it has no "text"'),
        ({"id": "a", "text": 5.5}, 'its "text" is wrong'),
        ({"id": "a", "text": " "}, "there is no text in it"),
        ({"id": "a", "text": "Pe\0ru"}, "its text holds NUL characters"),
        ({"id": "a", "text": "Peru.", "date": "soon"}, "its date 'soon' is not a date"),
        ("[1]", "it is not a JSON object"),
        ("[" * 5000, "it is not JSON"),
        ('{"id": "a", "text": "\\ud800"}', "it is not JSON"),
    ],
)
def test_wrong_lines_say_what_is_wrong(read, line, reason):
    [error] = read(line)
    assert error.name.endswith(":1")
    assert error.reason.startswith(reason)


@pytest.mark.parametrize("written", ["2019-05-03", "2019-05-03T10:20:00Z", "03.05.2019", "May 3, 2019"])
def test_dates_may_be_written_in_other_ways(read, written):
    [document] = read({"id": "a", "text": "Peru.", "date": written})
    assert document.date == "2019-05-03"


def test_newlines_of_the_string_stay_as_they_are(read):
    [document] = read({"id": "a", "text": "Peru.\r\nChile."})
    assert document.text == "Peru.\r\nChile."


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251"])
def test_other_charsets_are_read(read, encoding):
    [document] = read('{"id": "a", "text": "Министры встретились в Белграде."}', "", encoding=encoding)
    assert document.text == "Министры встретились в Белграде."


def test_a_file_of_blank_lines_is_reported(read):
    [error] = read("", " ", "")
    assert error.reason == "there is no document in it"


def test_a_binary_file_is_reported_once(tmp_path):
    (tmp_path / "x.jsonl").write_bytes(b"\x89PNG\r\n\x1a\n" * 40)
    [error] = load([tmp_path])
    assert error.reason == "it is a PNG image, not text"
