import pytest

from dragoman.ledger.actors import place_key


@pytest.mark.parametrize(
    ("names", "country"),
    [
        (("Peking", "Beijing"), "CHN"),
        (("Saigon", "Ho Chi Minh City"), "VNM"),
        (("City of Sendai", "Sendai City", "Sendai"), "JPN"),
        (("Minsk Oblast", "Minsk Region", "Region of Minsk"), "BLR"),
    ],
)
def test_names_of_one_place_have_one_key(names, country):
    assert len({place_key(name, country) for name in names}) == 1


def test_a_region_is_not_the_city_that_it_is_called_after():
    assert place_key("Minsk Region", "BLR") != place_key("Minsk", "BLR")
    assert place_key("Hiroshima Prefecture", "JPN") != place_key("Hiroshima", "JPN")


def test_the_country_tells_places_of_one_name_apart():
    assert place_key("Victoria", "SYC") != place_key("Victoria", "CAN")


def test_a_state_is_itself_and_a_known_city_needs_no_country():
    assert place_key("the Republic of Korea") == "state KOR"
    assert place_key("Canberra") == place_key("Canberra", "AUS") == "geonames 2172517"
