"""The bench: which documents are kept aside, how a figure below its floor is told, and how sure, how fast it is."""

import gzip
import json

import pytest

from bench import calibration, floors, speed, table
from bench.calibration import Judged
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


def test_confidence_that_holds_has_no_error():
    entries = [Judged(0.75, right) for right in (True, True, True, False)]
    assert calibration.expected_error(entries) == 0
    assert "| 0.6–0.8 | 4 | 0.75 | 0.75 |" in calibration.lines(entries)


def test_too_sure_is_an_error():
    assert calibration.expected_error([Judged(0.9, False), Judged(0.9, True)]) == pytest.approx(0.4)


def test_the_surest_entries_are_in_the_last_row():
    assert "| 0.8–1.0 | 1 | 1.00 | 1.00 |" in calibration.lines([Judged(1.0, True)])


def test_the_curve_is_written_between_its_marks(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(f"Before.\n\n{calibration.BEGIN}old\n{calibration.END}\nAfter.\n", encoding="utf-8")
    for _ in range(2):
        calibration.write_curve(page, ["new"])
    assert page.read_text("utf-8") == f"Before.\n\n{calibration.BEGIN}new\n{calibration.END}\nAfter.\n"


def test_speed_is_measured_on_the_same_documents_each_time(tmp_path):
    corpus = tmp_path / "corpus.jsonl.gz"
    with gzip.open(corpus, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps({"id": str(n), "text": "A text."}) + "\n" for n in range(10))
    assert [row["id"] for row in speed.sample(corpus, 3)] == ["0", "3", "6"]


def test_a_reading_that_is_too_slow_is_said(capsys):
    speed.show(1000, {"Dragoman": [2.0, 4.0, 2.0], "spaCy": [1.0, 1.0, 9.0]}, 1)
    shown = capsys.readouterr()
    assert "500 tokens a second" in shown.out
    assert "0.50" in shown.out
    assert "WARNING" in shown.err


def test_a_reading_that_is_fast_enough_is_not_warned_of(capsys):
    speed.show(1000, {"Dragoman": [1.0], "spaCy": [1.0]}, 1)
    assert not capsys.readouterr().err
