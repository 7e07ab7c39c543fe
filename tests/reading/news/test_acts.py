"""What an event's own words tell of its PLOVER type and of its sides."""

import pytest

from dragoman.models import Event, Evidence, Party
from dragoman.reading.news.acts import with_act
from dragoman.values import CountryCode


def event(text: str, type_: str, **codes: str) -> Event:
    who = tuple(Party(name=code, code=CountryCode(code), role=role) for code, role in codes.items())
    where = (Evidence(start=0, end=len(text)),)
    return Event(type=type_, title="news", parties=who, stage="done", plover="SUPPORT", evidence=where)


@pytest.mark.parametrize(
    "text, type_, plover",
    [
        ("Chad accused Togo of theft.", "statement", "ACCUSE"),
        ("Chad called on Togo to return the statues.", "statement", "REQUEST"),
        ("Chad turned down an offer from Togo.", "statement", "REJECT"),
        ("Chadian police arrested three Togolese fishermen.", "force", "COERCE"),
        ("Chad moved troops to its border with Togo.", "force", "MOBILIZE"),
        ("Chad accused Togo of theft.", "meeting", "SUPPORT"),  # a meeting is none of that
    ],
)
def test_the_words_tell_what_a_statement_or_force_is(page, text, type_, plover):
    assert with_act(event(text, type_), page(text)).plover == plover


def test_the_sides_are_those_of_the_act(page):
    text = "Chad was accused by Togo of theft."
    found = with_act(event(text, "statement", TCD="source", TGO="target"), page(text))
    assert {p.code: p.role for p in found.parties} == {"TCD": "target", "TGO": "source"}


def test_who_protests_at_home_acts(page):
    text = "Peruvian teachers marched through Lima."
    assert with_act(event(text, "protest", PER="target"), page(text)).parties[0].role == "source"


def test_where_force_was_used_by_nobody_named_is_no_side_that_used_it(page):
    text = "The bombings in Lima were told."
    assert with_act(event(text, "force", PER="target"), page(text)).parties[0].role == "target"
