"""The bench: which documents are kept aside, and how a figure below its floor is told."""

import pytest

from bench import floors, table
from bench.sets import SETS
from bench.split import kept_aside


def test_a_fifth_of_the_documents_is_kept_aside():
    share = sum(kept_aside(f"document-{number}") for number in range(5000)) / 5000
    assert share == pytest.approx(51 / 256, abs=0.02)


def test_the_same_documents_are_kept_aside_everywhere():
    assert [id for id in ("a", "b", "c", "d", "e", "f", "g", "h") if kept_aside(id)] == ["c", "d", "f"]


def test_a_figure_below_its_floor_is_named():
    pinned = {"seeds": {"all": 0.6, "event": 0.5}}
    assert floors.broken(pinned, {"seeds": {"all": 0.61, "event": 0.49}}) == [
        "seeds event: 0.49 is below its floor 0.5"
    ]


def test_a_figure_that_is_gone_is_below_its_floor():
    assert floors.broken({"tuff": {"mean": 0.6}}, {"tuff": {}}) == ["tuff mean: None is below its floor 0.6"]


def test_floors_move_down_only_when_they_are_pinned_again(tmp_path, monkeypatch):
    monkeypatch.setattr(floors, "FILE", tmp_path / "floors.json")
    floors.pin({"tuff": "tuff"}, {"tuff": {"mean": 0.7}})
    worse = {"tuff": {"mean": 0.65}}
    assert floors.broken(floors.load(), worse)
    floors.pin({"tuff": "tuff"}, worse)
    assert not floors.broken(floors.load(), worse)


def test_pinning_one_set_keeps_the_floors_of_the_others(tmp_path, monkeypatch):
    monkeypatch.setattr(floors, "FILE", tmp_path / "floors.json")
    floors.pin({"tuff": "tuff"}, {"tuff": {"mean": 0.7}})
    floors.pin({"plover": "plover"}, {"plover": {"accuracy": 0.5}})
    assert floors.load()["tuff"]["mean"] == pytest.approx(0.695)


def test_the_table_says_which_targets_are_missed():
    rows = table.rows(SETS, {"tuff": {"mean": 0.59}, "plover": {"accuracy": 0.36}}, {"tuff": {}, "plover": {}}, {})
    assert [row.cells()[4] for row in rows] == ["0.60 missed", "0.35 met"]
