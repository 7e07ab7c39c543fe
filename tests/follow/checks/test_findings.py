"""What all findings have in common: whose they are, when they can be seen, and that their ids are stable."""

from datetime import UTC, date, datetime

from dragoman.follow.checks import RULES, findings
from dragoman.models import Decision
from tests.follow.checks.conftest import figure

FISH = {"measure": "exports", "of": "fish", "unit": "tonne", "date": "2017"}


def two_values(tell):
    tell("Fish sold in 2017: much.", figure("much", 412, **FISH), date="2018-02-01")
    tell("Fish sold then: plenty.", figure("plenty", 530, **FISH), date="2019-02-01")


def test_a_finding_can_be_seen_from_the_later_document_on(tell, found):
    two_values(tell)
    assert found("values", as_of="2018-12-31") == []
    assert len(found("values", as_of="2019-02-01")) == 1


def test_states_and_rules_choose(tell, ledger):
    two_values(tell)
    assert len(list(findings(ledger, states=["CHL", "VNM"]))) == 1
    assert list(findings(ledger, states=["CHL", "NOR"])) == []
    assert list(findings(ledger, rules=["parts", "holders"])) == []
    assert all(RULES.values())


def test_a_dismissed_finding_stays_dismissed_until_that_is_undone(tell, only, ledger):
    two_values(tell)
    finding = only("values")

    def decide(verdict, **known):
        return ledger.decide(
            Decision(verdict=verdict, subject=(finding.id,), by="analyst", at=datetime(2024, 3, 1, tzinfo=UTC), **known)
        )

    number = decide("dismissed")
    assert only("values").dismissed
    tell("Fish sold, again: plenty.", figure("plenty", 530, **FISH), date="2020-02-01")
    assert (only("values").id, only("values").dismissed) == (finding.id, True)
    decide("undone", value=number)
    assert not only("values").dismissed


def test_findings_come_out_the_same_each_time(tell, ledger):
    two_values(tell)
    day = date(2024, 1, 1)
    assert list(findings(ledger, day)) == list(findings(ledger, day))
