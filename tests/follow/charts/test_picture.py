import itertools
import re

import pytest

from dragoman.follow.charts import Bar, dark_rules, money_chart
from dragoman.follow.charts.picture import COLOURS, DARK, GREY, year_of
from dragoman.values import Edtf, Unit

# Severe colour blindness after Machado, Oliveira and Fernandes (2009), on linear RGB.
SIGHTS = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
TO_XYZ = ((0.4339, 0.3762, 0.1899), (0.2126, 0.7152, 0.0722), (0.0177, 0.1095, 0.8729))  # white is 1, 1, 1


def linear(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def times(matrix, vector):
    return [sum(one * other for one, other in zip(row, vector, strict=True)) for row in matrix]


def lab(colour, sight):
    seen = [min(1, max(0, part)) for part in times(SIGHTS[sight], linear(colour))]
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in times(TO_XYZ, seen))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def contrast(one, other):
    low, high = sorted(times(TO_XYZ, linear(colour))[1] for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("colours", "page"), [((*COLOURS, GREY), "#fdfcfa"), (tuple(DARK.values()), "#16181b")])
def test_colours_stand_out_from_the_page_and_each_other_for_every_sight(colours, page):
    assert min(contrast(colour, page) for colour in colours) >= 3
    for sight in SIGHTS:
        for one, other in itertools.combinations(colours, 2):
            apart = sum((a - b) ** 2 for a, b in zip(lab(one, sight), lab(other, sight), strict=True)) ** 0.5
            assert apart >= 15, (sight, one, other)


@pytest.fixture
def picture():
    bars = [Bar(2018, "Health & water", 5e6), Bar(2020, "日本 <i>", 2e6)]
    return money_chart('Grants "so far"', bars, Unit("NOK"))


def test_a_drawing_says_what_it_shows_and_takes_the_colour_of_the_words_around_it(picture):
    drawn = picture.svg()
    assert drawn.startswith('<svg role="img" aria-label="Grants &quot;so far&quot;. NOK 7 million in all')
    assert 'fill="currentColor"' in drawn
    assert "日本 &lt;i&gt;" in drawn
    assert not re.search(r"(?:href|src|url)\W*(?:=|\()\W*http", drawn)


def test_a_png_has_a_size_by_its_scale(picture):
    small, large = picture.png(1), picture.png(2)
    assert small.startswith(b"\x89PNG")
    widths = [int.from_bytes(data[16:20], "big") for data in (small, large)]
    assert widths[1] == 2 * widths[0]


def test_a_notebook_shows_it_and_can_change_it(picture):
    assert picture._repr_svg_() == picture.svg()
    assert picture.altair().to_dict()["config"]["axis"]["gridOpacity"] == 0.14


def test_the_same_picture_is_drawn_the_same(picture):
    assert picture.svg() == picture.svg()


def test_dark_rules_name_every_colour_within_a_place():
    rules = dark_rules(".dark").splitlines()
    assert len(rules) == 2 * len(DARK)
    assert rules[0] == f".dark svg [fill='{COLOURS[0]}'] {{ fill: {DARK[COLOURS[0]]}; }}"


@pytest.mark.parametrize(("when", "year"), [("2016", 2016.0), ("2016-07-02", 2016.5), ("2016/2018", 2016.0)])
def test_a_date_is_a_place_on_the_axis(when, year):
    assert year_of(Edtf(when)) == pytest.approx(year, abs=0.01)
