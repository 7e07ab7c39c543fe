import re

from dragoman.follow.charts.world import Spot, world_map

HANOI = Spot("Hanoi", 21.03, 105.85, 4)
OSLO = Spot("Oslo", 59.91, 10.74, 1)
CHILE = Spot("Chile", -33.46, -70.65, 2, whole=True)


def test_no_places_make_no_map():
    assert world_map("Places", []) is None


def test_the_sentence_and_the_table_say_what_is_drawn():
    made = world_map("Places", [OSLO, HANOI, CHILE])
    assert made.sentence.startswith("3 places, most often Hanoi 4, Chile (as a whole) 2, Oslo 1.")
    assert "Squares" in made.sentence
    assert made.rows[0] == ("Hanoi", "21.03", "105.85", "4")


def test_a_map_needs_no_network_and_names_its_places():
    drawn = world_map("Places", [HANOI, OSLO, CHILE]).svg()
    assert drawn.startswith('<svg role="img" aria-label="Places.')
    assert not re.search(r"(?:href|src)=", drawn)
    assert {"Hanoi", "Oslo", "Chile"} <= set(re.findall(r">([^<]+)</text>", drawn))


def test_places_near_one_another_show_a_part_of_the_world():
    whole = world_map("Places", [HANOI, CHILE]).svg()
    part = world_map("Places", [HANOI, Spot("Hue", 16.46, 107.6, 1)]).svg()
    assert len(part) < len(whole) / 4  # the coasts of one region only


def test_names_do_not_stand_on_one_another():
    near = Spot("Ha Dong", 20.97, 105.77, 1)
    drawn = world_map("Places", [HANOI, near, CHILE]).svg()
    assert "Ha Dong" not in re.findall(r">([^<]+)</text>", drawn)
    assert any(row[0] == "Ha Dong" for row in world_map("Places", [HANOI, near, CHILE]).rows)


def test_a_name_near_the_eastern_edge_stands_on_the_other_side_and_is_not_cut():
    drawn = world_map("Places", [Spot("Solomon Islands", -9.43, 159.95, 3, whole=True), CHILE]).svg()
    anchors = dict(re.findall(r'<text text-anchor="(\w+)"[^>]*>(Solomon Islands|Chile)</text>', drawn))
    assert {name: anchor for anchor, name in anchors.items()} == {"Solomon Islands": "end", "Chile": "start"}
