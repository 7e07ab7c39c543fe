"""Where those who are named stand with respect to a predicate, and who is the subject of a verb."""

import pytest

from dragoman.reading.frames.frames import find_frames
from dragoman.reading.frames.slots import subject_of


def slots(frame):
    return {actor.name: slot for slot, actor in frame.actors}


@pytest.mark.parametrize(
    "text, word, expected",
    [
        pytest.param("Chile visited Vietnam.", "visited", {"Chile": "subject", "Vietnam": "object"}, id="active"),
        pytest.param("Vietnam was visited by Chile.", "visited", {"Chile": "agent", "Vietnam": "object"}, id="passive"),
        pytest.param("Chile talked with Vietnam.", "talked", {"Chile": "subject", "Vietnam": "with"}, id="preposition"),
        pytest.param(
            "Kenya and Malta opened talks.", "opened", {"Kenya": "subject", "Malta": "subject"}, id="two subjects"
        ),
        pytest.param(
            "Kenya opened talks with Malta.", "talks", {"Kenya": "subject", "Malta": "with"}, id="object noun"
        ),
        pytest.param(
            "Bolivia’s treaty with Cuba expired.", "treaty", {"Bolivia": "of", "Cuba": "with"}, id="possessor"
        ),
        pytest.param("The Bolivian treaty expired.", "treaty", {"Bolivian": "modifier"}, id="demonym"),
        pytest.param("The visit of Bolivia’s king ended.", "visit", {"Bolivia’s king": "of"}, id="of"),
        pytest.param("A Kenyan delegation left.", "delegation", {"Kenyan delegation": "self"}, id="itself"),
        pytest.param(
            "Kenya met with Malta and agreed on a road.",
            "agreed",
            {"Kenya": "subject", "Malta": "near"},
            id="elsewhere",
        ),
        pytest.param("Kenya wants to visit Malta.", "visit", {"Kenya": "subject", "Malta": "object"}, id="infinitive"),
        pytest.param(
            "Kenya refused to sell gas to Malta.",
            "refused",
            {"Kenya": "subject", "Malta": "object"},
            id="what is not done",
        ),
        pytest.param("Kenya trade agreement ceremony", "ceremony", {"Kenya": "modifier"}, id="heading"),
        pytest.param(
            "Kenya thanked Malta, which lent Chad money.",
            "lent",
            {"Kenya": "near", "Malta": "subject", "Chad": "object"},
            id="a pronoun for who was named",
        ),
        pytest.param(
            "Malta, whose bank lent Chad money, thanked Kenya.",
            "thanked",
            {"Malta": "subject", "Chad": "near", "Kenya": "object"},
            id="told in passing",
        ),
        pytest.param(
            "Malta, to which Chad gave ten trucks, thanked Kenya.",
            "gave",
            {"Malta": "to", "Chad": "subject", "Kenya": "near"},
            id="a preposition before the pronoun",
        ),
    ],
)
def test_each_actor_stands_somewhere(frame, text, word, expected):
    assert slots(frame(text, word)) == expected


@pytest.mark.parametrize(
    "text, verb, subject",
    [
        ("Chile visited Vietnam.", "visited", "Chile"),
        ("Chile visited Vietnam and signed a treaty.", "signed", "Chile"),
        ("Chile wants to sign a treaty.", "sign", "Chile"),
        ("Visiting Vietnam, Chile signed a treaty.", "Visiting", "Chile"),
        ("A treaty signed in Lima expired.", "signed", None),
        ("A ship carrying rice reached Suva.", "carrying", "ship"),
        ("Sign the treaty!", "Sign", None),
    ],
)
def test_a_verb_without_a_subject_borrows_it(page, text, verb, subject):
    found = subject_of(next(token for token in page(text).doc if token.text == verb))
    assert (found and found.text) == subject


def test_a_clause_may_be_the_subject_of_a_passive(frame):
    text = "Chile's embassy said that roaming charges between Chile and Peru would be abolished."
    assert subject_of(frame(text, "abolished").head).text in ("roaming", "charges")


def test_who_does_two_things_in_a_clause_about_somebody_is_the_subject_of_both(page):
    text = "Mali will join the Oslo Council, which Mr Silva praised after visiting Oman."
    (found,) = [f for f in find_frames(page(text)) if f.head.text == "visiting" and f.kind == "event"]
    assert {"Silva": "subject", "Oman": "object"}.items() <= slots(found).items()
