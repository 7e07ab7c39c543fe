"""The judge turns likely frames into entries and says why."""

import math

import pytest

from dragoman.reading.frames.frames import find_frames
from dragoman.reading.judging import judge as judging
from dragoman.reading.scoring.linear import LinearModel

TEXT = "Togo signed a treaty with Laos."
ANSWERS = {"type": {"event": "signing", "instrument": "agreement", "activity": "grant"}, "stage": "done"}


class Saying:
    """A context that says the same of whatever it is asked about; by default nothing."""

    def __init__(self, view=None):
        self.view = view or {}

    def over(self, windows):
        return self

    def views(self, asked):
        return [self.view for _ in asked]


@pytest.fixture
def chance(monkeypatch):
    """A function that makes every frame an entry with a given chance."""

    def fixed(yes):
        def model(kind, question):
            if question == "entry":
                return LinearModel(("no", "yes"), ("tense=past",), [[-1, 1]], [0, math.log(yes / (1 - yes)) - 2])
            label = ANSWERS["type"][kind] if question == "type" else ANSWERS["stage"]
            return LinearModel((label, "-"), ("tense=past",), [[1, 0]], [9, 0])

        monkeypatch.setattr(judging, "model", model)
        monkeypatch.setattr(judging, "context", Saying)

    return fixed


def judged(page):
    frames = list(find_frames(page))
    return list(judging.judge(frames, page, judging.understood(frames, page)))


def test_a_likely_frame_becomes_an_entry_of_its_kind(chance, page):
    chance(0.9)
    assert [(e.kind, e.type, e.stage, e.confidence) for e in judged(page(TEXT))] == [
        ("event", "signing", "done", 0.9),
        ("activity", "grant", "done", 0.9),
        ("instrument", "agreement", "done", 0.9),
    ]


def test_a_frame_that_is_hopeless_by_its_features_is_not_looked_at_again(chance, page, monkeypatch):
    chance(0.04)
    monkeypatch.setattr(judging, "context", lambda: Saying({"entry": {"no": 0.0001, "yes": 0.9999}}))
    assert judged(page(TEXT)) == []


def test_an_entry_says_what_decided_for_each_of_three_questions(chance, page):
    chance(0.9)
    event = judged(page(TEXT))[0]
    assert event.why == ("event: tense=past", "signing: tense=past", "done: tense=past")


def test_a_frame_between_the_thresholds_is_a_mention_without_reasons(chance, page):
    chance((judging.MENTION + min(judging.THRESHOLD.values())) / 2)
    found = judged(page(TEXT))
    assert len(found) == 3
    assert {e.why for e in found} == {()}


def test_an_unlikely_frame_is_dropped(chance, page):
    chance(judging.MENTION / 2)
    assert judged(page(TEXT)) == []


@pytest.mark.parametrize("kind", ["event", "instrument", "activity"])
def test_there_is_a_trained_model_for_each_question(kind):
    assert set(judging.model(kind, "entry").labels) == {"no", "yes"}
    assert {"planned", "agreed", "done"} <= set(judging.model(kind, "stage").labels)
    assert len(judging.model(kind, "type").labels) > 5
    assert judging.MENTION < judging.THRESHOLD[kind] < 1


def test_what_an_anniversary_is_of_is_an_entry(page):
    text = "Next year Lima and Hanoi will mark the 30th anniversary of twinning."
    sure = page(text, "2031-05-03")
    twinning = next(e for e in judged(sure) if e.kind == "instrument")
    assert twinning.type == "twinning"
    assert twinning.confidence >= judging.COMMEMORATED


def test_the_features_and_the_context_have_equal_say(chance, monkeypatch, page):
    chance(0.9)
    view = {"entry": {"yes": 0.1, "no": 0.9}, "stage": {"planned": 1.0}}
    monkeypatch.setattr(judging, "context", lambda: Saying(view))
    event = judged(page(TEXT))[0]
    assert event.confidence == 0.5
    assert event.why[0] == "event: tense=past, context=0.10"


def told(page, text):
    """What the verbs and the nouns of a text become, if verbs are the likelier entries and nouns are ceremonies."""

    def judged(frame):
        noun = frame.head.pos_ != "VERB"
        ceremony = {"entry": {"no": 0.4, "yes": 0.6}, "type": {"ceremony": 1.0, "meeting": 0.0}, "stage": {"done": 1.0}}
        meeting = {"entry": {"no": 0.1, "yes": 0.9}, "type": {"ceremony": 0.0, "meeting": 1.0}, "stage": {"done": 1.0}}
        return judging.Judged(frame, (ceremony if noun else meeting).__getitem__)

    page = page(text)
    events = [frame for frame in find_frames(page) if frame.kind == "event"]
    return {
        frame.head.text: (entry.type, entry.confidence) for frame, entry in judging.drafts(map(judged, events), page)
    }


@pytest.mark.parametrize(
    "text",
    [
        "Togo held a ceremony for Laos.",
        "A ceremony for Laos was held by Togo.",
        "Laos saw a ceremony held by Togo.",
    ],
)
def test_a_verb_says_again_what_its_own_noun_tells(page, text):
    entries = told(page, text)
    assert (entries["ceremony"], entries["held"]) == (("ceremony", 0.6), ("ceremony", 0.9))


@pytest.mark.parametrize(
    "text, verb",
    [
        pytest.param("Togo met Laos before the ceremony.", "met", id="further off"),
        pytest.param("The ceremony opened the port of Laos.", "opened", id="a noun that acts"),
        pytest.param("Togo condemned the ceremony.", "condemned", id="a statement on it"),
    ],
)
def test_a_verb_tells_something_else_than_a_noun(page, text, verb):
    entries = told(page, text)
    assert (entries["ceremony"][0], entries[verb][0]) == ("ceremony", "meeting")


def test_a_delegation_that_meets_somebody_does_more_than_come(page):
    assert told(page, "The delegation of Togo met with the minister.")["met"][0] == "meeting"


def test_a_statement_that_is_signed_is_no_statement_made(frame):
    text = "Togo and Laos signed a joint statement in Lome."
    assert not judging.happens_in(frame(text, "statement", "event"), frame(text, "signed", "event"))
    text = "Togo and Laos held a ceremony in Lome."
    assert judging.happens_in(frame(text, "ceremony", "event"), frame(text, "held", "event"))
