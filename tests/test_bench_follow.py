"""The measuring of promises and findings, at a size that takes seconds."""

from collections import Counter
from dataclasses import replace
from itertools import chain

from bench.follow import Measured, failures, measure
from bench.synthetic import readings
from dragoman.ledger import states_of

FAST = Measured(50_000, 20.0, 10.0, 0.1, (9000, 3000))


def test_a_ledger_is_measured(tmp_path):
    measured = measure(300, tmp_path)
    assert min(measured.found) > 10
    assert min(measured.promises, measured.findings, measured.pair) > 0


def test_documents_are_mostly_about_one_pair():
    made = [reading.entries for _, reading in readings(2000, paired=True)]
    main = [Counter(map(states_of, entries)).most_common(1)[0][0] for entries in made]
    within = sum(states_of(entry) <= pair for pair, entries in zip(main, made, strict=True) for entry in entries)
    assert within > 0.8 * len(list(chain(*made)))


def test_what_is_slow_fails():
    slow = replace(FAST, entries=100_000, promises=70.0, findings=19.0, pair=1.4)
    assert failures([FAST]) == []
    assert failures([FAST, slow]) == [
        "the promises of 100,000 entries took 70.0 s",
        "the promises of a pair of 100,000 entries took 1.4 s",
        "the promises of twice 50,000 entries take 3.50 times as long",
    ]
