from datetime import date

import pytest

from tests.follow.brief.conftest import lines, words
from tests.follow.conftest import event, figure, grant, instrument, parties, post


def headings(brief):
    return [section.heading for section in brief.sections]


def quotes(brief, line):
    return [brief.notes[number - 1].title for number in line.notes]


def test_each_kind_has_its_place(tell, brief):
    tell(
        "News", "2019-02-01",
        event("Talks"), event("Protest note", type="statement"), event("Visit ahead", stage="planned", type="visit"),
        grant("A clinic", 80, stage="done"),
        grant("A deal in wine", type="trade", stage="done"),
        grant("Joint research", type="cooperation", stage="underway"), instrument("Treaty"),
        figure("salmon", 14), figure("aid", 9, measure="aid", unit="NOK"), figure("bridges", 3, measure="count"),
        post("Ingrid Dahl", "minister", "Chile", "CHL"),
    )  # fmt: skip
    tell("Promises", "2019-02-02", grant("A school", 900))
    made = brief()
    assert [heading for heading in headings(made) if heading != "What the checks find"] == [
        "Who is who", "Instruments", "Money", "Trade", "Meetings and visits", "Promises", "Joint work",
        "Other events", "Other figures",
    ]  # fmt: skip
    assert words(made, "Money", "Given") == ["A clinic (NOK 80)"]
    assert words(made, "Money", "As the documents count it") == ["Aid: NOK 9"]
    assert sorted(words(made, "Trade")) == ["A deal in wine", "Salmon: 14 tonnes"]
    assert {"A school (NOK 900)", "Visit ahead"} <= set(words(made, "Promises"))


def test_nothing_about_other_states(tell, brief):
    tell("News", "2019-02-01", event("Talks", parties=parties("CHL", "NOR")))
    assert brief().sections == ()


def test_what_two_documents_say_of_one_thing_is_one_line_with_both_sources(tell, brief):
    tell("Plan", "2018-01-05", instrument("Treaty on fishing quotas in the south", stage="planned"))
    tell("Signed", "2019-03-04", instrument("Treaty on fishing quotas in the south", stage="agreed"))
    made = brief()
    (line,) = lines(made, "Instruments", "Agreed")
    assert line.standing == ("planned → agreed",)
    assert quotes(made, line) == ["Plan", "Signed"]


def test_a_restated_sum_replaces_the_earlier_one_which_stays_visible(tell, brief):
    known = {"date": "2018", "stage": "done", "sector": "120"}
    tell("First", "2018-04-01", grant("Maternity clinic in Antofagasta", 100_000, **known))
    tell("Second", "2019-04-01", grant("Maternity clinic in Antofagasta", 150_000, **known))
    made = brief()
    (line,) = lines(made, "Money", "Given")
    assert line.words == "Maternity clinic in Antofagasta (NOK 150,000)"
    assert [(aside.words, quotes(made, aside)) for aside in line.asides] == [("earlier NOK 100,000", ["First"])]


def test_what_takes_place_stands_latest_first_and_without_a_date_last(tell, brief):
    tell("News", "2019-02-01", event("Never dated"), event("First", date="2017"), event("Second", date="2018-05-02"))
    assert words(brief(), "Meetings and visits") == ["Second", "First", "Never dated"]


def test_an_overdue_promise_comes_first(tell, brief):
    tell("School news", "2018-02-01", grant("Later school", due="2021"))
    tell("Bridge news", "2018-02-01", grant("Late bridge", due="2019"))
    made = brief()
    (late,) = lines(made, "Promises", "Overdue")
    assert (late.words, late.marks, late.when, late.standing[0]) == (
        "Late bridge",
        ("overdue",),
        "2019",
        "overdue by 5 months",
    )
    assert words(made, "Promises", "Due and under way") == ["Later school"]


def test_of_the_overdue_the_latest_comes_first_and_of_the_coming_the_soonest(tell, brief):
    for name, due in (("Bridge", "2015"), ("Dam", "2018"), ("Port", "2024"), ("Road", "2022")):
        tell(f"{name} news", "2012-02-01", grant(f"{name} for the south", due=due))
    made = brief()
    assert words(made, "Promises", "Overdue") == ["Dam for the south", "Bridge for the south"]
    assert words(made, "Promises", "Due and under way") == ["Road for the south", "Port for the south"]


def test_seen_from_an_earlier_day_later_documents_are_not_known(tell, brief):
    tell("Early", "2018-02-01", event("Talks", date="2018-01-20"), grant("Port of Arica", 5, stage="planned"))
    tell("Late", "2020-02-01", event("More talks", date="2020-01-12"), grant("Port of Arica", 5, stage="done"))
    made = brief(as_of=date(2019, 1, 1))
    assert words(made, "Meetings and visits") == ["Talks"]
    assert words(made, "Money") == []
    assert made.documents == 1


def test_since_bounds_what_happened_but_not_what_stands(tell, brief):
    tell("News", "2009-02-01", event("Old", date="2009"), instrument("Treaty", date="2008"))
    tell("Road news", "2009-02-01", grant("A road", due="2010"))
    tell("Later", "2018-02-01", event("New", date="2018"))
    made = brief(since=2015)
    assert words(made, "Meetings and visits") == ["New"]
    assert words(made, "Instruments") == ["Treaty"]
    assert words(made, "Promises", "Overdue") == ["A road"]


