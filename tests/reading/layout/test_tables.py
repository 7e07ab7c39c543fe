"""Tables in a text, whatever parts their cells."""

import pytest

from dragoman.reading.layout.tables import find_tables

BARS = """
| Year | Exports (EUR million) | Imports (EUR million) |
|------|----------------------:|----------------------:|
| 2011 | 12.5 | 9.1 |
| 2012 | 13.0 | 8.7 |
"""
TABS = "Year\tExports (EUR million)\tImports (EUR million)\n2011\t12.5\t9.1\n2012\t13.0\t8.7\n"
GAPS = """
  Year     Exports (EUR million)     Imports (EUR million)
  --------------------------------------------------------
  2011                      12.5                       9.1

  2012                      13.0                       8.7
"""
LINES = "Year\n\nExports (EUR million)\n\nImports (EUR million)\n\n2011\n\n12.5\n\n9.1\n\n2012\n\n13.0\n\n8.7\n"


SEMICOLONS = TABS.replace("\t", ";")
COMMAS = TABS.replace("\t", ",")
COMMAS_AND_BLANKS = TABS.replace("\t", ", ")
QUOTED = TABS.replace("\t", '","').replace("\n", '"\n"').removesuffix('"').join(('"', ""))


@pytest.mark.parametrize("text", [BARS, TABS, GAPS, LINES, SEMICOLONS, COMMAS, COMMAS_AND_BLANKS, QUOTED])
def test_each_cell_is_found_under_its_heading_and_points_to_its_words(text):
    (table,) = find_tables(f"Trade of Malta and Tunisia\n{text}\nMore is to follow.")
    whole = f"Trade of Malta and Tunisia\n{text}\nMore is to follow."
    assert table.headings == ("Year", "Exports (EUR million)", "Imports (EUR million)")
    assert [[field.cell.text for field in row.fields] for row in table.rows] == [
        ["2011", "12.5", "9.1"],
        ["2012", "13.0", "8.7"],
    ]
    cells = [field.cell for row in table.rows for field in row.fields]
    assert all(whole[cell.start : cell.end] == cell.text for cell in cells)


def test_a_cell_that_is_left_out_is_known_by_where_the_others_stand():
    text = """
  Product           Tonnes      Value (EUR '000)
  Dates                310                 1,204
  Olives                95                   411
  Total                                    1,615
"""
    (table,) = find_tables(text)
    assert [(field.heading, field.cell.text) for field in table.rows[-1].fields] == [
        ("Product", "Total"),
        ("Value (EUR '000)", "1,615"),
    ]


def test_years_may_stand_over_the_columns_with_nothing_over_the_labels():
    (table,) = find_tables(
        "                2009     2010\nExports         41.0     44.5\nImports         12.2     11.8\n"
    )
    assert table.headings == ("", "2009", "2010")


def test_a_comma_within_a_number_parts_no_cells():
    (table,) = find_tables("Country, Exports, Imports\nChad, 1,250, 30\nTogo, 90, 2,400\n")
    assert [field.cell.text for field in table.rows[0].fields] == ["Chad", "1,250", "30"]


def test_states_with_what_each_gives_are_a_table():
    (table,) = find_tables("Announced for Nepal:\n\n* Japan: up to USD 3 million\n* Estonia: EUR 50,000 for tents\n")
    assert [[field.cell.text for field in row.fields] for row in table.rows] == [
        ["Japan", "up to USD 3 million"],
        ["Estonia", "EUR 50,000 for tents"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The minister left on Monday.  He will be back on Friday.  The talks went on.\nThey met.  No date was set.\n",
        "| Home | News | Contact |\n| Visa | Embassy | Careers |\n",
        "The committee met in Riga.\n\nIt had 12 members.\n\nIt met again in May.\n\nNobody came.\n\nIt was late.\n",
        "Oil, gas, trade\nwere discussed, agreed, signed\nin Riga, Oslo, Lima\n",
        "Trade, Exports, Imports\nThey grew, fell, grew\nand rose, fell, rose\n",
        "Present: Chad, Togo, Mali\nExports, imports, aid\nRiga, 12 May, 2011\nOslo, 13 May, 2011\n",
        "Country, Exports\nChad, 12\n",
        "Office\n\nFirst floor\n\nMain Street 12\n\nTown 6000\n\nOffice\n\nThird floor\n\nQuay 4\n\nTown 7000\n",
    ],
)
def test_what_only_looks_like_a_table_is_none(text):
    assert not list(find_tables(text))
