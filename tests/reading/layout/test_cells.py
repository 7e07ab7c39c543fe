"""Cells and lines: what they hold stands in the text at their characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.layout.cells import Cell, Field, Line, Row, Table, lines_of

texts = st.text("aB1 *_|\t\n\r\x0b\x85\u2028\u00a0", max_size=40)


@given(texts, st.integers(0, 40), st.integers(0, 40))
def test_a_cell_is_a_stretch_of_the_text_without_what_surrounds_it(text, start, length):
    cell = Cell.of(text, min(start, len(text)), min(start + length, len(text)))
    assert text[cell.start : cell.end] == cell.text
    assert cell.text == cell.text.strip(" \t\n\r\u00a0*_`")


def test_the_marks_of_markdown_are_no_part_of_a_cell():
    text = "| **Nets** | `40` |"
    assert Cell.of(text, 1, 11) == Cell(4, 8, "Nets")


@given(texts)
def test_lines_are_those_that_hold_something(text):
    lines = list(lines_of(text))
    assert all(text[line.start : line.end] == line.text and line.text.strip() for line in lines)
    assert [line.text.rstrip() for line in lines] == [line.rstrip() for line in text.splitlines() if line.strip()]


def test_a_line_keeps_the_blanks_before_it():
    assert list(lines_of("Nets\n \n  Boats \n")) == [Line(0, 4, "Nets"), Line(7, 14, "  Boats")]


def rows(*lines: dict[str, str]) -> tuple[Row, ...]:
    return tuple(
        Row(tuple(Field(heading, Cell(0, len(text), text)) for heading, text in line.items())) for line in lines
    )


@pytest.mark.parametrize(
    "lines, headings",
    [
        (({"State": "Peru", "2019": "4"}, {"State": "Chile", "2019": "5"}), ("State", "2019")),
        (({"State": "Peru"}, {"State": "Chile", "2020": "5"}), ("State", "2020")),
    ],
)
def test_the_headings_of_a_table_are_those_of_all_its_rows(lines, headings):
    assert Table(0, 9, rows(*lines)).headings == headings


def test_what_a_table_measures_stands_in_its_headings_or_its_labels():
    assert "exports" in Table(0, 9, rows({"State": "Peru", "Exports": "4"})).measures
    assert "imports" in Table(0, 9, rows({"": "Imports", "2019": "4"})).measures
