"""Rows of cells become lines that the reading knows as those of a table."""

from dragoman.documents.tables import as_rows
from dragoman.reading.layout.tables import find_tables


def test_each_row_is_a_line_and_empty_rows_are_left_out():
    assert as_rows([["a", "b\nc"], ["", " "], ["d|e", ""]]) == "| a | b c |\n| d/e |  |"


def test_the_reading_finds_the_table_again():
    rows = [
        ["Recipient", "Project", "Amount"],
        ["Peru", "A port", "USD 3 million"],
        ["Fiji", "A ship", "USD 4 million"],
    ]
    [table] = find_tables(as_rows(rows))
    assert table.headings == ("Recipient", "Project", "Amount")
    assert [[field.cell.text for field in row.fields] for row in table.rows] == rows[1:]
