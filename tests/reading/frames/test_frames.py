"""Predicates, with the words, dates and sums of their clauses."""

import pytest

from dragoman.reading.frames.frames import find_frames
from dragoman.reading.frames.slots import subject_of


def test_actors_can_be_asked_for_by_their_place(frame):
    talks = frame("Kenya and Malta opened talks in Rabat.", "talks")
    assert [a.name for a in talks.slots("subject", "in")] == ["Kenya", "Malta", "Rabat"]
    assert talks.slots("object") == []


@pytest.mark.parametrize(
    "text, word, kind, types",
    [
        ("Chile visited Vietnam.", "visited", "event", ("visit",)),
        ("The treaty expired.", "treaty", "instrument", ("agreement",)),
        ("Chile signed a memorandum.", "signed", "event", ("signing",)),
        ("They had a telephone conversation.", "conversation", "event", ("call",)),
        ("Chile repaired the bridge.", "repaired", "activity", ()),
    ],
)
def test_a_word_is_read_as_the_kinds_it_can_tell_of(frame, text, word, kind, types):
    assert frame(text, word, kind).types == types


def test_only_the_last_noun_of_a_compound_is_the_instrument(page):
    found = [(f.head.text, f.kind) for f in find_frames(page("Fish trade agreement negotiations ended."))]
    assert ("negotiations", "event") in found
    assert ("agreement", "instrument") not in found


def test_a_word_in_a_name_is_no_frame(page):
    found = [f.head.text for f in find_frames(page("Ambassador Grace Grant arrived in Lomé."))]
    assert "Grant" not in found


def test_a_word_in_a_time_is_no_frame(page):
    assert {f.head.text for f in find_frames(page("Last week the king of Tonga visited Peru."))} == {"visited"}
    assert "Week" in {f.head.text for f in find_frames(page("Tonga opened the Pacific Week in Peru."))}


def test_a_line_without_noun_or_verb_has_no_frames(page):
    assert list(find_frames(page("* * *"))) == []


@pytest.mark.parametrize(
    "text, word, core, clause",
    [
        pytest.param(
            "The trade treaty with Cuba, which Bolivia signed in 1990, expired.",
            "treaty",
            "The trade treaty with Cuba",
            "The trade treaty with Cuba, which Bolivia signed in 1990, expired",
            id="a noun without the clause that hangs on it",
        ),
        pytest.param(
            "Chile sent food to Haiti and opened a clinic there.",
            "opened",
            "Chile opened a clinic there",
            "opened a clinic there",
            id="a second verb with the subject of the first",
        ),
        pytest.param(
            "Chile sent food to Haiti and opened a clinic there.",
            "sent",
            "Chile sent food to Haiti",
            "Chile sent food to Haiti",
            id="a first verb without the second",
        ),
    ],
)
def test_a_frame_holds_the_words_of_its_own_clause(frame, text, word, core, clause):
    found = frame(text, word)
    assert " ".join(token.text for token in found.core) == core
    assert text[found.start : found.end] == clause


def test_a_long_clause_is_cut_around_its_verb(frame):
    goods = "tents, blankets, rice, beans, flour, sugar, salt, water, milk, soap, medicines, pumps, tools, seeds"
    found = frame(
        f"After the storm of the week before, a ship of the Chilean navy brought {goods} to Tonga.", "brought"
    )
    assert len(found.core) == 28
    assert found.head in found.core


def test_dates_and_sums_of_the_clause_belong_to_the_frame(frame):
    found = frame("Chile gave 2 million dollars in May 2019 to repair a bridge.", "gave")
    assert [d.edtf for d in found.dates] == ["2019-05"]
    assert [(q.value, q.unit) for q in found.quantities] == [(2_000_000, "USD")]


@pytest.mark.parametrize(
    "text, word, hosts",
    [
        ("Kenya’s king visited Oman, Yemen and Egypt.", "visited", [["OMN"], ["YEM"], ["EGY"]]),
        ("The visit of Kenya’s king to Oman and Yemen ended.", "visit", [["OMN"], ["YEM"]]),
        ("Kenya’s king visited Oman.", "visited", [["OMN"]]),
        ("Oman hosted the kings of Kenya and Yemen.", "hosted", [["KEN", "YEM"]]),
    ],
)
def test_a_visit_to_several_states_is_a_frame_each(page, text, word, hosts):
    visits = [f for f in find_frames(page(text)) if f.head.text == word and f.kind == "event"]
    assert [[a.code for a in f.slots("object", "to")] for f in visits] == hosts


