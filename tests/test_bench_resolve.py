"""The made-up ledger and the measuring of records, at a size that takes seconds."""

from collections import Counter, defaultdict
from itertools import combinations

import pytest

from bench.resolve import Measured, failures, measure
from bench.synthetic import readings, told
from dragoman.ledger.identity.quotes import quote_of
from dragoman.ledger.keys import keys_of
from dragoman.ledger.records import derive_all
from dragoman.ledger.stored import StoredDocument, StoredEntry

ENTRIES = 2500


def test_a_larger_ledger_begins_with_a_smaller_one():
    small, large = list(readings(60)), list(readings(120))
    assert large[: len(small) - 1] == small[:-1]
    assert sum(len(reading.entries) for _, reading in large) == 120


def test_a_ledger_is_measured(tmp_path):
    measured = measure(400, tmp_path)
    assert measured.records > 100
    assert measured.all > 0
    assert failures([measured]) == []


def test_what_is_slow_fails():
    fast, slow = Measured(1000, 10.0, 10.0, 0.1, 0.1, 900), Measured(2000, 24.0, 24.0, 1.5, 0.1, 1800)
    assert failures([fast]) == []
    assert failures([fast, slow]) == [
        "one document more on 2,000 entries took 1.50 s",
        "twice 1,000 entries take 2.40 times as long",
    ]


@pytest.fixture(scope="module")
def shares():
    """Of the pairs of entries of one kind that records join: precision and recall, against what was made up."""
    entries, thing, quotes = [], {}, {}
    for document, reading, things in told(ENTRIES):
        held = StoredDocument(id=document.id, sha256=document.sha256, date=document.date, reader="made up")
        for place, key in enumerate(keys_of(document.sha256, reading.entries)):
            stored = StoredEntry(key=key, entry=reading.entries[place], document=held, ordinal=place)
            entries.append(stored)
            thing[key], quotes[key] = (stored.entry.kind, things[place]), quote_of(stored, document.text)
    groups = derive_all(entries, {}, {}, quotes).groups
    joined, right, true = Counter(), Counter(), Counter()
    for group in groups:
        for one, other in combinations(group, 2):
            joined[thing[one][0]] += 1
            right[thing[one][0]] += thing[one] == thing[other]
    same = defaultdict(int)
    for name in thing.values():
        true[name[0]] += same[name]
        same[name] += 1
    return {kind: (right[kind] / joined[kind], right[kind] / true[kind]) for kind in true}


# Two things of the made-up ledger may be alike in all that is told of them (one person twice in one post), so that no
# kind can reach a precision of 1.
@pytest.mark.parametrize(
    ("kind", "precision", "recall"),
    [
        ("event", 0.99, 0.99),
        ("activity", 0.95, 0.93),
        ("instrument", 0.88, 0.85),
        ("figure", 0.94, 0.99),
        ("tenure", 0.94, 0.99),
    ],
)
def test_what_was_made_up_as_one_is_found_to_be_one(shares, kind, precision, recall):
    assert shares[kind][0] >= precision
    assert shares[kind][1] >= recall
