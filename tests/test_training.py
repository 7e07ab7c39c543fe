"""The scripts that train the models: what they learn from a few rows."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).resolve().parents[1] / "scripts"))

from train_home import SPEAKS, Release, fit, right
from training import train

ROWS = [{"gave": 1.0, "in": 1.0}, {"lent": 1.0, "in": 1.0}] * 6
LABELS = ["grant", "loan"] * 6


@pytest.mark.parametrize("ways", [{}, {"rare": True}, {"telling": True}, {"rare": True, "telling": True}])
def test_a_model_tells_labels_by_the_words_that_part_them(ways):
    model = train(ROWS, LABELS, **ways)
    assert model.predict({"lent": 1.0, "in": 1.0}).label == "loan"
    assert model.predict({"gave": 1.0, "in": 1.0}).because[0] == "gave"


def test_the_state_that_speaks_is_learned_by_signs_that_many_states_show():
    others = ["PER", "CHL", "FJI", "TON", "MLI", "NOR"]
    held = [
        Release(f"{n}", {SPEAKS: {"declares": 1.0}, other: {"help for": 1.0, "declares": 0.1, f"only {other}": 1.0}})
        for n, other in enumerate(others * 3)
    ]
    model = fit(held)
    assert set(model.vocabulary) == {"declares", "help for"}
    assert all(is_right for _, is_right in right(held, model))
