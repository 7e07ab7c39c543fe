"""Entries in a few plain words, the same wherever they are shown."""

from __future__ import annotations

import re
from functools import cache

from dragoman.knowledge import read_tsv
from dragoman.models import Activity, Amount, Entry, Figure, Instrument, Tenure
from dragoman.values import CountryCode, Edtf, Unit

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
# How a number may be written: its scale, and the word for it.
_SPOKEN = {1: "", 1e3: r"[- ]?(?:thousand|k)\b", 1e6: r"[- ]?(?:million|mn|m)\b", 1e9: r"[- ]?(?:billion|bn|b)\b"}
_OPEN = ("", "..")
_ROUND = re.compile(r"(\d\d)(?:(\d)X|XX)")
# Parts of a year, as EDTF writes them in the place of the month.
_PARTS = {
    "21": "spring", "22": "summer", "23": "autumn", "24": "winter", "33": "first quarter of", "34": "second quarter of",
    "35": "third quarter of", "36": "fourth quarter of", "40": "first half of", "41": "second half of",
}  # fmt: skip
_UNCHANGED = ("s", "x", "%", "sh", "ch", "feet")


def label_of(entry: Entry) -> str:
    """What kind of thing it is, in a word or two: its type, or what is measured ("exports"), or "post"."""
    match entry:
        case Tenure():
            return "post"
        case Figure(measure="other"):
            return "figure"
        case Figure():
            return entry.measure
        case _:
            return entry.type.replace("_", " ")


def words_of(entry: Entry) -> str:
    """What the entry says, without type, date and stage."""
    match entry:
        case Tenure():
            return f"{entry.person}, {post_words(entry)}"
        case Figure():
            return f"{_capital(figure_words(entry))}: {amount_words(entry)}"
        case Activity(amount=Amount() as amount) if not _tells(entry.title, amount):
            return f"{entry.title} ({amount_words(amount)})"
        case Instrument(name=str(name)):
            return name
        case _:
            return entry.title


def figure_words(figure: Figure) -> str:
    """What a figure is of; "exports" alone are told with their states: "exports of Belarus to Japan"."""
    sides = {role: [p.code for p in figure.parties if p.role == role and p.code] for role in ("exporter", "importer")}
    if figure.of.casefold() != figure.measure or any(len(states) != 1 for states in sides.values()):
        return figure.of
    (exporter,), (importer,) = sides["exporter"], sides["importer"]
    match figure.measure:
        case "exports":
            return f"{figure.of} of {exporter.country} to {importer.country}"
        case "imports":
            return f"{figure.of} of {importer.country} from {exporter.country}"
        case _:
            return figure.of


def parted(entry: Entry) -> tuple[str, str]:
    """A line on an entry in two parts, its label and the rest; words that begin with the label do not say it twice:
    ``("grant", ": A minibus")``, ``("Ceremony", " in Minsk")``."""
    label, words = label_of(entry), words_of(entry)
    if words.casefold().startswith(label) and not words[len(label) :][:1].isalnum():
        return words[: len(label)], words[len(label) :]
    return label, f": {words}"


def line_of(entry: Entry) -> str:
    """What the entry says behind its label: "grant: A minibus"."""
    return "".join(parted(entry))


def post_words(entry: Tenure) -> str:
    """The post with the state or body that it belongs to, and the one that it is accredited to, if not said already."""
    words = entry.post
    for joint, name in (("of", entry.of), ("to", entry.to)):
        if name and not any(called in words.casefold() for called in _names_like(name.casefold())):
            words += f" {joint} {name}"
    return words


@cache
def _names_like(name: str) -> frozenset[str]:
    """The name, and the other names and adjectives of the state if it is one; all in lower case."""
    for row in read_tsv("states.tsv"):
        names = {each.casefold() for each in f"{row['names']}|{row['adjectives']}".split("|") if len(each) > 3}
        if name in names:
            return frozenset(names)
    return frozenset([name])


