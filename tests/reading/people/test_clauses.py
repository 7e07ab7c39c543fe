"""Which verb gives somebody a post, and who is its subject."""

import pytest

from dragoman.reading.language import parse
from dragoman.reading.people.clauses import given_by, subject_of


@pytest.mark.parametrize(
    ("text", "post", "verb", "subject"),
    [
        ("Ana Silva was Consul in Osaka.", "Consul", "was", "Silva"),
        ("She served as Ambassador to Peru and was Consul in Osaka.", "Consul", "was", "She"),
        ("She served as Ambassador to Peru.", "Ambassador", "served", "She"),
        ("Tom Reed, who has been Consul since 2013, left.", "Consul", "been", "Reed"),
    ],
)
def test_a_verb_gives_a_post_to_its_subject(text, post, verb, subject):
    doc = parse(text)
    noun = next(token for token in doc if token.text == post)
    giving = given_by(noun)
    assert (giving.text, subject_of(giving).text) == (verb, subject)


def test_whom_one_meets_is_given_no_post():
    doc = parse("She met the Ambassador in Lima.")
    assert given_by(next(token for token in doc if token.text == "Ambassador")) is None
