from datetime import date

import pytest

from dragoman.follow.brief import make_brief
from dragoman.values import CountryCode
from tests.follow.conftest import event, figure, grant, instrument, parties, post

CHL, VNM = CountryCode("CHL"), CountryCode("VNM")
TODAY = date(2020, 6, 1)


@pytest.fixture
def brief(ledger):
    """The brief on Chile and Vietnam as it stands at the time of asking."""
    return lambda **known: make_brief(ledger, CHL, VNM, **{"as_of": TODAY} | known)


@pytest.fixture
def full(tell, brief):
    """A brief with a bit of everything, names in several scripts included."""
    trading = {"parties": parties("CHL", "VNM", roles=("exporter", "importer")), "unit": "tonne"}
    tell(
        "Talks in Hà Nội — 河内", "2018-02-01",
        event("Talks with Нгуен Ван and 阮文 <b>loudly</b>", date="2018-01-30"),
        grant("A school in Өзгөн", 900, stage="done", date="2017", sector="110"),
        grant("A clinic", 80, stage="done", date="2018", sector="120"),
        figure("honey", 14, date="2016", **trading), figure("honey", 20, date="2017", **trading),
        instrument("Treaty on fishing & ports"), post("Ingrid Dahl", "foreign minister", "Chile", "CHL"),
        event("A fair", stage="planned", type="forum", date="2019-05", due="2019-05"),
    )  # fmt: skip
    tell("Fair news", "2018-03-01", event("A call", type="call", date="2018-02-27", confidence=0.2))
    return brief(new_since=date(2018, 2, 15))


def lines(brief, heading, part=None):
    """The lines of a section, or of one of its parts."""
    section = next((section for section in brief.sections if section.heading == heading), None)
    if section is None:
        return []
    return (
        list(section.all_lines())
        if part is None
        else [line for each in section.parts if each.heading == part for line in each.lines]
    )


def words(brief, heading, part=None):
    return [line.words for line in lines(brief, heading, part)]
