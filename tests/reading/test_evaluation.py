"""How entries answer a gold standard: which match, and which of their fields are right."""

import importlib.util
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.models import (
    Activity,
    Amount,
    Event,
    Evidence,
    Figure,
    Heading,
    Instrument,
    Party,
    Place,
    Reading,
    Tenure,
)
from dragoman.reading.evaluation import (
    FIELDS,
    KINDS,
    Share,
    dates_agree,
    evaluate,
    field_checks,
    likeness,
    match,
    party_overlap,
    same_amount,
    word_overlap,
)
from dragoman.values import CountryCode, Edtf, Unit


def at(start, end):
    return (Evidence(start=start, end=end),)


def party(name, code=None, role="participant"):
    return Party(name=name, code=code and CountryCode(code), role=role)


def amount(value=None, unit="EUR", **more):
    return Amount(value=value, unit=unit and Unit(unit), **more)


MEETING = Event(
    type="meeting",
    title="Talks on salmon in Bergen",
    parties=(party("Norway", "NOR"), party("Chile", "CHL")),
    date=Edtf("2019-05-03"),
    due=Edtf("2019-06"),
    place=Place(name="Bergen", country=CountryCode("NOR")),
    stage="done",
    evidence=at(10, 60),
)
TREATY = Instrument(
    type="agreement",
    title="Treaty on salmon",
    name="Salmon Treaty",
    parties=MEETING.parties,
    stage="agreed",
    evidence=at(70, 120),
)
GRANT = Activity(
    type="grant",
    title="Grant for salmon farms",
    parties=(party("Norway", "NOR", "funder"), party("Chile", "CHL", "recipient")),
    amount=amount(5e6),
    stage="agreed",
    evidence=at(130, 200),
)
FIGURE = Figure(title="Farms", measure="count", of="farms", value=40, unit=Unit("farm"), evidence=at(210, 230))
TENURE = Tenure(title="A minister", person="Kari Dahl", post="Minister of Fish", of="Norway", evidence=at(240, 270))
ALL = (MEETING, TREATY, GRANT, FIGURE, TENURE)


def changed(entry, **fields):
    return entry.model_copy(update=fields)


def reading(*entries, id="d1"):
    return Reading(document=Heading(id=id), entries=entries)


# ---- values


@pytest.mark.parametrize(
    "gold, read, agree",
    [
        ("2019-05-03", "2019-05-03", True),
        ("2019-05", "2019-05-03", True),
        ("2019", "2019-05/2019-07", True),
        ("2019-05-03", "2019-05", True),
        ("2019-05-03", "2019", False),
        ("2019-05-03", "2019-05-04", False),
        ("2019-05", "2019-05/2019-06", False),
        ("2019", "2019/2020", False),
        ("2019/2020", "2019", True),
        ("2004/..", "2004", True),
        ("2004", "2004/..", True),
        ("../2004", "2004", True),
        ("1985~", "1985", True),
        ("197X", "1975", True),
        ("2019-24", "2020-02", True),
        ("2019", None, False),
        (None, "2019", False),
        (None, None, True),
        ("../..", "2019", False),
    ],
)
def test_dates_agree_if_one_lies_in_the_other_and_is_not_much_longer(gold, read, agree):
    assert dates_agree(gold and Edtf(gold), read and Edtf(read)) is agree


@pytest.mark.parametrize(
    "gold, read, same",
    [
        (amount(5e6), amount(5e6), True),
        (amount(5e6), amount(5_004_000), True),
        (amount(5e6), amount(5_006_000), False),
        (amount(5e6), amount(5e6, "USD"), False),
        (amount(5e6), None, False),
        (amount(5e6), amount(low=4e6, high=5e6), False),
        (amount(low=4e6, high=5e6), amount(low=4e6, high=5e6), True),
        (amount(low=4e6, high=5e6), amount(low=4e6, high=6e6), False),
        (amount(40, "fish farm"), amount(40, "farm"), True),
        (amount(40, None), amount(40, None), True),
        (amount(0), amount(0), True),
    ],
)
def test_amounts_are_the_same_to_a_thousandth_in_one_unit(gold, read, same):
    assert same_amount(gold, read) is same


