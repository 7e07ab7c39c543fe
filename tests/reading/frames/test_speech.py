"""How far a thing has come, by the words around it."""

import pytest

from dragoman.reading.frames.speech import is_asserted, shared_tense, stage_by_rule, stage_signals, tense_of


def stage(frame):
    return stage_by_rule(frame.kind, stage_signals(frame.head, frame.verb))


@pytest.mark.parametrize(
    "text, word, expected",
    [
        ("Malta will open an embassy in Oman.", "open", "planned"),
        ("Malta is to open an embassy in Oman.", "open", "planned"),
        ("Malta plans to open an embassy in Oman.", "open", "planned"),
        ("Malta expects the visit in June.", "visit", "planned"),
        ("The upcoming visit to Oman was discussed.", "visit", "planned"),
        ("Malta opened an embassy in Oman.", "opened", "done"),
        ("Malta has opened an embassy in Oman.", "opened", "done"),
        ("The minister visited Oman.", "visited", "done"),
        ("Malta would open an embassy in Oman.", "open", "proposed"),
        ("Malta proposed that Oman open an embassy.", "open", "proposed"),
        ("The minister suggested a visit to Oman.", "visit", "proposed"),
        ("Malta agreed to open an embassy in Oman.", "open", "agreed"),
        ("Oman accepted the invitation.", "invitation", "agreed"),
        ("Malta postponed the visit to Oman.", "visit", "suspended"),
        ("Malta cancelled the visit to Oman.", "visit", "cancelled"),
    ],
)
def test_an_event_is_as_far_as_its_verb_says(frame, text, word, expected):
    assert stage(frame(text, word, "event")) == expected


@pytest.mark.parametrize(
    "text, word, expected",
    [
        ("Malta is building a school in Oman.", "building", "underway"),
        ("Malta builds schools in Oman.", "builds", "underway"),
        ("Malta built a school in Oman.", "built", "done"),
        ("The school was built by Malta.", "built", "done"),
        ("Malta agreed to build a school in Oman.", "build", "agreed"),
        ("Malta will build a school in Oman.", "school", "planned"),
        ("The government hopes to build a school in Oman.", "build", "proposed"),
    ],
)
def test_work_without_another_word_is_underway_or_done(frame, text, word, expected):
    assert stage(frame(text, word, "activity")) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The treaty with Oman covers fish.", "underway"),
        ("Malta signed a treaty with Oman.", "agreed"),
        ("Malta will sign a treaty with Oman.", "planned"),
        ("Malta proposed a treaty with Oman.", "proposed"),
        ("Oman terminated the treaty with Malta.", "cancelled"),
    ],
)
def test_an_instrument_that_is_only_named_is_in_force(frame, text, expected):
    assert stage(frame(text, "treaty", "instrument")) == expected


@pytest.mark.parametrize(
    "kind, signals, expected",
    [
        ("event", [], "done"),
        ("activity", [], "underway"),
        ("instrument", [], "underway"),
        ("event", ["tense=past", "modal=planned"], "planned"),
        ("event", ["word0=agreed", "modal=planned"], "planned"),
        ("event", ["word0=planned", "word1=proposed"], "proposed"),
        ("event", ["word0=proposed", "word1=cancelled"], "cancelled"),
        ("event", ["word0=cancelled", "word1=suspended"], "cancelled"),
        ("activity", ["tense=infinitive"], "planned"),
        ("activity", ["tense=participle"], "done"),
    ],
)
def test_the_strongest_word_decides(kind, signals, expected):
    assert stage_by_rule(kind, signals) == expected


@pytest.mark.parametrize(
    "text, word, signal",
    [
        ("Malta will sign a treaty.", "sign", "modal=planned"),
        ("Malta may sign a treaty.", "sign", "modal=proposed"),
        ("Malta did not open an embassy.", "open", "negated"),
        ("Malta plans to open an embassy.", "open", "word1=planned"),
        ("Malta plans to open an embassy.", "open", "infinitive"),
        ("The forthcoming visit was discussed.", "visit", "beside=planned"),
        ("The government hoped to open an embassy.", "open", "word1=proposed"),
    ],
)
def test_each_word_that_tells_the_stage_is_a_signal(frame, text, word, signal):
    found = frame(text, word, "event")
    assert signal in stage_signals(found.head, found.verb)


def test_a_word_in_another_clause_tells_nothing(frame):
    found = frame("Malta plans a port like the one that its minister visited.", "visited", "event")
    assert stage_signals(found.head, found.verb) == ("tense=past",)


@pytest.mark.parametrize(
    "text, word, tense",
    [
        ("Peru helped Fiji.", "helped", "past"),
        ("Fiji was helped by Peru.", "helped", "past"),
        ("Peru has helped Fiji.", "helped", "perfect"),
        ("Peru helps Fiji.", "helps", "present"),
        ("Peru is helping Fiji.", "helping", "progressive"),
        ("Peru will help Fiji.", "help", "future"),
        ("They’ll help Fiji.", "help", "future"),
        ("Peru wants to help Fiji.", "help", "infinitive"),
        ("Peru sent experts, helping Fiji.", "helping", "participle"),
    ],
)
def test_the_tense_of_a_verb(page, text, word, tense):
    verb = next(token for token in page(text).doc if token.text == word)
    assert tense_of(verb) == tense


@pytest.mark.parametrize(
    "text, word, expected",
    [
        ("The ministers will meet and sign a treaty.", "sign", "future"),
        ("Malta is building a road and repairing a bridge.", "repairing", "progressive"),
        ("Malta built a school and will open it in May.", "open", "future"),
    ],
)
def test_joined_verbs_share_their_tense(frame, text, word, expected):
    assert shared_tense(frame(text, word, "activity").head) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Malta signed the treaty.", True),
        ("Malta has signed the treaty.", True),
        ("Malta did not sign the treaty.", False),
        ("Malta may sign the treaty.", False),
        ("Malta will sign the treaty.", False),
    ],
)
def test_what_is_asserted(page, text, expected):
    verb = next(token for token in page(text).doc if token.lemma_ == "sign")
    assert is_asserted(verb) is expected
