"""What is only talked about is no activity."""

import pytest

from dragoman.reading.frames.frames import find_frames
from dragoman.reading.frames.topics import discussed, heads_section, is_topic


@pytest.mark.parametrize(
    "text, topics",
    [
        ("The sides discussed the training of nurses and cooperation in customs.", {"training", "cooperation"}),
        ("The ministers held talks on the construction of a road.", {"construction", "road"}),
        ("The ministers exchanged views on Chile's support for Fiji.", {"support"}),
        ("Chile began the construction of a road and the training of nurses.", set()),
        ("They discussed how Chile will build a road.", set()),
    ],
)
def test_nouns_of_what_is_discussed_are_topics(page, text, topics):
    made = page(text)
    talked = discussed(made)
    assert {frame.head.text for frame in find_frames(made) if is_topic(frame, talked)} == topics


ABOVE, BELOW = (
    "Chile and Fiji met in Suva in May.",
    "Fiji will admit sixty young engineers from Chile to a course in April.",
)


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        pytest.param(f"{ABOVE}\n\nTraining of engineers\n\n{BELOW}", True, id="between two paragraphs"),
        pytest.param(f"{ABOVE}\n\nTraining of engineers.\n\n{BELOW}", False, id="a sentence"),
        pytest.param(f"Plans:\n\nTraining of engineers\n\n{BELOW}", False, id="behind a colon"),
        pytest.param(f"{ABOVE}\n\nTraining of engineers\n\nWork on roads\n\n{BELOW}", False, id="in a list"),
        pytest.param(f"{ABOVE}\n\nChile began the training of engineers\n\n{BELOW}", False, id="told by a verb"),
    ],
)
def test_what_a_heading_names_is_told_below_it(page, text, heads):
    [named] = [f for f in find_frames(page(text)) if f.head.lower_ == "training" and f.kind == "activity"]
    assert heads_section(named) is heads
