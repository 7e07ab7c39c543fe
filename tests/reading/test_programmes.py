"""The days under which a programme lists what is to happen."""

from dragoman.models import Event, Evidence
from dragoman.reading.dates import find_dates
from dragoman.reading.programmes import days_of_programme, on_its_day
from dragoman.values import Edtf

TODAY = Edtf("2031-05-02")
PROGRAMME = """Tuesday, 6 May

10.00 Talks with the President of Nauru
20.00 State dinner

Wednesday, 7 May 2031:

Morning Opening of the fair
"""


def days(text):
    return days_of_programme(text, find_dates(text, TODAY), TODAY)


def test_what_stands_below_a_day_happens_then():
    found = days(PROGRAMME)
    told = {word: next(day for lines, day in found if PROGRAMME.index(word) in lines) for word in ("Talks", "Opening")}
    assert told == {"Talks": "2031-05-06", "Opening": "2031-05-07"}


def test_a_single_day_and_days_within_sentences_make_no_programme():
    assert days("Friday, 9 May\n\nTalks with Nauru") == []
    assert days("They met on 3 May.\n\nThey will meet on 9 May.") == []


def test_the_day_of_publication_heads_no_programme():
    assert days("2 May 2031\n\nThe President of Nauru will come.\n\n9 May\n\nTalks") == []


def test_a_planned_event_is_due_on_its_day():
    talks = Event(type="meeting", title="Talks", parties=(), stage="planned", evidence=(Evidence(start=20, end=30),))
    found = on_its_day(talks, days(PROGRAMME))
    assert (found.date, found.due) == ("2031-05-06", "2031-05-06")
