"""The data files read back as they were written, and a mistake in one is named by file and line."""

import re
from collections import Counter

import pytest

from dragoman import knowledge
from dragoman.errors import KnowledgeError
from dragoman.knowledge import any_of, column_set, read_toml, read_tsv, word_set
from dragoman.reading.states.gazetteer import key_of
from dragoman.values import CountryCode


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(knowledge, "FOLDER", tmp_path)
    _forget()
    yield tmp_path
    _forget()


def _forget():
    for read in (read_tsv, read_toml, column_set, word_set, any_of):
        read.cache_clear()


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


def test_a_list_is_found_under_its_keys_as_a_set_and_as_a_pattern(folder):
    (folder / "rivers.toml").write_text('[africa]\nlong = ["nile", "congos?", "con"]\n', encoding="utf-8")
    assert word_set("rivers.toml", "africa", "long") == {"nile", "congos?", "con"}
    assert re.fullmatch(any_of("rivers.toml", "africa", "long"), "congos")


@pytest.mark.parametrize("path", [("asia",), ("africa", "short"), ("africa", "long", "nile")])
def test_a_key_that_a_file_has_not_is_named_with_the_file(folder, path):
    (folder / "rivers.toml").write_text('[africa]\nlong = ["nile"]\n', encoding="utf-8")
    with pytest.raises(KnowledgeError, match=rf"rivers.toml: .*{'.'.join(path)}"):
        word_set("rivers.toml", *path)


def test_a_column_is_found_as_a_set(folder):
    (folder / "rivers.tsv").write_text("name\tstate\nNile\tEGY\nNile\tSDN\nPo\tITA\n", encoding="utf-8")
    assert column_set("rivers.tsv", "name") == {"Nile", "Po"}


def test_the_columns_of_states_clash_with_no_other_state():
    """A word may name one state only within a column; the first row wins across columns by rule."""
    for column in ("names", "adjectives", "people", "capitals", "nicknames"):
        seen = {}
        for row in read_tsv("states.tsv"):
            for name in filter(None, row[column].split("|")):
                assert seen.setdefault(key_of(name), row["code"]) == row["code"], f"{name} in {column}"


@pytest.mark.parametrize(
    "table, column", [("states.tsv", "code"), ("organisations.tsv", "state"), ("leaders.tsv", "state")]
)
def test_every_code_is_a_country_code(table, column):
    for row in read_tsv(table):
        assert not row[column] or CountryCode(row[column])


def test_every_place_is_of_a_state_of_none_or_no_place():
    for row in read_tsv("places.tsv"):
        assert row["state"] in ("", "-") or CountryCode(row["state"])


def test_shared_names_are_of_states():
    assert all(CountryCode(code) for row in read_tsv("ambiguous.tsv") for code in row["states"].split("|"))


def test_a_name_is_given_to_one_organisation_and_one_place():
    for table in ("organisations.tsv", "places.tsv"):
        names = Counter(key for row in read_tsv(table) for key in {key_of(name) for name in row["names"].split("|")})
        assert [name for name, count in names.items() if count > 1] == []


def test_leaders_left_after_they_came():
    assert all(int(row["from"]) <= int(row["to"]) for row in read_tsv("leaders.tsv"))


@pytest.mark.parametrize("name", ["posts.toml", "bodies.toml"])
def test_words_are_in_lower_case_and_told_once(name):
    for section, words in read_toml(name).items():
        if isinstance(words, list) and section != "announcing":
            assert [word for word in words if word != word.lower()] == [], section
            assert [word for word, count in Counter(words).items() if count > 1] == [], section


def test_hints_and_lacks_are_of_states():
    posts = read_toml("posts.toml")
    assert all(CountryCode(code) for codes in posts["hints"].values() for code in codes)
    assert all(CountryCode(code) for code in posts["lacks"])


def test_weak_and_strong_words_are_heads():
    posts = read_toml("posts.toml")
    for section in ("weak", "strong", "sent", "leading"):
        assert set(posts[section]) <= set(posts["heads"]), section


def test_the_patterns_of_the_speaking_state_compile():
    home = read_toml("home.toml")
    patterns = [home["speaker"], *(row["pattern"] for row in home["voice"])]
    patterns += [row[side] for row in home["sign"] for side in ("before", "after")]
    for pattern in patterns:
        for name, fragment in home["fragments"].items():
            pattern = pattern.replace("{" + name + "}", fragment)
        assert re.compile(pattern)


@pytest.mark.parametrize("name", ["date_cues.toml", "encounters.toml", "giving.toml", "number_cues.toml"])
def test_cues_are_patterns(name):
    for section, words in read_toml(name).items():
        assert len(words) == len(set(words)), section
        assert all(re.compile(word) for word in words)
