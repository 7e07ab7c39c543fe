"""How far a post goes on behind its head noun: over fields, states and bodies, up to the holder's name."""

import pytest

from dragoman.reading.people.post_fields import Fields
from dragoman.reading.states.bodies import Layout, find_bodies


@pytest.fixture
def post(page):
    """A function from a text and the head noun of a post in it to the words of the post; ``name`` begins a person."""

    def read(text, head, name=None):
        doc = page(text).doc
        layout = Layout(doc)
        persons = frozenset(token.i for token in doc if token.text == name)
        at = {body.first: body for body in find_bodies(layout)}
        first = next(token.i for token in doc if token.text == head)
        return doc[first : Fields(layout, at, persons).end_of(first + 1, len(doc))].text

    return read


@pytest.mark.parametrize(
    ("text", "head", "name", "expected"),
    [
        ("The Minister of Trade spoke.", "Minister", None, "Minister of Trade"),
        ("The Minister for Trade and Industry spoke.", "Minister", None, "Minister for Trade and Industry"),
        (
            "The Minister of Economy, Trade and Industry Tom Reed spoke.",
            "Minister",
            "Tom",
            "Minister of Economy, Trade and Industry",
        ),
        ("The Minister of Health Sabitha Perera spoke.", "Minister", None, "Minister of Health"),
        ("The Ambassador of Chad to Japan spoke.", "Ambassador", None, "Ambassador of Chad to Japan"),
        (
            "The Ambassador of the Republic of Chad to Japan spoke.",
            "Ambassador",
            None,
            "Ambassador of the Republic of Chad to Japan",
        ),
        ("The President of Chad to whom he spoke left.", "President", None, "President of Chad"),
        ("The President of Chad came to Japan.", "President", None, "President of Chad"),
        ("Our Ambassador in Lima spoke.", "Ambassador", None, "Ambassador in Lima"),
        ("The Minister in Lima spoke.", "Minister", None, "Minister"),
        ("The Minister in charge of fisheries spoke.", "Minister", None, "Minister in charge of fisheries"),
        ("The Minister responsible for ports spoke.", "Minister", None, "Minister responsible for ports"),
        (
            "The Director of the prominent Trade Institute spoke.",
            "Director",
            None,
            "Director of the prominent Trade Institute",
        ),
        (
            "The Chief of Staff to the Minister for Ports spoke.",
            "Chief",
            None,
            "Chief of Staff to the Minister for Ports",
        ),
        ("The Secretary to the Foreign Minister spoke.", "Secretary", None, "Secretary to the Foreign Minister"),
        ("The Minister of Trade and Foreign Minister Reed spoke.", "Minister", None, "Minister of Trade"),
        ("The Secretary of Defence Air Marshal Peter Kamau spoke.", "Secretary", "Peter", "Secretary of Defence"),
    ],
)
def test_a_post_ends_where_something_else_begins(post, text, head, name, expected):
    assert post(text, head, name) == expected


def test_a_body_that_holds_a_name_is_none(page):
    doc = page("The Trade Council Tom Reed spoke.").doc
    layout = Layout(doc)
    name = next(token.i for token in doc if token.text == "Tom")
    bodies = list(find_bodies(layout))
    assert bodies
    whole = bodies[0].__class__(bodies[0].first, name + 2, bodies[0].head, "organisation", (), False)
    assert Fields(layout, {}, frozenset({name})).holds_person(whole)
    assert not Fields(layout, {}, frozenset()).holds_person(whole)
