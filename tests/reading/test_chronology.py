"""What is told year by year is of the year that it stands behind or below."""

import pytest

from dragoman import Reader, make_document
from dragoman.reading.chronology import find_years
from dragoman.values import Edtf

BEHIND = """Norway and Peru

1993: Diplomatic relations are established.
1997: The President of Peru visits Oslo.
2014: Norway opens an embassy in Lima.
"""
BELOW = """Norway and Peru

2014
The Norwegian embassy in Lima opens in July.

1997
The President of Peru visits Oslo. A school for nurses is opened in Oslo.

1993
Diplomatic relations are established on 4 May.

Both sides have met often.
"""


def told(text):
    """Each event, by its type, with its date."""
    entries = Reader().read(make_document(text, id="years", date=Edtf("2020-02-03"))).entries
    return {entry.type: entry.date for entry in entries if entry.kind == "event"}


def test_each_line_is_of_the_year_that_it_begins_with():
    assert told(BEHIND) == {"establishment": "1993", "visit": "1997", "opening": "2014"}


def test_what_stands_below_a_year_is_of_that_year_and_so_are_its_months_and_days():
    found = told(BELOW)
    assert found["visit"] == "1997"
    assert found["establishment"] == "1993-05-04"


def test_an_entry_goes_on_up_to_the_next_year_and_the_last_one_to_the_end_of_its_paragraph():
    entries = [BELOW[year.start : year.end] for year in find_years(BELOW)]
    assert [entry.split()[0] for entry in entries] == ["2014", "1997", "1993"]
    assert "nurses" in entries[1]
    assert "often" not in entries[2]


def test_a_line_may_name_the_month_too():
    text = "- May 2001 – talks\n- 12 June 2004 – a treaty\n- 2009 – a visit\n"
    assert [year.when for year in find_years(text)] == ["2001-05", "2004-06-12", "2009"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1993: talks.\n1997: a visit.\n", id="two years"),
        pytest.param("1997: a visit.\n1993: talks.\n2004: a treaty.\n", id="in no order"),
        pytest.param("2004\n2005\n2006\nTrade 5 6 7\n", id="columns"),
        pytest.param("In 1993 they met.\nIn 1997 too.\nIn 2004 again.\n", id="within sentences"),
    ],
)
def test_other_lines_with_years_are_no_chronology(text):
    assert find_years(text) == []
