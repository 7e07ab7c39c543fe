"""Bringing records up to date in steps gives what deriving all of them anew gives."""

import random
from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from dragoman.ledger import Ledger, schema
from dragoman.models import Decision

TOWNS = ("Hanoi", "Hue", "Vinh")
ORDINALS = ("eighth", "ninth")
TABLES = (schema.blocks, schema.links, schema.records, schema.record_entries, schema.record_states)


def rows_of(ledger):
    """All that is derived, in one order."""
    with ledger._database.read() as connection:
        return [sorted(map(tuple, connection.execute(select(table)))) for table in TABLES]


def tell(sample, number):
    """A document that speaks, in one way or another, of few things."""
    draw = random.Random(number)
    year, month = draw.choice((2018, 2019)), draw.randint(1, 12)
    town, nth = draw.choice(TOWNS), draw.choice(ORDINALS)
    stage = draw.choice(("planned", "done"))
    visit = {"date": f"{year}-{month:02}", "stage": stage, "title": f"Visit to {town}", "due": None}
    meeting = {"type": "meeting", "title": f"{nth.title()} meeting in {town}", "date": f"{year}", "due": None}
    changed = [
        (sample.visit, visit),
        (sample.visit, meeting),
        (sample.grant, {"title": f"Grant for a school in {town}", "date": None}),
        (sample.exports, {"value": float(draw.randint(10, 12))}),
        (sample.treaty, {}),
        (sample.envoy, {}),
    ]
    told = draw.sample(changed, draw.randint(1, 4))
    entries = [type(entry).model_validate(entry.model_dump(mode="json") | changes) for entry, changes in told]
    day = f"{draw.choice((2018, 2019))}-{draw.randint(1, 12):02}"
    document = sample.new_document(f"{sample.text} {number}", f"d{number}", date=day)
    return document, sample.new_reading(document, *entries)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(0, 60)),
        st.tuples(st.just("resolve"), st.just(0)),
        st.tuples(st.sampled_from(["same", "different", "wrong", "corrected", "undone", "again"]), st.integers(0, 999)),
    ),
    min_size=4,
    max_size=30,
)


def decide(ledger, verdict, keys, draw):
    subject = tuple(draw.sample(keys, 2)) if verdict in ("same", "different") else (draw.choice(keys),)
    known = {"field": "title", "value": "Visit to Da Lat"} if verdict == "corrected" else {}
    if verdict == "undone":
        earlier = ledger.decisions()
        if not earlier:
            return
        number = draw.choice(sorted(earlier))
        subject, known = earlier[number].subject, {"value": number}
    ledger.decide(
        Decision(verdict=verdict, subject=subject, by="analyst", at=datetime(2024, 1, 1, tzinfo=UTC), **known)
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_step_by_step_is_as_good_as_anew(tmp_path_factory, sample, steps):
    with Ledger.open(tmp_path_factory.mktemp("ledger") / "x.db") as ledger:
        for step, number in steps:
            keys = [stored.key for stored in ledger.entries(include_wrong=True)]
            if step == "add":
                document, reading = tell(sample, number)
                ledger.add(reading, document, "reader 1")
            elif step == "again":
                document, reading = tell(sample, number % 60)
                fewer = reading.model_copy(update={"entries": reading.entries[:-1]})
                ledger.add(fewer, document, f"reader {number}")
            elif step == "resolve":
                ledger.resolve()
            elif len(keys) > 1:
                decide(ledger, step, keys, random.Random(number))
        ledger.resolve()
        in_steps = rows_of(ledger)
        ledger.resolve(anew=True)
        assert in_steps == rows_of(ledger)


def test_blocks_that_are_full_are_brought_up_to_date_as_well(tmp_path, sample):
    """More entries of one pair of states and one year than are compared with each other."""
    numbers = list(range(200, 280))
    random.Random(1).shuffle(numbers)
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.resolve()
        for number in numbers:
            document, reading = tell(sample, number)
            ledger.add(reading, document, "reader 1")
            if number % 3 == 0:
                ledger.resolve()
        for number in numbers[:20]:
            document, reading = tell(sample, number)
            ledger.add(reading.model_copy(update={"entries": ()}), document, "reader 2")
            ledger.resolve()
        in_steps = rows_of(ledger)
        assert max(len(record.entries) for record in ledger.records()) > 20
        ledger.resolve(anew=True)
        assert in_steps == rows_of(ledger)


def test_the_order_of_documents_makes_no_difference(tmp_path, sample):
    dumps = []
    for name, order in (("one", 1), ("other", -1)):
        with Ledger.open(tmp_path / f"{name}.db") as ledger:
            for number in list(range(30))[::order]:
                document, reading = tell(sample, number)
                ledger.add(reading, document, "reader 1")
                if number % 4 == 0:
                    ledger.resolve()
            ledger.resolve()
            dumps.append(rows_of(ledger))
    assert dumps[0] == dumps[1]


def test_a_ledger_without_news_has_nothing_to_do(filled):
    assert filled.resolve() == 5
    assert filled.resolve() == 0
