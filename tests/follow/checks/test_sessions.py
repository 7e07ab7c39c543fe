import pytest

from tests.follow.checks.conftest import entry


def session(tell, ordinal, day, name="session of the Fisheries Dialogue", stage="done"):
    words = f"{ordinal} {name}"
    tell(f"The {words} is told of on {day}.", entry("event", words, type="meeting", date=day, stage=stage))


def test_sessions_in_their_order_are_confirmed(tell, only):
    session(tell, "8th", "2015-04-02")
    session(tell, "ninth", "2016-04", "meeting of the Fisheries Dialogue", stage="planned")
    finding = only("sessions")
    assert finding.confirmed
    assert finding.statement.startswith("Number 8 (2015-04-02), then number 9 (2016-04, planned)")


def test_the_ninth_before_the_eighth(tell, only):
    session(tell, "eighth", "2015-04-02")
    session(tell, "ninth", "2014-04-02")
    finding = only("sessions")
    assert not finding.confirmed
    assert finding.statement.startswith("Number 9 (2014-04-02) comes before number 8 (2015-04-02)")


def test_a_missing_session(tell, only):
    session(tell, "twenty-first", "2015-04-02")
    session(tell, "23rd", "2017-04-02")
    finding = only("sessions")
    assert not finding.confirmed
    assert finding.statement.startswith("Of number 22 there is nothing")
    assert finding.sure < 0.5


def test_one_session_on_two_dates(tell, only):
    session(tell, "eighth", "2015-04-02")
    session(tell, "8th", "2016-11-02")
    assert "is told on two dates: 2015-04-02 and 2016-11-02" in only("sessions").statement


@pytest.mark.parametrize("name", ["session of the Border Commission", "anniversary of the Fisheries Dialogue"])
def test_other_series_and_other_ordinals_are_kept_apart(tell, found, name):
    session(tell, "eighth", "2015-04-02")
    session(tell, "ninth", "2014-04-02", name)
    assert found("sessions") == []


def test_a_session_without_a_name_belongs_to_the_dialogue_of_its_document(tell, only):
    tell(
        "The Andes Dialogue goes on. The second meeting was in 2012. The third meeting came in 2011.",
        entry("instrument", "The Andes Dialogue", type="dialogue", stage="underway"),
        entry("event", "The second meeting", type="meeting", stage="done", date="2012"),
        entry("event", "The third meeting", type="meeting", stage="done", date="2011"),
    )
    assert only("sessions").statement.startswith("Number 3 (2011) comes before number 2 (2012)")
