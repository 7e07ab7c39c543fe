"""The whole way of the checks with the real reader: contradictions in short texts, and none in the samples."""

from datetime import date
from pathlib import Path

import pytest

from dragoman.documents import load, make_document
from dragoman.follow.checks import findings
from dragoman.ledger import Ledger
from dragoman.reading.reader import READER, Reader

SAMPLES = Path(__file__).parents[2] / "samples"
AS_OF = date(2026, 1, 1)


@pytest.fixture(scope="module")
def reader():
    return Reader()


@pytest.fixture
def found(reader, tmp_path):
    """The findings in these documents, by rule and whether they are confirmed."""

    def ask(*documents):
        with Ledger.open(tmp_path / "texts.ledger") as ledger:
            for document in documents:
                ledger.add(reader.read(document), document, READER)
            return {(finding.rule, finding.confirmed): finding for finding in findings(ledger, AS_OF)}

    return ask


@pytest.mark.parametrize(
    ("rule", "said", "texts"),
    [
        ("growth", "is +20%; the rate told is 45%", [
            "LIMA, 2 March 2019 — Trade between Peru and Ghana was $100 million in 2016. In 2017 trade between Peru "
            "and Ghana reached $120 million. Trade between Peru and Ghana grew by 45 percent in 2017.",
        ]),
        ("holders", "Luis Rojas in between", [
            "LIMA, 3 May 2017 — Peruvian Foreign Minister Ana Soto met the ambassador of Ghana in Lima on 3 May.",
            "ACCRA, 9 June 2017 — Foreign Minister of Peru Luis Rojas arrived in Accra on 9 June.",
            "LIMA, 20 July 2017 — Peruvian Foreign Minister Ana Soto signed an agreement on fishing with Ghana.",
        ]),
        ("sessions", "Number 5 (2015-04-10) comes before number 4 (2017-05-02)", [
            "LIMA, 3 May 2017 — The fourth meeting of the Peru-Ghana Joint Commission was held in Lima on 2 May 2017. "
            "The fifth meeting of the Peru-Ghana Joint Commission was held in Accra on 10 April 2015.",
        ]),
    ],
)  # fmt: skip
def test_a_contradiction_is_found(found, rule, said, texts):
    dates = {"LIMA, 3 May 2017": "2017-05-03", "ACCRA, 9 June 2017": "2017-06-09", "LIMA, 20 July 2017": "2017-07-20"}
    documents = [
        make_document(text, id=f"d{number}", date=next((day for at, day in dates.items() if text.startswith(at)), None))
        for number, text in enumerate(texts)
    ]
    assert said in found(*documents)[rule, False].statement


def test_in_the_samples_all_is_in_order(found):
    read = found(*load([SAMPLES / "japan-kyrgyzstan", SAMPLES / "germany-mongolia"]))
    assert [finding.statement for (_, confirmed), finding in read.items() if not confirmed] == []
    assert read["sessions", True].statement.startswith("Number 8 (")
