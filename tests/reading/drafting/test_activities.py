"""Activities drafted from a frame: who gives, who receives, how much."""

import pytest

from dragoman import Reader, make_document
from dragoman.reading.drafting.activities import draft_activity
from dragoman.reading.frames.frames import find_frames

TWO_SUMS = "Iceland granted Togo 3 million dollars, and Norway lent Benin about 5 million euros."


@pytest.mark.parametrize(
    "word, type_, value, unit, approx",
    [("granted", "grant", 3_000_000, "USD", False), ("lent", "loan", 5_000_000, "EUR", True)],
)
def test_the_amount_is_the_money_of_the_clause(draft_work, word, type_, value, unit, approx):
    amount = draft_work(TWO_SUMS, word, type_).amount
    assert (amount.value, amount.unit, amount.approx) == (value, unit, approx)


def test_an_amount_may_be_a_range(draft_work):
    amount = draft_work("Brazil gave Egypt between 4 and 6 million dollars.", "gave", "grant").amount
    assert (amount.value, amount.low, amount.high) == (None, 4_000_000, 6_000_000)


@pytest.mark.parametrize(
    "text, word, type_, value, unit",
    [
        ("Iceland gave Togo about 20 boats.", "gave", "in_kind", 20, "boat"),
        ("Iceland shipped 400 tonnes of fish to Togo.", "shipped", "trade", 400, "tonne"),
        ("A team of 12 nurses from Iceland worked in Togo.", "team", "technical_assistance", 12, "nurse"),
        ("Iceland gave Togo 20 boats worth 3 million dollars.", "gave", "in_kind", 3_000_000, "USD"),
    ],
)
def test_without_money_the_amount_is_how_many_are_given_or_sent(draft_work, text, word, type_, value, unit):
    amount = draft_work(text, word, type_).amount
    assert (amount.value, amount.unit) == (value, unit)


@pytest.mark.parametrize(
    "text, word, type_",
    [
        ("Iceland granted Togo a fund for 20 boats.", "granted", "grant"),
        ("Iceland built a 60 km road in Togo.", "built", "construction"),
        ("Iceland trained Togolese nurses for 3 months.", "trained", "technical_assistance"),
        ("Iceland gave Togo a 52-seat aircraft.", "gave", "in_kind"),
        ("Iceland trained Togolese nurses in four hospitals.", "trained", "technical_assistance"),
        ("Iceland built a 132 kV power line in Togo.", "built", "construction"),
    ],
)
def test_what_money_buys_and_how_long_a_thing_is_are_no_amount(draft_work, text, word, type_):
    assert draft_work(text, word, type_).amount is None


def test_cooperation_has_no_amount(draft_work):
    assert draft_work("Brazil and Angola spent 4 million dollars on maps.", "spent", "cooperation").amount is None


@pytest.mark.parametrize("type_, country", [("grant", "AGO"), ("investment", "AGO"), ("trade", None)])
def test_aid_happens_where_it_is_received(draft_work, type_, country):
    place = draft_work("Brazil gave pumps to Angola.", "gave", type_).place
    assert (place and place.country) == country


@pytest.mark.parametrize(
    "text, stage, date, due",
    [
        ("Norway will give Malawi 5 million dollars over three years.", "planned", "2031/2034", "2034"),
        ("Norway gives Malawi 5 million dollars over three years.", "agreed", None, "2034"),
        ("Norway will give Malawi 5 million dollars for three years.", "planned", None, None),
        ("Norway will give Malawi 5 million dollars from 2032 to 2035.", "planned", "2032/2035", "2035"),
        ("Norway will give Malawi 5 million dollars in May 2032.", "planned", "2032-05", "2032-05"),
        ("Norway gave Malawi 5 million dollars over three years.", "done", None, None),
        ("Norway will give Malawi 5 million dollars within two years.", "planned", "2033-02", "2033-02"),
        ("Norway gives Malawi 5 million dollars by the end of 2032.", "agreed", None, "2032-12~"),
        ("Norway will give Malawi 5 million dollars in the next 18 months.", "planned", "2031-02/2032-08", "2032-08"),
    ],
)
def test_what_is_given_over_years_is_due_when_they_are_over(frame, page, text, stage, date, due):
    found = frame(text, next(w for w in text.split() if w in ("give", "gives", "gave")), "activity", "2031-02-01")
    grant = draft_activity(found, page(text, "2031-02-01"), "grant", stage)
    assert (grant.date, grant.due) == (date, due)


def test_what_was_announced_is_agreed_on(page, frame):
    text = "2031-05-01\n\nI am pleased to announce that Iceland will give Togo 3 million euros."
    day = "2031-05-01"
    given = draft_activity(frame(text, "give", "activity", day), page(text, day), "grant", "planned")
    assert given.stage == "agreed"


@pytest.mark.parametrize(
    "text, word, date",
    [
        ("Iceland will give Togo 3 million euros after the flood of April 2030.", "give", None),
        ("Iceland pledged Togo 3 million euros in April 2030.", "pledged", "2030-04"),
    ],
)
def test_what_will_be_given_has_not_the_date_of_the_flood(page, frame, text, word, date):
    day = "2031-05-01"
    given = draft_activity(frame(text, word, "activity", day), page(text, day), "grant", "planned")
    assert given.date == date


def test_what_is_agreed_on_for_a_time_to_come_is_due_then(page, frame):
    text, day = "Iceland and Togo agreed to build a port in March 2032.", "2031-05-01"
    port = draft_activity(frame(text, "build", "activity", day), page(text, day), "construction", "planned")
    assert (port.stage, port.date, port.due) == ("agreed", "2032-03", "2032-03")


