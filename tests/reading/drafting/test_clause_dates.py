"""Which of several times in a sentence is that of what a word of it tells."""

import pytest

from dragoman.reading.drafting.clause_dates import date_nearest
from dragoman.reading.drafting.drafting import date_of


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("She arrived in Suva on 3 May and held talks with Tonga on 5 May.", "arrived", "2014-05-03"),
        ("She arrived in Suva on 3 May and held talks with Tonga on 5 May.", "talks", "2014-05-05"),
        ("He opened a mine in June and signed an accord on 9 August.", "signed", "2014-08-09"),
        ("He signed an accord in Lima on 9 August.", "accord", "2014-08-09"),
        ("The clinic, which Fiji had put up in 1987, was handed over on 3 May 2009.", "handed", "2009-05-03"),
        ("The clinic, which Fiji had put up in 1987, was handed over on 3 May 2009.", "put", "1987"),
        ("She will send nurses to Togo and will build a clinic there this year.", "send", None),
        ("She will send nurses to Togo and will build a clinic there this year.", "build", "2014"),
        ("Founded in 1897, the club has given a mast to Togo.", "given", None),
        ("They signed a pact after talks had begun in May.", "pact", None),
        (
            "They are to do as the leaders said, carry out the results of the talks in May, and widen ties.",
            "widen",
            None,
        ),
    ],
)
def test_each_verb_has_its_own_time(frame, text, word, expected):
    assert date_of(frame(text, word, date="2014-12-20"), "done") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Her visit to Fiji next year will take place from 3 to 5 May.", "2015-05-03/2015-05-05"),
        ("Her visit to Fiji next year will take place.", "2015"),
    ],
)
def test_of_a_year_and_days_in_it_the_days_are_meant(frame, text, expected):
    assert date_of(frame(text, "visit", date="2014-12-20"), "planned") == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("They signed a plan for 2015-2018.", "signed", None),
        ("They signed a strategy for 2015-2018 on 3 May.", "signed", "2014-05-03"),
        ("They worked on a plan from 2009 to 2012.", "worked", "2009/2012"),
    ],
)
def test_the_years_that_a_plan_is_for_do_not_tell_when_it_was_signed(frame, text, word, expected):
    assert date_of(frame(text, word, date="2014-12-20"), "done") == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("It will be her first visit to Fiji since taking office in May 2012.", "visit", None),
        ("After meeting the king in June, he visited Tonga on 4 July.", "visited", "2014-07-04"),
        ("She had visited Tonga in May 2012.", "visited", "2012-05"),
    ],
)
def test_a_time_that_only_tells_how_long_ago_something_else_was_does_not_date_a_visit(frame, text, word, expected):
    assert date_of(frame(text, word, date="2014-12-20"), "done") == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("He gave tents after a storm, which had struck Tonga in May.", "gave", None),
        ("He opened the talks with Tonga, which were held in May.", "talks", "2014-05"),
        ("It is to be signed in Lima in June, he told reporters after meeting the minister.", "meeting", None),
        ("He told reporters in May that it was signed in June.", "told", "2014-05"),
        ("They signed a plan for talks on fish for the 2015-2018 period.", "signed", None),
    ],
)
def test_the_time_of_another_clause_or_of_reported_words_is_not_its_own(frame, text, word, expected):
    assert date_of(frame(text, word, date="2014-12-20"), "done") == expected


def test_the_time_of_a_participle_behind_a_comma_is_that_of_its_noun(frame):
    text = "Fiji's minister announced 12 million dollars to rebuild the market, lost to fire in 2016."
    made = frame(text, "announced", "activity")
    assert date_nearest(made.dates, made) is None


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Further to talks at last year's forum, Fiji lent Tonga two ships.", "lent", None),
        ("Further to talks at last year's forum, Fiji lent Tonga two ships.", "talks", "2013"),
        ("Fiji condemned last year's attack on Tonga.", "condemned", None),
        ("Fiji signed a treaty with Tonga at last year's forum.", "signed", "2013"),
        ("Fiji lent Tonga two ships after talks held in Suva in May 2013.", "lent", None),
        ("Fiji lent Tonga two ships after talks held in Suva in May 2013.", "talks", "2013-05"),
    ],
)
def test_a_time_that_tells_which_talks_were_meant_is_theirs(frame, text, word, expected):
    assert date_of(frame(text, word, date="2014-12-20"), "done") == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("She met the ministers of Peru after the vote of May 2013.", "met", None),
        ("She met the ministers of Peru in May 2013.", "met", "2013-05"),
    ],
)
def test_the_time_of_what_went_before_is_not_that_of_what_followed(frame, text, word, expected):
    assert date_of(frame(text, word, date="2014-12-20"), "done") == expected


def test_a_year_before_a_noun_is_that_of_the_noun(frame):
    text = "The 2009 presidential and provincial elections and the 2010 council are near."
    assert date_of(frame(text, "elections", "event", "2008-12-20"), "planned") == "2009"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Following her visits in 2013 to Lima and Quito, her talks with Chad will help.", "talks", None),
        ("The signing follows the offer in May 2013 of a loan.", "signing", None),
        ("The ratification of the treaty will cut waste below 2005 levels.", "ratification", None),
    ],
)
def test_what_went_before_or_is_a_measure_has_a_time_of_its_own(frame, text, word, expected):
    assert date_of(frame(text, word, "event", "2014-12-20"), "done") == expected
