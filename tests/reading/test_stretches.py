"""Long texts in pieces."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.reading import stretches as cutting
from dragoman.reading.states.gazetteer import find_names
from dragoman.reading.stretches import stretches


@pytest.mark.parametrize(
    "text, pieces",
    [
        pytest.param("Chad met Fiji.\n\nPeru met Togo.", ["Chad met Fiji.\n", "\nPeru met Togo."], id="a paragraph"),
        pytest.param("Chad met Fiji.\nPeru met Togo.", ["Chad met Fiji.\n", "Peru met Togo."], id="a line"),
        pytest.param("Chad met Fiji. Peru met Togo.", ["Chad met Fiji.", " Peru met Togo."], id="a sentence"),
        pytest.param("Chad with Fiji and with Peru", ["Chad with Fiji and ", "with Peru"], id="a word"),
        pytest.param("ChadChadChadChadChadx Fiji", ["x Fiji"], id="nothing"),
    ],
)
def test_a_long_text_is_cut_at_the_end_of(monkeypatch, text, pieces):
    monkeypatch.setattr(cutting, "STRETCH", 20)
    assert [piece for _, piece in stretches(text)] == pieces


def test_a_piece_that_names_no_state_is_left_out(monkeypatch):
    monkeypatch.setattr(cutting, "STRETCH", 30)
    text = "Chad met Fiji in the spring.\n\nIt rained for several weeks.\n\nPeru met Togo."
    assert [piece.strip() for _, piece in stretches(text)] == ["Chad met Fiji in the spring.", "Peru met Togo."]


def test_a_line_that_was_told_before_is_blank(monkeypatch):
    monkeypatch.setattr(cutting, "STRETCH", 80)
    line = "Chad and Fiji met in the spring and then again.\n"
    (_, first), (_, second) = stretches(line + "Peru met Togo.\n" + line + "Mali met Cuba.\n")
    assert first.startswith(line)
    assert second.strip() == "Mali met Cuba."


@settings(max_examples=200)
@given(st.text(max_size=300))
@example("")
def test_a_short_text_is_one_stretch(text):
    assert list(stretches(text)) == [(0, text)]


@settings(max_examples=100)
@given(st.lists(st.sampled_from(["Chad", " ", "\n", "\n\n", ". ", "met", "\r\n", "é", "x" * 45]), max_size=60))
def test_stretches_stand_at_their_offsets_and_leave_out_nothing_but_repetition(parts):
    text = "".join(parts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cutting, "STRETCH", 50)
        pieces = list(stretches(text))
    covered = 0
    for start, piece in pieces:
        assert start >= covered
        assert not any(name.code for name in find_names(text[covered:start]))
        covered = start + len(piece)
        there = text[start:covered]
        assert all(a == b or a == " " for a, b in zip(piece, there, strict=True))
    assert not any(name.code for name in find_names(text[covered:]))
