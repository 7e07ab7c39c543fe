"""Names of cities that stand bare in a text which names other states."""

import pytest

from dragoman.reading.states.gazetteer import find_names


def codes(text: str) -> list[str | None]:
    return [name.code for name in find_names(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Peru thanked Senator Richardson for the talks.",
        "The gas that Santos drills in Peru is sold abroad.",
        "Peru and the Kennedy Center will show films.",
    ],
)
def test_a_person_or_a_firm_is_no_city_of_another_state(text: str) -> None:
    assert codes(text) == ["PER"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The minister of Peru spoke in Santos on Friday.", "BRA"),
        ("The consul of Peru thanked Leipzig University.", "DEU"),
        ("Peru sent a delegation to the Bonn conference.", "DEU"),
        ("LEIPZIG, 3 May (own report) - Peru opened its fair.", "DEU"),
        ("Osaka will host the film week of Peru.", "JPN"),
        ("Peru and the towns of Leipzig and Nantes signed.", "FRA"),
        ("Peru met Santos in the morning and left from Santos at night.", "BRA"),
    ],
)
def test_a_city_is_shown_by_the_words_beside_it_or_its_size(text: str, code: str) -> None:
    assert code in codes(text)


def test_without_any_state_in_the_text_a_city_is_taken_for_one() -> None:
    assert codes("Leipzig twins with Santos.") == ["DEU", "BRA"]
