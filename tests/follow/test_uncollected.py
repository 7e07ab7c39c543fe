"""The collector of cycles is off within, and as it was afterwards."""

import gc

import pytest

from dragoman.follow.uncollected import uncollected


@pytest.fixture(params=[True, False])
def was_on(request):
    """Whether the collector was on before."""
    before = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield request.param
    (gc.enable if before else gc.disable)()


def test_it_is_off_within_and_as_before_afterwards(was_on):
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled() is was_on


def test_an_error_leaves_it_as_before(was_on):
    with pytest.raises(KeyError), uncollected():
        raise KeyError
    assert gc.isenabled() is was_on
