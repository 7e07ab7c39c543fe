"""Sums, shares, measures and counts are found with their units and bounds; numbers that only name are left out."""

from __future__ import annotations

import time
from typing import get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.knowledge import read_tsv
from dragoman.models import Measure
from dragoman.reading.language import language_model, parse
from dragoman.reading.quantities.numbers import Quantity, find_quantities, find_restated
from dragoman.values import CurrencyCode


def quantities(text: str, dollar: str = "USD") -> list[Quantity]:
    return find_quantities(parse(text), CurrencyCode(dollar))


def said(quantity: Quantity) -> tuple[float | tuple[float | None, float | None] | None, str | None]:
    value = quantity.value if quantity.value is not None else (quantity.low, quantity.high)
    return value, quantity.unit


MONEY = [
    ("$5 million", 5e6, "USD"),
    ("US$ 5 million", 5e6, "USD"),
    ("$US5m", 5e6, "USD"),
    ("A$12.5 million", 12.5e6, "AUD"),
    ("$A300,000", 3e5, "AUD"),
    ("NZ$40 million", 4e7, "NZD"),
    ("USD 7 million", 7e6, "USD"),
    ("EUR 5 million", 5e6, "EUR"),
    ("€3.5bn", 3.5e9, "EUR"),
    ("£20,000", 2e4, "GBP"),
    ("¥600 million", 6e8, "JPY"),
    ("5 million yuan", 5e6, "CNY"),
    ("RMB 80 million", 8e7, "CNY"),
    ("80 million renminbi", 8e7, "CNY"),
    ("2 billion Kenyan shillings", 2e9, "KES"),
    ("Ksh 900,000", 9e5, "KES"),
    ("30 million kina", 3e7, "PGK"),
    ("45 million birr", 4.5e7, "ETB"),
    ("9 billion naira", 9e9, "NGN"),
    ("3 million pounds sterling", 3e6, "GBP"),
    ("60 million Swiss francs", 6e7, "CHF"),
    ("12 million Swedish kronor", 1.2e7, "SEK"),
    ("4 crore rupees", 4e7, "INR"),
    ("Rs 5 lakh", 5e5, "INR"),
    ("1.234,56 euros", 1234.56, "EUR"),
    ("1.500 euros", 1500, "EUR"),
    ("937.6 thousand dollars", 937_600, "USD"),
    ("a million dollars", 1e6, "USD"),
    ("half a million euros", 5e5, "EUR"),
    ("a 10-million-dollar loan", 1e7, "USD"),
    ("$20 million (US)", 2e7, "USD"),
    ("591 USD million", 591e6, "USD"),
    ("50,000 €", 50_000, "EUR"),
    ("FJD$4 million", 4e6, "FJD"),
]


@pytest.mark.parametrize(("text", "value", "unit"), MONEY)
def test_money_is_read_under_its_usual_signs_and_names(text: str, value: float, unit: str) -> None:
    (found,) = quantities(f"The lenders gave {text} to the port.")
    assert (said(found), found.kind) == ((pytest.approx(value), unit), "money")


def test_a_bare_dollar_is_that_of_the_speaker() -> None:
    assert [said(q) for q in quantities("We will give $3 million.", dollar="AUD")] == [(3e6, "AUD")]
    assert [said(q) for q in quantities("We will give US$3 million.", dollar="AUD")] == [(3e6, "USD")]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Uganda borrowed 3 billion shillings from Kampala banks.", "UGX"),
        ("Cameroon spent 8 billion CFA francs in Yaounde.", "XAF"),
        ("Senegal spent 8 billion CFA francs in Dakar.", "XOF"),
        ("Pakistan set aside Rs 50 million.", "PKR"),
        ("In 2016 Malawi received 5 billion kwacha.", "MWK"),
        ("In 2008 Zambia received 5 billion kwacha.", "ZMK"),
        ("In 2018 Zambia received 5 billion kwacha.", "ZMW"),
    ],
)
def test_country_and_year_decide_between_currencies_of_one_name(text: str, unit: str) -> None:
    assert unit in [q.unit for q in quantities(text)]


