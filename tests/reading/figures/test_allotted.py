"""Sums of which a text says where they go."""

import pytest

from dragoman.reading.figures.allotted import read_allotted
from dragoman.reading.paging import build_page
from dragoman.values import Edtf


def sums(text):
    page = build_page(text, Edtf("2019-05-03"))
    return [(entry.amount.value, entry.stage, entry.title) for entry in read_allotted(page)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Norway helps Fiji. Of this, NOK 3 million will go to schools in Suva and NOK 2 million to wells.",
            [
                (3e6, "planned", "NOK 3 million will go to schools in Suva"),
                (2e6, "planned", "NOK 2 million to wells"),
            ],
            id="a row",
        ),
        pytest.param(
            "Norway helps Fiji. Some NOK 3 million is earmarked for schools, while NOK 2 million went to wells.",
            [
                (3e6, "agreed", "Some NOK 3 million is earmarked for schools"),
                (2e6, "done", "NOK 2 million went to wells"),
            ],
            id="each with its verb",
        ),
        pytest.param(
            "Norway helps Fiji. A further NOK 3 million (EUR 1 million) was spent on schools.",
            [(3e6, "done", "NOK 3 million (EUR 1 million) was spent on schools")],
            id="over",
        ),
        pytest.param("Norway helps Fiji. NOK 3 million is to be paid by Fiji.", [], id="no purpose"),
        pytest.param("Norway gave Fiji NOK 3 million for schools.", [], id="given by a verb"),
        pytest.param("Norway helps Fiji. NOK 3 million went missing.", [], id="it went nowhere"),
    ],
)
def test_each_sum_of_a_row_is_an_activity(text, expected):
    assert sums(text) == expected


def test_who_helps_gives_and_who_is_helped_takes():
    page = build_page("Norway helps Fiji. NOK 3 million will go to schools in Suva.", Edtf("2019-05-03"))
    [entry] = read_allotted(page)
    assert {(party.code, party.role) for party in entry.parties} == {("NOR", "funder"), ("FJI", "recipient")}
