"""Who a sentence names, of what kind, and of which state."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.language import parse
from dragoman.reading.people.actors import find_actors
from dragoman.reading.states.leaders import known_leader

TRADE = """the of and , . ( ) Mr Prime Minister President Ambassador to Chad Japan Chinese government Embassy Ministry
Trade Li Wei ACME - 's H.E. in was He US Tokyo signed former"""


def named(text, home=None):
    return {actor.name: (actor.code, actor.kind) for actor in find_actors(parse(text), home)}


@pytest.mark.parametrize(
    "text, name, code, kind",
    [
        ("Talks were held with Uruguay.", "Uruguay", "URY", "state"),
        (
            "The loan to the Democratic Republic of the Congo was signed.",
            "Democratic Republic of the Congo",
            "COD",
            "state",
        ),
        ("The Republic of Congo signed.", "Republic of Congo", "COG", "state"),
        ("A road in PNG was opened.", "PNG", "PNG", "state"),
        ("North Korea and South Korea met.", "North Korea", "PRK", "state"),
        ("Guinea-Bissau thanked Papua New Guinea.", "Guinea-Bissau", "GNB", "state"),
        ("The U.S. signed.", "U.S.", "USA", "state"),
        ("Zaire and the Soviet Union agreed.", "Soviet Union", "SUN", "state"),
        ("Zaire and the Soviet Union agreed.", "Zaire", "COD", "state"),
        ("Burma protested.", "Burma", "MMR", "state"),
        ("Côte d’Ivoire welcomed the step.", "Côte d’Ivoire", "CIV", "state"),
        ("The Norwegian government agreed.", "Norwegian government", "NOR", "government"),
        ("The Government of Botswana agreed.", "Government of Botswana", "BWA", "government"),
        ("Ankara rejected the proposal.", "Ankara", "TUR", "government"),
        ("The Kremlin denied it.", "Kremlin", "RUS", "government"),
        ("The meeting took place in Ankara.", "Ankara", "TUR", "place"),
        ("A group of Kenyan farmers arrived.", "Kenyan farmers", "KEN", "group"),
        ("Portuguese enterprises took part.", "Portuguese enterprises", "PRT", "group"),
        ("The Embassy of Peru thanked them.", "Embassy of Peru", "PER", "organisation"),
        ("The Ministry of Health of Togo signed.", "Ministry of Health of Togo", "TGO", "organisation"),
        ("JICA sent experts.", "JICA", "JPN", "organisation"),
        ("The United Nations appealed for calm.", "United Nations", None, "organisation"),
        ("The Brazilian-Chilean Trade Council met.", "Brazilian-Chilean Trade Council", None, "organisation"),
        ("The bridge at Mombasa was opened.", "Mombasa", "KEN", "place"),
        ("They toured Hokkaido.", "Hokkaido", "JPN", "place"),
        ("Ministers arrived in Port-au-Prince.", "Port-au-Prince", "HTI", "place"),
        ("The Mercosur summit opened.", "Mercosur", None, "organisation"),
    ],
)
def test_an_actor_is_found_with_its_state_and_kind(text, name, code, kind):
    assert named(text).get(name) == (code, kind)


def test_an_adjective_alone_is_a_demonym():
    assert named("They signed a Hungarian treaty.")["Hungarian"] == ("HUN", "demonym")


def test_the_pronoun_us_is_no_state():
    assert named("They told us that it helped us.") == {}


def test_the_price_in_us_dollars_names_no_state():
    assert "USA" not in {code for code, _ in named("It cost US$5 million, or 5 million US dollars.").values()}


def test_a_ministry_of_no_state_is_of_the_dateline():
    text = "SUVA, 3 May 2019. Togo will help Togolese people. The Foreign Ministry called the envoy of Togo."
    assert named(text)["Foreign Ministry"][0] == "FJI"


def test_a_dateline_is_no_actor():
    assert "Nairobi" not in {a.name for a in find_actors(parse("Nairobi (KNA) - The two ministers met on Monday."))}


