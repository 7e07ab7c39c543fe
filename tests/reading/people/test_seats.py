"""Posts that are named again without their holders."""

import pytest

from dragoman.reading.paging import build_page
from dragoman.values import CountryCode, Edtf


def state_of(text, post, home=None):
    page = build_page(text, Edtf("2019-05-03"), home=home and CountryCode(home))
    return next(actor.code for actor in page.actors if page.text[actor.start : actor.end] == post and actor.post)


MET = "The Ambassador of Chile to Togo, Ana Reyes, met Acting Trade Minister Kofi Lawson of Togo. "


@pytest.mark.parametrize(
    ("text", "post", "state"),
    [
        pytest.param(MET + "Togo was thanked by the Ambassador.", "Ambassador", "CHL", id="the one named before"),
        pytest.param(MET + "Chile was thanked by the Minister.", "Minister", "TGO", id="named with more words"),
        pytest.param(
            "LIMA, 3 May 2019. Peru will help. The President of the Republic will go to Togo.",
            "President of the Republic",
            "PER",
            id="nobody was named",
        ),
    ],
)
def test_a_post_without_a_name_is_of_who_was_named_in_it(text, post, state):
    assert state_of(text, post) == state


def test_the_state_that_speaks_has_its_own_ministers():
    assert state_of(MET + "Chile was thanked by the Minister.", "Minister", home="CHL") == "CHL"
    text = MET + "Chile was thanked by the Acting Trade Minister."
    assert state_of(text, "Acting Trade Minister", home="CHL") == "TGO"
