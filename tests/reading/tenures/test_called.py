"""Whether two names are one person's."""

import pytest

from dragoman.reading.tenures.called import may_be_one


@pytest.mark.parametrize(
    ("one", "other", "slips", "same"),
    [
        ("Ana Silva", "Silva", False, True),
        ("SILVA", "Ana Silva Rojas", False, True),
        ("Ana Macapa-Silva", "Silva", False, True),
        ("Ahmet Oğlu", "Ahmet Oglu", False, True),
        ("Ana Silva", "Rojas", True, False),
        ("Susilo Yudhoyono", "Yudhoyno", False, False),
        ("Susilo Yudhoyono", "Yudhoyno", True, True),
        ("Ana Lee", "Ana Lea", True, False),
    ],
)
def test_names_of_one_person(one, other, slips, same):
    assert may_be_one(one, other, slips=slips) is same