def test_an_acronym_keeps_the_state_of_the_name_it_was_given_with():
    actors = find_actors(parse("The Kenya National Highways Authority (KNHA) signed. Later KNHA paid."))
    assert [a.code for a in actors if a.name == "KNHA"] == ["KEN", "KEN"]


def test_a_body_of_two_states_knows_both():
    actor = next(a for a in find_actors(parse("The China-Uganda Friendship Hospital was opened.")))
    assert set(actor.states) == {"CHN", "UGA"}


def test_a_government_without_a_name_is_that_of_the_state_that_speaks():
    assert named("My Government will help Samoa.", home="NZL")["Government"] == ("NZL", "government")


@pytest.mark.parametrize(
    "text, name, code, post",
    [
        ("Kenyan President Mary Otieno arrived.", "Mary Otieno", "KEN", "Kenyan President"),
        ("The Prime Minister of Fiji, Mr Jone Vula, spoke.", "Jone Vula", "FJI", "Prime Minister of Fiji"),
        ("Ana Silva, Minister of Trade of Chile, spoke.", "Ana Silva", "CHL", "Minister of Trade of Chile"),
        (
            "H.E. Dr. Karim Haddad, Ambassador of Jordan to Peru, spoke.",
            "Karim Haddad",
            "JOR",
            "Ambassador of Jordan to Peru",
        ),
        ("His Peruvian counterpart, Trade Minister Quispe, agreed.", "Quispe", "PER", "Trade Minister"),
        ("Prime Minister Larsen of Denmark will come.", "Larsen", "DNK", "Prime Minister"),
    ],
)
def test_a_person_has_the_post_and_the_state_that_the_text_gives(text, name, code, post):
    person = next(a for a in find_actors(parse(text)) if a.kind == "person")
    assert (person.name, person.code, person.post) == (name, code, post)


@pytest.mark.parametrize(
    "text, name",
    [
        pytest.param(
            "Ambassador of Ghana to Chile Kofi Mensah spoke.", "Kofi Mensah", id="a name right behind a state"
        ),
        pytest.param(
            "They met Ambassador Extraordinary and Plenipotentiary of Chile to Ghana Pedro Vidal.",
            "Pedro Vidal",
            id="a post in several words",
        ),
    ],
)
def test_a_person_is_one_name_and_nothing_of_the_post(text, name):
    assert [a.name for a in find_actors(parse(text)) if a.kind == "person"] == [name]


def test_a_surname_stands_for_the_person_named_before():
    actors = find_actors(parse("The Minister of Trade of Chile, Mrs Ana Silva, spoke first. Then Mrs Silva left."))
    assert [(a.name, a.code) for a in actors if a.kind == "person"] == [("Ana Silva", "CHL")] * 2


def test_a_post_stands_for_its_holder_who_is_not_named():
    assert named("The Foreign Minister of Malta spoke.")["Foreign Minister of Malta"] == ("MLT", "person")


@settings(max_examples=30)
@given(st.text(max_size=80))
def test_any_text_is_read_and_offsets_lie_within_it(text):
    doc = parse(text)
    actors = find_actors(doc)
    ends = [0, *(a.end for a in actors)]
    assert all(last <= a.start < a.end <= len(doc.text) for last, a in zip(ends, actors, strict=False))


@settings(max_examples=30)
@given(st.lists(st.sampled_from(TRADE.split()), max_size=25).map(" ".join))
def test_words_of_the_trade_in_any_order_slice_to_their_names(text):
    doc = parse(text)
    for actor in find_actors(doc, "JPN"):
        words = doc.text[actor.start : actor.end].split()
        assert " ".join(words) == actor.name or actor.kind == "person"
        assert actor.head < len(doc)


