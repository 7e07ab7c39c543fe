from datetime import date

import pytest

from dragoman.follow.brief import make_brief
from dragoman.follow.markdown import to_markdown
from dragoman.values import CountryCode
from tests.follow.conftest import event, figure, grant, instrument, parties, post

CHL, VNM = CountryCode("CHL"), CountryCode("VNM")
TODAY = date(2020, 6, 1)


@pytest.fixture
def brief(ledger):
    """The brief on Chile and Vietnam as it stands at the time of asking."""
    return lambda **known: make_brief(ledger, CHL, VNM, **{"as_of": TODAY} | known)


def headings(brief):
    return [section.heading for section in brief.sections]


def titles(brief, heading):
    (section,) = [section for section in brief.sections if section.heading == heading]
    return [line.entry.title for line in section.lines]


def section(brief, heading):
    return next(section for section in brief.sections if section.heading == heading)


def sums(brief):
    found = [each for section in brief.sections for each in section.sums]
    return [(s.noun, s.giver, s.amount.value, sorted(line.entry.title for line in s.lines)) for s in found]


def test_each_kind_has_its_place(tell, brief):
    tell(
        "News", "2019-02-01",
        event("Talks"), event("Protest note", type="statement"), event("Visit ahead", stage="planned", type="visit"),
        grant("A school", 900), grant("A clinic", 80, stage="done"),
        grant("A deal in wine", type="trade", stage="done"),
        grant("Joint research", type="cooperation", stage="underway"), instrument("Treaty"),
        figure("salmon", 14), figure("aid", 9, measure="aid", unit="NOK"), figure("bridges", 3, measure="count"),
        post("Ingrid Dahl", "minister", "Chile", "CHL"),
    )  # fmt: skip
    made = brief()
    assert headings(made) == [
        "Posts", "Instruments", "Money", "Trade", "Meetings and visits", "What is promised", "Joint work",
        "Other events", "Other figures",
    ]  # fmt: skip
    assert titles(made, "Money") == ["A clinic", "aid"]
    assert titles(made, "Trade") == ["A deal in wine", "salmon"]
    assert titles(made, "What is promised") == ["A school", "Visit ahead"]
    assert [part.heading for part in section(made, "Posts").parts] == ["Chile"]


def test_nothing_about_other_states(tell, brief):
    tell("News", "2019-02-01", event("Talks", parties=parties("CHL", "NOR")))
    assert brief().sections == ()


def test_posts_of_other_states_and_of_other_documents_are_left_out(tell, brief):
    tell("News", "2019-02-01", event("Talks"), post("Ola Berg", "envoy", "Norway", "NOR"))
    tell("Elsewhere", "2019-02-02", post("Ana Soto", "mayor", "Chile", "CHL"))
    assert "Posts" not in headings(brief())


def test_encounters_stand_in_order_of_time(tell, brief):
    tell("News", "2019-02-01", event("Second", date="2018-05-02"), event("Never dated"), event("First", date="2017"))
    assert titles(brief(), "Meetings and visits") == ["First", "Second", "Never dated"]


def test_what_two_documents_say_of_one_thing_is_one_line_with_its_history(tell, brief):
    tell("Plan", "2018-01-05", instrument("Treaty on fishing quotas", stage="planned"))
    tell("Signed", "2019-03-04", instrument("Treaty on fishing quotas", stage="agreed"))
    (part,) = section(brief(), "Instruments").parts
    (line,) = part.lines
    assert (part.heading, line.stages, len(line.sources)) == ("Agreed", ("planned", "agreed"), 2)


@pytest.mark.parametrize(
    ("due", "overdue"), [("2020-05", True), ("2020-06", False), ("2019", True), ("2020", False), ("2018/..", False)]
)
def test_a_promise_is_overdue_after_the_last_day_that_was_set(tell, brief, due, overdue):
    tell("News", "2018-02-01", grant("A school", due=due))
    assert [line.overdue for line in section(brief(), "What is promised").lines] == [overdue]


def test_a_planned_event_is_due_at_its_date_and_settled_by_one_that_took_place(tell, brief):
    tell("News", "2018-02-01", event("Visit in May", type="visit", stage="planned", date="2018-05"))
    assert [line.overdue for line in section(brief(), "What is promised").lines] == [True]
    tell("Later", "2018-05-20", event("Talks in the capital", type="meeting", date="2018-05-12"))
    (line,) = section(brief(), "What is promised").lines
    assert not line.overdue
    assert line.kept.entry.title == "Talks in the capital"
    assert f"planned, took place: `{line.kept.key[:8]}` — *News*" in to_markdown(brief())