def test_a_phrase_that_begins_inside_a_name_has_all_of_the_name(page):
    text = "They came to the Commonwealth Heads of Government Meeting in Lusaka."
    (found,) = [f for f in find_frames(page(text)) if f.head.text == "Meeting" and f.kind == "event"]
    assert page(text).text[found.start : found.end].startswith("Commonwealth Heads of Government Meeting")


def test_what_is_told_in_passing_belongs_to_no_other_frame(frame):
    text = "Malta, which lent Chad 3 million euros in 2021, will send a team to Kenya."
    lent, sent = frame(text, "lent", date="2024-06-11"), frame(text, "send", date="2024-06-11")
    assert [q.value for q in lent.quantities] == [3_000_000]
    assert [d.edtf for d in lent.dates] == ["2021"]
    assert not sent.quantities
    assert not sent.dates
    text = "Malta gave beds to a ward in Kisumu, whose school opened in 2021."
    assert not frame(text, "gave", date="2024-06-11").dates


@pytest.mark.parametrize(
    "text, word, kinds",
    [
        pytest.param("Kenya is a member of UNESCO.", "UNESCO", {"instrument"}, id="a body of several states"),
        pytest.param("The cathedral of Lima and that of Quito were twinned.", "twinned", {"instrument"}, id="a verb"),
        pytest.param("Kenya’s king lives in Mombasa.", "Mombasa", set(), id="a place is none"),
    ],
)
def test_bodies_and_verbs_can_be_instruments(page, text, word, kinds):
    assert {f.kind for f in find_frames(page(text)) if f.head.text == word} >= kinds
    assert ("instrument" in kinds) == any(
        f.kind == "instrument" for f in find_frames(page(text)) if f.head.text == word
    )


@pytest.mark.parametrize(
    "text, word",
    [
        ("Chile and Malta marked the 40th anniversary of diplomatic relations.", "relations"),
        ("Chile celebrates the centenary of its friendship with Malta.", "friendship"),
    ],
)
def test_what_an_anniversary_is_of_is_told_too(frame, text, word):
    assert "establishment" in frame(text, word, "event", date="2031-05-03").types


def test_relations_without_an_anniversary_are_no_event(page):
    found = find_frames(page("Chile has good relations with Malta."))
    assert "event" not in [f.kind for f in found if f.head.text == "relations"]


def test_what_comes_on_top_of_a_gift_tells_of_neither_gift_anew(page):
    heads = {frame.head.text for frame in find_frames(page("It comes on top of the 5 million dollars given in May."))}
    assert heads == {"given"}


@pytest.mark.parametrize(
    "text, word, subject",
    [
        ("Chile asked Peru to send doctors.", "send", "Peru"),
        ("Chile called on Peru to send doctors.", "send", "Peru"),
        ("Chile offered Peru to send doctors.", "send", "Chile"),
        ("Chile asked to send doctors.", "send", "Chile"),
    ],
)
def test_whoever_is_asked_is_to_do_it(frame, text, word, subject):
    assert subject_of(frame(text, word).head).text == subject


def test_what_is_built_into_a_word_stands_aside(frame):
    found = frame("A minister from Chile visited the Peruvian-built school in Fiji.", "visited")
    assert "PER" not in [actor.code for slot, actor in found.actors if slot != "near"]


def test_a_clause_that_shares_its_subject_has_no_sums_and_days_of_the_clause_before(frame):
    text = "Kenya said that trade had reached 6 million dollars in 2017, and agreed to hold talks."
    found = frame(text, "agreed", date="2019-05-06")
    assert (found.quantities, text[found.start :].startswith("agreed")) == ([], True)


def test_purposes_of_one_deed_stand_with_it(frame):
    text = "Kenya gave Malta 6 million dollars to feed the poor and clothe them."
    assert frame(text, "gave").quantities == frame(text, "clothe").quantities != []


def test_a_phrase_does_not_end_within_a_word(frame):
    text = "Kenya and Malta want to widen people-to-people and cultural ties."
    assert "people-to-people" in " ".join(text[f.start : f.end] for f in [frame(text, "widen")])
