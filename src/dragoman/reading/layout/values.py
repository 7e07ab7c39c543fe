"""What single cells say: numbers with their units, times, states and organisations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dragoman.knowledge import any_of
from dragoman.models import Amount, Party, Place, Role
from dragoman.reading.dates import DateMention, find_dates
from dragoman.reading.language import language_model
from dragoman.reading.layout.headings import Scale
from dragoman.reading.quantities.exactness import Bound, said_before
from dragoman.reading.quantities.multiples import find_multiples
from dragoman.reading.quantities.numbers import find_quantities
from dragoman.reading.quantities.numerals import find_numerals
from dragoman.reading.states.gazetteer import Name, find_names
from dragoman.values import CountryCode, CurrencyCode, Edtf, Unit

_YEAR = re.compile(r"(?:FY ?)?(?:19|20)\d\d(?:[/–-](?:\d\d|(?:19|20)\d\d))?")
# What may stand before and behind a number in a cell: signs of money, "approx.", marks of notes, "(est.)", a unit.
_BEFORE = re.compile(
    r"(?:[A-Z]{1,3}\b|[A-Z]{0,3}[$€£¥]|Rs\.?|approx\.?|about|around|ca?\.|over|up to|[^\w$€£¥])*", re.I
)
_BARE = re.compile(r"[\d\s.,'’*+−–-]*")
_HEADING = re.compile(r"['’‘]000\b|^(?:19|20)\d\d\b[^(]*[(,]")  # "USD '000", "2021 (EUR million)"
_BEHIND = re.compile(
    r"[\W\d]*(?:[A-Z]{3}\b|[^\W\d_]{1,3}\b|[a-z]{3,12}(?: [a-z]{2,12})?)?\W*(?:[(\[][^()]{1,24}[)\]]\W*)?", re.UNICODE
)
_BESIDE_TIME = re.compile(
    r"^(?:\W|since|from|until|in|prelim\w*|est\w*|forecast|actual|p|e|f|r|year|total|to|and|the|by)*$", re.I
)
_MONTHS = re.compile(r"[A-Z][a-z]{2,8}\.?\s?[-–]\s?(?=[A-Z][a-z]{2,8}\.?,? \d{4})")
_OFFICIAL = re.compile(rf"^(?:the )?(?:{any_of('headings.toml', 'plain', 'official')}\s)+", re.I)
_ACRONYM = re.compile(r"\s*\([^)]*\)\s*$")


@lru_cache(maxsize=8192)
def is_number(text: str) -> bool:
    """Whether a cell is a number, with no more beside it than its unit or the mark of a note; a year is none."""
    text = text.strip()
    if not any(map(str.isdigit, text)):
        return _share_in_words(text) is not None
    if _HEADING.search(text) or is_time(text):
        return False
    found = list(find_numerals(text))
    if not found:
        return False
    at = said_before(text, found[0].start, found[0].start).at
    alone = len(found) == 1 and _BEFORE.fullmatch(text[:at]) and _BEHIND.fullmatch(text[found[0].end :])
    return bool(alone) or _is_quantity(text)


@lru_cache(maxsize=8192)
def is_time(text: str) -> bool:
    """Whether a cell is a time and nothing else: "2017", "2016/17", "Q1 2019", "March 2021"."""
    text = text.strip()
    if _YEAR.fullmatch(text.rstrip("*†")):
        return True
    if not text or len(text) > 40 or not any(map(str.isalnum, text)):
        return False
    return time_of(text, None) is not None and bool(_BESIDE_TIME.match(_without(text)))


def _is_quantity(text: str) -> bool:
    """Whether a cell tells no more than a sum, a share or a measure, or a range of it: "USD 4 to 5 million"."""
    found = find_quantities(language_model().make_doc(text))
    return any(q.kind in _MEASURED and len(text) - (q.end - q.start) < _MARKS for q in found)


_MEASURED = ("money", "share", "measure")
_MARKS = 3  # characters of the mark of a note


def _without(text: str) -> str:
    for mention in reversed(find_dates(_MONTHS.sub("", text))):
        text = _MONTHS.sub("", text)[: mention.start] + _MONTHS.sub("", text)[mention.end :]
    return text


def time_of(text: str, anchor: Edtf | None) -> Edtf | None:
    """The time that a cell tells: of several the first with its beginning and the last with its end."""
    told = times_of(text, anchor)
    return told[0].edtf if told else None


@lru_cache(maxsize=8192)  # the lines above a table are asked for each of its cells
def times_of(text: str, anchor: Edtf | None) -> tuple[DateMention, ...]:
    """The times that a cell tells and that could be resolved."""
    return tuple(d for d in find_dates(text, anchor) if d.edtf and d.kind in ("date", "range", "since", "until"))


@lru_cache(maxsize=8192)
def amount_of(text: str, dollar: CurrencyCode) -> Amount | None:
    """The one sum, share or measure that a cell tells with its unit, None if it tells none."""
    if _BARE.fullmatch(text):
        return None
    found = find_quantities(language_model().make_doc(text), dollar)
    told = next((q.amount for q in found if q.kind in _MEASURED), None)
    return told or _share_in_words(text)


def _share_in_words(text: str) -> Amount | None:
    """The share that all of a cell tells: "more than half", "two thirds"."""
    found = next(find_multiples(f"{text} of it"), None)
    if found is None or (found.start, found.end) != (0, len(text)):
        return None
    return Amount(value=found.value, unit=Unit("%"), bound=found.bound, approx=found.approx)


@dataclass(frozen=True, slots=True)
class Number:
    """A number without its unit; ``scale`` is the magnitude that is written out beside it (1 for none)."""

    value: float
    scale: float = 1
    bound: Bound | None = None
    approx: bool = False

    def of(self, unit: Scale) -> Amount:
        """So much of the unit of a heading: of its thousands or millions, but for a number with its own magnitude."""
        value = self.value * (unit.factor if self.scale == 1 else 1)
        return Amount(value=float(f"{value:.12g}"), unit=Unit(unit.unit), bound=self.bound, approx=self.approx)


def number_of(text: str) -> Number | None:
    """The bare number of a cell."""
    found = list(find_numerals(text))
    if len(found) != 1:
        return None
    (number,) = found
    negative = bool(re.search(r"[-–−]\s?$", text[: number.start])) and not text[: number.start].strip("-–− ")
    said = said_before(text, number.start, number.start)
    return Number(-number.value if negative else number.value, number.scale, said.bound, said.approx)


@lru_cache(maxsize=8192)
def states_in(text: str) -> tuple[Name, ...]:
    """The states named in a text, demonyms, towns and bodies of a state among them."""
    return tuple(name for name in find_names(text) if name.code)


@lru_cache(maxsize=8192)
def state_of(text: str) -> CountryCode | None:
    """The state that a cell names, if it names no more than it: "Kenya", "Republic of Korea"."""
    plain = _ACRONYM.sub("", text).strip(" .*†")
    named = [name for name in find_names(plain) if name.code and name.kind in ("state", "people", "adjective")]
    if len(named) != 1:
        return None
    rest = plain[: named[0].start] + " " + plain[named[0].end :]
    return named[0].code if not _OFFICIAL.sub("", f"{rest.strip()} ").strip(" ,") else None


def party_of(text: str, role: Role, home: CountryCode | None = None) -> Party:
    """The party that a cell names: as it is printed, a state by its short name, with the state that it belongs to."""
    if code := state_of(text):
        return Party(name=code.country, code=code, role=role)
    name = re.sub(r"\s+", " ", _ACRONYM.sub("", text)).strip(" .;,")
    return Party(name=name, code=next((found.code for found in states_in(text)), home), role=role)


def place_of(text: str) -> Place | None:
    """The first place that a cell names."""
    found = next((name for name in find_names(text) if name.kind in ("city", "capital", "region", "state")), None)
    return Place(name=text[found.start : found.end], country=found.code) if found else None
