"""What a deal is worth, when the next sentence tells it."""

import pytest

from dragoman import make_document
from dragoman.models import Activity, Figure
from dragoman.reading.reader import Reader


def read(text):
    return Reader().read(make_document(text, id="d", date="2019-06-01")).entries


@pytest.mark.parametrize(
    "text, value",
    [
        ("Spain sold five patrol boats to Angola in May. The deal was valued at EUR 90 million.", 90_000_000),
        (
            "On Friday Danish Nordvind and Ghana's power ministry signed an agreement to build a wind farm near Tema. "
            "The agreement is worth EUR 320 million.",
            320_000_000,
        ),
    ],
)
def test_the_sum_of_a_deal_may_stand_in_the_next_sentence(text, value):
    entries = read(text)
    assert [e.amount.value for e in entries if isinstance(e, Activity) and e.amount] == [value]
    assert not [e for e in entries if isinstance(e, Figure) and e.value == value]


@pytest.mark.parametrize(
    "text",
    [
        "Spain sold patrol boats to Angola in May. Trade was worth EUR 90 million last year.",
        "Chile gave Malawi EUR 2 million for wells in May. The ministry's budget is EUR 90 million.",
    ],
)
def test_sums_of_something_else_are_no_worth(text):
    assert 90_000_000 not in [e.amount.value for e in read(text) if isinstance(e, Activity) and e.amount]
