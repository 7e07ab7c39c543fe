"""Which act a sentence probably tells of, whether or not a rule knows its verb."""

import pytest

from dragoman.reading.language import parse
from dragoman.reading.news.likely_acts import likely_acts, telling


def sentence(text):
    return next(parse(text).sents)


@pytest.mark.parametrize(
    "plover, text",
    [
        ("AID", "A Danish frigate ferried the islanders of Tonga to safety."),
        ("ASSAULT", "Gunmen made off with six nuns from a convent in Togo."),
        ("RETREAT", "Rebels locked their rifles away in containers under a peace pact."),
        ("PROTEST", "Students pelted the town hall of Riga with eggs."),
    ],
)
def test_the_words_around_a_verb_tell_the_act(plover, text):
    chances = likely_acts(sentence(text))
    assert max(chances, key=chances.get) == plover
    assert sum(chances.values()) == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize(
    "text, verb",
    [
        ("Laos expelled two Thai envoys.", "expelled"),
        ("Laos said on Friday it had expelled two Thai envoys.", "expelled"),
        ("Laos has begun expelling Thai envoys.", "expelling"),
    ],
)
def test_what_is_said_or_begun_tells_the_act(text, verb):
    assert telling(sentence(text)).text == verb
