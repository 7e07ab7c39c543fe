"""On which journey something is to happen."""

from dragoman.models import Activity, Event, Evidence, Figure, Party
from dragoman.reading.whole.errands import Errand
from dragoman.reading.whole.setting import settle
from dragoman.reading.whole.told import Told
from dragoman.values import CountryCode, Edtf, Unit

TODAY = Edtf("2031-02-01")


def visit(host, date, at):
    parties = (
        Party(name="TON", code=CountryCode("TON"), role="source"),
        Party(name=host, code=CountryCode(host), role="host"),
    )
    evidence = (Evidence(start=at, end=at + 40),)
    return Event(type="visit", title=f"To {host}", parties=parties, date=Edtf(date), stage="planned", evidence=evidence)


def told(*states, errands=()):
    return Told(states=[(at, CountryCode(code)) for at, code in states], errands=errands)


TO_SAMOA, TO_FIJI = visit("WSM", "2031-03-02/2031-03-04", 0), visit("FJI", "2031-03-04/2031-03-07", 50)


def test_on_a_journey_to_two_states_things_happen_in_the_one_named_last():
    """ "In Apia I will open a fair. … In Suva I will open the school": the parties do not tell which."""
    evidence = (Evidence(start=200, end=240),)
    opening = Event(type="opening", title="School", parties=(), stage="planned", evidence=evidence)
    for state, date in (("WSM", TO_SAMOA.date), ("FJI", TO_FIJI.date)):
        found = settle([TO_SAMOA, TO_FIJI, opening], TODAY, told((20, "FJI"), (210, state)))[2]
        assert (found.date, found.due) == (date, date)


def test_what_a_visitor_will_do_in_person_is_done_on_the_visit():
    work = Activity(type="in_kind", title="Hand over boats", stage="planned", evidence=(Evidence(start=100, end=140),))
    (_, alone), (_, errand) = (settle([TO_FIJI, work], TODAY, told(errands=e)) for e in ([], [Errand(90, 150)]))
    assert alone.date is None
    assert (errand.date, errand.due) == (TO_FIJI.date, TO_FIJI.date)


def test_no_errand_is_done_on_a_visit_that_is_over():
    work = Activity(type="in_kind", title="Hand over boats", stage="planned", evidence=(Evidence(start=100, end=140),))
    (_, found) = settle([TO_FIJI, work], Edtf("2031-05-01"), told(errands=[Errand(90, 150)]))
    assert found.date is None


def test_those_who_will_come_to_a_gathering_come_when_it_is_held():
    evidence = (Evidence(start=50, end=90),)
    forum = Event(type="forum", title="Fair", parties=(), date=Edtf("2031-06-01"), stage="planned", evidence=evidence)
    firms = Figure(
        title="Firms",
        measure="count",
        of="firms",
        value=60,
        unit=Unit("firm"),
        evidence=(Evidence(start=110, end=140),),
    )
    for gathering, when in ((True, forum.date), (False, TO_FIJI.date)):
        found = settle([TO_FIJI, forum, firms], TODAY, told(errands=[Errand(100, 150, gathering)]))[2]
        assert found.date == when
