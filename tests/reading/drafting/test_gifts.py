"""Money and goods that are given together."""

import pytest

from dragoman import make_document
from dragoman.reading.reader import Reader

ABOVE = (
    "Oslo, 6 May 2019\n\nNorway and Malawi have been partners since 1993. Their ministers met in Oslo in March. The "
    "project serves eleven villages of Malawi.\n\n"
)


def given(text):
    read = Reader().read(make_document(ABOVE + text, id="d"))
    return [(e.type, e.amount.value, e.amount.unit) for e in read.entries if e.kind == "activity" and e.amount]


@pytest.mark.parametrize(
    "text, money, goods",
    [
        ("Norway gave the school in Zomba a cheque for USD 2,000 and 30 desks.", (2000, "USD"), (30, "desk")),
        (
            "Norway donated ten ambulances and USD 3 million to the hospital in Zomba.",
            (3e6, "USD"),
            (10, "ambulance"),
        ),
        (
            "Norway handed over the keys of three tractors and a cheque for 9,000 dollars to Malawi.",
            (9000, "USD"),
            (3, "tractor"),
        ),
    ],
)
def test_money_and_goods_are_two_gifts(text, money, goods):
    assert sorted(given(text)) == [("grant", *money), ("in_kind", *goods)]


def test_money_for_goods_is_one_gift():
    assert [each[1] for each in given("Norway gave Malawi USD 3 million for 20 buses.")] in ([3e6], [])


@pytest.mark.parametrize(
    "text",
    [
        "In 2007 the Norwegian embassy donated 100 desks, worth about 20,000 dollars, to a school in Malawi.",
        "In 2007 Norway donated 20,000 dollars worth of equipment and 12 laptops to a school in Malawi.",
    ],
)
def test_goods_and_their_worth_are_one_gift(text):
    read = Reader().read(make_document(text, id="d"))
    assert [e.amount.value for e in read.entries if e.kind == "activity" and e.amount] == [20_000]
