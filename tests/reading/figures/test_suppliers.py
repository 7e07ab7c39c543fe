"""Trade and investment told by what a state is to another."""

import pytest

from dragoman.reading.figures.suppliers import read_suppliers


def told(page, text):
    return [
        (one.type, one.stage, one.title, [f"{p.code} {p.role}" for p in one.parties])
        for one in read_suppliers(page(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway is a major supplier of oil and gas to Poland.",
            ("trade", "underway", "Supply of oil and gas from Norway to Poland", ["NOR exporter", "POL importer"]),
        ),
        (
            "Poland is one of the largest buyers of Norwegian gas.",
            ("trade", "underway", "Supply of Norwegian gas from Norway to Poland", ["NOR exporter", "POL importer"]),
        ),
        (
            "The plan was extended to Poland and Togo, both good customers of Norway.",
            (
                "trade",
                "underway",
                "Sales of Norway to Poland and Togo",
                ["NOR exporter", "POL importer", "TGO importer"],
            ),
        ),
        (
            "Norway is the largest source of foreign investment in Togo.",
            ("investment", "underway", "Investment of Norway in Togo", ["NOR source", "TGO recipient"]),
        ),
        (
            "Norway was the third largest investor in Togo.",
            ("investment", "done", "Investment of Norway in Togo", ["NOR source", "TGO recipient"]),
        ),
    ],
)
def test_what_a_state_is_to_another_tells_what_goes_on(page, text, expected):
    assert told(page, text) == [expected]


def test_an_investment_lies_in_the_state_that_gets_it(page):
    (one,) = read_suppliers(page("Norway is the third largest investor in Togo."))
    assert one.place.country == "TGO"


@pytest.mark.parametrize(
    "text",
    [
        "Norway is the largest trading partner of Poland.",
        "Norway is no supplier of gas to Poland.",
        "Norway is not a supplier of gas to Poland.",
        "Norway is the largest investor in Togo, with 5 million euros in 2011.",
        "Suppliers of gas met in Poland.",
    ],
)
def test_ranks_sums_and_what_is_denied_tell_no_activity(page, text):
    assert told(page, text) == []
