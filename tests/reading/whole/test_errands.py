"""What who travels will do in person."""

import pytest

from dragoman.reading.language import parse
from dragoman.reading.whole.errands import find_errands


def errands(text):
    return [text[each.start : each.end] for each in find_errands(parse(text))]


@pytest.mark.parametrize(
    "text",
    [
        "I will hand over ten boats.",
        "She will present scholarships to forty students.",
        "My talks with the President will seek more trade.",
        "The President and I will launch a fund for reefs.",
        "I look forward to opening the new school.",
    ],
)
def test_what_somebody_will_do_in_person(text):
    assert errands(text) == [text]


@pytest.mark.parametrize(
    ("text", "gathering"),
    [
        ("The forum will be attended by sixty firms.", True),
        ("This conference will bring together forty nurses.", True),
        ("A delegation of ten firms will accompany me.", False),
    ],
)
def test_who_will_come_along_or_to_a_gathering(text, gathering):
    assert [each.gathering for each in find_errands(parse(text))] == [gathering]


def test_who_is_named_sees_to_errands_too():
    doc = parse("Mr Vea will hand over ten boats.")
    assert len(list(find_errands(doc, {1}))) == 1
    assert list(find_errands(doc)) == []


@pytest.mark.parametrize(
    "text",
    [
        "We will build forty schools.",
        "Tonga will send ten nurses.",
        "I handed over ten boats.",
        "He will say more tomorrow.",
        "The talks were long.",
        "A forum will be held one day.",
    ],
)
def test_what_a_state_will_do_or_somebody_did_is_no_errand(text):
    assert errands(text) == []
