"""Bodies, governments and groups of people, and how far their names go."""

import pytest

from dragoman.reading.states.bodies import Layout, find_bodies, rank_ahead


@pytest.fixture
def bodies(page):
    """A function from a text to the words of its bodies, each with its kind."""

    def find(text):
        doc = page(text).doc
        return [(doc[body.first : body.last].text, body.kind) for body in find_bodies(Layout(doc))]

    return find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Kenyan Ministry of Health opened a ward.", ("Kenyan Ministry of Health", "organisation")),
        (
            "They met at the Ministry of Economy, Trade and Industry in May.",
            ("Ministry of Economy, Trade and Industry", "organisation"),
        ),
        ("The Government of Fiji gave it land.", ("Government of Fiji", "government")),
        ("The Peruvian government gave it land.", ("Peruvian government", "government")),
        ("A delegation met Kenyan farmers in May.", ("Kenyan farmers", "group")),
        ("It was built by the Harbour Trade Council in May.", ("Harbour Trade Council", "organisation")),
        ("The loan came from the National Bank of Malta in May.", ("National Bank of Malta", "organisation")),
        ("She thanked the World Bank for Malta's reform of schools.", ("World Bank", "organisation")),
    ],
)
def test_a_body_has_all_the_words_of_its_name(bodies, text, expected):
    assert expected in bodies(text)


@pytest.mark.parametrize(
    "text",
    [
        "He is in a group of swimmers.",
        "The council of elders met.",
        "The bank of the river is steep.",
        "Good government is rare.",
    ],
)
def test_a_common_noun_is_no_body(bodies, text):
    assert bodies(text) == []


def test_a_ministry_may_leave_its_state_to_the_context(page):
    doc = page("The Ministry of Health opened a ward.").doc
    (body,) = find_bodies(Layout(doc))
    assert body.bare and body.names == ()


def test_names_lie_where_their_tokens_are(page):
    doc = page("Peru met Chile. The Peruvian Navy left.").doc
    layout = Layout(doc)
    assert [name.code for name in layout.within(0, 3)] == ["PER", "CHL"]
    assert layout.name_at(0).code == "PER" and layout.name_at(1) is None
    assert layout.sentence(6) == (4, 9)


@pytest.mark.parametrize(("at", "expected"), [("Air", True), ("Peter", False), ("The", False)])
def test_a_rank_before_a_name(page, at, expected):
    doc = page("The Secretary of Defence Air Marshal Peter Kamau spoke.").doc
    place = next(token.i for token in doc if token.text == at)
    assert rank_ahead(doc, place, len(doc)) is expected
