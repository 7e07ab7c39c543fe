import re

from dragoman.follow.charts import Point, series_chart
from dragoman.values import Edtf, Unit

TONNE = Unit("tonne")


def chart(*points):
    return series_chart("Trade", [Point(s, Edtf(p), v, *rest) for s, p, v, *rest in points], TONNE)


def test_a_series_runs_from_its_first_period_to_its_last():
    picture = chart(("Honey", "2018", 20.0), ("Honey", "2016", 14.0, True, "Customs"))
    assert picture.sentence == "Honey: 14 tonnes in 2016, 20 tonnes in 2018."
    assert picture.header == ("Series", "Period", "tonnes", "Source")
    assert picture.rows == (("Honey", "2016", "14", "Customs"), ("Honey", "2018", "20", ""))


def test_values_that_documents_disagree_on_stay_visible():
    picture = chart(("Honey", "2016", 14.0), ("Honey", "2016", 29.0, False, "Ministry"), ("Honey", "2017", 15.0))
    assert "Documents disagree on 2016" in picture.sentence
    assert ("Honey", "2016", "29 (other source)", "Ministry") in picture.rows
    assert 'stroke-dasharray="2,2"' in picture.svg()
    assert 'stroke-dasharray="2,2"' not in chart(("Honey", "2016", 14.0), ("Honey", "2017", 15.0)).svg()


def test_the_unit_stands_above_the_axis_and_labels_have_room_at_the_left():
    drawn = chart(("Honey", "2016", 14.0), ("Honey", "2017", 15.0)).svg()
    title = re.search(r'<text[^>]*transform="translate\(([^)]*)\)([^"]*)"[^>]*>tonnes<', drawn)
    across, down = map(float, title[1].split(","))
    assert (across, title[2]) == (0, "")
    assert down < 0
    assert float(re.search(r'transform="translate\((\d+)', drawn)[1]) >= 16


def test_a_single_value_is_no_series():
    assert chart(("Honey", "2016", 14.0), ("Wool", "2017", 3.0)) is None


def test_of_many_series_all_stand_in_the_table():
    points = [(f"Good {number}", str(year), 1.0 + number) for number in range(8) for year in (2016, 2017)]
    picture = chart(*points)
    assert len(picture.rows) == 16
    drawn = picture.svg()
    assert sum(f">Good {number}<" in drawn for number in range(8)) == 5
