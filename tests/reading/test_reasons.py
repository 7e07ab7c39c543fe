"""What the models looked at is told in words."""

import pytest

from dragoman.reading.reasons import in_words
from dragoman.reading.scoring.linear import LinearModel


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("event: verb=meet, who:object=person", "event: the verb “meet”, its object: person"),
        ("visit: says=visit, time=later", "visit: a word for visit, after the day of publication"),
        (
            "planned: main tense=future, stage=planned",
            "planned: the sentence is in the future, the words amount to planned",
        ),
        ("event: sign+treaty, in=may", "event: “sign” with “treaty”, “in may”"),
        ("done: be:tense=past, context=0.91", "done: “be” in the past, the words around it (0.91 of 1)"),
        ("done: told=itself:past, said before=agreed", "done: told in the past, a word for agreed before it"),
        ("agreed: told=agree:past, up=agree", "agreed: told by “agree” in the past, it hangs on “agree”"),
        ("grant: own word of grant, near word of loan", "grant: a word of grant, a word of loan near by"),
        ("event: negated, in the title", "event: it is denied, in the title"),
    ],
)
def test_features_are_told_in_words(reason, words):
    assert in_words(reason) == words


def test_what_helps_no_reader_is_left_out():
    assert in_words("event: dep=verb:ROOT, verb=meet, depth=2, phrase=6") == "event: the verb “meet”"
    assert in_words("event: depth=2") == "event"


@pytest.mark.parametrize(
    "reason",
    ["an account of aid by works, $", "post: Prime Minister", "sector 430: common, tra", "flow all: debt + grant"],
)
def test_what_is_in_words_already_stays(reason):
    assert in_words(reason) == reason


@pytest.mark.parametrize("kind", ["event", "instrument", "activity"])
@pytest.mark.parametrize("question", ["entry", "type", "stage"])
def test_whatever_a_model_looks_at_can_be_told(kind, question):
    for feature in LinearModel.load(f"frames-{kind}-{question}").vocabulary:
        told = in_words(f"{kind}: {feature}")
        assert told.startswith(kind)
        assert "{" not in told
