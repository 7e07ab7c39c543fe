"""Sums of money in short texts: the number, its currency, its coins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.language import parse
from dragoman.reading.quantities.numbers import find_quantities


def sums(text: str) -> list[tuple[float | None, str | None]]:
    return [(q.value, q.unit) for q in find_quantities(parse(text)) if q.kind == "money"]


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        pytest.param("a stamp of 30 Danish øre", 0.3, "DKK", id="a coin with its state"),
        pytest.param("a 40 - cent rise of the fare", 0.4, "USD", id="a hyphen with spaces around it"),
        pytest.param("they want $ 2.5 - billion", 2_500_000_000, "USD", id="such a hyphen before a magnitude"),
        pytest.param("It owes 60 million in U.S. dollars.", 60_000_000, "USD", id="what the sum is in"),
        pytest.param("It owes $60 million in Canadian dollars.", 60_000_000, "CAD", id="whose dollar the sum is in"),
        pytest.param("It owes 60 million (US) dollars.", 60_000_000, "USD", id="whose dollar in brackets"),
        pytest.param("It cost 12 million taxpayer dollars.", 12_000_000, "USD", id="words before the name"),
        pytest.param("The rent is HK $9,500.", 9_500, "HKD", id="letters apart from the sign"),
        pytest.param("a Canadian $9 million dock", 9_000_000, "CAD", id="whose dollar before the sign"),
        pytest.param("a credit of 35 mln dlrs", 35_000_000, "USD", id="dollars as telegrams have them"),
        pytest.param("He owes forty-odd million euros.", 40_000_000, "EUR", id="a qualifier before the magnitude"),
        pytest.param("In 2004 bread in Belgrade was 30 dinars and 50 para.", 30.5, "CSD", id="coins of former money"),
        pytest.param("It owes $7-odd million.", 7_000_000, "USD", id="a qualifier between digits and magnitude"),
        pytest.param("A taxi in Rabat is 40 dh.", 40, "MAD", id="a short form at home, behind"),
        pytest.param("It cost 12 kEUR.", 12_000, "EUR", id="thousands written with the code"),
        pytest.param("They owe 80 Greek drachmae.", 80, "GRD", id="former money with its state"),
        pytest.param(
            "Aid has come since 2011 to 70 million euros.", 70_000_000, "EUR", id="a year before what it came to"
        ),
        pytest.param(
            "In 1944 it cost 90 cruzeiros in Recife.", 90, "BRZ", id="of several of one name that of the year"
        ),
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
        pytest.param("That will be nine pounds eighty.", 9.8, "GBP", id="coins that are not named, in words"),
        pytest.param("It is 6 euros 45 at the bar.", 6.45, "EUR", id="coins that are not named, in digits"),
        pytest.param("A coffee is a dollar twenty.", 1.2, "USD", id="one and some coins"),
        pytest.param("He owes 20 dollars 50 times over.", 20, "USD", id="a number behind that counts something"),
        pytest.param("4 dinars and 750 fils", 4.75, "KWD", id="of all dinars the likeliest with such coins"),
        pytest.param("It costs 70 cents in Johannesburg.", 0.7, "ZAR", id="coins of the state that is named"),
        pytest.param("Sales were 3,2 Mio. CHF.", 3_200_000, "CHF", id="the point of an abbreviation"),
        pytest.param("Profit was 14.1 bn. kronor.", 14_100_000_000, "SEK", id="the point before a name"),
        pytest.param("It costs 600,- euros.", 600, "EUR", id="a dash for no coins"),
        pytest.param("The room is Fr. 95.- a night.", 95, "CHF", id="a dash tells a price"),
        pytest.param("Sugar is at R17.49 a bag.", 17.49, "ZAR", id="two digits of coins tell a price"),
        pytest.param("Amount in USD: 750", 750, "USD", id="a colon"),
        pytest.param("a loan of $8 million Cdn", 8_000_000, "CAD", id="whose dollar, shortened"),
        pytest.param("The loan was 60 million marks.", 60_000_000, "DEM", id="a currency that is a word, when large"),
        pytest.param("Near Samarkand 60 million sum were lost.", 60_000_000, "UZS", id="a word at home"),
        pytest.param("They owe 2,5 milliards de dirhams.", 2_500_000_000, "AED", id="a French of"),
        pytest.param("They bid ₩3 billion ($2.1m; €2m).", 3_000_000_000, "KRW", id="said again twice"),
        pytest.param("He pays EUR 9.000,- (nine thousand Euro).", 9_000, "EUR", id="said again in words"),
        pytest.param("Moscow owes 1.2 trln roubles.", 1_200_000_000_000, "RUB", id="a Russian short form"),
        pytest.param("In Tanzania a bag is 900/=.", 900, "TZS", id="a stroke that closes the sum"),
        pytest.param("It gave $500 to 1,200 poor families.", 500, "USD", id="those who get a sum are no end of it"),
        pytest.param("It owes $1.6bn to 25 power firms.", 1_600_000_000, "USD", id="what is smaller ends no range"),
        pytest.param("The dollar closed at 1.7910 marks.", 1.791, "DEM", id="what another currency buys"),
        pytest.param(
            "It owes 2 billion Hong Kong dollars -LRB- $ 256 million -RRB-.", 2e9, "HKD", id="brackets of a corpus"
        ),
        pytest.param("They lent US Dollars (USD) 30 million.", 30_000_000, "USD", id="a code in brackets before"),
        pytest.param("They sold 30 mn HK dollars.", 30_000_000, "HKD", id="the letters of a sign before its name"),
        pytest.param("It cost 300 million new Turkish lira.", 300_000_000, "TRY", id="new money"),
        pytest.param("Rupees 800 only", 800, "INR", id="a name before a small sum"),
        pytest.param("Kenyan shillings: 75,000", 75_000, "KES", id="a name and a colon"),
        pytest.param("Can you lend me 30 quid?", 30, "GBP", id="a question mark"),
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
        pytest.param("Brazil sold 40 real estate firms.", id="a currency at home that is a word"),
        pytest.param("May 2019 marks the end of it.", id="a year before a word that is a currency too"),
        pytest.param("Take US 101 to the north.", id="a sign that is the name of a state"),
        pytest.param("The EU 27 met in Riga.", id="a sign that is the name of a body"),
        pytest.param("He drank three drams of whisky.", id="a currency that is a weight of what is drunk"),
        pytest.param("It gave several hundred thousand euros.", id="nobody knows how many"),
        pytest.param("In 2006 Ban Ki-moon came to Kyiv.", id="a name like a coin behind a year"),
        pytest.param("In 2008 Sen. Abreu came to Quito.", id="a title like a coin behind a year"),
        pytest.param("They offered a six-figure salary.", id="figures of a sum that is not told"),
        pytest.param("They made 10 colon scans.", id="a word that is a currency too"),
    ],
)
def test_what_looks_like_a_sum_is_none(text):
    assert sums(text) == []


def test_a_list_of_sums_names_its_currency_once():
    assert sums("Tickets at 20, 30 and 50 rand.") == [(20, "ZAR"), (30, "ZAR"), (50, "ZAR")]
    assert sums("The fee fell from 300 Swiss francs to 250.") == [(300, "CHF"), (250, "CHF")]
    assert sums("A visa costs 90 euros, 45 for pupils.") == [(90, "EUR"), (45, "EUR")]
    parts = "They set aside 512 billion pesos. Of it 38 per cent is pay, and 61 billion is interest."
    assert sums(parts) == [(512e9, "PHP"), (61e9, "PHP")]


def test_a_list_of_sums_names_its_magnitude_once():
    three = [(1_300_000_000, "KES"), (2_000_000_000, "KES"), (2_500_000_000, "KES")]
    assert sums("They got 1.3, 2 and 2.5 billion Kenyan shillings.") == three
    assert sums("The two got 4 and 7 million euros respectively.") == [(4_000_000, "EUR"), (7_000_000, "EUR")]
    assert sums("Phase 2 and 3 million euros were agreed.") == [(3_000_000, "EUR")]


def test_sums_that_change_are_no_range():
    assert sums("Debt narrowed by £3m to £9m.") == [(3_000_000, "GBP"), (9_000_000, "GBP")]
    assert sums("Tin fell $ 4.10 to $ 389.20 a kilo.") == [(4.1, "USD"), (389.2, "USD")]
    (found,) = find_quantities(parse("They cost £400k to £1m."))
    assert (found.low, found.high) == (400_000, 1_000_000)


@pytest.mark.parametrize(
    ("text", "bound", "approx"),
    [
        ("a hundred-odd dollars", None, True),
        ("7 thousand or so riyals", None, True),
        ("€300-ish", None, True),
        ("$60, give or take", None, True),
        ("3 million-plus dollars", "min", False),
        ("≥ $3 million", "min", False),
        ("just shy of $3 million", "max", False),
        ("not to exceed $3 million", "max", False),
        ("a fee of £3m plus a bonus", None, False),
    ],
)
def test_words_between_a_number_and_its_currency_qualify_it(text, bound, approx):
    (found,) = find_quantities(parse(text))
    assert (found.kind, found.bound, found.approx) == ("money", bound, approx)


def test_what_is_handed_over_is_no_bound():
    (found,) = find_quantities(parse("The envoy handed over $40,000 to the school."))
    assert found.bound is None


@given(st.integers(2, 999), st.integers(10, 99), st.sampled_from([("dollars", "USD"), ("euros", "EUR")]))
def test_pounds_and_pence_that_are_spoken_are_read_back(whole, coins, currency):
    name, code = currency
    assert sums(f"It cost {whole} {name} {coins}.") == [(pytest.approx(whole + coins / 100), code)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between 30 and 40 cents", 0.3, 0.4),
        ("between 2 euros and 3 euros", 2, 3),
        ("30k-40k euros", 30_000, 40_000),
        ("Wages rose to N2-3 billion", 2e9, 3e9),
        ("COP 3-4 million", 3e6, 4e6),
    ],
)
def test_a_range_of_sums(text, low, high):
    (found,) = find_quantities(parse(text))
    assert (found.low, found.high, found.kind) == (pytest.approx(low), pytest.approx(high), "money")
