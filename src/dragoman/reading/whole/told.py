"""Told: what a text tells besides its entries, by which these are dated and placed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.models import Place
from dragoman.reading.whole.contents import Contents, find_contents
from dragoman.reading.whole.deadlines import find_deadlines
from dragoman.reading.whole.errands import Errand, find_errands
from dragoman.values import CountryCode, Edtf

if TYPE_CHECKING:
    from dragoman.reading.page import Page


@dataclass(frozen=True, slots=True)
class Told:
    """All with their offsets: the ``times`` and ``places`` of the text, the ``states`` that it names, and the times
    that anniversaries reckon back to (``founded``), with the offsets at which the words for them end.

    ``errands`` are the clauses that tell what who travels will do in person or is to happen at talks, ``deadlines`` the
    times by which the work told before is to be done, ``contents`` the sentences that tell what a plan holds.
    """

    times: Sequence[tuple[int, Edtf]] = ()
    places: Sequence[tuple[int, Place]] = ()
    founded: Sequence[tuple[int, Edtf]] = ()
    states: Sequence[tuple[int, CountryCode]] = ()
    starts: Sequence[int] = ()
    errands: Sequence[Errand] = ()
    deadlines: Sequence[tuple[int, Edtf]] = ()
    contents: Sequence[Contents] = ()


def told_on(page: Page) -> Told:
    """What a page tells."""
    return Told(
        times=page.times(),
        places=page.places(),
        founded=page.founded(),
        states=page.states(),
        starts=[sentence.start_char for sentence in page.sentences],
        errands=list(find_errands(page.doc, {a.head for a in page.actors if a.kind == "person"})),
        deadlines=list(find_deadlines(page.text, page.dates)),
        contents=list(find_contents(page)),
    )
