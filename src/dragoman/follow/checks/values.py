"""Two values of one figure for one period, and two amounts of one gift."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from dragoman.follow.checks.finding import Finding
from dragoman.follow.checks.items import amount_of, is_yearly, known_amount
from dragoman.follow.checks.ranges import Range, range_of
from dragoman.follow.checks.scene import Scene
from dragoman.follow.checks.words import cue, is_state_word, known, topic, words
from dragoman.follow.wording import amount_words, date_words, label_of
from dragoman.ledger import StoredEntry
from dragoman.models import Entry, Figure, Record
from dragoman.values import Edtf

DIRECTED = ("exports", "imports")
BARE = ("trade", "exports", "imports", "investment", "aid", "grants", "loans")
"""Measures that say what they are of by themselves, between the parties."""


def check_values(scene: Scene) -> Iterator[Finding]:
    """What documents say differently, or alike, of one figure or of one gift."""
    alike: dict[object, list[StoredEntry]] = defaultdict(list)
    for stored in scene.of_kind("figure"):
        if key := _key(scene, stored):
            alike[key].append(stored)
    for group in alike.values():
        yield from _figures(scene, group)
    for record in scene.records:
        if record.kind == "activity" and len(record.entries) > 1:
            yield from _gifts(scene, record)


def side_of(entry: Entry) -> object:
    """Between whom it is: the states with their roles for exports and imports, else the states alone."""
    if isinstance(entry, Figure) and entry.measure in DIRECTED:
        return frozenset((party.role, party.code) for party in entry.parties if party.code)
    return frozenset(party.code for party in entry.parties if party.code)


def year_of(date: Edtf) -> int | None:
    """The year that a date tells of, the second one of a financial year; None if it is longer or open."""
    if date.first is None or date.last is None or date.last.year - date.first.year > 1:
        return None
    return date.last.year


def _key(scene: Scene, stored: StoredEntry) -> object | None:
    """What two figures must share to be one; None if too little is known."""
    figure = stored.entry
    assert isinstance(figure, Figure)
    about = topic(figure.of)
    if figure.date is None or not side_of(figure) or range_of(figure) is None:
        return None
    if figure.unit == "%" or (not about and figure.measure not in BARE):
        return None
    if figure.date == stored.document.date:  # given by the reader to what has no date: two things of one day
        return None
    period = figure.date.rstrip("~?%")
    return figure.measure, figure.unit, side_of(figure), _first_state(figure), about, period, is_yearly(scene, stored)


def _first_state(figure: Figure) -> str | None:
    """Whose exports or investment it is, as the words tell: "Canadian investment in Australia" is Canada's."""
    if figure.measure not in ("exports", "imports", "investment"):
        return None
    return next((word[:5] for word in words(figure.of) if is_state_word(word)), None)


def _figures(scene: Scene, group: Sequence[StoredEntry]) -> Iterator[Finding]:
    pairs = () if _agree(group) else combinations(group, 2)
    different = next(((a, b) for a, b in pairs if _differ(a, b) and _tells(a, b)), None)
    if different:
        first, second = different
        own = first.document.sha256 == second.document.sha256
        said = f"Two values of {_named(first)}: {_told(first)}; {_told(second)}."
        yield scene.finding("values", said, [first, second], sure=0.4 if own else 0.7)
    others = [stored for stored in group if stored.document.sha256 != group[0].document.sha256]
    if not different and others and not _is_open(group[0]):
        said = f"{len(others) + 1} documents agree on {_named(group[0])}: {_told(group[0])}; {_told(others[0])}."
        yield scene.finding("values", said, [group[0], others[0]], sure=0.8, confirmed=True)


def _agree(told: Sequence[StoredEntry]) -> bool:
    """Whether one value may be meant by all of them, so that no two need be compared."""
    ranges = [_range(stored) for stored in told]
    return max(each.low for each in ranges) <= min(each.high for each in ranges)


def _differ(one: StoredEntry, other: StoredEntry) -> bool:
    """Whether both cannot be right; what has been counted since some year may grow from document to document."""
    if _range(one).meets(_range(other)):
        return False
    if not _is_open(one) or one.document.sha256 == other.document.sha256:
        return True
    first, second = one.document.date, other.document.date
    if not (first and first.ends_before(second)):
        return False
    return _range(other).high < _range(one).low


def _is_open(stored: StoredEntry) -> bool:
    return stored.entry.date is not None and stored.entry.date.last is None


def _tells(one: StoredEntry, other: StoredEntry) -> bool:
    """Whether the words are enough to make one figure of both: within a document "students" are not."""
    figure = one.entry
    assert isinstance(figure, Figure)
    own = one.document.sha256 == other.document.sha256
    return not own or figure.measure in BARE or len(topic(figure.of)) > 1


def _gifts(scene: Scene, record: Record) -> Iterator[Finding]:
    """Two amounts of one gift: a contradiction, unless the later document says that it was changed."""
    told = [stored for stored in scene.of_record(record) if (amount := amount_of(stored)) and range_of(amount)]
    if len(told) < 2 or _agree(told):
        return
    for first, second in combinations(told, 2):
        one, other = known_amount(first), known_amount(second)
        if one.unit != other.unit or _range(first).meets(_range(second)):
            continue
        on_purpose = cue(known("restated")).search(scene.sentence(second)) is not None
        said = (
            f"{amount_words(one)} ({_day(first)}) was {'changed to' if on_purpose else 'told later as'} "
            f"{amount_words(other)} ({_day(second)}): {record.best.title}."
        )
        yield scene.finding("values", said, [first, second], sure=0.6, confirmed=on_purpose)
        return


def _range(stored: StoredEntry) -> Range:
    range_ = range_of(known_amount(stored))
    assert range_ is not None
    return range_


def _named(stored: StoredEntry) -> str:
    figure = stored.entry
    assert isinstance(figure, Figure)
    return f"{label_of(figure)} ({figure.of}), {date_words(figure.date)}"


def _told(stored: StoredEntry) -> str:
    return f"{amount_words(known_amount(stored))} ({_day(stored)})"


def _day(stored: StoredEntry) -> str:
    return str(stored.document.date or stored.document.id)
