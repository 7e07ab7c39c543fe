"""The points of a programme as entries: on the day of the point, planned while that is ahead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial

from dragoman.knowledge import any_of, read_tsv
from dragoman.models import Entry, Event, Evidence, Instrument, Party, Role, Stage
from dragoman.reading.drafting.events import PLOVER
from dragoman.reading.judging.judge import THRESHOLD
from dragoman.reading.laid_out.visits import visit_of
from dragoman.reading.layout.programmes import Point
from dragoman.reading.layout.values import place_of, states_in
from dragoman.reading.page import Page
from dragoman.values import CountryCode, Edtf

_CONFIDENCE = 0.6  # of an event that its words alone tell, before the curve of ``calibration``
_LEADING_ON = frozenset(
    ("with", "of", "on", "for", "at", "by", "to", "in", "from", "between", "and", "hosted", "given")
)
_words = partial(any_of, "headings.toml", "programmes")
_VISIT = re.compile(rf"[^\n.]*\b{_words('journeys')}\b[^\n.]*", re.IGNORECASE)  # a heading
_LEADING_TO = re.compile(r"\b(?:to|in)(?: the)? $", re.IGNORECASE)
_PROGRAMME = re.compile(rf"\b{_words('papers')}(?: of .*\b{_words('visits')}\b.*)?$", re.IGNORECASE)
_OPENING = 6  # words in which a point says what happens


def on_their_days(told: Sequence[Entry], page: Page) -> list[Entry]:
    """The entries, those that points of the programme tell on their days, with what else the points tell."""
    points = page.layout.points
    if not points:
        return list(told)
    kept = [entry for entry in told if not _is_the_programme(entry, points)]
    kept = [_on_its_day(entry, _point_of(entry, points), page.anchor) for entry in kept]
    kept = [_over_all_days(entry, points) for entry in kept]
    untold = [event for point in points if (event := _untold(point, kept, page))]
    return [*kept, *_visit_above(kept, page), *untold]


def _visit_above(told: Sequence[Entry], page: Page) -> Iterator[Event]:
    """The visit of which the heading of the programme tells, if nothing else tells it."""
    points, text = page.layout.points, page.layout.text
    found = next((m for m in _VISIT.finditer(text, 0, points[0].start)), None)
    if found is None or any(e.kind == "event" and e.type == "visit" and _stands(e) for e in told):
        return
    named = [name for name in states_in(found.group()) if name.code]
    led = [name for name in named if _LEADING_TO.search(found.group()[: name.start])]
    guests = [name for name in named if led and name.code != led[0].code]
    if guests and (guest := guests[0].code) and (host := led[0].code):
        days = sorted({point.day for point in points if point.day})
        when = Edtf(f"{days[0]}/{days[-1]}") if len(days) > 1 else days[0]
        there = Evidence(start=found.start(), end=found.end())
        visit = visit_of(guest, host, when, there, ahead=not days[-1].ends_before(page.anchor))
        why = ("event: the visit that a programme is of",)
        yield visit.model_copy(update={"confidence": _CONFIDENCE, "why": why})


def _stands(entry: Entry) -> bool:
    return (entry.confidence or 0) >= THRESHOLD["event"]


def _is_the_programme(entry: Entry, points: Sequence[Point]) -> bool:
    """Whether an entry is only what the heading calls the points: "Programme of the visit"."""
    above = entry.evidence[0].start < points[0].start
    return above and isinstance(entry, Instrument) and bool(_PROGRAMME.search(entry.title))


def _point_of(entry: Entry, points: Sequence[Point]) -> Point | None:
    at = entry.evidence[0].start
    return next((point for point in points if point.start <= at < point.end), None)


def _on_its_day(entry: Entry, point: Point | None, published: Edtf | None) -> Entry:
    if point is None or point.day is None or not isinstance(entry, Event | Instrument):
        return entry
    if entry.stage in ("cancelled", "suspended") or (isinstance(entry, Instrument) and entry.stage == "underway"):
        return entry
    over = point.day.ends_before(published)
    stage: Stage = "planned" if not over else "agreed" if isinstance(entry, Instrument) else "done"
    return entry.model_copy(update={"date": point.day, "due": None if over else point.day, "stage": stage})


def _over_all_days(entry: Entry, points: Sequence[Point]) -> Entry:
    """The visit that is told above the programme, from its first day to its last."""
    if not isinstance(entry, Event) or entry.type != "visit" or entry.evidence[0].start >= points[0].start:
        return entry
    days = [point.day for point in points if point.day]
    first, last = min(days), max(days)
    if first == last or (entry.date and not (first <= entry.date[:10] <= last)):
        return entry
    when = Edtf(f"{first}/{last}")
    return entry.model_copy(update={"date": when, "due": when if entry.stage in ("planned", "proposed") else entry.due})


def _untold(point: Point, told: Sequence[Entry], page: Page) -> Event | None:
    """The event of a point of which no entry that stands is told, by the words that it opens with."""
    inside = [entry for entry in told if _point_of(entry, (point,)) and entry.kind == "event"]
    if point.day is None or any(map(_stands, inside)):
        return None
    item = page.layout.text[point.told : point.end]
    words = item.strip(" \t•*-–—:|.;,")
    type_ = _event_in(words)
    named = [name.code for name in states_in(words) if name.code]
    others = list(_visitors(told, page))
    if type_ is None or (type_ == "visit" and not set(named) - set(others)):
        return None  # to arrive and to leave is part of the visit
    begin = point.told + item.find(words)
    codes = list(dict.fromkeys([*named, *others]))[:2]
    roles: tuple[Role, ...] = ("host", "source") if type_ == "visit" else ("participant", "participant")
    over = point.day.ends_before(page.anchor)
    return Event(
        type=type_,
        title=words[:1].upper() + words[1:],
        parties=tuple(Party(name=c.country, code=c, role=role) for c, role in zip(codes, roles, strict=False)),
        date=point.day,
        due=None if over else point.day,
        place=place_of(words),
        stage="done" if over else "planned",
        plover=PLOVER.get(type_),
        evidence=(Evidence(start=begin, end=begin + len(words)),),
        confidence=_CONFIDENCE,
        why=(f"event: a point of a programme that begins with {type_}",),
    )


def _visitors(told: Sequence[Entry], page: Page) -> Iterator[CountryCode]:
    """The states of the visit that the programme is of, else those that the page is about."""
    visits = (entry for entry in told if isinstance(entry, Event) and entry.type == "visit")
    for entry in visits:
        yield from (party.code for party in entry.parties if party.code)
    yield from page.pair
    if page.home:
        yield page.home


def _event_in(words: str) -> str | None:
    """The type of event that the first words name: a verb ("signs"), or the last noun before "with", "of", "on"."""
    opening = [word.lower() for word in re.findall(r"[^\W\d_]+", words)[:_OPENING]]
    if not opening:
        return None
    nouns, verbs = _lexicon("noun"), _lexicon("verb")
    if opening[0].endswith("s") and (found := next((verbs[v] for v in _stems(opening[0]) if v in verbs), None)):
        return found
    head = next((n for n, word in enumerate(opening) if word in _LEADING_ON), len(opening))
    for before, word in reversed(list(zip(["", *opening], opening[:head], strict=False))):
        if found := nouns.get(f"{before} {word}"):
            return found
        if word == "call":  # "call on the Minister", "courtesy call by the Ambassador"
            return "meeting"
        if found := next((nouns[noun] for noun in _stems(word) if noun in nouns), None):
            return found
    return None


def _stems(word: str) -> tuple[str, ...]:
    return (word, word[:-1], word[:-2]) if word.endswith("es") else (word, word.rstrip("s"))


@cache
def _lexicon(pos: str) -> dict[str, str]:
    """Each word with the type of event that it names in a programme, where a meal is a ceremony and a forum a forum."""
    types: dict[str, list[str]] = {}
    for row in read_tsv("frames.tsv"):
        if row["pos"] == pos and row["kind"] == "event":
            types.setdefault(row["lemma"], []).append(row["type"])
    return {lemma: _meant(lemma, known) for lemma, known in types.items()}


def _meant(lemma: str, types: list[str]) -> str:
    if lemma in types:
        return lemma
    return "ceremony" if {"ceremony", "meeting"} <= set(types) else types[0]
