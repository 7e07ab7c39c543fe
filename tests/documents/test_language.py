"""The language of the beginning of a text."""

import sys

import pytest

from dragoman.documents.language import find_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministers of Kenya and Fiji met in Suva and signed a pact.", "en"),
        ("Friendship Society of Suva Nairobi Chapter Host Institution Fiji National University Partner Kenyatta", "en"),
        ("Nigerian President Olusegun Obasanjo received Benin's foreign minister in Abuja.", "en"),
        ("Goment don tok say dem go helep Niger wit moni to build skul for Zinder.", "pcm"),
        ("Le ministre des affaires étrangères du Pérou est arrivé hier à Oslo pour une visite de trois jours.", "fr"),
        ("De minister is in Den Haag en was gisteren over de handel in gesprek met de gast uit Chili.", "nl"),
        ("Министры Сербии и Киргизии встретились в Белграде.", "ru"),
        ("Fiji, 2019.", None),
        ("12 345 678 91011 1213 14151617", None),
    ],
)
def test_language_is_told(text, language):
    assert find_language(text) == language


def test_plain_english_does_not_load_the_classifier(monkeypatch):
    monkeypatch.setitem(sys.modules, "py3langid", None)
    assert find_language("The ministers of the two states have signed this pact with their partners.") == "en"
