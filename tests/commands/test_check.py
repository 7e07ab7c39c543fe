import json
from typing import get_args

import pytest

from dragoman.commands.check import Rules
from dragoman.follow.checks import RULES, Rule


@pytest.fixture
def twice_told(run, ledger, here):
    """Another document with another value of the same figure."""
    import sys

    from dragoman.models import Evidence, Figure, Heading, Party, Reading

    class OtherReader:
        def read(self, document):
            parties = (
                Party(name="Norway", code="NOR", role="importer"), Party(name="Vietnam", code="VNM", role="exporter")
            )  # fmt: skip
            figure = Figure(
                title="Fish sold", measure="exports", of="fish", value=730, unit="tonne", date="2018",
                parties=parties, evidence=(Evidence(start=0, end=20),),
            )  # fmt: skip
            known = {name: getattr(document, name) for name in Heading.model_fields}
            return Reading(document=Heading(**known), entries=(figure,))

    module = sys.modules["dragoman.reading.reader"]
    before, module.Reader = module.Reader, OtherReader
    (here / "other.txt").write_text("In 2018 Norway bought 730 tonnes of fish.\n", encoding="utf-8")
    assert run("read", here / "other.txt", "--ledger", "dragoman.ledger").exit_code == 0
    module.Reader = before


def found(run, *options):
    return [json.loads(line) for line in run("check", "--format", "jsonl", *options).stdout.splitlines()]


def test_a_finding_states_the_sum_and_both_sentences(run, twice_told):
    result = run("check")
    assert result.exit_code == 0
    told = " ".join(result.stdout.split())
    assert "Two values of exports (fish), 2018: 400 tonnes" in told
    assert "“Vietnam sold 400 tonnes of fish to Norway in 2018.”" in told
    assert "“In 2018 Norway bought 730 tonnes of fish.”" in told
    assert "70% sure" in told
    assert "1 to be looked at, 0 confirmed, 0 dismissed." in result.stderr


def test_what_is_dismissed_is_left_out_until_that_is_undone(run, twice_told):
    (finding,) = found(run)
    assert run("decide", "dismiss", finding["id"][:8], "--reason", "live weight").exit_code == 0
    assert found(run) == []
    assert "1 dismissed. See them with --all." in run("check").stderr
    assert [each["dismissed"] for each in found(run, "--all")] == [True]
    run("decide", "undo", "1")
    assert [each["id"] for each in found(run)] == [finding["id"]]


@pytest.mark.parametrize(
    ("options", "number"),
    [
        (("--state", "Norway", "--state", "VNM"), 1),
        (("--state", "JPN"), 0),
        (("--rule", "values"), 1),
        (("--rule", "holders", "--rule", "parts"), 0),
        (("--as-of", "2000"), 0),
        (("--sure", "0.9"), 0),
    ],
)
def test_options_choose(run, twice_told, options, number):
    assert len(found(run, *options)) == number


def test_the_options_name_all_rules():
    assert tuple(Rules) == get_args(Rule) == tuple(RULES)