RANGES = [
    ("two or three hundred tents", (200, 300), "tent"),
    ("$200-400 thousand", (2e5, 4e5), "USD"),
    ("between 3 and 5 million euros", (3e6, 5e6), "EUR"),
    ("3 to 5 million euros", (3e6, 5e6), "EUR"),
    ("$3 million to $5 million", (3e6, 5e6), "USD"),
    ("12-25 per cent", (12, 25), "%"),
    ("two or three bridges", (2, 3), "bridge"),
]


@pytest.mark.parametrize(("text", "ends", "unit"), RANGES)
def test_a_range_has_two_ends_and_no_value(text: str, ends: tuple[float, float], unit: str) -> None:
    (found,) = quantities(f"They need {text} more.")
    assert (said(found), found.value) == ((ends, unit), None)


QUALIFIED = [
    ("more than 40 ships", "min", False),
    ("over 40 ships", "min", False),
    ("at least 40 ships", "min", False),
    ("in excess of 40 ships", "min", False),
    ("up to 40 ships", "max", False),
    ("fewer than 40 ships", "max", False),
    ("no more than 40 ships", "max", False),
    ("about 40 ships", None, True),
    ("nearly 40 ships", None, True),
    ("some 40 ships", None, True),
    ("an estimated 40 ships", None, True),
    ("close to 40 ships", None, True),
    ("40 or more ships", "min", False),
    ("only 40 ships", None, False),
    ("as many as 40 ships", None, False),
    ("not under 40 ships", "min", False),
    ("never more than 40 ships", "max", False),
    ("just short of 40 ships", "max", False),
    ("max. 40 ships", "max", False),
    ("40 ships at most", "max", False),
    ("forty-some ships", None, True),
    ("getting on for 40 ships", None, True),
    ("estimated to be over 40 ships", "min", False),
]


@pytest.mark.parametrize(("text", "bound", "approx"), QUALIFIED)
def test_bounds_and_approximations_belong_to_the_number(text: str, bound: str | None, approx: bool) -> None:
    (found,) = quantities(f"The port can hold {text} at a time.")
    assert (said(found), found.bound, found.approx) == ((40, "ship"), bound, approx)


MEASURES = [
    ("43 tons of rice", 43, "tonne"),
    ("2,000-MW plants", 2000, "megawatt"),
    ("8.1 km", 8.1, "kilometre"),
    ("300 tpd", 300, "tonne per day"),
    ("1.8 Mt/y of ore", 1.8, "megatonne"),
    ("9,000 sqft", 9000, "square foot"),
    ("8.1km of road", 8.1, "kilometre"),
    ("600 square meters", 600, "square metre"),
    ("1.8 million hectares", 1.8e6, "hectare"),
    ("40 m", 40, "metre"),
    ("a six-year programme", 6, "year"),
    ("30%", 30, "%"),
    ("30 per cent", 30, "%"),
    ("thirty percent", 30, "%"),
    ("2 percentage points", 2, "%"),
]


@pytest.mark.parametrize(("text", "value", "unit"), MEASURES)
def test_units_are_singular_british_nouns(text: str, value: float, unit: str) -> None:
    assert said(quantities(f"It comes to {text}.")[0]) == (value, unit)


COUNTS = [
    ("90,000 COVID-19 vaccine doses", 90_000, "vaccine dose"),
    ("sixty-three projects", 63, "project"),
    ("12 sewing machines", 12, "sewing machine"),
    ("three new training centres", 3, "training centre"),
    ("over 200 people", 200, "person"),
    ("5,000 Canadians", 5000, "person"),
    ("70 army personnel", 70, "person"),
    ("30 students of law", 30, "student"),
    ("a 540-student school", 540, "student"),
    ("a 20 member delegation", 20, "member"),
    ("the 9,000-strong community", 9000, "person"),
    ("six memoranda", 6, "memorandum"),
    ("75 DVDs", 75, "DVD"),
    ("1,000 of the country's teachers", 1000, "teacher"),
    ("70,000 injured", 70_000, "person"),
    ("1500 new houses", 1500, "house"),
    ("2 million tourists", 2e6, "tourist"),
    ("60 head of cattle", 60, "cattle"),
    ("a hundred-odd lorries", 100, "lorry"),
    ("4.5m doses", 4.5e6, "dose"),
]


