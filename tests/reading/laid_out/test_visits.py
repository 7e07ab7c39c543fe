"""Lists of visits under a heading."""

import pytest

from dragoman.reading.laid_out.visits import untold_visits
from dragoman.reading.paging import build_page
from dragoman.values import Edtf

ABOVE = "Fiji and Peru\n\nFiji trades with Peru, and Peru with Fiji.\n\n"


def visits(text, told=()):
    page = build_page(ABOVE + text, Edtf("2022-06-12"))
    return [(event.date, *(party.code for party in event.parties), event.stage) for event in untold_visits(told, page)]


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(
            "Visits\n\nMay 2018 – Minister of Trade Ana Vula to Lima\nMay 2023 – Speaker Juan Rey to Suva\n",
            [("2018-05", "FJI", "PER", "done"), ("2023-05", "PER", "FJI", "planned")],
            id="where to",
        ),
        pytest.param(
            "Visits to Fiji\n\n- Foreign Minister Juan Rey (March 2018)\n- President Luz Soto (12 May 2020)\n",
            [("2018-03", "PER", "FJI", "done"), ("2020-05-12", "PER", "FJI", "done")],
            id="the heading says where to",
        ),
        pytest.param("Trade\n\nMay 2018 – Minister of Trade Ana Vula to Lima\n", [], id="no visits"),
        pytest.param("Visits\n\nMay 2018 – new visa rules\n", [], id="nobody comes"),
        pytest.param("The ministers spoke of visits.\n\nIn May 2018 the minister went to Lima.\n", [], id="prose"),
    ],
)
def test_each_line_is_a_visit(text, expected):
    assert visits(text) == expected
