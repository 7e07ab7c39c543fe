"""An ambassador to several states holds a post in each."""

import pytest

from dragoman.reading.people.actors import read_offices


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mr Reed has been Ambassador to Japan, Peru and the United States of America.",
            [
                ("Ambassador to Japan", "Japan"),
                ("Ambassador to Peru", "Peru"),
                ("Ambassador to the United States of America", "United States"),
            ],
            id="a list with an article in it",
        ),
        pytest.param(
            "Tom Reed, Ambassador to Belgium, the European Union and Luxembourg, spoke.",
            [
                ("Ambassador to Belgium", "Belgium"),
                ("Ambassador to the European Union", "European Union"),
                ("Ambassador to Luxembourg", "Luxembourg"),
            ],
            id="a body in the list",
        ),
        pytest.param(
            "Tom Reed, Ambassador to Chile, and Peru agreed on it.",
            [("Ambassador to Chile", "Chile")],
            id="a state that acts itself",
        ),
        pytest.param(
            "The Ambassador to Chile, Tom Reed, met Kenya and Chad.",
            [("Ambassador to Chile", "Chile")],
            id="states further on",
        ),
    ],
)
def test_each_state_that_is_listed_is_a_post(page, text, expected):
    assert [(o.post.text, o.to) for _, held in read_offices(page(text).doc) for o in held] == expected
