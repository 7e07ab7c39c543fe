"""Names of states and places as they are written, also with a slip of the pen."""

from __future__ import annotations

import pytest

from dragoman.reading.states.gazetteer import find_names


def states(text: str) -> list[str]:
    return [str(name.code) for name in find_names(text) if name.code]


@pytest.mark.parametrize(
    "text, code",
    [
        ("A bridge in Kyrgystan was opened.", "KGZ"),
        ("The Afgahnistan mission ended.", "AFG"),
        ("Talks in Mozambbique went on.", "MOZ"),
        ("A road in the Phillippines was mended.", "PHL"),
    ],
)
def test_one_slip_in_a_long_name_does_no_harm(text, code):
    assert states(text) == [code]


def test_who_has_the_name_of_a_town_is_no_place():
    assert states("The Queen Elizabeth Hospital and the Princess Victoria School in Barbados were closed.") == ["BRB"]
    assert states("They met in Victoria and in Elizabeth.") != []


@pytest.mark.parametrize("text", ["Mr Cameron spoke first.", "Professor Guinan taught there.", "Ms Romana wrote."])
def test_a_surname_is_no_slip(text):
    assert states(text) == []


@pytest.mark.parametrize(
    "place, code",
    [
        ("Nuku'alofa", "TON"),
        ("Sana'a", "YEM"),
        ("Port-au-Prince", "HTI"),
        ("Dar-es-Salaam", "TZA"),
        ("Chittagong", "BGD"),
        ("Gilgit-Baltistan", "PAK"),
        ("Anjouan", "COM"),
        ("Gorno-Badakhshan", "TJK"),
        ("Montserrat", "MSR"),
        ("Congo (DRC)", "COD"),
        ("Congo (K)", "COD"),
        ("Congo (B)", "COG"),
    ],
)
def test_places_are_known_as_they_are_written(place, code):
    assert states(f"A clinic in {place} was opened.") == [code]


def test_a_nigerian_is_of_nigeria_and_not_of_niger_beside_it():
    assert states("A Nigerian minister met the ambassador of Niger.") == ["NGA", "NER"]


@pytest.mark.parametrize(
    "text, code",
    [
        ("Congolese farmers fled the town of Bunia.", "COD"),  # a town in the one
        ("Congolese farmers fled to Rwanda.", "COD"),  # beside the one
        ("Congolese farmers fled to Gabon.", "COG"),
    ],
)
def test_a_name_of_two_states_is_told_by_towns_and_neighbours(text, code):
    assert states(text)[0] == code


@pytest.mark.parametrize("seat, code", [("Foggy Bottom", "USA"), ("La Moneda", "CHL"), ("The Beehive", "NZL")])
def test_a_government_is_called_by_its_seat(seat, code):
    assert states(f"{seat} sent its thanks to Laos.") == [code, "LAO"]


@pytest.mark.parametrize(
    "town, code", [("London, Ontario", "CAN"), ("Henderson, Western Australia", "AUS"), ("Augusta, Georgia", "USA")]
)
def test_a_town_lies_in_the_region_that_is_named_behind_it(town, code):
    names = find_names(f"The ship was built in {town}.")
    assert [(name.kind, name.code) for name in names] == [("region", code)] * 2


@pytest.mark.parametrize("town", ["Lima, Ohio", "Athens, Georgia", "Moscow, Idaho"])
def test_a_town_before_an_american_state_lies_there(town):
    assert set(states(f"A school in {town}, wrote to Laos.")) == {"USA", "LAO"}


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("He travels to Santiago, Chile. While in Santiago he will rest.", ["Santiago", "Santiago"]),
        ("She met him in Mbita, Kenya, and left Mbita.", ["Mbita"]),  # not listed, but led to
        ("She met Mbita, Kenya’s envoy.", []),
        ("In May, Kenya gave more.", []),
        ("The port of Victoria, Seychelles, is small.", ["Victoria"]),
    ],
)
def test_a_town_before_its_state_lies_there(text, towns):
    found = find_names(text)
    (code,) = {name.code for name in found}
    assert [text[n.start : n.end] for n in found if n.kind == "city"] == towns and code in ("CHL", "KEN", "SYC")


def test_states_in_a_row_are_no_american_towns():
    assert states("Ministers of Armenia, Georgia, and Laos met.") == ["ARM", "GEO", "LAO"]


@pytest.mark.parametrize("thing", ["Guinea pigs", "Brazil nuts", "French fries"])
def test_a_thing_named_after_a_state_is_none(thing):
    assert states(f"{thing} are sold in Laos.") == ["LAO"]


def test_a_province_called_after_a_quarter_of_the_compass_is_of_no_known_state():
    assert not [name for name in find_names("A clinic in the Eastern Province of the country.") if name.code]


@pytest.mark.parametrize(
    "text, code",
    [
        ("In 2009 China and the Dominican government signed.", "DMA"),
        ("In 2009 Spain and the Dominican government signed.", "DOM"),
        ("In 2019 China and the Dominican government signed.", "DOM"),
        ("China and the Dominican government signed.", "DOM"),
        ("In 2009 China, Spain and the Dominican government signed.", "DOM"),
        ("In 2009 China and the Dominican Republic met. The Dominican side signed.", "DOM"),
        ("In 1975 China and the Korean government signed.", "PRK"),
        ("In 1995 China and the Korean government signed.", "KOR"),
    ],
)
def test_who_did_not_recognise_the_other_side_is_not_meant(text, code):
    shared = next(name for name in find_names(text) if text[name.start : name.end] in ("Dominican", "Korean"))
    assert shared.code == code


@pytest.mark.parametrize("name", ["Unicef", "UNICEF", "Ecowas", "Nato", "Sinosure", "Interpol", "INTERPOL"])
def test_acronyms_that_are_spoken_may_be_written_as_words(name):
    assert [n.kind for n in find_names(f"The ministers asked {name} for help.")] == ["organisation"]


def test_what_is_called_after_a_city_is_not_in_it():
    assert find_names("The club of Kingston Beach met on London Road and at Perth Airport.")[-1].code == "AUS"
    assert [n.code for n in find_names("The club met at Kingston Beach.")] == []


def test_a_small_town_may_lend_its_name_to_a_gathering():
    assert [n.code for n in find_names("The Mildura Business Forum opened.")] == ["AUS"]
    assert find_names("The Mildura wines won.") == []