@pytest.mark.parametrize(
    "text, word, stage",
    [
        ("Construction of the port starts in March 2032.", "Construction", "planned"),
        ("Construction of the port goes on until March 2032.", "Construction", "underway"),
        ("Construction of the port ends in March 2032.", "Construction", "underway"),
        ("Construction of the port started in March 2030.", "Construction", "underway"),
    ],
)
def test_what_is_told_for_a_time_to_come_is_not_underway(page, frame, text, word, stage):
    found = frame(text, word, "activity", "2031-02-01")
    assert draft_activity(found, page(text, "2031-02-01"), "construction", "underway").stage == stage


@pytest.mark.parametrize(
    ("text", "word", "stage"),
    [
        ("Togo welcomed the training of nurses in May 2029.", "training", "done"),
        ("Togo welcomed the training of nurses since May 2029.", "training", "underway"),
        ("Training of nurses began in May 2029.", "Training", "underway"),
    ],
)
def test_what_was_at_a_time_that_is_over_goes_on_no_more(page, frame, text, word, stage):
    found = frame(text, word, "activity", "2031-02-01")
    assert draft_activity(found, page(text, "2031-02-01"), "technical_assistance", "underway").stage == stage


@pytest.mark.parametrize(
    ("text", "word", "stage", "date"),
    [
        ("Estonia has been training Georgian nurses for ten years.", "training", "underway", "2004/.."),
        ("Estonia has funded schools in Georgia for more than 20 years.", "funded", "underway", "1994/.."),
        ("Estonia funded schools in Georgia for ten years.", "funded", "done", None),
        ("Estonia has trained nurses on 3 May 2012 for ten years.", "trained", "underway", "2012-05-03"),
    ],
)
def test_what_has_been_done_for_years_goes_on_since_then(frame, page, text, word, stage, date):
    found = draft_activity(
        frame(text, word, "activity", date="2014-12-20"), page(text, "2014-12-20"), "technical_assistance", stage
    )
    assert found.date == date


@pytest.mark.parametrize(
    "text, word, type_",
    [
        ("Oman agreed to cancel 3 million dollars of the debt of Chad.", "cancel", "debt_relief"),
        ("Oman forgave the debts of Chad.", "forgave", "debt_relief"),
        ("Chad will grant residence permits to the fishermen of Oman.", "grant", "cooperation"),
        ("Oman will grant Chad 3 million dollars.", "grant", "grant"),
    ],
)
def test_the_object_of_a_verb_settles_what_kind_of_work_it_is(page, text, word, type_):
    made = page(text, "2019-05-06")
    frame = next(f for f in find_frames(made) if f.head.text == word and f.kind == "activity")
    assert draft_activity(frame, made, "grant", "agreed").type == type_


def test_those_who_get_goods_are_not_their_number(page):
    made = page("Oman gave desks to 8 schools in Chad.", "2019-05-06")
    frame = next(f for f in find_frames(made) if f.head.text == "gave" and f.kind == "activity")
    assert draft_activity(frame, made, "in_kind", "done").amount is None


@pytest.mark.parametrize(
    "text, word, type_, expected",
    [
        ("Chile's fund bought stakes in Fijian firms for 3 million dollars.", "bought", "trade", "investment"),
        ("Chile will provide soft loans of 3 million dollars to Fiji.", "provide", "grant", "loan"),
        ("Chile will provide buses to Fiji.", "provide", "in_kind", "in_kind"),
    ],
)
def test_the_object_of_a_verb_settles_what_is_given(draft_work, text, word, type_, expected):
    assert draft_work(text, word, type_).type == expected


def test_who_buys_a_stake_invests(draft_work):
    roles = {p.code: p.role for p in draft_work("Chile bought a stake in the port of Fiji.", "bought", "trade").parties}
    assert roles == {"CHL": "source", "FJI": "recipient"}


def test_by_when_it_is_to_be_done_is_not_when_it_was_agreed(frame, page):
    text = "Chile agreed to finish the bridge in Fiji by 2025."
    entry = draft_activity(frame(text, "finish", "activity"), page(text, "2022-08-17"), "construction", "agreed")
    assert (entry.date, entry.due) == (None, "2025")


def test_what_grows_from_one_sum_to_another_is_the_other(draft_work):
    text = "Chile will increase the grant to Fiji from 3 million dollars to 5 million dollars."
    assert draft_work(text, "increase", "grant").amount.value == 5_000_000


def test_debts_that_are_cancelled_are_relieved(draft_work):
    assert draft_work("In 2004 Oman cancelled the debts of Chad.", "cancelled", "grant", "cancelled").stage == "done"
    assert draft_work("Oman did not cancel the debts of Chad.", "cancel", "grant", "cancelled").stage == "cancelled"


def test_repayments_that_are_put_off_are_debt_relief(draft_work):
    assert (
        draft_work("Chile postponed the repayment of 15 million dollars by Fiji.", "postponed", "grant").type
        == "debt_relief"
    )


def test_a_contract_that_is_won_is_trade():
    text = "Malta and Tunisia met. Malta won a contract worth 60 million euros in Tunisia."
    found = Reader().read(make_document(text, id="d", date="2012-03-01")).entries
    assert [e.type for e in found if e.kind == "activity" and e.amount] == ["trade"]


def test_trade_that_is_to_grow_is_no_grant(frame, page):
    text = "Chile and Norway agreed to raise their trade to 500 million dollars by 2030."
    raised = draft_activity(frame(text, "raise", "activity"), page(text), "grant", "agreed")
    assert (raised.type, raised.amount) == ("trade", None)
