"""When and where things happen that the text tells without a date or place of their own."""

import pytest

from dragoman import make_document
from dragoman.models import Figure, Place, Tenure
from dragoman.reading.reader import Reader
from dragoman.reading.whole.setting import settle
from dragoman.reading.whole.told import Told
from dragoman.values import CountryCode, Edtf, Unit
from tests.reading.entries import activity, at, event, instrument, money, visit

FIGURE = Figure(title="Boats", measure="count", of="boats", value=3, unit=Unit("boat"), evidence=at(0, 5))
TENURE = Tenure(title="A minister", person="Sione Vea", post="minister", evidence=at(0, 5))


def the_date(entry, *others, published=None, times=()):
    return settle([entry, *others], published and Edtf(published), Told(times=[(n, Edtf(d)) for n, d in times]))[0]


def test_what_happens_on_a_visit_has_its_date_and_place():
    suva = Place(name="Suva", country=CountryCode("FJI"))
    opening = the_date(event("opening", (50, 60), stage="done"), visit(date="2019-05-03", place=suva))
    assert (opening.date, opening.place) == ("2019-05-03", suva)


def test_the_day_of_arrival_dates_nothing_else():
    arrival, talks = visit(date="2019-05-03"), event(where=(50, 60), stage="done")
    found = settle([talks, arrival], Edtf("2019-05-05"), arrivals=[arrival.evidence])
    assert [one.date for one in found] == ["2019-05-05", "2019-05-03"]
    assert settle([talks, arrival], Edtf("2019-05-05"))[0].date == "2019-05-03"


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
        pytest.param(event("meeting", stage="done"), "2019-05-03", id="a meeting that has been"),
        pytest.param(event("ceremony", stage="underway"), "2019-05-03", id="a ceremony of these days"),
        pytest.param(event("establishment", stage="done"), None, id="founded at some time"),
        pytest.param(activity(stage="done"), None, id="done at some time"),
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
    "entry, stage, date",
    [
        pytest.param(event(stage="planned", date="2031-04-02"), "done", "2031-04-02", id="an event has taken place"),
        pytest.param(event(stage="planned", date="2031-05"), "planned", "2031-05", id="an event of this month may not"),
        pytest.param(activity(stage="planned", date="2031-04-30"), "planned", "2031-04-30", id="a promise was made"),
    ],
)
def test_nothing_is_planned_for_a_day_that_is_over(entry, stage, date):
    (found,) = settle([entry.model_copy(update={"due": entry.date})], Edtf("2031-05-01"))
    assert (found.stage, found.date) == (stage, date)


def test_a_treaty_has_the_date_of_its_signing_told_right_behind():
    treaty = instrument("Fishing Treaty", where=(10, 30), stage="underway")
    signing = event("signing", where=(32, 60), stage="done", date="1987-03-02")
    assert the_date(treaty, signing, published="2031-05-01").date == "1987-03-02"
    later = event("signing", where=(80, 95), stage="done", date="1987-03-02")
    assert the_date(treaty, later, published="2031-05-01").date is None


def test_a_visit_has_the_time_to_come_that_the_next_words_tell():
    told = [(0, "2031-05-01"), (60, "2031-05-08/2031-05-10")]
    coming = visit(where=(12, 50), stage="planned")
    assert the_date(coming, published="2031-05-01", times=told).date == "2031-05-08/2031-05-10"


def test_an_accepted_invitation_for_no_day_has_no_date():
    assert the_date(visit(stage="agreed"), published="2031-05-01").date is None


@pytest.mark.parametrize("due, left", [("2031-04-30", None), ("2031-05-01", None), ("2031-05-02", "2031-05-02")])
def test_what_is_promised_is_not_due_before_it_was_told(due, left):
    promised = activity(stage="planned", date="2031-04-30", due=due)
    (entry,) = settle([promised], Edtf("2031-05-01"))
    assert (entry.date, entry.due) == ("2031-04-30", left)