def test_overdue_promises_come_first(tell, brief):
    tell("News", "2018-02-01", grant("Later", due="2021"), grant("Some day"), grant("Late", due="2019"))
    assert titles(brief(), "What is promised") == ["Late", "Later", "Some day"]


def test_seen_from_an_earlier_day_later_documents_are_not_known(tell, brief):
    tell("Early", "2018-02-01", event("Talks"))
    tell("Late", "2020-02-01", event("More talks"))
    assert titles(brief(as_of=date(2019, 1, 1)), "Meetings and visits") == ["Talks"]


def test_since_leaves_out_what_was_before(tell, brief):
    tell("News", "2019-02-01", event("Old", date="2009"), event("New", date="2018"))
    assert titles(brief(since=2010), "Meetings and visits") == ["New"]


def test_grants_of_one_currency_are_summed(tell, brief):
    tell(
        "News", "2019-02-01", grant("A school", 900), grant("A well", 100), grant("A road", 5, unit="EUR"),
        grant("A plan", 70, stage="planned"),
    )  # fmt: skip
    assert sums(brief()) == [("grants", "CHL", 1000, ["A school", "A well"])]


def test_what_is_given_and_what_is_agreed_are_summed_apart(tell, brief):
    given = grant("A road", 50, stage="done"), grant("A bridge", 30, stage="underway")
    tell("News", "2019-02-01", grant("A school", 900), grant("A well", 100), *given)
    assert [value for _, _, value, _ in sums(brief())] == [80, 1000]


def test_a_total_and_money_of_many_years_are_not_added_to_their_parts(tell, brief):
    parts = grant("A school", 900), grant("A well", 100)
    tell("News", "2019-02-01", *parts, grant("In all", 1000), grant("So far", 7000, date="2004/.."))
    assert sums(brief()) == [("grants", "CHL", 1000, ["A school", "A well"])]


def test_two_grants_of_the_same_size_are_no_total(tell, brief):
    tell("News", "2019-02-01", grant("A school", 900), grant("A well", 900))
    assert sums(brief()) == [("grants", "CHL", 1800, ["A school", "A well"])]


def test_no_sum_of_what_is_unsure_or_has_no_receiver(tell, brief):
    alone = parties("CHL", roles=("funder",)) + parties("VNM")
    tell(
        "News",
        "2019-02-01",
        grant("A school", 900),
        grant("A well", 100, confidence=0.3),
        grant("A road", 5, parties=alone),
    )
    assert sums(brief()) == []


def test_one_sum_in_two_documents_is_counted_once(tell, brief):
    tell("News", "2019-02-01", grant("A school", 900), grant("A well", 100))
    tell("Again", "2019-02-02", grant("Money for the school", 900))
    assert sums(brief()) == [("grants", "CHL", 1000, ["A school", "A well"])]


def test_each_line_of_the_page_has_its_source(tell, ledger, brief):
    tell("A *bold* title", "2019-02-01", event("Talks", date="2019-01-30", said_by="Ana Soto"))
    (key,) = [stored.key for stored in ledger.entries()]
    page = to_markdown(brief())
    assert page.splitlines()[0] == f"# Chile (CHL) and {VNM.country} (VNM)"
    assert (
        f"- **2019-01-30** meeting: Talks, done, said by Ana Soto — *A \\*bold\\* title*, 2019-02-01, `{key[:8]}`"
        in page.splitlines()
    )


def test_a_sum_names_its_parts(tell, ledger, brief):
    tell("News", "2019-02-01", grant("A school", 900), grant("A well", 100))
    (line,) = [line for line in to_markdown(brief()).splitlines() if "together" in line]
    assert line.startswith("2 grants by Chile that are agreed come to NOK 1,000 together: `")
    assert all(stored.key[:8] in line for stored in ledger.entries())


def test_promises_say_when_they_were_due(tell, brief):
    tell("News", "2018-02-01", grant("A school", due="2019"))
    assert "agreed, **overdue** since 2019 — *News*" in to_markdown(brief())


def test_a_line_that_the_reader_is_not_sure_of_says_so(tell, brief):
    tell("News", "2018-02-01", event("Talks", confidence=0.3), event("A call", confidence=0.9, type="call"))
    marked = [line for line in to_markdown(brief()).splitlines() if line.startswith("- ") and "*unsure*" in line]
    assert len(marked) == 1
    assert "Talks" in marked[0]


def test_the_page_says_how_to_see_the_sentences(tell, ledger, brief):
    tell("News", "2018-02-01", event("Talks"))
    (key,) = [stored.key for stored in ledger.entries()]
    assert f"`dragoman show {key[:8]}`" in to_markdown(brief())