@pytest.mark.parametrize(("text", "value", "unit"), COUNTS)
def test_a_count_has_the_counted_noun_as_its_unit(text: str, value: float, unit: str) -> None:
    (found,) = quantities(f"They told us of {text}.")
    assert (said(found), found.kind) == ((value, unit), "count")


SHARES = [
    ("More than half of the roads are closed.", 50, "min"),
    ("A third of the budget is spent.", 33.3, None),
    ("Two-thirds of the voters agreed.", 66.7, None),
    ("Trade has more than doubled.", 100, "min"),
    ("There was a five-fold rise in visits.", 400, None),
    ("Exports tripled.", 200, None),
]


@pytest.mark.parametrize(("text", "value", "bound"), SHARES)
def test_shares_and_growth_are_read_without_a_number(text: str, value: float, bound: str | None) -> None:
    (found,) = quantities(text)
    assert (said(found), found.bound) == ((value, "%"), bound)


NAMES = [
    "They met on 5 March 2004 at 10:30.",
    "They met on 5 March.",
    "It began in 1998.",
    "The 30th anniversary was on the 2nd floor.",
    "The eight-point plan was read out.",
    "Phase 2 has begun.",
    "They followed Resolution 1441 and Article 5.",
    "Project No. 561 is closed.",
    "The G20 and the Group of 77 met.",
    "A Boeing 747 and a C-130 landed.",
    "Two-way ties are good.",
    "Our two countries and the two sides agree.",
    "It is one of the best.",
    "In the second half of the year it rained.",
    "Ring 02-6277-7744.",
    "It stands at 14 Rue de Seine and 12 Baker Street.",
    "The P4+1 will meet.",
    "They saw the Three Gorges and left at 12 noon.",
    "A magnitude 6.1 quake shook it.",
    "A Fortune 500 company left.",
    "According to a 2011 Working Series report it was built.",
    "In May 2009 Mali agreed.",
]


@pytest.mark.parametrize("text", NAMES)
def test_numbers_that_only_name_are_no_quantities(text: str) -> None:
    assert quantities(text) == []


def test_two_currencies_of_one_sum_are_one_amount() -> None:
    assert [said(q) for q in quantities("It cost $1 million (about 700,000 euros).")] == [(1e6, "USD")]
    assert [said(q) for q in quantities("It cost 5 million yuan, or $700,000.")] == [(5e6, "CNY")]
    assert [said(q) for q in quantities("It cost 5 million yuan, about $700,000.")] == [(5e6, "CNY")]
    assert len(quantities("It cost 5 million yuan, about $70,000 in Peru and nothing in Chile.")) == 2


def test_sums_beside_each_other_stay_two() -> None:
    text = "The bank lent $1 million to Peru and 700,000 euros to Chile."
    assert [said(q) for q in quantities(text)] == [(1e6, "USD"), (7e5, "EUR")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of the 80 million yuan, 15 million went to schools.", (15e6, "CNY")),
        ("The number of tourists grew to 250,000.", (250_000, "tourist")),
        ("There are 900 people in the east and 300 in the west.", (300, "person")),
    ],
)
def test_a_unit_that_is_left_out_is_understood(text: str, expected: tuple[float, str]) -> None:
    assert expected in [said(q) for q in quantities(text)]


def test_offsets_point_to_the_words() -> None:
    text = "Peru bought more than 16 million dollars of wheat and 12 sewing machines."
    money, count = quantities(text)
    assert text[money.start : money.end] == "more than 16 million dollars"
    assert text[count.start : count.end] == "12 sewing machines"
    assert count.noun is not None
    assert text[slice(*count.noun)] == "sewing machines"


PIECES = st.sampled_from(
    ["$", "US$", "€", "5", "1,234", "3.5", " ", "-", "million", "bn", "to", "and", "between", "over", "per cent", "%",
     "half", "of", "the", "a", "dozen", "tons", "(", ")", ".", "No", "two", "fold", "about", "Rs", "\n", "km", "people"]
)  # fmt: skip