@pytest.mark.parametrize(
    "where, stage, expected",
    [
        ((50, 60), "done", "2001"),
        ((150, 160), "done", "2002"),
        ((50, 60), "agreed", "2001"),
        ((0, 5), "done", "2001"),
        ((50, 60), "planned", "2001"),
        ((50, 60), "underway", None),
    ],
)
def test_without_a_date_of_the_text_the_date_told_last_counts(where, stage, expected):
    told = [(20, "2001"), (100, "2002")]
    assert the_date(activity(where=where, stage=stage), times=told).date == expected


def test_what_is_planned_is_for_the_time_to_come_that_was_told_last():
    told = [(5, "2018"), (10, "2031-05-07"), (20, "2019-05-01"), (90, "2033")]
    talks = the_date(event(where=(50, 60), stage="planned"), published="2019-05-03", times=told)
    assert (talks.date, talks.due) == ("2031-05-07", "2031-05-07")


def test_the_visit_told_before_counts_rather_than_one_told_a_little_nearer_behind():
    before, after = visit((0, 10), date="2019-05"), visit((120, 130), date="2019-08")
    assert the_date(event(where=(90, 100), stage="done"), before, after).date == "2019-05"


def the_place(entry, *others, told=()):
    places = [(n, Place(name=name, country=CountryCode(code))) for n, name, code in told]
    place = settle([entry, *others], told=Told(places=places))[0].place
    return place and place.name


def test_an_event_is_at_the_place_that_its_own_words_name():
    told = [(5, "Apia", "WSM"), (52, "Suva", "FJI"), (57, "Nadi", "FJI"), (70, "Lautoka", "FJI")]
    assert the_place(event(where=(50, 60)), told=told) == "Suva"


def test_an_event_without_a_place_is_where_the_last_one_of_the_same_states_was():
    lunch = event("ceremony", where=(10, 20), stage="done", place=Place(name="Suva", country=CountryCode("FJI")))
    talks = event(where=(50, 60), stage="done")
    assert the_place(talks, lunch, told=[(40, "Apia", "WSM")]) == "Suva"


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"stage": "planned"}, id="one to come"),
        pytest.param({"stage": "done", "roles": {"CHL": "participant"}}, id="one of other states"),
        pytest.param({"stage": "done", "where": (70, 80)}, id="one told later"),
    ],
)
def test_another_event_does_not_tell_the_place(other):
    elsewhere = event("ceremony", place=Place(name="Suva", country=CountryCode("FJI")), **{"where": (10, 20), **other})
    assert the_place(event(where=(50, 60), stage="done"), elsewhere, told=[(40, "Apia", "WSM")]) == "Apia"


def test_statements_and_visits_are_not_at_the_place_told_last():
    told = [(40, "Apia", "WSM")]
    assert the_place(event("statement", where=(50, 60)), told=told) is None
    assert the_place(visit(where=(50, 60)), told=told) is None


def test_figures_and_tenures_get_no_date():
    assert settle([FIGURE, TENURE], Edtf("2019-05-03")) == [FIGURE, TENURE]


@pytest.mark.parametrize(
    "entry, date",
    [
        pytest.param(event("establishment", where=(50, 60), stage="done", date="2019-05-03"), "1989", id="an event"),
        pytest.param(instrument("Fisheries Treaty", where=(50, 60), stage="underway"), "1989", id="a treaty"),
        pytest.param(event("ceremony", where=(50, 60), stage="done", date="2019-05-03"), "2019-05-03", id="a feast"),
        pytest.param(instrument("Tax Treaty", where=(100, 110), stage="underway"), None, id="told later"),
        pytest.param(instrument("Tax Treaty", where=(0, 10), stage="underway"), None, id="told before"),
    ],
)
def test_what_an_anniversary_is_of_has_the_date_of_its_founding(entry, date):
    assert settle([entry], told=Told(founded=[(40, Edtf("1989"))]))[0].date == date


