from contextvars import Context
from threading import Event as Signal
from threading import Thread

import pytest

from dragoman.desk.cache import Cache
from dragoman.desk.errors import Closing


class Stamped:
    """A ledger that is nothing but its state."""

    state = "1"

    def stamp(self) -> str:
        return self.state


@pytest.fixture
def stamped():
    return Stamped()


def test_an_answer_is_made_once_for_each_state_of_the_ledger(stamped):
    cache, made = Cache(stamped), []
    for _ in range(3):
        cache.get("a", lambda: made.append(1))
    assert len(made) == 1
    stamped.state = "2"
    cache.get("a", lambda: made.append(2))
    assert made == [1, 2]


def test_answers_of_other_names_do_not_meet(stamped):
    cache = Cache(stamped)
    assert (cache.get("a", lambda: 1), cache.get("b", lambda: 2), cache.get("a", lambda: 3)) == (1, 2, 1)


def test_who_waits_too_long_gets_the_older_answer_and_later_the_new_one(stamped):
    cache, go = Cache(stamped, patience=0.01), Signal()
    cache.get("a", lambda: "old")
    stamped.state = "2"

    def make() -> str:
        go.wait(5)
        return "new"

    assert cache.get("a", make) == "old"
    go.set()
    assert cache.get("a", lambda: "newer", patience=5) == "new"


def test_who_cannot_wait_is_told_that_there_is_no_answer_yet(stamped):
    cache, go = Cache(stamped, patience=0.01), Signal()

    def make() -> str:
        go.wait(5)
        return "made"

    assert cache.soon("a", make) is None
    go.set()
    assert cache.get("a", lambda: "made twice") == "made"


def test_what_fails_is_not_kept(stamped):
    cache = Cache(stamped)
    with pytest.raises(ZeroDivisionError):
        cache.get("a", lambda: 1 // 0)
    assert cache.get("a", lambda: 1) == 1


def test_many_who_ask_at_once_wait_for_one_maker(stamped):
    cache, made, go = Cache(stamped), [], Signal()

    def make() -> int:
        go.wait(5)
        made.append(1)
        return 7

    found: list[int] = []
    asking = [Thread(target=lambda: found.append(cache.get("a", make))) for _ in range(5)]
    for each in asking:
        each.start()
    go.set()
    for each in asking:
        each.join()
    assert (found, made) == ([7] * 5, [1])


def test_what_rests_on_an_older_answer_is_made_again_once_that_is_new(stamped):
    cache, go = Cache(stamped, patience=0.01), Signal()

    def slow() -> str:
        Signal().wait(0.05)
        if stamped.state == "2":
            go.wait(5)
        return f"slow {stamped.state}"

    def quick() -> str:
        return f"quick {stamped.state}, " + cache.get("slow", slow)

    assert cache.get("quick", quick) == "quick 1, slow 1"
    stamped.state = "2"
    while (found := in_a_request(cache, lambda: cache.get("quick", quick)))[0] == "quick 1, slow 1":
        Signal().wait(0.01)
    assert found == ("quick 2, slow 1", True), "the page tells that it is not up to date"
    go.set()
    while (found := in_a_request(cache, lambda: cache.get("quick", quick)))[0] == "quick 2, slow 1":
        Signal().wait(0.01)
    assert found == ("quick 2, slow 2", False)


def in_a_request(cache, ask):
    """What is asked, and whether the page that shows it has to tell that it is behind."""
    return Context().run(lambda: (ask(), cache.is_behind()))


def test_who_waits_when_the_desk_closes_is_let_go(stamped):
    cache, go, refused = Cache(stamped), Signal(), []

    def ask() -> None:
        try:
            cache.get("a", lambda: go.wait(5))
        except Closing:
            refused.append(1)

    asking = Thread(target=ask)
    asking.start()
    while not cache._answers:
        Signal().wait(0.01)
    Signal().wait(0.05)
    cache.close()
    asking.join(timeout=1)
    assert refused == [1]
    with pytest.raises(Closing):
        cache.get("b", lambda: 1)
    go.set()
