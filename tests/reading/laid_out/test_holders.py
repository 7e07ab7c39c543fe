"""Lists of who held a post."""

import pytest

from dragoman.reading.laid_out.holders import read_holders
from dragoman.reading.paging import build_page
from dragoman.reading.tenures.tenures import read_tenures
from dragoman.values import Edtf

ABOVE = "Fiji and Peru\n\nFiji trades with Peru, and Peru with Fiji.\n\n"


def holders(text):
    page = build_page(ABOVE + text, Edtf("2022-06-12"))
    return [(t.person, t.post, t.of, t.to, t.date) for t in read_holders(page, read_tenures(page))]


def test_each_line_names_a_holder_and_his_years():
    text = "Peruvian ambassadors to Fiji since 1999\n\n1999–2004 Juan Rey\n2004-2011: Zoé Ñáñez\nsince 2011 Luis Paz\n"
    post = ("Peruvian ambassador to Fiji", "Peru", "Fiji")
    assert holders(text) == [
        ("Juan Rey", *post, "1999/2004"),
        ("Zoé Ñáñez", *post, "2004/2011"),
        ("Luis Paz", *post, "2011/.."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ambassadors of Fiji: Ana Vula (2013–2017), H.E. Mr. Luke Ratu (since October 2017).",
        "Ambassadors of Fiji\n- Ana Vula (2013-2017)\n- Luke Ratu (2017-present)",
    ],
)
def test_years_may_stand_behind_the_name(text):
    told = holders(text)
    assert [(each[0], each[2], each[3]) for each in told] == [
        ("Ana Vula", "Fiji", "Peru"),
        ("Luke Ratu", "Fiji", "Peru"),
    ]
    assert [each[4] for each in told] == ["2013/2017", "2017/.."]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ambassadors of Fiji\n\n2013–2017 Ana Vula\n", id="one is no list"),
        pytest.param("Exports of Fiji\n\n2013–2017 Copra Oil\n2017-2019 Brown Sugar\n", id="no post"),
        pytest.param("Ambassadors of Fiji\n\nThey met in 2013. Later they left.\n", id="prose"),
    ],
)
def test_other_lists_name_no_holders(text):
    assert holders(text) == []