@pytest.mark.parametrize(
    "where, date", [((100, 120), "1998-05"), ((900, 920), "2019-05-03")], ids=["right behind it", "further on"]
)
def test_a_visit_of_years_ago_dates_what_is_told_right_behind_it(where, date):
    past, talks = visit((0, 60), date="1998-05"), event(where=where, stage="done")
    assert settle([past, talks], Edtf("2019-05-03"))[1].date == date


def test_what_an_anniversary_is_of_dates_no_other_visit():
    founding, now = visit((41, 60)), visit((100, 120), guest="FJI", host="TON")
    first, second = settle([founding, now], Edtf("2019-05-03"), Told(founded=[(40, Edtf("1989-05"))]))
    assert (first.date, second.date) == ("1989-05", "2019-05-03")


# ---- by when


def test_what_is_agreed_on_for_a_day_to_come_is_due_then():
    (ahead,) = settle([event("visit", stage="agreed", date="2031-05")], Edtf("2031-02-01"))
    (over,) = settle([event("visit", stage="agreed", date="2030-05")], Edtf("2031-02-01"))
    assert (ahead.due, over.due) == ("2031-05", None)


@pytest.mark.parametrize(
    ("type_", "when"),
    [("meeting", "2032"), ("meeting", "2032/2034"), ("opening", "2031-05-07"), ("adoption", "2031-02-01")],
    ids=["a year", "the years of a programme", "that of talks, for an opening", "the day of the text, for a law"],
)
def test_what_is_planned_does_not_take_place_at(type_, when):
    (one,) = settle([event(type_, stage="planned")], Edtf("2031-02-01"), Told(times=[(0, Edtf(when))]))
    assert (one.date, one.due) == (None, None)


def test_what_takes_place_on_the_day_of_publication_is_due_then():
    (one,) = settle([event(stage="planned")], Edtf("2031-02-01"), Told(times=[(0, Edtf("2031-02-01"))]))
    assert (one.date, one.due) == ("2031-02-01", "2031-02-01")


def test_a_treaty_that_is_to_be_signed_has_the_time_of_its_signing():
    signing = event("signing", (0, 20), stage="planned", date="2031-05", due="2031-05")
    treaty, other = instrument("Tax Treaty", where=(5, 15), stage="planned"), instrument("Pact", where=(90, 99))
    found = {e.title: e for e in settle([signing, treaty, other.model_copy(update={"stage": "planned"})])}
    assert (found["Tax Treaty"].date, found["Tax Treaty"].due) == ("2031-05", "2031-05")
    assert found["Pact"].due is None


def test_what_an_instrument_in_force_is_to_bring_is_not_its_own_date():
    talks = instrument("Annual talks", "dialogue", stage="underway", date="2031-05")
    (ahead,), (known,) = settle([talks], Edtf("2031-02-01")), settle([talks], Edtf("2032-02-01"))
    assert (ahead.date, known.date) == (None, "2031-05")


def test_what_has_taken_place_is_not_of_a_time_to_come():
    assert the_date(visit(stage="done", date="2019-12"), published="2019-05-03") == visit(
        stage="done", date="2019-05-03"
    )
    assert the_date(visit(stage="done", date="2019"), published="2019-05-03").date == "2019"


def test_what_was_agreed_has_the_date_of_the_meeting_told_before_it():
    held = event(stage="done", date="2019-05-03")
    pact, talks = instrument("Pact on fish", where=(50, 60), stage="agreed"), event("forum", (70, 80), stage="agreed")
    dates = [e.date for e in settle([held, pact, talks], Edtf("2019-05-05"))]
    assert dates == ["2019-05-03", "2019-05-03", "2019-05-03"]


@pytest.mark.parametrize(
    "held",
    [
        event(stage="done", date="2019-05-03", where=(90, 99)),
        event(stage="done", date="2019-02-03"),
        event(stage="done", date="2019-05"),
        event(stage="planned", date="2019-05-08"),
    ],
)
def test_what_is_agreed_is_news_where_no_meeting_of_these_days_is_told_before(held):
    assert the_date(instrument("Pact on fish", where=(50, 60), stage="agreed"), held, published="2019-05-05").date == (
        "2019-05-05"
    )


