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
        "activity-date", "activity-date", "recipient-country", "sector", "default-finance-type", "transaction",
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
    assert one.find("sector").attrib == {"vocabulary": "2", "code": "111", "percentage": "100"}
    assert one.findtext("sector/narrative") == "Education"


# The children of an activity and of a transaction in the order of the schema of IATI 2.03, as far as we write them, and
# what no activity may lack: by the schema, or by the rules beside it.
ORDER = (
    "iati-identifier", "reporting-org", "title", "description", "participating-org", "activity-status", "activity-date",
    "recipient-country", "sector", "default-finance-type", "transaction",
)  # fmt: skip
PAYING = ("transaction-type", "transaction-date", "value")
MANDATORY = set(ORDER) - {"default-finance-type", "transaction"}
ATTRIBUTES = {
    "reporting-org": {"ref", "type"},
    "participating-org": {"role"},
    "activity-status": {"code"},
    "activity-date": {"type", "iso-date"},
    "recipient-country": {"code"},
    "sector": {"code"},
    "default-finance-type": {"code"},
    "transaction-type": {"code"},
    "transaction-date": {"iso-date"},
    "value": {"value-date", "currency"},
}
NARRATED = {"reporting-org", "title", "description", "participating-org"}


def test_every_activity_has_what_the_standard_asks_for(made):
    for one in Xml.fromstring(made.xml):
        tags = [child.tag for child in one]
        assert tags == sorted(tags, key=ORDER.index)
        assert set(tags) >= MANDATORY
        assert all(child.findtext("narrative") for child in one if child.tag in NARRATED)
        assert {day.get("type") for day in one.findall("activity-date")} & {"1", "2"}
        for paid in one.findall("transaction"):
            assert tuple(child.tag for child in paid) == PAYING
        for element in one.iter():
            assert set(element.attrib) >= ATTRIBUTES.get(element.tag, set())


@pytest.fixture
def exported(ledger, tell):  # noqa: F811
    """The activities in the ledger once these are told."""

    def export(*told):
        tell("News", "2019-02-01", *told)
        ledger.resolve()
        return to_iati(ledger, ledger.records(), MADE)

    return export


def days(one):
    return {day.get("type"): day.get("iso-date") for day in one.findall("activity-date")}


@pytest.mark.parametrize(
    ("known", "dates"),
    [
        ({"due": "2021"}, {"1": "2021-01-01", "3": "2021-12-31"}),
        ({"date": "2019-05", "due": "2018"}, {"1": "2019-05-01"}),
        ({"date": "2020", "stage": "done"}, {"2": "2020-01-01"}),
        ({"date": "2024", "stage": "underway"}, {"1": "2024-01-01"}),
        ({"date": "../2018", "stage": "done"}, {"1": "2018-12-31"}),
    ],
)
def test_a_start_is_always_there_and_nothing_real_is_to_come(exported, known, dates):
    made = exported(grant("Bridge", 5, **known))
    one = activity(made, "Bridge")
    assert days(one) == dates
    assert all(paid.get("iso-date") <= "2020-01-02" for paid in one.iter("transaction-date"))


def test_no_payment_is_of_a_day_to_come(exported):
    assert activity(exported(grant("Bridge", 5, date="2021-03")), "Bridge").find("transaction") is None


@pytest.mark.parametrize(
    ("sector", "vocabulary", "code", "name"),
    [
        ("140", "2", "140", "Water supply and sanitation"),
        ("120", "2", "121", "Health"),
        ("310", "99", "310", "Agriculture, forestry and fishing"),
        (None, "2", "998", "Unallocated"),
    ],
)
def test_a_sector_has_the_code_of_the_dac_or_our_own(exported, sector, vocabulary, code, name):
    one = activity(exported(grant("Bridge", 5, date="2018", sector=sector)), "Bridge").find("sector")
    assert (one.get("vocabulary"), one.get("code"), one.findtext("narrative")) == (vocabulary, code, name)


def test_a_state_without_a_code_of_two_letters_is_left_out(exported):
    to_kosovo = grant("Roads", 5, date="2018", parties=parties("CHL", "XKX", roles=("funder", "recipient")))
    to_no_more = grant("Mines", 5, date="1985", parties=parties("CHL", "YUG", roles=("funder", "recipient")))
    made = exported(to_kosovo, to_no_more)
    assert activity(made, "Roads").find("recipient-country").get("code") == "XK"
    assert (made.activities, made.left) == (1, 1)
