"""To which state those belong whom a sentence names without one, and what is only the place."""

import pytest

from dragoman.reading.news.belonging import by_token, international, is_place, not_mere_places, stateless
from dragoman.values import CountryCode


def actors(page, text: str) -> dict[str, str | None]:
    """The states of the actors of a sentence by the words that they are told with."""
    sent = next(page(text).doc.sents)
    at = by_token(page(text).actors, sent)
    return {sent.doc[i].text: actor.code for i, actor in at.items()}


def token(page, text: str, word: str):
    return next(token for token in page(text).doc if token.text == word)


def test_each_word_of_a_name_stands_for_its_actor(page):
    assert actors(page, "Costa Rica thanked Peru.") == {"Costa": "CRI", "Rica": "CRI", "Peru": "PER"}


def test_only_the_actors_of_the_sentence_are_given(page):
    text = "Kenya thanked Peru. Chile left."
    second = list(page(text).doc.sents)[1]
    assert {actor.code for actor in by_token(page(text).actors, second).values()} == {"CHL"}


@pytest.mark.parametrize("text", ["An anti-Syrian crowd marched.", "Ethnic Syrians marched."])
def test_whom_one_is_against_or_descends_from_is_no_state_of_his(page, text):
    assert not actors(page, text)


@pytest.mark.parametrize(
    "text, word, there",
    [
        pytest.param("They met in Lisbon.", "Lisbon", True, id="in a town"),
        pytest.param("They met in Portugal's capital.", "Portugal", True, id="in the town of a state"),
        pytest.param("They confided in Portugal's minister.", "Portugal", False, id="in somebody"),
        pytest.param("They spoke with Portugal.", "Portugal", False, id="with a state"),
    ],
)
def test_a_place_is_where_something_is(page, text, word, there):
    assert is_place(token(page, text, word)) is there


@pytest.mark.parametrize(
    "text, word, none",
    [
        ("West African leaders met.", "leaders", True),
        ("A rights group protested.", "group", True),
        ("Kenyan leaders met.", "leaders", False),
    ],
)
def test_people_of_no_one_state(page, text, word, none):
    assert stateless(token(page, text, word)) is none


def test_only_a_known_body_without_a_state_is_international(page):
    said = {actor.name: actor for actor in page("Kenya and the United Nations met.").actors}
    assert {name for name, actor in said.items() if international(actor)} == {"United Nations"}


def found_in(page, text: str, own: CountryCode, act: str) -> list[str | None]:
    """The states that are left of all that the sentence names."""
    sent = next(page(text).doc.sents)
    at = by_token(page(text).actors, sent)
    found = [(float(n), sent.doc[i]) for n, i in enumerate(at)]
    return [at[t.i].code for _, t in not_mere_places(found, at, {own}, act)]


def test_a_place_is_nobody_where_somebody_else_is_told_of(page):
    assert found_in(page, "Kenya received Peru in Lisbon.", CountryCode("KEN"), "CONSULT") == ["KEN", "PER"]


def test_victims_of_whom_nothing_is_told_are_of_the_place(page):
    assert found_in(page, "Chadian gunmen opened fire in Sudan.", CountryCode("TCD"), "ASSAULT") == ["SDN"]
