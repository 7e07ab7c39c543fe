from dragoman.follow.charts import Moment, timeline
from dragoman.values import Edtf


def chart(*moments):
    return timeline("Meetings", [Moment(Edtf(when), kind, "Talks", *rest) for when, kind, *rest in moments])


def test_moments_stand_in_order_of_time():
    picture = chart(("2019-03", "call"), ("2016-05-01", "visit"), ("2021", "visit", True))
    assert picture.rows == (
        ("2016-05-01", "visit", "Talks"), ("2019-03", "call", "Talks"), ("2021", "visit (planned)", "Talks"),
    )  # fmt: skip
    assert picture.sentence == ("3 from 2016 to 2021: visit 2, call 1. Of these 1 was only planned (hollow).")
    assert picture.listed


def test_two_moments_are_no_timeline():
    assert chart(("2019-03", "call"), ("2016-05-01", "visit")) is None


def test_a_row_for_each_kind():
    picture = chart(("2019-03", "call"), ("2016-05-01", "visit"), ("2016", "visit"))
    assert "most in 2016 (2)" in picture.sentence
    drawn = picture.svg()
    assert ">call<" in drawn
    assert ">visit<" in drawn


def test_many_years_are_told_by_round_numbers():
    drawn = chart(("1957-07", "signing"), ("1973", "visit"), ("2014", "visit")).svg()
    assert all(f">{year}<" in drawn for year in (1960, 1990, 2010))
    assert ">1957<" not in drawn
