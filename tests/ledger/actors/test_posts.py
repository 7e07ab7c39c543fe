from datetime import date

import pytest

from dragoman.ledger.actors.holders import Holders, Term, holder_of
from dragoman.ledger.actors.posts import read_post
from dragoman.values import Edtf


@pytest.mark.parametrize(
    ("phrases", "state"),
    [
        (("Japanese Prime Minister", "Prime Minister of Japan", "Prime-Minister"), "JPN"),
        (("Foreign Minister", "Minister of Foreign Affairs", "Minister for External Relations"), "PER"),
        (("METI Minister", "Japan's Minister of Economy, Trade and Industry"), "JPN"),
        (("Premier", "Premier of the State Council of the People's Republic of China"), "CHN"),
        (("Chancellor", "Federal Chancellor"), "DEU"),
        (("US Secretary of State", "Secretary of State"), "USA"),
        (("Deputy Foreign Minister", "Vice Foreign Minister"), "CHN"),
        (("Ambassador of Chad to Japan", "Chadian Ambassador in Tokyo"), "TCD"),
    ],
)
def test_phrases_of_one_post_have_one_key(phrases, state):
    assert len({read_post(phrase, state).key for phrase in phrases}) == 1


def test_the_state_the_rank_and_the_field_tell_posts_apart():
    posts = ["Foreign Minister", "Deputy Foreign Minister", "Minister of Health", "Minister for Trade"]
    assert len({read_post(post, state).key for post in posts for state in ("FJI", "TON")}) == 8


@pytest.mark.parametrize("phrase", ["former Prime Minister", "Minister", "Chinese leaders", "Government of Fiji"])
def test_what_is_no_post_of_somebody_now(phrase):
    assert read_post(phrase, "FJI") is None


@pytest.mark.parametrize(
    ("post", "state", "when", "holder"),
    [
        ("Japanese prime minister", None, "2016-05", "Shinzo Abe"),
        ("Japanese prime minister", None, "2022", "Fumio Kishida"),
        ("Japan's economy minister", None, "2016-09-01", "Hiroshige Seko"),
        ("METI Minister", "JPN", "2020", "Hiroshi Kajiyama"),
        ("Prime Minister", "AUS", "2013-06-20/2013-07-05", None),
        ("Prime Minister", "AUS", "2010", None),
        ("Prime Minister", "TUV", "2010", None),
    ],
)
def test_the_holder_at_a_date(post, state, when, holder):
    assert holder_of(post, state, Edtf(when)) == holder


def test_what_documents_say_fills_the_days_between():
    post = read_post("Minister of Fisheries", "FJI")
    ana, ben = (
        Term(post, name, day, day)
        for name, day in (("Ana", date(2010, 3, 1)), ("Ben", date(2012, 3, 1)))
    )  # fmt: skip
    holders = Holders([ana, Term(post, "Ana", date(2010, 9, 1), date(2010, 9, 1)), ben])
    on = lambda day: holders.at(post, day, day)  # noqa: E731
    assert on(date(2010, 6, 1)) == "Ana"
    assert on(date(2012, 5, 1)) == "Ben"
    assert on(date(2011, 6, 1)) is None  # either
    assert on(date(2016, 1, 1)) is None  # too long after
