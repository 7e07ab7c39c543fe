"""What goes on when a text is published, and until when."""

import pytest

from dragoman.reading.frames.going_on import goes_on, is_there_already


@pytest.mark.parametrize(
    "text, word, when",
    [
        ("The President of Chile is visiting Vietnam until Saturday.", "visiting", "2014-03-12/2014-03-15"),
        ("The President of Chile is holding talks in Hanoi through Friday.", "talks", "2014-03-12/2014-03-14"),
        ("A Chilean delegation is in Hanoi until 20 March for talks.", "talks", "2014-03-12/2014-03-20"),
        ("The President of Chile is currently visiting Vietnam.", "visiting", "2014-03-12"),
        ("The President of Chile will be visiting Vietnam until Saturday.", "visiting", None),
        ("The President of Chile is visiting Vietnam on Saturday.", "visiting", None),
        ("The President of Chile was visiting Vietnam until Monday.", "visiting", None),
    ],
)
def test_what_goes_on_lasts_from_today_until_the_day_told(page, frame, text, word, when):
    assert goes_on(frame(text, word, "event", "2014-03-12"), page(text, "2014-03-12")) == when


def test_nothing_goes_on_if_nobody_knows_the_day(page, frame):
    text = "The President of Chile is visiting Vietnam until Saturday."
    assert goes_on(frame(text, "visiting", "event"), page(text)) is None


@pytest.mark.parametrize(
    ("text", "word", "there"),
    [
        ("The talks will turn to our ongoing cooperation on fish.", "cooperation", True),
        ("The loan will complement existing cooperation on fish.", "complement", True),
        ("Chile seeks to continue its close cooperation with Fiji.", "cooperation", True),
        ("Chile will continue its close cooperation with Fiji.", "cooperation", False),
        ("Chile will widen its close cooperation with Fiji.", "cooperation", False),
    ],
)
def test_joint_work_that_is_there_already(page, text, word, there):
    assert is_there_already(next(token for token in page(text).doc if token.text == word)) is there