@pytest.mark.parametrize(
    "gold, read, share",
    [
        ([], [party("Chile", "CHL")], 1.0),
        ([party("Chile", "CHL")], [party("Santiago", "CHL")], 1.0),
        ([party("Chile", "CHL"), party("Norway", "NOR")], [party("Chile", "CHL")], 0.5),
        ([party("Chile", "CHL")], [], 0.0),
        ([party("Fish Board")], [party("Norwegian Fish Board", "NOR")], 1.0),
        ([party("Fish Board")], [party("Board of Trade")], 1.0),
        ([party("Norwegian Fish Board")], [party("The Board")], 1.0),
        ([party("Norwegian Fish Council")], [party("Board of Trade")], 0.0),
        ([party("UNICEF")], [party("FAO")], 0.0),
    ],
)
def test_parties_answer_by_state_or_by_half_of_their_words(gold, read, share):
    assert party_overlap(changed(MEETING, parties=gold), changed(MEETING, parties=read)) == share


@pytest.mark.parametrize(
    "a, b, share",
    [
        ("fish farms", "the fish farm", 1.0),
        ("Fish Farms", "fish ponds", 0.5),
        ("Peñas", "Penas", 1.0),
        ("fish", "roads", 0.0),
        ("", "roads", 0.0),
        (None, None, 0.0),
        ("the of", "the of", 0.0),
    ],
)
def test_words_are_compared_without_articles_accents_and_plurals(a, b, share):
    assert word_overlap(a, b) == share


# ---- matching


@pytest.mark.parametrize("entry", ALL, ids=lambda e: e.kind)
def test_an_entry_answers_itself_fully(entry):
    assert likeness(entry, entry) == pytest.approx(1.0)


@pytest.mark.parametrize(
    "gold, read",
    [
        pytest.param(MEETING, changed(MEETING, type="forum"), id="a type far off"),
        pytest.param(MEETING, changed(MEETING, parties=()), id="none of the parties"),
        pytest.param(FIGURE, changed(FIGURE, value=41), id="another number"),
        pytest.param(TENURE, changed(TENURE, person="Kari Holm"), id="another person"),
        pytest.param(MEETING, TREATY, id="another kind"),
    ],
)
def test_some_differences_are_no_answer_at_all(gold, read):
    assert likeness(gold, read) == 0


@pytest.mark.parametrize(
    "gold, read, score",
    [
        pytest.param(MEETING, changed(MEETING, type="visit"), 0.85, id="a near type"),
        pytest.param(MEETING, changed(MEETING, date=None), 0.75, id="no date"),
        pytest.param(changed(MEETING, date=None), MEETING, 0.925, id="a date too many"),
        pytest.param(MEETING, changed(MEETING, parties=(party("Chile", "CHL"),)), 0.875, id="one of two parties"),
        pytest.param(MEETING, changed(MEETING, title="Dinner"), 0.94, id="other words at the same place"),
        pytest.param(MEETING, changed(MEETING, title="Dinner", evidence=at(300, 310)), 0.8, id="other words elsewhere"),
        pytest.param(GRANT, changed(GRANT, amount=None), 0.55, id="no amount"),
        pytest.param(FIGURE, changed(FIGURE, measure="other"), 0.8, id="another measure"),
        pytest.param(TENURE, changed(TENURE, post="King", of=None), 0.5, id="another post"),
        pytest.param(TREATY, changed(TREATY, name=None, title="Salmon Treaty"), 1.0, id="the name as title"),
    ],
)
def test_likeness_falls_with_each_difference(gold, read, score):
    assert likeness(gold, read) == pytest.approx(score)


def test_each_entry_answers_once():
    assert match([MEETING], [MEETING, MEETING]) in ([(0, 0)], [(0, 1)])
    assert len(match([MEETING, MEETING], [MEETING])) == 1


def test_the_best_pairs_are_matched_first():
    undated = changed(MEETING, date=None)
    assert set(match([undated, MEETING], [MEETING, undated])) == {(0, 1), (1, 0)}


def test_what_is_too_unlike_is_no_match():
    assert match([GRANT], [changed(GRANT, amount=None)]) == []


# ---- fields


def test_only_fields_of_the_gold_entry_are_checked():
    assert set(field_checks(MEETING, MEETING)) == set(FIELDS) - {"amount"}
    assert set(field_checks(GRANT, GRANT)) == {"type", "stage", "parties", "amount", "evidence"}
    assert set(field_checks(FIGURE, FIGURE)) == {"evidence"}


