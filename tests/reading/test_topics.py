"""What is only talked about is no activity."""

import pytest

from dragoman.reading.frames import find_frames
from dragoman.reading.topics import discussed, is_topic


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