@settings(max_examples=80)
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=20).map("".join), st.lists(PIECES).map(" ".join)))
@example("9" * 500)
@example("five" * 50)
def test_no_text_raises_and_quantities_do_not_overlap(text: str) -> None:
    doc, end = parse(text), 0
    for quantity in find_quantities(doc):
        assert end <= quantity.start < quantity.end <= len(doc.text)
        assert any(c.isalnum() or c in "%½¼¾" for c in doc.text[quantity.start : quantity.end])
        end = quantity.end


@settings(max_examples=60)
@given(
    st.integers(2, 10**9),
    st.sampled_from([("EUR ", "", "EUR"), ("US$", "", "USD"), ("", " Kenyan shillings", "KES")]),
)
def test_sums_that_are_written_are_read_back(value: int, form: tuple[str, str, str]) -> None:
    before, behind, code = form
    assert [said(q) for q in quantities(f"It paid {before}{value:,}{behind} back.")] == [(value, code)]


def test_the_time_grows_with_the_text_and_no_faster() -> None:
    def seconds(times: int) -> float:  # without a parse, which has its own pace
        doc = language_model().make_doc("It gave more than $5 million for 12 schools and 3-4 km of road. " * times)
        begin = time.perf_counter()
        find_quantities(doc)
        return time.perf_counter() - begin

    seconds(10)
    assert seconds(1600) < 40 * max(seconds(200), 0.005)


def test_the_tables_hold_codes_and_senses_that_exist() -> None:
    for row in read_tsv("currencies.tsv"):
        where = ("before", "after", "both", "never", "after $", "after big", "before big", "after home")
        assert row["where"] in where, row
        assert all(code in ("$", "-") or CurrencyCode(code) for code in row["code"].split()), row
    for row in read_tsv("coins.tsv"):
        assert all(code == "$" or CurrencyCode(code) for code in row["codes"].split()), row
    assert {row["measure"] for row in read_tsv("units.tsv")} <= {*get_args(Measure)}
    assert {row["measure"] for row in read_tsv("measures.tsv")} <= {*get_args(Measure)}
    assert {row["sense"] for row in read_tsv("qualifiers.tsv")} == {"min", "max", "approx", "minus", "plain"}
    assert {row["side"] for row in read_tsv("labels.tsv")} == {
        *("before", "after", "joined", "long", "weighed", "pair")
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("An 18-month project began.", [(18, "month")]),
        ("They built three 40-bed hospitals.", [(3, "hospital"), (40, "bed")]),
        ("Growth of 3% to 4% is expected.", [(None, "%")]),
        ("Growth rose from 3% to 4%.", [(3, "%"), (4, "%")]),
        ("Prices fell by half a percentage point.", [(0.5, "%")]),
        ("Inflation was -0.4% in May.", [(-0.4, "%")]),
        ("Nine out of ten farmers own land.", [(90, "%")]),
        ("One out of six agreements was signed.", [(1, "agreement")]),
        ("Trade reached 2.5m tonnes.", [(2_500_000, "tonne")]),
        ("They sent 2m people home.", [(2_000_000, "person")]),
        ("They sent a dozen trucks.", [(12, "truck")]),
        ("It serves 200,000 and 600,000 subscribers.", [(200_000, "subscriber"), (600_000, "subscriber")]),
        ("They gave 100 t-shirts.", [(100, "shirt")]),
        ("It runs a 3G network.", []),
        ("Exports rose by a third to 60 tonnes.", [(33.3, "%"), (60, "tonne")]),
        ("Prices fell by half.", [(50, "%")]),
        ("It was seen by a third party.", []),
        ("They hold 90 prisoners, 7 of them Danes.", [(90, "prisoner"), (7, "person")]),
        ("They freed 90 prisoners, 17 of whom had been ill.", [(90, "prisoner"), (17, "prisoner")]),
        ("Of the 900 grants, 40 go to nurses and 70 to pilots.", [(900, "grant"), (40, "grant"), (70, "grant")]),
        ("The rate fell from 9 to 6 per cent.", [(9, "%"), (6, "%")]),
        ("They cut it from 900 to 600 troops.", [(900, "person"), (600, "person")]),
        ("Growth is 5.5 per cent, down from 6.1.", [(5.5, "%"), (6.1, "%")]),
        ("Two of the four hostages are free.", [(2, "hostage"), (4, "hostage")]),
        ("Four in ten Nigerians are young.", [(40, "%")]),
        ("One in five children is ill.", [(20, "%")]),
        ("Output is 1.3m b/d.", [(1_300_000, "barrel per day")]),
        ("They saw 4m waves.", [(4, "metre")]),
        ("They fired 155mm shells.", [(155, "millimetre")]),
        ("It got a 5 billion USD 5-year loan.", [(5e9, "USD"), (5, "year")]),
        ("They need 30k tents.", [(30_000, "tent")]),
        ("The wind blew at 90 km/h.", [(90, "kilometre per hour")]),
        ("It took an hour and a half.", [(1.5, "hour")]),
        ("They stayed two years and a half.", [(2.5, "year")]),
        ("It sailed with a crew of 26.", [(26, "person")]),
        ("It is a family of six.", [(6, "person")]),
        ("The blast left 14 dead and eight wounded.", [(14, "person"), (8, "person")]),
        ("It handed over eight ambulances.", [(8, "ambulance")]),
    ],
)
def test_numbers_are_told_with_what_stands_behind_them(text, told):
    found = find_quantities(parse(text))
    assert [(q.value, q.unit) for q in found] == told


