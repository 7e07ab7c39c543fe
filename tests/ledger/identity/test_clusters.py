"""Groups out of links and decisions, whatever these are."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.ledger.identity.clusters import Link, cluster
from dragoman.ledger.identity.evidence import DOUBT, JOIN
from dragoman.ledger.identity.features import features_of
from tests.ledger.identity.telling import grant, meeting, told_together, visit

ENTRIES = {
    told.key: features_of(told)
    for told in (
        *(meeting(n, f"2019-05-1{n}", "Talks on fish", date=f"2019-05-{n * 4:02}", stage="done") for n in range(1, 5)),
        *(grant(n, f"2019-06-1{n}", "Boats for Callao", 40_000.0 * n) for n in range(5, 8)),
    )
}
PAIRS = list(combinations(sorted(ENTRIES), 2))
links = st.lists(
    st.builds(lambda pair, points: Link(*pair, points, ()), st.sampled_from(PAIRS), st.floats(DOUBT, 12.0)),
    unique_by=lambda link: (link.first, link.second),
)
decisions = st.dictionaries(st.sampled_from(PAIRS), st.booleans(), max_size=6)


def together(groups):
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


@given(links, decisions)
def test_each_entry_stands_in_one_group_and_nothing_is_joined_that_was_parted(links, decided):
    groups = cluster(ENTRIES, links, decided)
    assert sorted(key for group in groups for key in group) == sorted(ENTRIES)
    assert not together(groups) & {pair for pair, same in decided.items() if not same}


@given(links, decisions, st.randoms(use_true_random=False))
def test_the_order_of_links_and_decisions_makes_no_difference(links, decided, random):
    shuffled, others = list(links), list(decided.items())
    random.shuffle(shuffled)
    random.shuffle(others)
    assert cluster(ENTRIES, shuffled, dict(others)) == cluster(ENTRIES, links, decided)


@given(links)
def test_nothing_is_joined_that_no_chain_of_sure_links_joins(links):
    reached = {key: {key} for key in ENTRIES}
    for link in links:
        if link.points >= JOIN:
            whole = reached[link.first] | reached[link.second]
            for key in whole:
                reached[key] = whole
    assert all(two in reached[one] for one, two in together(cluster(ENTRIES, links, {})))


@given(st.sets(st.sampled_from(PAIRS)))
def test_what_an_analyst_joined_is_one_whatever_speaks_against_it(same):
    assert same <= together(cluster(ENTRIES, (), dict.fromkeys(same, True)))


def test_two_dates_of_talks_that_are_over_exclude_each_other():
    first, second, *_ = sorted(ENTRIES)
    assert (first, second) not in together(cluster(ENTRIES, [Link(first, second, 12.0, ())], {}))


@given(links, st.sets(st.sampled_from(PAIRS)))
def test_what_an_analyst_joins_stays_with_what_each_was_joined_with(links, same):
    before = together(cluster(ENTRIES, links, {}))
    assert before <= together(cluster(ENTRIES, links, dict.fromkeys(same, True)))


def test_a_visit_that_is_under_way_is_not_the_one_two_months_later():
    known = {"person": "Hiroshi Tanaka", "place": {"name": "Lima", "country": "PER"}}
    title = "Visit of Hiroshi Tanaka to Lima for talks on tuna, sardines and harbours"
    told = [
        visit(1, "2016-10-31", title, date="2016-11-03/2016-11-05", stage="planned", **known),
        visit(2, "2016-11-04", title, date="2016-11-04/2016-11-05", stage="underway", **known),
        visit(3, "2017-01-11", title, date="2017-01-11", stage="done", **known),
    ]
    assert told_together(*told) == {(told[0].key, told[1].key), (told[2].key,)}
