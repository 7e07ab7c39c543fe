"""Calibration: the score of an entry becomes the chance that it is right."""

import json

import pytest

from dragoman import make_document
from dragoman.errors import KnowledgeError
from dragoman.models import Event, Evidence, Tenure
from dragoman.reading.reader import Reader
from dragoman.reading.scoring import calibration
from dragoman.reading.scoring.calibration import calibrated, family

EVENT = Event(type="visit", title="Visit of Chad to Peru", evidence=(Evidence(start=0, end=5),), stage="done")
TENURE = Tenure(title="Ana Sol, Envoy", person="Ana Sol", post="Envoy", evidence=(Evidence(start=0, end=5),))


@pytest.fixture
def curves(tmp_path, monkeypatch):
    """Writes the given curves as the file that is in force."""

    def write(rows):
        monkeypatch.setattr(calibration, "FILE", tmp_path / "calibration.json")
        calibration.FILE.write_text(rows if isinstance(rows, str) else json.dumps(rows), encoding="utf-8")
        calibration.curves.cache_clear()

    yield write
    monkeypatch.undo()
    calibration.curves.cache_clear()


def sure(entry, confidence):
    return entry.model_copy(update={"confidence": confidence})


@pytest.mark.parametrize(("score", "chance"), [(0.5, 0.5), (0.9, 0.75), (0.1, 0.25)])
def test_a_flat_curve_draws_scores_to_the_middle(curves, score, chance):
    curves({"event": {"slope": 0.5, "offset": 0.0}})
    assert calibrated(sure(EVENT, score)).confidence == chance


def test_an_entry_without_a_score_gets_the_share_of_its_kind_that_is_right(curves):
    curves({"tenure": {"slope": 0.0, "offset": 2.1972}})
    assert calibrated(TENURE).confidence == 0.9


def test_a_kind_without_a_curve_keeps_its_score(curves):
    curves({})
    assert calibrated(sure(EVENT, 0.7)).confidence == 0.7


def test_what_a_text_is_about_goes_by_its_kind_if_it_has_no_curve_of_its_own(curves):
    main = sure(EVENT, 0.9).model_copy(update={"salience": 1.0})
    assert family(main) == "main event"
    curves({"event": {"slope": 0.5, "offset": 0.0}})
    assert calibrated(main).confidence == 0.75
    curves({"event": {"slope": 0.5, "offset": 0.0}, "main event": {"slope": 1.0, "offset": 0.0}})
    assert calibrated(main).confidence == 0.9


def test_the_surest_score_is_still_no_certainty(curves):
    curves({"event": {"slope": 1.0, "offset": 0.0}})
    assert calibrated(sure(EVENT, 1.0)).confidence == 0.999


@pytest.mark.parametrize("content", ["{", '{"event": {"slope": 1}}', '{"event": 3}', "[1]"])
def test_a_broken_file_is_named(curves, content):
    curves(content)
    with pytest.raises(KnowledgeError, match=r"calibration\.json"):
        calibrated(EVENT)


def test_the_curves_in_force_never_turn_the_order_round():
    assert {"event", "instrument", "activity", "figure", "tenure"} <= set(calibration.curves())
    assert all(slope >= 0 for slope, _ in calibration.curves().values())


def test_every_entry_that_is_read_has_a_confidence():
    text = (
        "On 4 May 2018 the Foreign Minister of Chad, Ana Sol, visited Peru. The two countries signed a pact. "
        "Chad gave Peru a grant of $3 million for schools. Exports of Chad to Peru were worth $40 million in 2017."
    )
    entries = Reader().read(make_document(text, id="visit")).entries
    assert {entry.kind for entry in entries} >= {"event", "tenure"}
    assert all(entry.confidence is not None for entry in entries)
