"""A linear model tells labels apart, says why, and is the same after it was written and read."""

from pathlib import Path

import numpy as np
import pytest

from dragoman.errors import KnowledgeError
from dragoman.reading.scoring.linear import LinearModel

WEATHER = LinearModel(
    labels=("dry", "wet"),
    vocabulary=("cloud", "sun", "umbrella"),
    weights=np.array([[-1.0, 1.0], [2.0, -2.0], [-0.5, 0.5]]),
    bias=np.array([0.25, 0.0]),
)


def test_the_heavier_side_wins_and_says_why() -> None:
    said = WEATHER.predict({"cloud": 1, "umbrella": 1, "sun": 0.25})
    assert said.label == "wet"
    assert said.probability > 0.5
    assert said.because == ("cloud", "umbrella")


def test_without_known_features_the_bias_decides() -> None:
    said = WEATHER.predict({"moon": 1})
    assert (said.label, said.because) == ("dry", ())


def test_probabilities_sum_to_one() -> None:
    assert sum(WEATHER.probabilities({"sun": 300}).values()) == pytest.approx(1)


def test_chance_is_the_probability_of_one_label() -> None:
    chance, because = WEATHER.chance({"sun": 1}, "wet")
    assert chance == pytest.approx(WEATHER.probabilities({"sun": 1})["wet"])
    assert because == ()


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    WEATHER.save(tmp_path / "weather.npz")
    again = LinearModel.read(tmp_path / "weather.npz")
    assert (again.labels, again.vocabulary) == (WEATHER.labels, WEATHER.vocabulary)
    assert np.array_equal(again.weights, WEATHER.weights)
    assert again.predict({"sun": 1}) == WEATHER.predict({"sun": 1})


def test_the_same_model_gives_the_same_file(tmp_path: Path) -> None:
    for name in ("a.npz", "b.npz"):
        WEATHER.save(tmp_path / name)
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut off", b"weather"])
def test_another_file_is_no_model(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "weather.npz"
    path.write_bytes(content)
    with pytest.raises(KnowledgeError, match=r"weather\.npz is not a trained model"):
        LinearModel.read(path)


def test_a_model_that_is_not_there_is_named() -> None:
    with pytest.raises(KnowledgeError, match="no-such-model"):
        LinearModel.load("no-such-model")
