"""What is only asked is told by nobody."""

import pytest

from dragoman import Reader, make_document
from dragoman.reading.frames.questions import asked
from dragoman.reading.paging import build_page
from dragoman.values import Edtf


@pytest.mark.parametrize(
    "text",
    [
        "Will the President travel to Lima in May?",
        "Question (Fiji Sun): Is Tonga going to supply oil to Fiji?",
        "How many tonnes did Tonga send to Fiji?",
    ],
)
def test_a_question_asks(text):
    assert asked(build_page(text))


@pytest.mark.parametrize(
    "text", ["The President will travel to Lima in May.", "Visit to Lima?", "You met them in Lima?"]
)
def test_what_is_no_question_does_not(text):
    assert not asked(build_page(text))


def test_what_is_asked_is_no_entry():
    def visits(text):
        document = make_document(text, id="a", date=Edtf("2019-03-04"))
        return [entry for entry in Reader().read(document).entries if getattr(entry, "type", None) == "visit"]

    assert visits("The President of Kenya will travel to Lima in May.")
    assert not visits("Will the President of Kenya travel to Lima in May?")
