"""The data files read back as they were written, and a mistake in one is named by file and line."""

import pytest

from dragoman import knowledge
from dragoman.errors import KnowledgeError
from dragoman.knowledge import read_toml, read_tsv


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(knowledge, "FOLDER", tmp_path)
    read_tsv.cache_clear()
    read_toml.cache_clear()
    yield tmp_path
    read_tsv.cache_clear()
    read_toml.cache_clear()


def test_rows_are_mappings_of_column_to_cell(folder):
    (folder / "rivers.tsv").write_text("# rivers\nname\tstate\n\nNile \tEGY\nPo\t\n", encoding="utf-8")
    assert read_tsv("rivers.tsv") == ({"name": "Nile", "state": "EGY"}, {"name": "Po", "state": ""})


def test_a_row_with_a_cell_too_many_names_file_and_line(folder):
    (folder / "rivers.tsv").write_text("name\tstate\nNile\tEGY\nPo\tITA\tlong\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"rivers.tsv, line 3"):
        read_tsv("rivers.tsv")


def test_a_malformed_toml_file_names_file_and_line(folder):
    (folder / "rivers.toml").write_text('name = "Nile"\nstate = \n', encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"rivers.toml.*line 2"):
        read_toml("rivers.toml")


@pytest.mark.parametrize("read, name", [(read_tsv, "none.tsv"), (read_toml, "none.toml")])
def test_a_missing_file_is_named(folder, read, name):
    with pytest.raises(KnowledgeError, match=name):
        read(name)
