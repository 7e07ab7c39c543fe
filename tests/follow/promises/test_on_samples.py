"""The samples follow up on each other, as their README says: what became of each promise in them."""

from datetime import date
from pathlib import Path

import pytest

from dragoman.documents import load
from dragoman.follow.promises import promises
from dragoman.ledger import Ledger
from dragoman.reading.reader import READER, Reader

SAMPLES = Path(__file__).parents[3] / "samples"


@pytest.fixture(scope="module")
def followed(tmp_path_factory):
    """The promises of the samples as they stand in the spring of 2026."""
    reader = Reader()
    with Ledger.open(tmp_path_factory.mktemp("samples") / "samples.ledger") as ledger:
        for document in load([SAMPLES]):
            ledger.add(reader.read(document), document, READER)
        return promises(ledger, as_of=date(2026, 3, 1))


@pytest.mark.parametrize(
    ("words", "verdict", "happened"),
    [
        pytest.param("Seko will travel to Moscow", "kept", "2016-11-04/2016-11-05", id="a visit made"),
        pytest.param("Putin is due to visit Japan", "kept", "2016-12-15", id="the president's visit"),
        pytest.param("The first boat is to be delivered", "kept", "2018-11-30", id="a delivery on time"),
        pytest.param("The agreement is to be signed in November", "kept late", "2019-03-04", id="a signing, late"),
        pytest.param("The minibus is expected", "kept", "2019-11-14", id="a grant signed, then delivered"),
        pytest.param("the ninth meeting would take place", "kept", "2022-12-24", id="a planned session held"),
        pytest.param("Japarov is to visit Japan", "kept", "2023-11-20", id="a visit planned and made"),
        pytest.param("intend to sign a declaration", "kept", "2024-02-07", id="a declaration signed"),
        pytest.param("the other half is to arrive", "overdue", None, id="half delivered"),
        pytest.param("Each side will contribute", "overdue", None, id="a fund of which nothing was heard"),
    ],
)
def test_what_became_of_a_promise(followed, words, verdict, happened):
    told = [each for each in followed if words in each.history[0].quote]
    assert {(each.verdict, each.happened) for each in told} == {(verdict, happened)}


def test_nothing_that_was_only_said_is_overdue(followed):
    overdue = [each.history[0].quote for each in followed if each.verdict == "overdue"]
    assert not [quote for quote in overdue if "proposed the plan" in quote or "is visiting" in quote]
