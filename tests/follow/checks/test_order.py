import pytest

from tests.follow.checks.conftest import entry

FUTURE = "On {day} the president opened a hospital in Hue."


def opening(tell, day, text=FUTURE, edtf="2019-08-14", published="2019-03-01"):
    told = text.format(day=day)
    tell(told, entry("event", told[:-1], type="opening", stage="done", date=edtf), date=published)


def test_what_is_told_as_done_after_the_document_was_published(tell, only):
    opening(tell, "14 August")
    finding = only("future")
    assert finding.statement.startswith("Told as done on 2019-08-14, in a document of 2019-03-01")
    assert finding.quotes[0].published == "2019-03-01"


@pytest.mark.parametrize(
    "known",
    [
        {"published": "2019-08-20"},
        {"published": None},
        {"text": "On {day} the president will have opened a hospital in Hue."},
        {"text": "The president opened a hospital in Hue."},
    ],
)
def test_what_a_document_may_well_tell(tell, found, known):
    opening(tell, "14 August", **known)
    assert found("future") == []


def boats(tell, delivered, signed):
    tell(
        "Patrol boats for Vietnam were handed over.",
        entry("event", "Patrol boats for Vietnam", type="delivery", stage="done", date=delivered),
    )
    tell(
        "A contract on patrol boats was signed.",
        entry(
            "instrument",
            "contract on patrol boats",
            "Contract on patrol boats",
            type="contract",
            stage="agreed",
            date=signed,
        ),
    )


def test_a_delivery_before_its_agreement(tell, only):
    boats(tell, "2015-03", "2016-05-01")
    assert only("delivery").statement.startswith("Delivered on 2015-03, agreed on 2016-05-01")


@pytest.mark.parametrize(("delivered", "signed"), [("2016-07", "2016-05-01"), ("2009-03", "2016-05-01")])
def test_a_delivery_after_its_agreement_or_of_another_time(tell, found, delivered, signed):
    boats(tell, delivered, signed)
    assert found("delivery") == []


@pytest.mark.parametrize(("due", "number"), [("2017", 1), ("2019", 0)])
def test_what_is_due_before_it_begins(tell, found, due, number):
    tell(
        "A bridge begun in 2018 is to be ready.",
        entry("activity", "A bridge begun in 2018", type="construction", stage="underway", date="2018-03", due=due),
    )
    assert len(found("dates")) == number
