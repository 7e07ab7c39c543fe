"""Promises that only the words tell: sentences that hold something out, without an entry of their own.

Most of what is undertaken the reading takes for an activity, an event or an instrument. What it lets pass ("the road
will be finished by August") is followed all the same, under the states that the sentence or else its document is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dragoman.follow.promises.marks import numbered, numbers_of
from dragoman.follow.promises.openings import due_of, is_ahead, times_of
from dragoman.follow.promises.outcomes import Outcome, clauses, outcome_of, says
from dragoman.follow.promises.passage import RARE, Passage
from dragoman.follow.promises.passages import Passages
from dragoman.follow.wording import shorten
from dragoman.ledger.identity.counting import ordinals
from dragoman.ledger.identity.words import weigh
from dragoman.models import Activity, Entry, Event, Evidence, Instrument, Party, Stage
from dragoman.reading.states.gazetteer import find_names
from dragoman.values import CountryCode, Edtf

_TELLING = 2
"""So many rare words, numbers and ordinals a clause must have for its promise to be known again."""
_WIDTH = 120
_CELL = "|"
"""What the row of a table begins with, which has no words that hold anything out."""
_KINDS = ("meeting", "visit", "agreement")


def held_out(passage: Passage, passages: Passages) -> Iterator[Entry]:
    """What the clauses of a sentence hold out, as entries that the reading did not make."""
    start = passage.start
    for part in clauses(passage.words) if not passage.words.startswith(_CELL) else ():
        if stage := _stage(part, passage.source.document.date):
            named = list(dict.fromkeys(name.code for name in find_names(part) if name.code))
            states = passages.main_states(passage.source.document.sha256, named)
            yield _entry(passage, part, start, stage, states)
        start += len(part)


def _stage(part: str, published: Edtf | None) -> Stage | None:
    """How firmly words hold out something that can be known again; None if they hold out nothing."""
    if says("idle", part) or part.rstrip().endswith("?"):
        return None
    outcome = outcome_of(part)
    stage = _worded(part, outcome)
    if stage is None and outcome is not None:
        return None
    seen = any(says(kind, part) for kind in ("deeds", *_KINDS))
    if stage is None and not seen:
        return None
    ahead = any(is_ahead(when, published) for when in times_of(part, published, plan=True))
    if ahead and stage is None:  # "talks in Rome on 5 May"
        stage = "planned"
    return stage if stage and (seen or ahead) and _telling(part) + ahead >= _TELLING else None


def _worded(part: str, outcome: Outcome | None) -> Stage | None:
    """How firmly it is held out by the words alone, whatever time they name."""
    if outcome in ("cancelled", "waiting"):
        return "suspended" if says("planned", part) or says("recalls", part) else None
    if outcome == "agreed" and says("funded", part):
        return "agreed"
    if outcome == "done":
        return None
    return "planned" if says("promised", part) or (outcome != "agreed" and says("planned", part)) else None


def _telling(part: str) -> int:
    """How many words, numbers and ordinals tell it from other promises."""
    rare = sum(weight >= RARE for weight in weigh(part).values())
    return rare + len(ordinals(part)) + len(set(numbers_of(part))) + any(says(kind, part) for kind in _KINDS)


def _entry(passage: Passage, part: str, start: int, stage: Stage, states: Sequence[CountryCode]) -> Entry:
    said = part.strip().rstrip(".;:,")
    known: dict[str, Any] = {
        "title": shorten(said if said[:1].isupper() else passage.words.rstrip("."), _WIDTH),
        "parties": tuple(Party(name=code.country, code=code, role="participant") for code in states),
        "stage": stage,
        "evidence": (Evidence(start=start, end=start + len(part)),),
    }
    about = part if said[:1].isupper() else passage.words  # a relative clause speaks of what stands before it
    bare: Event | Instrument | Activity
    if says("meeting", about) and numbered(part, f"{passage.before_words} {passage.words}"):
        bare = Event(type="meeting", **known)
    elif says("visit", about):
        bare = Event(type="visit", **known)
    elif says("agreement", about):
        bare = Instrument(type="agreement", **known)
    else:
        bare = Activity(type="cooperation", **known)
    return bare.model_copy(update={"due": due_of(bare, passage.source.document.date, part)})
