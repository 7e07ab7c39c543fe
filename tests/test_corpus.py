"""The corpus of promises: its gold fits its documents."""

import json
from pathlib import Path
from typing import get_args

import pytest

from dragoman.follow.promises import Verdict
from dragoman.values import CountryCode, Edtf

CORPUS = Path(__file__).parent / "corpus"
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in CORPUS.glob("*/*.txt")}


def rows(name):
    return [json.loads(line) for line in (CORPUS / name).read_text(encoding="utf-8").splitlines()]


def test_it_is_large_enough_to_measure_with():
    assert len(TEXTS) == len(list(CORPUS.glob("*/*.txt"))) >= 100
    assert sum(row["earlier"] != row["later"] for row in rows("promises.jsonl")) >= 40
    assert len({path.parent.name for path in CORPUS.glob("*/*.txt")}) >= 8


@pytest.mark.parametrize("row", rows("promises.jsonl"), ids=lambda row: row["what"])
def test_a_promise_names_documents_dates_and_a_verdict(row):
    assert {row["earlier"], row["later"]} <= set(TEXTS)
    assert row["earlier"][:10] <= row["later"][:10]
    assert row["verdict"] in get_args(Verdict)
    for when in filter(None, (row["promised"], row["happened"])):
        assert Edtf(when)
    assert all(CountryCode(code) for code in row["states"])


@pytest.mark.parametrize("row", rows("records.jsonl"), ids=lambda row: row["record"])
def test_every_mention_stands_once_in_its_document(row):
    for mention in row["mentions"]:
        assert TEXTS[mention["document"]].count(mention["quote"]) == 1
