"""The last pass: what is told twice is one entry, and what has no date of its own gets the date of its setting."""

import pytest

from dragoman.models import Event, Evidence, Figure, Party, Tenure
from dragoman.reading.whole.whole import finish, join, same_thing
from dragoman.values import CountryCode, Edtf, Unit
from tests.reading.entries import activity, at, event, instrument, money, visit

# ---- what is the same thing


@pytest.mark.parametrize(
    "a, b",
    [
        pytest.param(event(), event(where=(90, 99)), id="the same words of the same states"),
        pytest.param(event(where=(0, 10)), event(where=(2, 12), title="They met"), id="the same place in the text"),
        pytest.param(event(date="2019-05"), event(date="2019-05-03", where=(90, 99)), id="a date within the other"),
        pytest.param(event(date="2019-05"), event(where=(90, 99)), id="one with a date and one without"),
        pytest.param(visit(), visit((90, 99), date="2019"), id="a visit of the same to the same"),
        pytest.param(instrument("Fisheries Treaty"), instrument("treaty on fisheries"), id="a treaty by another name"),
        pytest.param(instrument("Fisheries Treaty"), instrument("treaty"), id="a treaty by what it is"),
        pytest.param(
            instrument("Reef Programme", "programme"),
            instrument("Reef grant programme aimed at better schools in Tonga", "programme"),
            id="a programme by its short name",
        ),
        pytest.param(
            activity("Boats", amount=money(5e6)), activity("Help", (90, 99), amount=money(5e6)), id="the same sum"
        ),
        pytest.param(activity("Boats for Tonga"), activity("Tonga’s boats", (90, 99)), id="work by another name"),
        pytest.param(
            activity("Cooperation in mining"),
            activity("Seek cooperation in areas such as mining"),
            id="a field of them",
        ),
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
        pytest.param(visit((0, 10)), event("meeting", (0, 10)), id="a visit for a meeting, told in one clause"),
        pytest.param(instrument("Fisheries Treaty"), instrument("Tax Treaty"), id="another treaty"),
        pytest.param(instrument("Tax treaty with Peru"), instrument("Tax treaty with Togo"), id="with another state"),
        pytest.param(instrument("Fisheries Treaty"), instrument("Fisheries Treaty", "plan"), id="a plan of that name"),
        pytest.param(activity(amount=money(5e6)), activity(amount=money(6e6)), id="another sum"),
        pytest.param(activity(amount=money(5e6)), activity(amount=money(5e6, "EUR")), id="another currency"),
        pytest.param(
            activity(amount=money(low=1e6, high=2e6)), activity(amount=money(low=3e6, high=4e6)), id="another range"
        ),
        pytest.param(activity("Boats"), activity("Roads", (90, 99)), id="other work"),
        pytest.param(
            activity("Expand cooperation in mining"), activity("Expand cooperation in trade"), id="another field"
        ),
        pytest.param(
            activity("Talks of a mayor on cooperation in this direction"),
            activity("Cooperation between navies in this area", (90, 99)),
            id="a field that is not named",
        ),
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


def test_what_is_told_of_a_visit_makes_one_stay():
    arrival, departure = visit(stage="planned", date="2031-03-02/.."), visit((50, 60), date="../2031-03-05")
    (one,) = join([arrival, departure])
    assert one.date == "2031-03-02/2031-03-05"
    (alone,) = finish([arrival])
    assert alone.date == "2031-03-02"


def test_an_instrument_is_called_by_its_fullest_name():
    (one,) = join([instrument("treaty"), instrument("Fisheries Treaty", where=(50, 60))])
    assert (one.title, one.name) == ("Fisheries Treaty", "Fisheries Treaty")


def test_flows_that_go_opposite_ways_are_two():
    def investment(giver, taker, start):
        sides = ((giver, "source"), (taker, "recipient"))
        parties = tuple(Party(name=code, code=CountryCode(code), role=role) for code, role in sides)
        title = f"Investment of {giver} in {taker}"
        told = activity(title, (start, start + 9))
        return told.model_copy(update={"type": "investment", "parties": parties})

    assert not same_thing(investment("NOR", "TGO", 0), investment("TGO", "NOR", 20))
    assert same_thing(investment("NOR", "TGO", 0), investment("NOR", "TGO", 20))


def test_praise_is_no_part_of_a_name():
    def told(*names):
        return [
            one.title for one in join([instrument(name, where=(20 * n, 20 * n + 9)) for n, name in enumerate(names)])
        ]

    assert told("Fisheries Treaty", "Ambitious, high-quality treaty") == ["Fisheries Treaty"]
    assert told("Fisheries Treaty", "Similar treaty") == ["Fisheries Treaty", "Similar treaty"]
    assert told("Fisheries Commission", "Joint Commission") == ["Fisheries Commission", "Joint Commission"]


def test_memoranda_of_understanding_are_not_all_one():
    names = ["Memorandum of Understanding on fish", "Two Memoranda of Understanding with Chile"]
    assert len(join([instrument(name, where=(20 * n, 20 * n + 9)) for n, name in enumerate(names)])) == len(names)


def test_a_programme_is_not_a_scheme_that_has_its_field_among_others():
    told = instrument("new health programme"), instrument("new national health insurance scheme", where=(70, 90))
    programmes = [one.model_copy(update={"type": "programme"}) for one in told]
    assert len(join(programmes)) == len(programmes)


def test_instruments_of_one_kind_on_other_things_are_several():
    names = ["memorandum of understanding on fish", "memorandum of understanding on customs"]
    assert len(join([instrument(name, where=(20 * n, 20 * n + 9)) for n, name in enumerate(names)])) == len(names)


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


def test_what_is_given_once_more_is_another_thing():
    one = activity("Boats for Tonga", (0, 30), amount=money(5e6))
    more = activity("Pumps for Vava'u", (40, 70), amount=money(5e6))
    assert len(finish([one, more])) == 1
    assert len(finish([one, more], once_more=[40])) == 2
    again = activity("Boats for Tonga", (0, 20), amount=money(5e6))
    assert len(finish([one, again], once_more=[5])) == 1


def test_a_bare_noun_tells_again_of_what_is_told_in_full():
    full = event(title="Talks of the ministers in Suva", date="2019-05-03")
    bare = event(where=(90, 99), title="Talks")
    assert same_thing(full, bare)
    assert not same_thing(full, event(where=(90, 99), title="Talks", stage="planned"))
    assert not same_thing(
        full, event(where=(90, 99), title="Talks", roles={"TON": "participant", "USA": "participant"})
    )


def test_a_visit_told_by_its_year_is_not_the_one_going_on():
    assert not same_thing(visit(date="1971"), visit((90, 99), stage="underway"))
    assert same_thing(visit(date="2019-05-03"), visit((90, 99), stage="underway"))


def test_two_words_of_one_clause_tell_one_visit():
    unclear = event("visit", (2, 12), "Official visit to Suva")
    assert same_thing(visit((0, 12)), unclear)
    assert not same_thing(visit((0, 12)), event("visit", (90, 99), "Official visit to Suva"))


def test_a_treaty_is_due_when_it_is_said_to_come_into_force():
    signed = instrument("Treaty on fish", stage="agreed", date="2031-05-02", confidence=0.9)
    ahead = instrument("Treaty", where=(40, 60), stage="planned", date="2032", due="2032", confidence=0.5)
    (one,) = finish([signed, ahead])
    assert (one.stage, one.date, one.due) == ("agreed", "2031-05-02", "2032")


def test_an_older_treaty_does_not_date_the_new_one_of_its_name():
    new = instrument("Treaty on fish", stage="agreed", confidence=0.9)
    old = instrument("Treaty on fish", where=(40, 60), stage="underway", date="1985", confidence=0.5)
    assert [e.date for e in finish([new, old], Edtf("2031-05-02"))] == ["2031-05-02"]


def test_the_signing_of_texts_told_before_is_one_with_it():
    who = (Party(name="Fiji", code="FJI", role="participant"), Party(name="Chile", code="CHL", role="participant"))

    def signing(title, start, date=None):
        where = (Evidence(start=start, end=start + 40),)
        return Event(type="signing", parties=who, title=title, stage="done", date=date, evidence=where)

    first = signing("Fiji and Chile signed an agreement on fish", 0, "2022-08-17")
    again = signing("Document inked in Suva by both ministers", 60)
    other = again.model_copy(update={"title": "Protocol on whales signed in Suva by both ministers"})
    assert same_thing(first, again)
    assert not same_thing(first, other)


def test_a_session_is_known_by_its_number():
    meeting = event(title="21st Joint Committee meeting")
    assert same_thing(meeting, event(title="21st session of the Committee", where=(90, 99)))
    assert not same_thing(meeting, event(title="22nd session of the Committee", where=(90, 99)))
