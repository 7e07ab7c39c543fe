"""The sums of an account: what each is of the others, and which record it belongs to."""

import pytest

from dragoman.reading.aid.sums import is_doubtful, is_untold, money_candidates, share_financed
from dragoman.reading.paging import build_page


def seen(text: str) -> list[set[str]]:
    return [set(candidate.features) for candidate in money_candidates(build_page(text), "loan")]


def test_a_loan_is_most_of_the_cost() -> None:
    cost, loan = seen("The dam in Laos costs 200 million dollars. A Thai bank lends 170 million dollars of it.")
    assert "most of another" in loan
    assert {"a little more than another", "larger ones: 0 of 2"} <= cost


def test_two_parts_add_up_to_the_total() -> None:
    total, first, second = seen(
        "India lends Mali 90 million euros: 60 million euros for a power line and 30 million euros for a mill."
    )
    assert "what two others add up to" in total
    assert "adds up with another" in first & second


def test_sums_in_several_currencies() -> None:
    first, second = seen("Kuwait lent Benin 5 million dinars in 2004. The road cost 30 million dollars in the end.")
    assert "in the first currency" in first
    assert "in a later currency" in second


def test_sums_in_other_currencies_are_not_compared() -> None:
    assert not any("dwarfs another" in names for names in seen("Oman lent 9 million rials and spent 40 dollars."))


@pytest.mark.parametrize(
    "text",
    [
        "Japan lent Fiji 1 million dollars and gave it 3 million dollars (see project #812).",
        "Japan lent Fiji 3 million dollars for 10 years (used for a sports hall, ID 812) and gave 1 million dollars.",
    ],
)
def test_a_sum_that_another_record_tells_of_is_not_the_amount(text) -> None:
    (candidate,) = money_candidates(build_page(text), "loan")
    assert candidate.value.value == 1_000_000


def test_a_sum_that_another_record_tells_of_is_better_than_none() -> None:
    (only,) = seen("Japan lent Fiji 3 million dollars (see project #812).")
    assert "goes on to another record" in only


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The dam costs 40 million dollars. Brazil will finance 85% of the project.", 34_000_000),
        ("Spain covers 90 per cent of the 20 million euro plant.", 18_000_000),
        ("The loan of 40 million dollars was signed in May. It covers 85% of the costs.", 40_000_000),
        ("The dam costs 40 million dollars, 95 per cent of which comes from a Dutch loan.", 38_000_000),
        ("The dam costs 40 million dollars. Half a dozen banks gave 85% funding, the town the rest.", 34_000_000),
        ("The dam costs 40 million dollars. Some 60% of the bill was paid by Brazil.", 24_000_000),
        ("Turkey put up 40 million dollars, enough to cover 85% of the costs.", 40_000_000),
        ("The dam costs 40 million dollars. It will light 85% of the homes.", 40_000_000),
    ],
)
def test_of_a_cost_the_aid_is_the_share_that_it_pays(text: str, value: float) -> None:
    page = build_page(text)
    (sum_,) = [candidate.value for candidate in money_candidates(page, "loan")]
    assert share_financed(page, sum_).value == value


@pytest.mark.parametrize(
    ("text", "untold"),
    [
        ("The value of the gift is unknown.", True),
        ("Amounts and terms are not yet known.", False),
        ("The exact amounts are still undisclosed.", True),
        ("The financial details of the scheme remain unclear.", True),
        ("It is unclear how much the mill cost.", True),
        ("It is unclear what the pumps are worth.", True),
        ("Its start date is unknown.", False),
        ("The cost was 4 million euros and the end date is unknown.", False),
        ("It cost 4 million euros; the lender is unknown.", False),
    ],
)
def test_what_the_aid_is_worth_may_be_told_to_be_unknown(text: str, untold: bool) -> None:
    assert is_untold(text) is untold


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("Japan lent Fiji 3 million dollars for a mill.", False),
        ("Japan lent Fiji 3 million dollars for another mill (see project #812).", True),
        ("Japan lent Fiji 3.1 dollars for a mill.", True),
        ("Japan lent Fiji 3 million dollars for a bank; the value of the mill is unknown.", True),
    ],
)
def test_a_sum_is_hardly_what_the_aid_is_worth(text: str, doubtful: bool) -> None:
    page = build_page(text)
    (sum_,) = [quantity for quantity in page.quantities if quantity.kind == "money"]
    assert is_doubtful(page, sum_) is doubtful
