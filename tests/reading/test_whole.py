"""The last pass: what is told twice is one entry, and what has no date of its own gets the date of its setting."""

import pytest

from dragoman.models import Activity, Amount, Event, Evidence, Figure, Instrument, Party, Place, Tenure
from dragoman.reading.whole import carry_dates, finish, join, same_thing
from dragoman.values import CountryCode, Edtf, Unit


def at(start, end):
    return (Evidence(start=start, end=end),)


def who(roles):
    return tuple(Party(name=code, code=CountryCode(code), role=role) for code, role in roles.items())


def event(type_="meeting", where=(0, 10), title="Talks on fish", roles=None, **more):
    parties = who(roles or {"TON": "participant", "FJI": "participant"})
    return Event(type=type_, title=title, parties=parties, evidence=at(*where), **dated(more))


def visit(where=(0, 10), guest="TON", host="FJI", stage="done", **more):
    return event("visit", where, "A visit", {guest: "source", host: "host"}, stage=stage, **more)


def instrument(name, type_="agreement", where=(0, 10), **more):
    return Instrument(type=type_, title=name, name=name, evidence=at(*where), **dated(more))


def activity(title="Boats for Tonga", where=(0, 10), type_="grant", **more):
    return Activity(type=type_, title=title, evidence=at(*where), **dated(more))


def money(value=None, unit="USD", **more):
    return Amount(value=value, unit=Unit(unit), **more)


def dated(fields):
    return {name: Edtf(value) if name in ("date", "due") else value for name, value in fields.items()}


# ---- what is the same thing


@pytest.mark.parametrize(
    "a, b",
    [
        pytest.param(event(), event(where=(90, 99)), id="the same words of the same states"),
        pytest.param(event(where=(0, 10)), event(where=(2, 12), title="They met"), id="the same place in the text"),
        pytest.param(event(date="2019-05"), event(date="2019-05-03", where=(90, 99)), id="a date within the other"),
        pytest.param(event(date="2019-05"), event(where=(90, 99)), id="one with a date and one without"),
        pytest.param(visit(), visit((90, 99), date="2019"), id="a visit of the same to the same"),
        pytest.param(visit((0, 10)), event("meeting", (0, 10)), id="a visit and a meeting of one clause"),
        pytest.param(instrument("Fisheries Treaty"), instrument("treaty on fisheries"), id="a treaty by another name"),
        pytest.param(
            activity("Boats", amount=money(5e6)), activity("Help", (90, 99), amount=money(5e6)), id="the same sum"
        ),
        pytest.param(activity("Boats for Tonga"), activity("Tonga’s boats", (90, 99)), id="work by another name"),
    ],
)
def test_entries_that_tell_the_same(a, b):
    assert same_thing(a, b)
    assert same_thing(b, a)


@pytest.mark.parametrize(
    "a, b",
    [
        pytest.param(event(date="2019-05"), event(date="2020-05"), id="another time"),
        pytest.param(event(), event(where=(90, 99), title="Song and dance"), id="other words elsewhere"),
        pytest.param(
            event(), event(where=(90, 99), roles={"CHL": "participant", "PER": "participant"}), id="other states"
        ),
        pytest.param(event(), event("signing"), id="another type"),
        pytest.param(visit(), visit(guest="FJI", host="TON"), id="the visit in return"),
        pytest.param(visit(date="2019"), visit(date="2020"), id="a visit in another year"),
        pytest.param(visit((0, 10)), event("meeting", (20, 30)), id="a meeting elsewhere on a visit"),
        pytest.param(instrument("Fisheries Treaty"), instrument("Tax Treaty"), id="another treaty"),
        pytest.param(instrument("Fisheries Treaty"), instrument("Fisheries Treaty", "plan"), id="a plan of that name"),
        pytest.param(activity(amount=money(5e6)), activity(amount=money(6e6)), id="another sum"),
        pytest.param(activity(amount=money(5e6)), activity(amount=money(5e6, "EUR")), id="another currency"),
        pytest.param(
            activity(amount=money(low=1e6, high=2e6)), activity(amount=money(low=3e6, high=4e6)), id="another range"
        ),
        pytest.param(activity("Boats"), activity("Roads", (90, 99)), id="other work"),
        pytest.param(activity("Boats"), instrument("Boats"), id="another kind"),
    ],
)
def test_entries_that_tell_of_two_things(a, b):
    assert not same_thing(a, b)
    assert not same_thing(b, a)


FIGURE = Figure(title="Boats", measure="count", of="boats", value=3, unit=Unit("boat"), evidence=at(0, 5))
TENURE = Tenure(title="A minister", person="Sione Vea", post="minister", evidence=at(0, 5))


@pytest.mark.parametrize("entry", [FIGURE, TENURE], ids=["figure", "tenure"])
def test_figures_and_tenures_are_left_alone(entry):
    assert join([entry, entry]) == [entry, entry]


# ---- joining