@pytest.mark.parametrize("state, code", [("Equatorial Guinea", "GNQ"), ("Guinea-Bissau", "GNB"), ("Mali", "GIN")])
def test_a_shared_name_is_that_of_the_state_named_otherwise(state, code):
    codes = [a.code for a in find_actors(parse(f"The loan went to {state}. Guinea will repay it."))]
    assert codes[1] == code


@pytest.mark.parametrize(
    "text, code",
    [
        ("The king of Spain opened a school in Valencia.", "ESP"),
        ("Venezuela and Colombia built a school in Valencia.", "VEN"),
        ("The ministers of Panama and Costa Rica met in San José.", "CRI"),
        ("The king of Spain opened a school in Melbourne, Australia, with the United States.", "AUS"),
    ],
)
def test_a_city_of_several_states_is_that_of_the_state_named_otherwise(text, code):
    town = max(find_actors(parse(text)), key=lambda actor: actor.name in ("Valencia", "San José", "Melbourne"))
    assert town.code == code


def test_a_small_town_of_a_state_that_is_not_named_is_another_of_its_name():
    text = "Argentina and Paraguay built a plant in Villeta. {} paid for it."
    assert "COL" not in {actor.code for actor in find_actors(parse(text.format("Argentina")))}
    assert "Villeta" in {actor.name for actor in find_actors(parse(text.format("Colombia")))}


@pytest.mark.parametrize("tongue", ["Portuguese-speaking countries", "a Portuguese language school"])
def test_a_tongue_is_no_state(tongue):
    assert "PRT" not in {a.code for a in find_actors(parse(f"The minister of Kenya spoke of {tongue} in Nairobi."))}


@pytest.mark.parametrize(
    "name, code",
    [
        ("José Eduardo dos Santos", "AGO"),
        ("J. E. dos Santos", "AGO"),
        ("Rita Santos", None),
        ("Aleksandr Lukashenko", "BLR"),
    ],
)
def test_a_leader_is_known_by_all_of_the_name(name, code):
    assert known_leader(name, 2015) == code


@pytest.mark.parametrize("name, code", [("Mugabe government", "ZWE"), ("Pinochet junta", "CHL")])
def test_a_government_is_called_by_who_leads_it(name, code):
    assert named(f"The {name} released nine priests.")[name] == (code, "government")


def test_who_led_a_state_for_long_is_known_by_the_surname():
    found = named("Colonel Gaddafi sent envoys to Malta, and Mr Mugabe to Laos.")
    assert (found["Gaddafi"][0], found["Mugabe"][0]) == ("LBY", "ZWE")


@pytest.mark.parametrize("name, code", [("Castro government", "CUB"), ("Obama administration", "USA")])
def test_of_leaders_of_one_name_the_one_who_led_longest_is_meant(name, code):
    assert named(f"The {name} sent an envoy to Laos.")[name][0] == code


def test_a_leader_named_like_a_town_is_a_person():
    assert named("Chile's Ricardo Lagos met the king of Laos.")["Ricardo Lagos"] == ("CHL", "person")


def test_a_treaty_called_after_a_town_is_not_about_it():
    assert "Cotonou" not in named("Fiji and Samoa meet every year under Article 8 of the Cotonou Agreement.")
    assert "Cotonou" in named("Fiji and Samoa met in Cotonou.")


def test_a_title_that_is_cut_from_its_name_is_nobody():
    found = named("Malaysian Prime Minister Dato' Seri Abdullah Ahmad Badawi met Peru's envoy.")
    assert "Abdullah Ahmad Badawi" in found
    assert not any("Dato" in name for name in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Their Majesties King Tupou and Queen Sofia of Tonga came.", [("Tupou", "TON"), ("Sofia", "TON")]),
        ("King Birendra of Nepal came to Lima.", [("Birendra", "NPL")]),
        ("They met in King Street of Lima.", []),
    ],
    ids=["a pair", "behind a crown", "a street"],
)
def test_a_king_is_named_behind_his_crown(text, expected):
    assert [(a.name, a.code) for a in find_actors(parse(text)) if a.kind == "person"] == expected
