"""The words around a frame answer the same questions as its features."""

from pathlib import Path

import numpy as np
import pytest

from dragoman.errors import KnowledgeError
from dragoman.reading.frames.frames import find_frames
from dragoman.reading.judging.judge import asked_of, context
from dragoman.reading.scoring import encoder
from dragoman.reading.scoring.context import Asked, Context, Question, pieces_of, save, together
from dragoman.reading.scoring.encoder import windows


def views(frames, by=None):
    """What a context says of frames."""
    sentences = ((frame.sent.start_char, frame.sent.text) for frame in frames)
    return (by or context()).over(windows(sentences)).views([asked_of(frame) for frame in frames])


def test_the_same_verb_is_an_entry_here_and_talk_there(frame) -> None:
    done = frame("The prime ministers of Fiji and Tonga met in Suva on Friday and signed a treaty.", "met")
    talk = frame("Farmers in Fiji have never met a tax that they liked.", "met")
    (here,), (there,) = views([done]), views([talk])
    assert here["entry"]["yes"] > 0.5 > there["entry"]["yes"]


def test_what_was_and_what_will_be_differ_in_stage(frame) -> None:
    was = frame("The president of Chile visited Vietnam in May.", "visited")
    will = frame("The president of Chile will visit Vietnam in May.", "visit")
    (past,), (future,) = views([was]), views([will])
    assert max(past["stage"], key=past["stage"].get) == "done"
    assert max(future["stage"], key=future["stage"].get) == "planned"


def test_every_frame_of_a_page_has_a_view_in_which_chances_add_up(page) -> None:
    text = "Norway gave Tanzania a grant for schools. The two countries signed an agreement in Dodoma."
    frames = list(find_frames(page(text)))
    found = views(frames)
    assert len(found) == len(frames) > 2
    assert all(sum(chances.values()) == pytest.approx(1) for view in found for chances in view.values())
    assert all(set(view) == {"entry", "type", "stage"} for view in found)


def test_a_frame_in_the_depth_of_an_endless_sentence_has_no_view(page) -> None:
    frames = list(find_frames(page("Peru, " + "the Antofagastan sea, " * 65 + "and Chile signed a treaty.")))
    assert {} in views(frames)


def test_what_was_asked_before_changes_no_answer(page) -> None:
    text = "Norway gave Tanzania a grant for schools in May, and the two countries signed an agreement in Dodoma."
    asked = [asked_of(frame) for frame in find_frames(page(text))]
    understood = context().over(windows([(0, text)]))
    by_turns = [understood.views([each])[0]["entry"]["yes"] for each in asked]
    assert by_turns == pytest.approx([view["entry"]["yes"] for view in understood.views(asked)], abs=1e-4)


def test_no_frames_have_no_views() -> None:
    assert views([]) == []


def test_two_opinions_are_as_sure_as_the_mean_of_their_log_odds() -> None:
    assert together({"yes": 0.8, "no": 0.2}, {"yes": 0.2, "no": 0.8})["yes"] == pytest.approx(0.5)
    assert together({"yes": 0.8, "no": 0.2}, {"yes": 0.8, "no": 0.2})["yes"] == pytest.approx(0.8)


def test_an_answer_that_only_one_knows_is_not_given_by_both() -> None:
    assert together({"visit": 0.5, "meeting": 0.5}, {"meeting": 1.0}) == {"visit": 0.0, "meeting": 1.0}


def test_without_a_second_opinion_the_first_stands() -> None:
    assert together({"yes": 0.8, "no": 0.2}, None) == {"yes": 0.8, "no": 0.2}
    assert together({"visit": 1.0}, {"meeting": 1.0}) == {"visit": 1.0}


def test_what_was_trained_is_read_back(tmp_path: Path, frame) -> None:
    adapters = [
        {name: (np.zeros((_size(name)[0], 2)), np.zeros((2, _size(name)[1]))) for name in encoder.MATRICES}
        for _ in range(encoder.LAYERS)
    ]
    question = Question(("no", "yes"), np.zeros((2 * encoder.WIDTH, 2)), np.array([0.0, 0.0]))
    save(tmp_path / "a.npz", adapters, {("event", "entry"): question})
    save(tmp_path / "b.npz", adapters, {("event", "entry"): question})
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()
    (view,) = views([frame("Chile visited Vietnam.", "visited", "event")], Context.read(tmp_path / "a.npz"))
    assert view == {"entry": {"no": 0.5, "yes": 0.5}}


def _size(name: str) -> tuple[int, int]:
    wide = 4 * encoder.WIDTH
    return {"widen": (encoder.WIDTH, wide), "narrow": (wide, encoder.WIDTH)}.get(name, (encoder.WIDTH, encoder.WIDTH))


def test_a_file_that_is_no_context_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.npz").write_bytes(b"nothing")
    with pytest.raises(KnowledgeError, match=r"broken\.npz"):
        Context.read(tmp_path / "broken.npz")


def test_what_is_asked_about_is_found_among_the_pieces() -> None:
    (window,) = encoder.windows([(0, "Chile visited Vietnam.")])
    asked = [Asked("event", [(6, 13)], [(0, 21)]), Asked("event", [(6, 13)], []), Asked("event", [(90, 99)], [])]
    found = pieces_of(asked, window)
    own, around = found[0]
    assert [window.starts[piece] for piece in own] == [6]
    assert set(own) < set(around)
    assert found[1] == (own, own)
    assert 2 not in found


def test_a_window_that_nothing_is_asked_about_is_not_read(monkeypatch) -> None:
    understood = context().over(encoder.windows([(0, "Chile visited Vietnam.")]))
    monkeypatch.setattr(Context, "states", None)
    assert understood.views([Asked("event", [(90, 99)], [])]) == [{}]
