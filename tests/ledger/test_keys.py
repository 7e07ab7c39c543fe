import pytest

from dragoman.ledger.keys import keys_of


def test_equal_readings_have_equal_keys(sample):
    assert keys_of("s", sample.all) == keys_of("s", sample.all)
    assert len(set(keys_of("s", sample.all))) == len(sample.all)


def test_another_text_gives_other_keys(sample):
    assert not set(keys_of("s", sample.all)) & set(keys_of("t", sample.all))


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("visit", {"type": "meeting", "stage": "done", "date": "2019-05-04", "parties": ()}),
        ("treaty", {"title": "Another label", "type": "plan"}),
        ("exports", {"of": "salmon from Chile", "measure": "weight"}),
        ("envoy", {"of": "Kingdom of Norway", "title": "Another label"}),
    ],
)
def test_a_key_outlives_a_better_reading(sample, name, better):
    entry = getattr(sample, name)
    assert keys_of("s", [entry.model_copy(update=better)]) == keys_of("s", [entry])


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("visit", {"title": "Visit of a trade delegation"}),
        ("treaty", {"name": "Treaty on extradition"}),
        ("exports", {"value": 15.5}),
        ("envoy", {"person": "Ola Berg"}),
        ("envoy", {"post": "consul"}),
    ],
)
def test_another_thing_in_the_same_sentence_has_another_key(sample, name, other):
    entry = getattr(sample, name)
    assert keys_of("s", [entry.model_copy(update=other)]) != keys_of("s", [entry])


def test_entries_that_would_share_a_key_are_counted(sample):
    one, two, three = keys_of("s", [sample.visit] * 3)
    assert len({one, two, three}) == 3
    assert keys_of("s", [sample.visit] * 2) == [one, two]