@pytest.mark.parametrize(
    "entry, name, value",
    [
        (MEETING, "type", "visit"),
        (MEETING, "date", Edtf("2018")),
        (MEETING, "date", None),
        (MEETING, "due", None),
        (MEETING, "stage", "planned"),
        (MEETING, "parties", MEETING.parties[:1]),
        (MEETING, "place", None),
        (MEETING, "place", Place(name="Bergen", country=CountryCode("CHL"))),
        (MEETING, "evidence", at(60, 70)),
        (GRANT, "amount", None),
        (GRANT, "amount", amount(6e6)),
    ],
)
def test_a_field_that_differs_is_wrong_and_no_other(entry, name, value):
    checks = field_checks(entry, changed(entry, **{name: value}))
    assert [field for field, right in checks.items() if not right] == [name]


# ---- reports


def test_a_reading_is_counted_by_kind_and_told_by_entry():
    wrong = changed(FIGURE, value=99)
    report = evaluate({"d1": reading(*ALL)}, {"d1": reading(MEETING, wrong)})
    assert report.kinds["event"] == Share(right=1, gold=1, read=1)
    assert report.kinds["figure"] == Share(right=0, gold=1, read=1)
    assert report.all == Share(right=1, gold=5, read=2)
    assert [e.kind for _, e in report.missed] == ["instrument", "activity", "figure", "tenure"]
    assert report.invented == [("d1", wrong)]


def test_a_document_that_was_not_read_is_missed_as_a_whole():
    assert evaluate({"d1": reading(*ALL)}, {}).all == Share(right=0, gold=5, read=0)


@pytest.mark.parametrize(
    "share, precision, recall, f1",
    [
        (Share(2, 4, 8), 0.25, 0.5, pytest.approx(1 / 3)),
        (Share(0, 4, 0), None, 0, 0),
        (Share(0, 0, 4), 0, None, 0),
        (Share(), None, None, None),
    ],
)
def test_shares_of_nothing_are_unknown(share, precision, recall, f1):
    assert (share.precision, share.recall, share.f1) == (precision, recall, f1)


@settings(max_examples=50)
@given(st.lists(st.sampled_from(ALL), min_size=1, max_size=8))
def test_a_gold_standard_answers_itself(entries):
    apart = [changed(e, evidence=at(1000 * n, 1000 * n + 50)) for n, e in enumerate(entries)]
    report = evaluate({"d1": reading(*apart)}, {"d1": reading(*apart)})
    assert report.all.f1 == 1
    assert report.missed == report.invented == []


# ---- the same as the benchmark's own scorer

BENCH = Path(__file__).resolve().parents[3] / "shared" / "bench"


@pytest.fixture(scope="module")
def scorer():
    if not BENCH.exists():
        reason = "the benchmark (../shared/bench) is not here"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    spec = importlib.util.spec_from_file_location("score", BENCH / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def damaged(entries):
    """A reading that misses every third entry, has every fourth twice, and errs in date, stage, parties or place."""
    for n, whole in enumerate(entries):
        entry = {k: v for k, v in whole.items() if v is not None}
        if n % 3 == 0:
            continue
        if n % 2 == 0 and "date" in entry:
            entry["date"] = entry["date"][:4] if n % 4 else "1901"
        if n % 5 == 0 and "stage" in entry:
            entry["stage"] = "planned"
        if n % 7 == 0:
            entry["parties"] = entry.get("parties", [])[1:]
            entry["title"] = " ".join(entry["title"].split()[::2])
        if n % 8 == 0:
            entry.pop("place", None)
            entry.pop("amount", None)
        shift = (n % 5) * 15
        entry["evidence"] = [{"start": e["start"] + shift, "end": e["end"] + shift} for e in entry["evidence"]]
        yield entry
        if n % 4 == 0:
            yield entry


@pytest.mark.parametrize("name", ["seeds", "narratives"])
def test_the_figures_are_those_of_the_benchmark(scorer, name):
    gold = scorer.load(BENCH / f"{name}.jsonl")
    read = {id: row | {"entries": list(damaged(row["entries"]))} for id, row in gold.items()}
    expected = scorer.score_entries(gold, read, errors=False)

    def parsed(rows):
        return {id: Reading.from_json(json.dumps(row)) for id, row in rows.items()}

    report = evaluate(parsed(gold), parsed(read))
    for kind in KINDS:
        share = report.kinds[kind]
        assert expected[kind] == scorer.f1(share.right, share.read, share.gold), kind
    assert 0.5 < report.all.f1 < 0.9
    for field in FIELDS:
        right = report.fields[field]
        assert expected["fields"][field] == {"right": scorer.ratio(sum(right), len(right)), "of": len(right)}, field
