"""Sums of money in short texts: the number, its currency, its coins."""

import pytest

from dragoman.reading.language import parse
from dragoman.reading.numbers import find_quantities


def sums(text: str) -> list[tuple[float | None, str | None]]:
    return [(q.value, q.unit) for q in find_quantities(parse(text)) if q.kind == "money"]


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        pytest.param("a stamp of 30 Danish øre", 0.3, "DKK", id="a coin with its state"),
        pytest.param("It rose by 40 Iraqi fils.", 0.04, "IQD", id="of several coins of one name that of the state"),
        pytest.param("2 dirhams and 50 centimes", 2.5, "MAD", id="the coins tell which dirhams"),
        pytest.param("9 yuan 4 jiao and 2 fen", 9.42, "CNY", id="two kinds of coins"),
        pytest.param("three euros and a half", 3.5, "EUR", id="a half behind"),
        pytest.param("three quarters of a dollar", 0.75, "USD", id="a part of one"),
        pytest.param("one tenth of a cent", 0.001, "USD", id="a part of a coin"),
        pytest.param("It is 3/4 of a dollar.", 0.75, "USD", id="a part in digits"),
        pytest.param("one million, four hundred thousand pesos in Chile", 1_400_000, "CLP", id="a comma in words"),
        pytest.param("sixty-odd dollars", 60, "USD", id="a qualifier before the name"),
        pytest.param("Rent in Cairo is LE 900.", 900, "EGP", id="a rare sign where its state is told"),
        pytest.param("They were fined R250 each.", 250, "ZAR", id="a rare sign of a price"),
        pytest.param("It costs S/ 35.", 35, "PEN", id="a sign with a stroke"),
        pytest.param("C$900 was paid in Nicaragua.", 900, "NIO", id="a sign that two states use"),
        pytest.param("The fare is COP 9.500.", 9_500, "COP", id="a code that is a word, before thousands"),
        pytest.param("12 pesos mexicanos", 12, "MXN", id="a name in its own tongue"),
        pytest.param("He owes ten grand.", 10_000, "USD", id="slang"),
        pytest.param("a bribe of 2 million tomans", 20_000_000, "IRR", id="what people count in"),
        pytest.param("Rent in Casablanca is 900 dirhams.", 900, "MAD", id="a town tells the state"),
        pytest.param("a bond of Baht 40 billion", 40_000_000_000, "THB", id="a short name before a large sum"),
        pytest.param("the billion-dollar port", 1_000_000_000, "USD", id="one of a magnitude"),
        pytest.param("At R19.20 to the dollar it fell.", 19.2, "ZAR", id="a rate"),
        pytest.param("They sold sub-$90 bikes.", 90, "USD", id="a sign behind a hyphen"),
        pytest.param("They were fined $400 Fijian.", 400, "FJD", id="whose dollar behind"),
        pytest.param("Balance: –£45.20", -45.2, "GBP", id="less than nothing"),
        pytest.param("a Rs 60-cr bridge", 600_000_000, "INR", id="a short magnitude behind a hyphen"),
        pytest.param("It costs 35 MDH.", 35_000_000, "MAD", id="millions written with the sign"),
        pytest.param("Rs 4,00,000/- (Rupees Four Lakh only)", 400_000, "INR", id="the same in words"),
        pytest.param("It cost 40 million (USD).", 40_000_000, "USD", id="a code in brackets"),
        pytest.param("They paid 15.6 kroons for a euro.", 15.6, "EEK", id="what something of a euro costs"),
        pytest.param("It cost GBP£40.", 40, "GBP", id="a code and a sign"),
        pytest.param("It cost Aus$40.", 40, "AUD", id="a sign with the name before it"),
        pytest.param("It cost $3 million (Australian).", 3_000_000, "AUD", id="whose dollar in brackets"),
    ],
)
def test_a_sum_is_read_with_all_that_belongs_to_it(text, value, currency):
    assert sums(text) == [(pytest.approx(value), currency)]


def test_coins_stand_alone_and_have_ranges():
    assert sums("Cotton is at 55 US cents a pound, 7 cents up.") == [(0.55, "USD"), (pytest.approx(0.07), "USD")]
    (found,) = find_quantities(parse("Power costs 20 to 30 cents."))
    assert (found.value, found.low, found.high, found.unit) == (None, 0.2, 0.3, "USD")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The 20 euro area members met.", id="members of a zone"),
        pytest.param("Austria left Euro 2024 early.", id="a tournament"),
        pytest.param("They build Euro 6 engines.", id="an engine"),
        pytest.param("A 500-pound bomb was found.", id="pounds of a thing that is weighed"),
        pytest.param("She lost 30 pounds.", id="pounds that somebody lost"),
        pytest.param("They won two grand prizes.", id="grand prizes"),
        pytest.param("She has a yen for travel.", id="a wish"),
        pytest.param("The 2008 euro crisis passed.", id="a year before a currency"),
        pytest.param("That is in constant 2015 US dollars.", id="dollars of a year"),
        pytest.param("They made 10 colon scans.", id="a word that is a currency too"),
    ],
)
def test_what_looks_like_a_sum_is_none(text):
    assert sums(text) == []


def test_a_list_of_sums_names_its_currency_once():
    assert sums("Tickets at 20, 30 and 50 rand.") == [(20, "ZAR"), (30, "ZAR"), (50, "ZAR")]
    assert sums("The fee fell from 300 Swiss francs to 250.") == [(300, "CHF"), (250, "CHF")]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("between 30 and 40 cents", 0.3, 0.4), ("between 2 euros and 3 euros", 2, 3), ("30k-40k euros", 30_000, 40_000)],
)
def test_a_range_of_sums(text, low, high):
    (found,) = find_quantities(parse(text))
    assert (found.low, found.high, found.kind) == (pytest.approx(low), pytest.approx(high), "money")
