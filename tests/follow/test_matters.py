from datetime import date

from dragoman.follow.matters import latest_first, matters_between, post_key
from dragoman.values import CountryCode
from tests.follow.conftest import event, grant, instrument, parties, post

STATES = (CountryCode("CHL"), CountryCode("VNM"))


def titles(ledger, day=date(2020, 6, 1)):
    return [matter.entry.title for matter in matters_between(ledger, STATES, day)]


def test_only_what_both_states_take_part_in(tell, ledger):
    tell("News", "2019-02-01", event("Talks"), event("Other talks", parties=parties("CHL", "NOR")))
    assert titles(ledger) == ["Talks"]


def test_a_record_is_as_it_was_known_on_the_day(tell, ledger):
    tell("Plan", "2018-01-05", instrument("Treaty on fishing quotas", stage="planned"))
    tell("Signed", "2019-03-04", instrument("Treaty on fishing quotas", stage="agreed"))
    then, now = (matters_between(ledger, STATES, date(year, 1, 1))[0] for year in (2019, 2020))
    assert (then.stage, then.moves, len(then.told)) == ("planned", ("planned",), 1)
    assert (now.stage, now.moves, now.last_told) == ("agreed", ("planned", "agreed"), date(2019, 3, 4))
    assert titles(ledger, date(2017, 1, 1)) == []


def test_the_year_of_money_is_known_only_if_it_falls_in_one(tell, ledger):
    tell("News", "2019-02-01", grant("A", 1, date="2018-05"), grant("B", 2, date="2010/2014"), grant("C", 3))
    assert {m.entry.title: m.year for m in matters_between(ledger, STATES, date(2020, 1, 1))} == {
        "A": 2018, "B": None, "C": None,
    }  # fmt: skip


def test_what_has_no_date_comes_last(tell, ledger):
    tell("News", "2019-02-01", event("Never"), event("Old", date="2010"), event("New", date="2018"))
    found = latest_first(matters_between(ledger, STATES, date(2020, 1, 1)))
    assert [matter.entry.title for matter in found] == ["New", "Old", "Never"]


def test_posts_in_other_words_share_a_key_and_posts_of_many_have_none():
    def key(words):
        return post_key(post("Ana Soto", words, "Chile", "CHL"))

    assert key("foreign minister") == key("Minister of Foreign Affairs") is not None
    assert key("foreign minister") != key("defence minister")
    assert key("professor") is None