@pytest.mark.parametrize(
    ("text", "ends"), [("a 3-to-5-percent cut", (3, 5)), ("3 or 4 percent", (3, 4)), ("3% to 4% of it", (3, 4))]
)
def test_a_range_of_shares(text, ends):
    (found,) = find_quantities(parse(text))
    assert (found.low, found.high, found.unit) == (*ends, "%")


def test_more_than_belongs_to_the_number_behind_it():
    ships, planes = find_quantities(parse("It sent 14 ships and more than 60 planes."))
    assert (ships.bound, planes.bound) == (None, "min")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Of the 900 rescued, 250 were women.", 250, "person"),
        ("Of the 640 nurses who went abroad, 45 worked in Lagos.", 45, "nurse"),
        ("The port handled 410 trucks a day last year, against 260 in 2019.", 260, "truck"),
        ("They have finished 14 of the 17 bridges.", 17, "bridge"),
        ("They have finished 14 of the 17 bridges.", 14, "bridge"),
        ("There were 900 visitors; two thirds were Danes.", 66.7, "%"),
        ("Output fell from 1.8 million tonnes to 1.2 million.", 1_200_000, "tonne"),
    ],
)
def test_a_bare_number_takes_its_unit_from_the_sentence(text, value, unit):
    assert (value, unit) in {(q.value, q.unit) for q in find_quantities(parse(text))}


def test_what_says_a_sum_again_is_found_apart():
    doc = parse("Peru lent 5 million soles ($1.4 million) and gave 2 million soles.")
    assert [said(q) for q in find_quantities(doc) if q.kind == "money"] == [(5e6, "PEN"), (2e6, "PEN")]
    assert [said(q) for q in find_restated(doc)] == [(1.4e6, "USD")]


def test_a_time_is_not_counted(page):
    made = page("The number of tourists in Fiji dropped from 5,200 in 2019 to 800 last year.")
    assert [(q.value, q.unit) for q in made.quantities] == [(5200, "tourist"), (800, "tourist")]


def test_a_year_that_names_a_level_counts_nothing():
    assert [q.unit for q in quantities("They will cut waste by 28 per cent below 2005 levels.")] == ["%"]
    assert not [q for q in quantities("TEL: 13 Nov 92 15:04, 46 No. 20") if q.unit]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was worth $ 2\n\nbillion in all.", 2e9),
        ("IT WAS WORTH $ 2\n\nBILLION IN ALL.", 2e9),
        ("It was worth $ 2\n\nMillions came.", 2),
    ],
)
def test_a_sum_goes_on_over_the_lines_of_a_typescript(text: str, value: float) -> None:
    assert quantities(text)[0].value == value
