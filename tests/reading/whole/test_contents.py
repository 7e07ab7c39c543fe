"""What is told as the contents of a plan was set down when the plan was."""

import pytest

from dragoman import Reader, make_document
from dragoman.models import Activity, Evidence, Instrument
from dragoman.reading.paging import build_page
from dragoman.reading.whole.contents import Contents, dated_by_plan, find_contents
from dragoman.values import Edtf

PLAN = "On 4 May the ministers of Peru and Mali adopted an action plan. "
PUBLISHED = Edtf("2031-09-02")


def contents(text: str) -> list[tuple[str, str]]:
    return [
        (text[told.plan : told.start].strip(), text[told.start : told.end]) for told in find_contents(build_page(text))
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "It envisages building a port.",
        "The plan also includes scholarships for twenty nurses.",
        "In addition, it provides for joint work on water.",
    ],
)
def test_a_sentence_that_tells_what_a_plan_holds(sentence):
    assert contents(PLAN + sentence) == [(PLAN.strip(), sentence)]


def test_several_sentences_tell_what_one_plan_holds():
    told = contents(PLAN + "It envisages building a port. Moreover, it contains a proposal to train nurses.")
    assert [plan[: len(PLAN) - 1] for plan, _ in told] == [PLAN.strip()] * 2


def test_what_is_told_of_a_plan_in_between_does_not_part_it_from_its_contents():
    ((plan, _),) = contents(PLAN + "The plan runs until 2035. It envisages building a port.")
    assert plan.startswith(PLAN.strip())


@pytest.mark.parametrize(
    "sentence",
    [
        "They met in Lima.",
        "The delegation included two bankers.",
        "A plan of Chile includes a road.",
        "Peru will build a port.",
    ],
)
def test_other_sentences_tell_no_contents(sentence):
    assert contents(PLAN + sentence) == []


def _plan(date: str) -> Instrument:
    return Instrument(
        type="plan", title="Action plan", stage="agreed", date=Edtf(date), evidence=(Evidence(start=9, end=40),)
    )


def _work(**fields: object) -> Activity:
    given = {
        "type": "construction",
        "title": "Port",
        "stage": "planned",
        "evidence": (Evidence(start=70, end=90),),
    } | fields
    return Activity.model_validate(given)


def _dated(plan: Instrument, work: Activity) -> Edtf | None:
    told = Contents(plan=0, start=64, end=95)
    return dated_by_plan([plan, work], [told], PUBLISHED)[1].date


def test_work_yet_to_come_has_the_date_of_its_plan():
    assert _dated(_plan("2031-05-04"), _work()) == "2031-05-04"


@pytest.mark.parametrize(
    "work",
    [_work(date=Edtf("2032")), _work(stage="done"), _work(evidence=(Evidence(start=99, end=120),))],
    ids=["a date of its own", "what is done", "another sentence"],
)
def test_other_work_has_not(work):
    assert _dated(_plan("2031-05-04"), work) == work.date


def test_a_plan_of_a_day_to_come_dates_nothing():
    assert _dated(_plan("2032-01-01"), _work()) is None


def test_a_whole_text_is_read_so():
    text = (
        "On 4 May 2031 the foreign ministers of Peru and Mali signed an agreement on cooperation in Lima. "
        "It envisages cooperation in fisheries."
    )
    (work,) = [e for e in Reader().read(make_document(text, id="x", date=PUBLISHED)).entries if e.kind == "activity"]
    assert work.date == "2031-05-04"