def test_what_goes_on_to_be_told_was_on_the_day_told_before_it():
    given = activity(stage="done", date="2019-05-03")
    feast, later = event("ceremony", (50, 60), stage="done"), event("ceremony", (900, 950), "A feast", stage="done")
    dates = [e.date for e in settle([given, feast, later], Edtf("2019-05-05"))]
    assert dates == ["2019-05-03", "2019-05-03", "2019-05-05"]


def test_an_instrument_has_the_date_of_its_signing_even_if_that_is_told_elsewhere():
    came = visit(where=(0, 10), date="2019-05-02/2019-05-03")
    signed, pact = event("signing", (50, 90), stage="done"), instrument("Pact on fish", where=(60, 90), stage="agreed")
    assert the_date(pact, signed, came, published="2019-05-05").date == "2019-05-02/2019-05-03"


def test_what_was_launched_is_news_and_no_history():
    launched = event("establishment", title="Fiji and Tonga launched a fund", stage="done")
    assert the_date(launched, published="2019-05-05").date == "2019-05-05"
    assert the_date(event("establishment", title="Ties of Fiji and Tonga"), published="2019-05-05").date is None


def test_a_visit_told_in_the_next_words_is_none_that_an_anniversary_is_of():
    founded = [(60, Edtf("1969-05-05"))]
    came, first = visit((100, 120), date="2019-05-04"), visit((64, 80), date="2019")
    assert [e.date for e in settle([came, first], Edtf("2019-05-05"), Told(founded=founded))] == [
        "2019-05-04",
        "1969-05-05",
    ]


def test_a_visit_agreed_on_for_some_time_of_this_year_is_due_by_then():
    (found,) = settle([visit(stage="agreed", date="2031")], Edtf("2031-02-01"))
    assert found.due == "2031"


def test_an_embassy_has_the_date_of_its_opening_and_a_planned_council_none():
    opened = event("opening", title="Embassy opened", date="2017-03", stage="done")
    embassy = instrument("Embassy in Suva", "mission", stage="underway")
    assert settle([opened, embassy])[1].date == "2017-03"
    founding = event("establishment", title="Council to be set up", date="2033", stage="planned")
    council = instrument("Council for fish", "body", stage="planned")
    assert settle([founding, council])[1].date is None


def test_those_who_are_to_come_to_a_fair_come_when_it_is_held():
    fair = event("forum", (0, 30), "Fair of boats", date="2031-06", stage="planned")
    firms = FIGURE.model_copy(update={"measure": "count", "evidence": at(5, 40)})
    assert settle([fair, firms], Edtf("2031-02-01"))[1].date == "2031-06"
    assert settle([fair, firms.model_copy(update={"measure": "distance"})], Edtf("2031-02-01"))[1].date is None


def test_a_treaty_that_was_signed_is_due_on_the_day_to_come_that_it_names():
    (found,) = settle([instrument("Treaty", stage="agreed", date="2031-09-01")], Edtf("2031-02-01"))
    assert (found.date, found.due) == ("2031-02-01", "2031-09-01")


@pytest.mark.parametrize("stage", ["planned", "proposed"])
def test_in_an_undated_account_work_ahead_has_the_date_of_the_plan_and_is_not_due_then(stage):
    ahead = activity(where=(50, 60), stage=stage)
    (found,) = settle([ahead], None, Told(times=[(0, Edtf("2009-06")), (90, Edtf("2012"))]))
    assert (found.date, found.due) == ("2009-06", None)


def test_an_anniversary_dates_nothing_in_the_next_sentence():
    text = (
        "They marked the 20th anniversary of the vote in Fiji. Chile will open a branch in Suva by the end of the year."
    )
    entries = Reader().read(make_document(text, id="d", date="2019-03-23")).entries
    assert all("1999" not in (e.date or "") for e in entries if e.kind == "event" and e.type == "opening")
