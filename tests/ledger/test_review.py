"""Why records were joined, what is doubtful, and what is a part of what."""

from datetime import UTC, datetime

import pytest

from dragoman.ledger.identity.evidence import JOIN
from dragoman.ledger.review import chance
from dragoman.models import Decision
from dragoman.values import Edtf

TEXT = """Norway runs the Lantern programme in Vietnam.

As part of the programme, a grant of 40,000 was signed for a clinic in Hue. In addition a school got 25,000.

Norway also paid for a bridge."""


@pytest.fixture
def programme(ledger, sample):
    """A document of a programme with two grants, and one that is none of its parts."""

    def spot(words):
        return sample.at(TEXT.index(words), TEXT.index(words) + len(words))

    grant = sample.grant.model_copy(update={"date": None})
    entries = (
        sample.treaty.model_copy(
            update={
                "type": "programme",
                "name": "Lantern programme",
                "parties": grant.parties,
                "evidence": spot("Lantern"),
            }
        ),
        grant.model_copy(update={"title": "Clinic in Hue", "evidence": spot("a clinic in Hue")}),
        grant.model_copy(update={"title": "School", "evidence": spot("a school got 25,000")}),
        grant.model_copy(update={"title": "Bridge", "evidence": spot("a bridge")}),
    )
    document = sample.new_document(TEXT, "lantern", date="2019-01-01")
    ledger.add(sample.new_reading(document, *entries), document, sample.reader)
    return next(record.id for record in ledger.records(kinds=["instrument"]))


def test_the_parts_of_a_programme_are_those_that_the_text_tells_so(ledger, programme):
    assert {part.best.title for part in ledger.parts(programme)} == {"Clinic in Hue", "School"}


def test_an_activity_has_no_parts(ledger, programme):
    assert ledger.parts(ledger.parts(programme)[0].id) == []


@pytest.fixture
def visits(ledger, sample):
    """The keys of three entries: of two it is doubtful whether they are one, of the third it is sure."""

    def tell(name, day, **known):
        visit = type(sample.visit).model_validate(sample.visit.model_dump(mode="json") | known)
        document = sample.new_document(f"Hanoi, {name} 123", name, date=day)
        ledger.add(sample.new_reading(document, visit), document, sample.reader)
        return next(ledger.entries(document=name)).key

    plan = tell("plan", "2019-02-02", date="2019", due=None, title="Visit", place=None)
    again = tell("again", "2019-02-03", date="2019-05", due=None, title="Visit")
    done = tell("done", "2019-05-20", date="2019-05-18", stage="done", title="Visit")
    return plan, again, done


def decide(ledger, verdict, *keys):
    ledger.decide(Decision(verdict=verdict, subject=keys, by="analyst", at=datetime(2024, 1, 1, tzinfo=UTC)))


def test_what_joined_a_record_is_told_in_words(ledger, visits):
    _, again, done = visits
    (joint,) = ledger.why(done)
    assert set(joint.entries) == {again, done}
    assert "the same place: Hanoi" in joint.reasons
    assert joint.score > 0.7


def test_a_doubtful_pair_is_asked_about_until_it_is_decided(ledger, visits):
    plan, _, done = visits
    (doubt,) = ledger.doubts()
    assert set(doubt.records) == {ledger.record_of(plan).id, ledger.record_of(done).id}
    assert 0.2 < doubt.score < 0.8
    decide(ledger, "different", *doubt.entries)
    assert ledger.doubts() == []
    assert ledger.record_of(plan) != ledger.record_of(done)


def test_what_one_document_tells_as_two_is_no_likelier_than_what_is_barely_joined_and_says_so(ledger, sample):
    visit = sample.visit.model_copy(update={"stage": "done", "due": None, "date": Edtf("2019-05-18")})
    talks = visit.model_copy(update={"type": "meeting", "title": "Talks of the presidents", "evidence": sample.at(30)})
    for name, told in (("both", (visit, talks)), ("one", (visit,))):
        document = sample.new_document(f"{sample.text} {name}", name, date="2019-05-20")
        ledger.add(sample.new_reading(document, *told), document, sample.reader)
    (doubt,) = ledger.doubts()
    assert doubt.reasons[-1] == "but one document tells of them as two"
    assert doubt.score == chance(JOIN) < 0.75


def test_a_decision_is_the_first_reason(ledger, visits):
    plan, _, done = visits
    decide(ledger, "same", plan, done)
    assert ledger.doubts() == []
    assert ledger.record_of(plan).entries == visits
    assert ledger.why(plan)[0].reasons == ("an analyst said so",)
