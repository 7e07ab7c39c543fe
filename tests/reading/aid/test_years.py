"""The years of an account: what each is told of, and how they stand to one another."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.reading.aid.years import date_candidates
from dragoman.reading.paging import build_page


def seen(text: str) -> dict[str, Mapping[str, float]]:
    """What is seen of each year that the text names."""
    return {str(c.value[0].edtf)[:4]: c.features for c in date_candidates(build_page(text), "loan")}


STADIUM = (
    "In 2004 a team from Peru visited the site. In March 2006 Spain signed the loan agreement for the stadium. "
    "Work began in 2007. The stadium was handed over in 2010."
)


def test_a_year_is_told_of_what_stands_nearest() -> None:
    years = seen(STADIUM)
    told = {
        year: next(k for k in ("leading up", "pledging", "beginning", "ending") if f"told: {k}" in years[year])
        for year in years
    }
    assert told == {"2004": "leading up", "2006": "pledging", "2007": "beginning", "2010": "ending"}


def test_the_years_stand_to_one_another() -> None:
    years = seen(STADIUM)
    assert "the only pledging" in years["2006"]
    assert {"after pledging", "beginning, after other pledging"} <= years["2007"].keys()
    assert {"before pledging", "5 to 9 before the latest", "the next is 2 later"} <= years["2004"].keys()


def test_of_two_pledges_one_comes_first() -> None:
    years = seen("In 2001 Peru pledged a loan. In 2003 Peru signed another loan agreement.")
    assert "before other pledging" in years["2001"]
    assert "after other pledging" in years["2003"]
    assert "no beginning" in years["2001"]


def test_a_year_may_be_told_of_nothing() -> None:
    assert "told: nothing" in seen("The ring road of 2005 is long.")["2005"]
