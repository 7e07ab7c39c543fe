"""The documents of our own that the reading is trained on."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).resolve().parents[1] / "scripts"))
from own_documents import own_documents, read

SOUND = """2019-05-02
Peru lends Togo a ship.
===
activity:loan/done | Ship lent to Togo | Peru=PER:funder; Togo=TGO:recipient | amount=1 ship | "lends Togo a ship"
"""


def test_every_document_is_whole_and_every_quote_stands_in_its_text():
    found = list(own_documents())
    assert found
    assert all(reading.entries for _, reading in found)


def test_a_line_is_an_entry(tmp_path):
    path = tmp_path / "1.txt"
    path.write_text(SOUND, encoding="utf-8")
    document, reading = read(path)
    (entry,) = reading.entries
    assert (entry.kind, entry.type, entry.stage, entry.amount.unit) == ("activity", "loan", "done", "ship")
    assert entry.evidence[0].quote(document.text) == "lends Togo a ship"


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [("lends Togo a boat", "does not stand in the text"), ("", "no quote")],
)
def test_what_is_wrong_is_said_with_the_file_and_the_line(tmp_path, wrong, reason):
    path = tmp_path / "1.txt"
    path.write_text(SOUND.replace('"lends Togo a ship"', f'"{wrong}"'), encoding="utf-8")
    with pytest.raises(ValueError, match=rf"1\.txt, entry 1: .*{reason}"):
        read(path)
