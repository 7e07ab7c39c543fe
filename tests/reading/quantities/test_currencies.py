"""What stands for a currency, and which state's it is."""

import pytest

from dragoman.reading.quantities.currencies import coins, dollars, former_territories, forms, predecessors, territories


def meant(where, text):
    """The currencies that the whole of a text may stand for at a place beside a number."""
    found = forms(where).after(text, 0)
    return found[0] if found and found[1] == len(text) else ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("Kenyan shillings", "KES", id="of a state by its adjective"),
        pytest.param("Kenya shillings", "KES", id="of a state by its name"),
        pytest.param("Thai bahts", "THB", id="in a plural that CLDR does not have"),
        pytest.param("naira", "NGN", id="a name that one currency has"),
        pytest.param("Costa Rican colones", "CRC", id="in the plural of its language"),
        pytest.param("Swedish crowns", "SEK", id="by its English name"),
        pytest.param("Jamaican dollars", "JMD", id="one of many dollars"),
        pytest.param("usd", "USD", id="a code in small letters"),
    ],
)
def test_names_behind_a_number(text, code):
    assert meant("after", text) == (code,)


@pytest.mark.parametrize("text", ["crowns", "shilling of Kenya", "kg"])
def test_what_names_no_currency_alone(text):
    assert meant("after", text) == ()


@pytest.mark.parametrize(
    ("where", "text", "code"),
    [
        ("before", "US$", "USD"),
        ("before", "KES", "KES"),
        ("before", "CLP$", "CLP"),
        ("before", "$", "$"),
        ("before small", "usd", "USD"),
        ("code", "NOK", "NOK"),
        ("spelt", "Pakistani rupees", "PKR"),
        ("of a dollar", "Jamaican", "JMD"),
    ],
)
def test_forms_at_other_places(where, text, code):
    assert meant(where, text)[0] == code


@pytest.mark.parametrize(("where", "text"), [("before", "kes"), ("code", "nok")])
def test_codes_keep_their_capitals_where_small_letters_may_be_a_word(where, text):
    assert meant(where, text) == ()


@pytest.mark.parametrize(
    ("text", "code", "parts"),
    [("Canadian cents", "CAD", 100), ("Danish øre", "DKK", 100), ("fils", "KWD", 1000), ("fils", "AED", 100)],
)
def test_small_coins(text, code, parts):
    found = coins().after(text, 0)
    assert found and found[0][code] == parts


def test_which_codes_are_dollars():
    assert {"USD", "CAD", "FJD", "NAD"} <= dollars()
    assert "EUR" not in dollars()


def test_what_is_legal_tender_where():
    assert territories()["KEN"] == {"KES"}
    assert "DEM" not in territories()["DEU"]
    assert "DEM" in former_territories()["DEU"]


@pytest.mark.parametrize(
    ("today", "year", "then"), [("TRY", 1990, "TRL"), ("TRY", 2010, None), ("PLN", 1980, "PLZ"), ("USD", 1990, None)]
)
def test_a_currency_of_the_same_name_was_in_force_before(today, year, then):
    assert predecessors().get((today, year)) == then