def test_the_better_entry_takes_the_evidence_of_the_other():
    better, worse = event(where=(50, 60), title="Talks on fish"), event(where=(0, 10), title="Talks on fish")
    (one,) = join([better, worse])
    assert one.evidence == at(0, 10) + at(50, 60)
    assert one.title == better.title


def test_evidence_that_overlaps_is_not_given_twice():
    (one,) = join([event(where=(0, 10)), event(where=(5, 15))])
    assert one.evidence == at(0, 10)


def test_a_missing_date_is_taken_from_the_other():
    (one,) = join([event(stage="planned"), event(where=(50, 60), date="2031-05")])
    assert (one.date, one.due) == ("2031-05", "2031-05")


def test_a_date_that_is_known_stays():
    (one,) = join([event(date="2019-05"), event(where=(50, 60), date="2019-05-03")])
    assert one.date == "2019-05"


def test_an_unsure_entry_counts_only_with_a_sure_one():
    sure, unsure = event(confidence=0.8), event(where=(50, 60), confidence=0.2)
    assert join([unsure], {"event": 0.5}) == []
    (one,) = join([sure, unsure], {"event": 0.5})
    assert one.evidence == at(0, 10) + at(50, 60)


def test_the_surest_comes_first_in_joining_and_the_first_in_the_text_in_the_end():
    early, late = event(where=(5, 10), confidence=0.4), event(where=(50, 60), confidence=0.9, title="Talks on fish now")
    treaty = instrument("Tax Treaty", where=(20, 30), confidence=0.5)
    found = finish([early, treaty, late])
    assert [e.title for e in found] == ["Talks on fish now", "Tax Treaty"]


# ---- dates that are carried on


def the_date(entry, *others, published=None, times=()):
    return carry_dates([entry, *others], published and Edtf(published), [(n, Edtf(d)) for n, d in times])[0]


def test_what_happens_on_a_visit_has_its_date_and_place():
    suva = Place(name="Suva", country=CountryCode("FJI"))
    opening = the_date(event("opening", (50, 60), stage="done"), visit(date="2019-05-03", place=suva))
    assert (opening.date, opening.place) == ("2019-05-03", suva)


def test_what_is_planned_for_a_visit_is_due_then():
    talks = the_date(event(where=(50, 60), stage="planned"), visit(stage="planned", date="2031-05"))
    assert (talks.date, talks.due) == ("2031-05", "2031-05")


def test_what_was_done_is_not_of_a_visit_to_come():
    assert the_date(event(where=(50, 60), stage="done"), visit(stage="planned", date="2031-05")).date is None


def test_of_several_visits_the_one_to_a_state_that_takes_part_counts():
    talks = event(where=(50, 60), stage="done", roles={"TON": "participant", "WSM": "participant"})
    nearer, fitting = visit((60, 70), host="FJI", date="2019-05"), visit((0, 10), host="WSM", date="2019-08")
    assert the_date(talks, nearer, fitting).date == "2019-08"


def test_of_two_visits_to_one_state_the_nearer_counts():
    near, far = visit((60, 70), date="2019-05"), visit((900, 910), date="2019-08")
    assert the_date(event(where=(50, 60), stage="done"), far, near).date == "2019-05"


@pytest.mark.parametrize(
    "entry, expected",
    [
        pytest.param(instrument("Tax Treaty", stage="agreed"), "2019-05-03", id="agreed"),
        pytest.param(event("signing", stage="done"), "2019-05-03", id="signed"),
        pytest.param(event("statement", stage="done"), "2019-05-03", id="stated"),
        pytest.param(event("force", stage="done"), None, id="done at some time"),
        pytest.param(instrument("Tax Treaty", stage="underway"), None, id="in force"),
        pytest.param(event("forum", stage="planned"), None, id="planned"),
        pytest.param(event("signing", stage="done", date="2018"), "2018", id="dated by itself"),
    ],
)
def test_what_is_agreed_or_said_has_the_date_of_the_text(entry, expected):
    assert the_date(entry, published="2019-05-03").date == expected


def test_what_is_promised_today_is_not_due_today():
    promised = the_date(activity(stage="planned", amount=money(5e6)), published="2019-05-03")
    assert (promised.date, promised.due) == ("2019-05-03", None)


@pytest.mark.parametrize(
    "where, stage, expected",
    [
        ((50, 60), "done", "2001"),
        ((150, 160), "done", "2002"),
        ((50, 60), "agreed", "2001"),
        ((0, 5), "done", "2001"),
        ((50, 60), "planned", None),
    ],
)
def test_without_a_date_of_the_text_the_date_told_last_counts(where, stage, expected):
    told = [(20, "2001"), (100, "2002")]
    assert the_date(activity(where=where, stage=stage), times=told).date == expected


def test_figures_and_tenures_get_no_date():
    assert carry_dates([FIGURE, TENURE], Edtf("2019-05-03")) == [FIGURE, TENURE]