def amount_words(amount: Amount) -> str:
    """ "about EUR 1.2 million", "5 to 6 tonnes", "more than 50%"."""
    about = "about " if amount.approx else ""
    bound = {"min": "at least ", "max": "up to ", None: ""}[amount.bound]
    if amount.value is not None:
        number = number_words(amount.value)
    elif amount.low is not None and amount.high is not None:
        number = f"{number_words(amount.low)} to {number_words(amount.high)}"
    else:
        known = amount.low if amount.low is not None else amount.high
        number = number_words(known) if known is not None else "not said"
    return f"{bound}{about}{_with_unit(number, amount.unit)}"


def _tells(title: str, amount: Amount) -> bool:
    """Whether the number stands in the title already: 26000 in "a minibus for $26,000", 4900000 in "$4.9 million"."""
    value = next((value for value in (amount.value, amount.low, amount.high) if value is not None), None)
    if value is None:
        return False
    ways = (rf"{re.escape(f'{value / scale:,.10g}')}{word}" for scale, word in _SPOKEN.items())
    return re.search(rf"(?<![\d.,])(?:{'|'.join(ways)})(?!\d|[.,]\d)", title) is not None


def number_words(value: float) -> str:
    """A number as it is read aloud: 12,500; 1.25 million; nothing is rounded away."""
    for scale, name in _SCALES:
        short = f"{value / scale:.10g}"
        if abs(value) >= scale and len(short.replace(".", "")) <= 5:
            return f"{short} {name}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def _with_unit(number: str, unit: Unit | None) -> str:
    if unit is None:
        return number
    if unit.is_money:
        return f"{unit} {number}"
    return f"{number}%" if unit == "%" else f"{number} {unit if number == '1' else plural(unit)}"


@cache
def _irregular() -> dict[str, str]:
    """Single nouns with the plural that no rule makes of them."""
    rows = read_tsv("plurals.tsv")
    return {row["singular"]: row["word"] for row in rows if row["singular"].islower() and " " not in row["singular"]}


def plural(noun: str) -> str:
    """The plural of a unit; good enough for nouns that count something."""
    head, of, rest = noun.partition(" of ")
    if of:
        return f"{plural(head)}{of}{rest}"
    *before, last = noun.split(" ")
    if last in _irregular():
        return " ".join((*before, _irregular()[last]))
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    if noun == "person":
        return "people"
    return noun if noun.endswith(_UNCHANGED) or not noun[-1:].isalpha() else f"{noun}s"


def number_of(number: int, noun: str) -> str:
    """So many things of a name: "1 document", "1,200 entries"."""
    return f"{number:,} {noun if number == 1 else plural(noun)}"


def date_words(date: Edtf | None) -> str:
    """The date as one says it: "2016-05-06", "summer 2012", "about 1985", "the 1970s", "since 2004", "2016 to 2018"."""
    if date is None:
        return ""
    first, slash, last = date.partition("/")
    if not slash:
        return _day_words(first)
    if last in _OPEN:
        return f"since {_day_words(first)}"
    return f"until {_day_words(last)}" if first in _OPEN else f"{_day_words(first)} to {_day_words(last)}"


def _day_words(day: str) -> str:
    bare = day.rstrip("~?%")
    about = "about " if bare != day else ""
    if match := _ROUND.fullmatch(bare):
        return f"{about}the {match[1]}{match[2] or 0}0s"
    year, _, part = bare.partition("-")
    return f"{about}{_PARTS[part]} {year}" if part in _PARTS else f"{about}{bare}"


def parties_words(entry: Entry) -> str:
    """The names of those that take part, each once."""
    return ", ".join(dict.fromkeys(party.name for party in entry.parties))


def state_words(code: CountryCode) -> str:
    """The state's name with its code: "Japan (JPN)"."""
    return f"{code.country} ({code})"


def shorten(words: str, width: int) -> str:
    """The words cut to ``width`` characters between two of them, with an ellipsis where something is left out."""
    words = " ".join(words.split())
    if len(words) <= width:
        return words
    head = words[: width - 1]
    return head[: head.rfind(" ")].rstrip(" ,;:–-") + "…" if " " in head[width // 2 :] else head + "…"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
