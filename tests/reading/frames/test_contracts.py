"""Money that has been signed for."""

import pytest

from dragoman.reading.frames.contracts import is_bound, stopped_treaty


@pytest.mark.parametrize(
    "text, word",
    [
        ("Chad and Oman signed a loan agreement. It will bring 3 million dollars for wells.", "bring"),
        ("Two grant contracts were signed in Chad today. The clinic will spend 80,000 dollars on beds.", "spend"),
        ("Oman signed a contract on a loan under which it will lend Chad 3 million dollars.", "lend"),
    ],
)
def test_what_signed_money_will_do_is_bound(frame, text, word):
    assert is_bound(frame(text, word, "activity"))


@pytest.mark.parametrize(
    "text, word",
    [
        ("Chad and Oman signed a treaty on fish. Oman will spend 80,000 dollars on boats.", "spend"),
        ("Chad and Oman will sign a loan agreement. It will bring 3 million dollars for wells.", "bring"),
        ("Chad and Oman signed a loan agreement. It will help the villages of the north.", "help"),
        ("Chad and Oman signed a loan agreement. Oman has given 3 million dollars for wells.", "given"),
        ("They signed a loan. It rained. They sang. They ate. They left. Oman will give 3 million dollars.", "give"),
    ],
)
def test_what_is_signed_for_otherwise_or_not_at_all_binds_no_money(frame, text, word):
    assert not is_bound(frame(text, word, "activity"))


@pytest.mark.parametrize(
    "text, noun, stage",
    [
        ("Chad ended a contract with Oman.", "contract", "cancelled"),
        ("Chad has suspended the treaty with Oman.", "treaty", "suspended"),
        ("Chad ended the talks on a treaty.", "talks", None),
        ("Chad will end the treaty.", "treaty", None),
    ],
)
def test_what_is_done_to_a_treaty_stops_it(page, text, noun, stage):
    found = next(token for token in page(text).doc if token.text == noun)
    assert stopped_treaty(found.head, found) == stage
