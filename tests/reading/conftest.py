"""Pages for the tests of the reading: each text is parsed once in a run."""

from collections.abc import Callable
from functools import cache

import pytest

from dragoman.models import Activity, Stage
from dragoman.reading.drafting.activities import draft_activity
from dragoman.reading.frames.frames import Frame, find_frames
from dragoman.reading.page import Page
from dragoman.reading.paging import build_page
from dragoman.values import Edtf


@cache
def _page(text: str, date: str | None = None) -> Page:
    return build_page(text, Edtf(date) if date else None)


@pytest.fixture(scope="session")
def page() -> Callable[..., Page]:
    """A function from a text, and the day of its publication if it has one, to its page."""
    return _page


@pytest.fixture(scope="session")
def frame() -> Callable[..., Frame]:
    """A function from a text and a word in it to the frame of that word, of a kind if several can be meant."""

    def find(text: str, word: str, kind: str | None = None, date: str | None = None) -> Frame:
        found = find_frames(_page(text, date))
        return next(f for f in found if f.head.text == word and kind in (None, f.kind))

    return find


@pytest.fixture
def draft_work(page: Callable[..., Page], frame: Callable[..., Frame]) -> Callable[..., Activity]:
    """A function from a text, a word in it and a type to the activity that is drafted from the frame of the word."""

    def drafted(text: str, word: str, type_: str, stage: Stage = "done") -> Activity:
        return draft_activity(frame(text, word, "activity"), page(text), type_, stage)

    return drafted
