"""Wording: names of states, numbers and companies are masked, cues are found with the manner they stand in."""

import pytest

from dragoman.knowledge import read_tsv
from dragoman.reading.aid.wording import Lexicon, features_of, lexicon, manner_of, words_of

LEXICON = Lexicon([("water", "well*"), ("health", "ICU"), ("works", "set up"), ("abroad", "study in STATE")])


def found(text: str) -> list[tuple[int, str, str]]:
    return list(LEXICON.find(words_of(text)))


def test_states_and_companies_are_masked() -> None:
    masks = {word.text: word.mask for word in words_of("Portugal paid Delta Road Company for a bridge in Maputo.")}
    assert masks["Portugal"] == masks["Maputo"] == "STATE"
    assert masks["Road"] == masks["Company"] == "FIRM"
    assert masks["bridge"] == ""


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Ten wells were dug", (1, "water", "wells")),
        ("They set up a farm", (1, "works", "set up")),
        ("an ICU for Lima", (1, "health", "icu")),
        ("to study in Finland", (1, "abroad", "study in finland")),
    ],
)
def test_phrases_are_found(text: str, hit: tuple[int, str, str]) -> None:
    assert found(text) == [hit]


@pytest.mark.parametrize("text", ["icu", "to set it up", "to study in peace", "swell"])
def test_other_words_are_not(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("It was not completed", "not "),
        ("It is unclear whether it was completed", "unclear "),
        ("It will be completed", "future "),
        ("It was completed", ""),
        ("It was not cheap. Work was completed", ""),
    ],
)
def test_the_manner_of_a_cue(text: str, manner: str) -> None:
    words = words_of(text)
    assert manner_of(words, len(words) - 1) == manner


def test_features_are_words_that_a_person_can_read() -> None:
    words = words_of("Norway donated 20 pumps to Malawi in 1999.")
    seen = features_of(words, {"flow": lexicon("aid_cues.tsv", "cue", "flow")})
    assert {"STATE donat", "NUMBER pump", "YEAR", "flow: grant", "flow first: grant"} <= seen.keys()
    assert not any("Norway" in name or "1999" in name for name in seen)


def test_the_sectors_have_codes_of_three_digits_each_once() -> None:
    codes = [row["code"] for row in read_tsv("sectors.tsv")]
    assert len(codes) == len(set(codes))
    assert all(len(code) == 3 and code.isdigit() for code in codes)


def test_what_another_record_tells_of_is_told_elsewhere() -> None:
    kinds = Lexicon([("loan", "loan*"), ("grant", "grant*")])
    told = features_of(words_of("Sweden gave Bolivia a loan (see project #77) and a grant for wells."), {"flow": kinds})
    assert {"flow: elsewhere loan", "flow: grant", "flow most: grant"} <= told.keys()
    assert "flow: loan" not in told


def test_the_number_of_another_record_may_stand_far_behind_and_be_an_id() -> None:
    kinds = Lexicon([("loan", "loan*"), ("grant", "grant*")])
    text = "Sweden gave Bolivia a loan of 5 million euros over ten years for a hall (ID 77) and a grant for wells."
    assert "flow: loan" not in features_of(words_of(text), {"flow": kinds})
