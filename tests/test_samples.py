"""The samples: what the README of the folder lists is there, and every file can be read."""

import re
from pathlib import Path

import pytest

from dragoman.documents import load
from dragoman.models import Document

SAMPLES = Path(__file__).parent.parent / "samples"
FILES = sorted(path for path in SAMPLES.glob("*/*") if path.is_file())


def read(*paths: Path) -> list[Document]:
    documents = list(load(paths))
    assert all(isinstance(document, Document) for document in documents), documents
    return documents


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_sample_is_read_with_title_and_language(path):
    for document in read(path):
        assert document.title
        assert document.language == "en"


def test_samples_with_a_date_in_their_name_are_dated_so():
    dated = {path.stem: path.name[:10] for path in FILES if re.match(r"\d{4}-\d\d-\d\d", path.name)}
    assert {document.id: document.date for document in read(*FILES) if document.id in dated} == dated


def test_no_two_samples_share_an_id():
    ids = [document.id for document in read(*FILES)]
    assert len(ids) == len(set(ids)) >= 12


def test_the_readme_lists_every_sample_and_nothing_else():
    rows = re.findall(r"^\| `([^`]+)`", (SAMPLES / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(rows) == [str(path.relative_to(SAMPLES)) for path in FILES]


def test_what_a_sample_follows_up_on_is_a_sample():
    text = (SAMPLES / "README.md").read_text(encoding="utf-8")
    followed = re.findall(r"`([^`/]+\.\w+)`:", text)
    assert len(followed) >= 8
    assert set(followed) <= {path.name for path in FILES}