def test_the_last_one_named_in_a_post_comes_before_earlier_holders(tell, brief):
    tell("Then", "2012-02-01", event("Talks"), post("Ana Soto", "foreign minister", "Chile", "CHL", date="2012"))
    tell(
        "Now", "2019-02-01", event("More"), post("Luz Vega", "Minister of Foreign Affairs", "Chile", "CHL", date="2019")
    )
    held = lines(brief(), "Who is who", "Chile")
    assert [(line.words.split(",")[0], line.standing) for line in held] == [
        ("Luz Vega", ()),
        ("Ana Soto", ("earlier",)),
    ]


def test_a_later_holder_is_known_from_documents_on_other_states(tell, brief):
    tell("Then", "2012-02-01", event("Talks"), post("Ana Soto", "foreign minister", "Chile", "CHL", date="2012"))
    tell("Elsewhere", "2019-02-01", post("Luz Vega", "foreign minister", "Chile", "CHL", date="2019"),
         post("Eva Ruiz", "mayor of Lota", "Chile", "CHL", date="2019"))  # fmt: skip
    assert [name.split(",")[0] for name in words(brief(), "Who is who", "Chile")] == ["Luz Vega", "Ana Soto"]


def test_what_is_new_since_a_day(tell, brief):
    treaty = "Treaty on whales and seals"
    tell(
        "Old",
        "2018-02-01",
        event("Old talks", date="2018-01-20"),
        instrument(treaty, stage="planned"),
    )
    tell(
        "New",
        "2019-03-01",
        event("New talks", date="2019-02-20"),
        instrument(treaty, stage="agreed"),
    )
    tell("Due", "2018-01-01", grant("Late bridge", due="2019"))
    made = brief(new_since=date(2019, 1, 1))
    assert headings(made)[0] == "New since 2019-01-01"
    assert words(made, "New since 2019-01-01", "Told for the first time") == ["New talks"]
    (moved,) = lines(made, "New since 2019-01-01", "Came along")
    assert (moved.words, moved.standing) == (treaty, ("now agreed, was planned",))
    assert words(made, "New since 2019-01-01", "Fell due") == ["Late bridge"]
    assert [line.marks for line in lines(made, "Meetings and visits")] == [("new",), ()]


def test_what_the_checks_find_stands_with_both_sources(tell, brief):
    trading = {"parties": parties("CHL", "VNM", roles=("exporter", "importer")), "unit": "tonne", "date": "2016"}
    tell("Ministry", "2018-02-01", figure("frozen salmon", 14, **trading))
    tell("Customs", "2018-03-01", figure("frozen salmon", 29, **trading))
    made = brief()
    (found,) = lines(made, "What the checks find", "To be looked at")
    assert "14 tonnes" in found.words
    assert "29 tonnes" in found.words
    assert sorted(quotes(made, found)) == ["Customs", "Ministry"]


@pytest.mark.parametrize("marked", ["*Talks in Lima", "# Talks in Lima", "“Talks in Lima", "_Talks in Lima"])
def test_a_quotation_begins_with_no_marks_of_its_own(tell, brief, marked):
    tell(marked, "2019-02-01", event("Talks", date="2019-01-30"))
    assert [note.quote.rstrip(".") for note in brief().notes] == ["Talks in Lima"]


def test_every_line_has_a_source(full):
    told = [line for section in full.sections for line in section.all_lines()]
    assert len(told) > 8
    assert all(line.notes for line in told)
    assert [note.number for note in full.notes] == list(range(1, len(full.notes) + 1))


@pytest.mark.parametrize("part", ["Last met: A call", "1 instrument in force.", "2 grants from Chile to"])
def test_what_matters_most_stands_at_a_glance(full, part):
    assert any(aside.words.startswith(part) for aside in full.glance)


def test_the_promises_at_a_glance_are_those_that_are_listed(tell, brief):
    tell("News", "2019-02-01", grant("A school", 900), instrument("Treaty on fishing quotas", stage="agreed"))
    made = brief()
    assert words(made, "Promises") == ["A school (NOK 900)"]
    assert [aside.words for aside in made.glance if "promise" in aside.words] == ["1 promise: 1 no news."]


def test_a_law_that_one_side_signs_is_no_meeting_of_both(tell, brief):
    talks = event("Talks in Lima", date="2018-01-20")
    tell("News", "2019-05-01", talks, event("The president signed the law", date="2019-04-13", type="signing"))
    assert next(aside.words for aside in brief().glance).startswith("Last met: Talks in Lima")


def test_sums_say_what_was_not_counted(tell, brief):
    parts = grant("A school", 900, stage="done"), grant("A well", 100, stage="done")
    tell("News", "2019-02-01", *parts, grant("So far", 7000, stage="done", date="2004/.."))
    (money,) = [section for section in brief().sections if section.heading == "Money"]
    assert [remark.words for remark in money.remarks] == [
        "2 grants from Chile to Vietnam come to NOK 1,000 together (100 + 900).",
        "Not counted among these grants: So far (money of several years).",
    ]
