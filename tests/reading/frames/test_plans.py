"""Work that is only wished for, promised or given up again, as nouns tell it."""

import pytest

from dragoman.reading.frames.plans import is_hoped_for, stage_of_plan


@pytest.mark.parametrize(
    ("text", "word", "stage"),
    [
        ("Peru made a proposal to build a clinic in Quito.", "build", "proposed"),
        ("Peru is in favour of building a clinic in Quito.", "building", "proposed"),
        ("Peru expressed interest in the training of nurses in Quito.", "training", "proposed"),
        ("Peru remains committed to supporting clinics in Quito.", "supporting", "agreed"),
        ("Peru and Cuba exchanged letters on a grant for Quito.", "grant", "agreed"),
        ("The study paved the way for the training of nurses in Quito.", "training", "planned"),
        ("Peru made a plan to build a clinic in Quito.", "build", None),
        ("Peru stressed the need to train nurses and agreed to build a clinic.", "build", None),
        ("A plan to build a clinic in Quito was scrapped.", "build", "cancelled"),
        ("A plan to build a clinic in Quito may be scrapped.", "build", None),
        ("Peru asked for a clinic in Quito, but the fund turned the request down.", "asked", "cancelled"),
        ("Peru built a clinic in Quito, but the fund cancelled a bridge.", "built", None),
        ("A joint project in Quito is under implementation.", "project", "underway"),
        ("A grant for the clinic was under consideration.", "grant", "proposed"),
        ("A joint project in Quito will be under implementation by May.", "project", None),
        ("Peru built a clinic in Quito.", "built", None),
    ],
)
def test_how_far_work_has_come_that_a_noun_tells_of(frame, text, word, stage):
    assert stage_of_plan(frame(text, word, "activity")) == stage


@pytest.mark.parametrize(
    ("text", "hoped"),
    [
        ("The ministers discussed the possibility of a treaty with Peru.", True),
        ("The ministers discussed the terms of a treaty with Peru.", False),
        ("The ministers are committed to the treaty with Peru.", False),
    ],
)
def test_a_treaty_may_be_only_an_idea(page, text, hoped):
    treaty = next(token for token in page(text).doc if token.lower_ == "treaty")
    assert is_hoped_for(treaty) == hoped
