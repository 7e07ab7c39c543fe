"""Development finance as IATI."""

from datetime import UTC, datetime
from xml.etree import ElementTree as Xml

import pytest

from dragoman.exchange.iati import to_iati
from tests.follow.conftest import event, grant, parties, tell  # noqa: F401  tell is a fixture

MADE = datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture
def made(ledger, tell):  # noqa: F811
    three = parties("CHL", "VNM", "LAO", roles=("funder", "recipient", "recipient"))
    tell(
        "News",
        "2019-02-01",
        grant("School in Hue", 900, date="2018-03", sector="110", stage="done"),
        grant("Ferry to Danang", 70, unit="EUR", date="2019-05-06", due="2021", type="loan"),
        grant("Wells", 8, stage="planned", date="2020"),
        grant("Help since", 9, date="1991/..", stage="underway"),
        grant("No day", 5),
        grant("Two takers", 6, date="2019", parties=three),
        event("Talks", date="2019-01-01"),
    )
    ledger.resolve()
    return to_iati(ledger, ledger.records(), MADE)


def activity(made, title):
    return next(one for one in Xml.fromstring(made.xml) if one.findtext("title/narrative") == title)


def test_what_cannot_be_said_in_it_is_counted(made):
    assert (made.activities, made.left) == (4, 2)


def test_elements_stand_in_the_order_of_the_schema(made):
    assert [child.tag for child in activity(made, "Ferry to Danang")] == [
        "iati-identifier", "reporting-org", "title", "description", "participating-org", "activity-status",
        "activity-date", "activity-date", "recipient-country", "default-finance-type", "transaction",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "status", "dates", "transaction"),
    [
        ("School in Hue", "4", {"2": "2018-03-01", "4": "2018-03-31"}, ("3", "2018-03-01", "NOK", "900.00")),
        ("Ferry to Danang", "1", {"1": "2019-05-06", "3": "2021-12-31"}, ("2", "2019-05-06", "EUR", "70.00")),
        ("Help since", "2", {"2": "1991-01-01"}, None),
        ("Wells", "1", {"1": "2020-01-01"}, None),
    ],
)
def test_stages_become_codes(made, title, status, dates, transaction):
    one = activity(made, title)
    assert one.find("activity-status").get("code") == status
    assert {day.get("type"): day.get("iso-date") for day in one.findall("activity-date")} == dates
    paid = one.find("transaction")
    assert transaction == (
        None if paid is None else (
            paid.find("transaction-type").get("code"), paid.find("transaction-date").get("iso-date"),
            paid.find("value").get("currency"), paid.findtext("value"),
        )
    )  # fmt: skip


def test_it_names_the_source(made):
    one = activity(made, "School in Hue")
    assert "(News, 2019-02-01" in one.findtext("description/narrative")
    assert one.find("recipient-country").get("code") == "VN"
    assert one.find("sector").attrib == {"vocabulary": "2", "code": "110", "percentage": "100"}
