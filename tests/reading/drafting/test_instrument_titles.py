"""What instruments are called."""

import pytest

from dragoman.reading.drafting.instrument_titles import instrument_title
from dragoman.reading.paging import build_page
from dragoman.values import Edtf


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        pytest.param(
            "Chile and Fiji have signed a Memorandum of Understanding (MoU) for the repair of a lighthouse.",
            "Memorandum",
            "Memorandum of Understanding for the repair of a lighthouse",
            id="what it is for",
        ),
        pytest.param(
            "Chile and Fiji concluded a new treaty to guard whales in Lima.",
            "treaty",
            "New treaty to guard whales",
            id="what it is to do, without the place",
        ),
        pytest.param("Chile and Fiji signed a treaty on Monday.", "treaty", "Treaty", id="a day is no purpose"),
        pytest.param(
            "Chile and Fiji signed memoranda covering fish, customs and the care of parks.",
            "memoranda",
            "Memoranda covering fish, customs and the care of parks",
            id="several purposes of several",
        ),
        pytest.param(
            "Chile and Fiji agreed on a fisheries treaty, including a chapter on nets.",
            "treaty",
            "Fisheries treaty",
            id="without its contents",
        ),
        pytest.param(
            "Chile and Fiji value the Sea Partnership established in Lima.",
            "Partnership",
            "Sea Partnership",
            id="without what was done to it",
        ),
        pytest.param("Chile backs both the Lima Convention and the plan.", "Convention", "Lima Convention", id="both"),
    ],
)
def test_an_instrument_is_called_after_what_it_is_for(frame, text, word, title):
    assert instrument_title(frame(text, word, "instrument"), build_page(text, Edtf("2019-05-03"))) == title
