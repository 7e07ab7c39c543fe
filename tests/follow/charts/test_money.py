from dragoman.follow.charts import Bar, money_chart
from dragoman.values import Unit

NOK = Unit("NOK")


def chart(*bars):
    return money_chart("Grants", bars, NOK)


def test_years_without_money_are_drawn_but_not_listed():
    picture = chart(Bar(2016, "Health", 100), Bar(2019, "Health", 50))
    assert picture.header == ("Year", "Health", "Total")
    assert picture.rows == (("2016", "100", "100"), ("2019", "50", "50"))
    assert ">2017<" in picture.svg()


def test_money_of_no_known_year_stands_last():
    picture = chart(Bar(None, "Health", 10), Bar(2019, "Health", 50))
    assert [row[0] for row in picture.rows] == ["2019", "no year"]


def test_the_sentence_says_what_the_eye_sees():
    picture = chart(Bar(2016, "Health", 3e6), Bar(2019, "Energy", 1e6, agreed=True))
    assert picture.sentence == (
        "NOK 4 million in all, NOK 1 million of it only agreed so far (pale), the most in 2016 (3 million), "
        "the most for health (3 million)."
    )


def test_small_sectors_go_together():
    bars = [Bar(2016, f"Sector {number}", 10.0 + number) for number in range(8)]
    picture = chart(*bars)
    assert picture.header == ("Year", *(f"Sector {n}" for n in (7, 6, 5, 4, 3)), "Other sectors", "Total")
    assert picture.rows[0][-2:] == ("33", "108")


def test_one_sum_is_no_chart():
    assert chart(Bar(2016, "Health", 100), Bar(2016, "Health", 50)) is None
    assert chart() is None
