"""The encoder gives each piece of a word a vector that depends on what stands around it."""

import numpy as np
import pytest

from dragoman.errors import KnowledgeError
from dragoman.reading.scoring import encoder
from dragoman.reading.scoring.encoder import Encoder, Window, adapted, pretrained, windows


def encode(weights, window, wanted=None):
    """The vectors of the last layer for some pieces of a window, or for all."""
    encoder = Encoder(weights)
    return encoder.above(encoder.beneath(window), range(len(window.pieces)) if wanted is None else wanted)


def only(text: str) -> Window:
    (window,) = windows([(0, text)])
    return window


def vector(text: str, word: str) -> np.ndarray:
    window, start = only(text), text.index(word)
    found = encode(pretrained(), window)[window.within(start, start + len(word))].mean(0)
    return found / np.linalg.norm(found)


def test_the_pieces_of_a_word_are_found_by_its_place_in_the_text() -> None:
    text = "Akayev signed."
    window = only(text)
    assert "".join(text[window.starts[n] : window.ends[n]] for n in window.within(0, 6)) == "Akayev"
    assert len(window.within(0, 6)) > 1
    assert [text[window.starts[n] : window.ends[n]] for n in window.within(7, 13)] == ["signed"]


def test_sentences_are_read_together_until_there_are_enough_of_them() -> None:
    sentence = "The two ministers met in the capital on Friday."
    held = list(windows([(100 * n, sentence) for n in range(60)]))
    assert 1 < len(held) < 10
    assert all(len(window.pieces) <= 200 for window in held)
    starts = [start for window in held for start in window.starts[1:-1]]
    assert starts == sorted(starts)
    assert {100 * n for n in range(60)} <= set(starts)


def test_no_sentences_make_no_window() -> None:
    assert list(windows([])) == []


def test_of_an_endless_sentence_the_beginning_is_read() -> None:
    (window,) = windows([(0, "and " * 5000)])
    assert len(window.pieces) < 300
    assert encode(pretrained(), window).shape == (len(window.pieces), encoder.WIDTH)


def test_a_word_means_what_its_neighbours_make_of_it() -> None:
    money = vector("The bank lent the country ten million dollars.", "bank")
    loan = vector("A loan was taken from a bank in the capital.", "bank")
    river = vector("They walked along the grassy bank of the river.", "bank")
    assert money @ loan > money @ river


def test_the_vectors_of_some_pieces_are_those_that_they_have_among_all() -> None:
    window, some = only("The bank lent Fiji ten million dollars for roads."), [1, 4, 5, 9]
    assert np.allclose(encode(pretrained(), window, some), encode(pretrained(), window)[some], atol=1e-4)


def test_adapters_change_what_they_are_given_for() -> None:
    window = only("Fiji opened an embassy in Lima.")
    down, up = np.ones((encoder.WIDTH, 1), np.float32), np.ones((1, encoder.WIDTH), np.float32)
    nothing, something = ([{"query": (down, up * size)}] * encoder.LAYERS for size in (0, 1))
    plain = encode(pretrained(), window)
    assert np.allclose(plain, encode(adapted(pretrained(), nothing), window), atol=1e-4)
    assert not np.allclose(plain, encode(adapted(pretrained(), something), window), atol=0.1)


def test_weights_that_are_not_installed_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "PACKAGE", "no_such_package")
    with pytest.raises(KnowledgeError, match="no-such-package"):
        pretrained.__wrapped__()
