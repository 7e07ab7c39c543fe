"""Passwords are kept as hashes, and neither a wrong one nor an account that is not there is let in."""

import pytest

from dragoman.desk.passwords import LONGEST, SHORTEST, Passwords


@pytest.fixture(scope="module")
def passwords():
    return Passwords()


def test_a_hash_fits_its_password_alone(passwords):
    hashed = passwords.hash("seven green boats")
    assert "seven" not in hashed
    assert passwords.fits("seven green boats", hashed)
    assert not passwords.fits("seven green boat", hashed)


def test_two_hashes_of_one_password_differ(passwords):
    assert passwords.hash("seven green boats") != passwords.hash("seven green boats")


@pytest.mark.parametrize("length", [0, SHORTEST - 1, LONGEST + 1])
def test_a_password_that_is_too_short_or_too_long_is_refused(passwords, length):
    with pytest.raises(ValueError, match=f"{SHORTEST} to {LONGEST}"):
        passwords.hash("x" * length)


@pytest.mark.parametrize("hashed", [None, "", "!", "no hash"])
def test_where_there_is_no_hash_no_password_fits(passwords, hashed):
    assert not passwords.fits("seven green boats", hashed)
    assert not passwords.fits("nobody", hashed)


def test_a_password_that_is_too_long_is_not_tried(passwords):
    assert not passwords.fits("x" * (LONGEST + 1), passwords.hash("x" * LONGEST))
