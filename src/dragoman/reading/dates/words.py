"""Words: a text becomes a row of the words that dates are made of.

Every word class has a symbol of one character, so that the grammar can be written as regular expressions over the row
of symbols: one pass over the text, whatever the number of rules. What is no word of a date becomes a gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple
from unicodedata import numeric

from dragoman.knowledge import read_toml, read_tsv

_PIECES = r"""
    (?P<spoken>(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\ o['’]clock\b)
  | (?P<word>[^\W\d_]++(?![\d_])|[Ff][Yy](?=\d))
  | (?P<iso>\b(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?|\d{4}/\d\d?/\d\d?
    |\d\d?\.\s?[IVX]{1,4}\.\s?\d{4}|\d\d?(?P<sign>[./-])\d\d?(?P=sign)(?:\d{4}|\d\d)|\d\d?-\d\d?-\d{4})(?![\w/])
  | (?P<decade>(?:1[5-9]|20)\d0['’]?s|['’‘]?[2-9]0s)\b
  | (?P<glued>[0-3]?\d)(?=(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)
  | (?P<ordinal>\d{1,3})(?:st|nd|rd|th)\b
  | (?P<clock>(?:\d\d?(?:[:.]\d\d){0,2}\s?(?:[ap](?:\.m\.?|m\b)|[AP]\.M\.?|[AP]M\b)|\d\d?\ o['’]clock
    |\d\d?:\d\d(?::\d\d)?|\d{4}\s?(?:hrs|hours|GMT|UTC|local\ time)\b)
    (?:\ (?:[ECMP][SD]?T|GMT|UTC|[A-Z][a-z]+\ (?:(?:[Ss]tandard|[Dd]aylight|[Ss]ummer)\ )?[Tt]ime|local\ time)\b)?)
  | (?P<fy>\d{4}[-–/]\d\d)(?![\w/]|[-–]\d|[.,]\d|\s+(?:Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec))
  | (?P<other>[$€£¥#]\s?\d[\d,.]*|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+\.\d+|\d+(?:\.\d+)?\s?%|['’]?[^\W_]+(?:\.\d+)?)
    """
_CENTURIES, _HUNDRED = (17, 18, 19), 100  # "nineteen ninety"
_JOINTS = {",": ",", "-": "-", "–": "-", "—": "-", "‑": "-", "−": "-", "/": "/", "&": "&"}
_POSSESSIVE = ("'s", "’s", "'", "’")
_MISREAD = re.compile(r"(?=\w*\d)(?=\w*[a-zA-Z])(?:[\dlIOo]{2}|[01A-Za-z]{3,9})")  # "1O", "l5", "Ju1y"
_LETTERS, _DIGITS = str.maketrans("10", "lo"), str.maketrans("lIOo", "1100")
_MIXED = re.compile(r"(\d{1,3})([¼½¾])")
_WRAP = re.compile(r"(?<=[^\s.!?:;])\n(?=\S)")
_SHORT_YEAR = re.compile(r"['’‘](\d\d)\Z")

# Classes that the lexer makes itself; the others are the tables of knowledge/dates.toml.
_OWN = ("gap", "clock", "year", "day", "ordinal_day", "date", "fiscal_pair", "decade_years", "short_year", "weak_month",
        "feast", "point", "range", "done", "mixed")  # fmt: skip


class Token(NamedTuple):
    """A word, or a phrase already read: its symbol, its characters in the text, and its meaning."""

    symbol: str
    start: int
    end: int
    value: Any = None


@cache
def symbols() -> dict[str, str]:
    """The character that stands for each word class; joints (comma, dash, slash, ampersand) stand for themselves."""
    return {name: chr(0x3400 + number) for number, name in enumerate((*_OWN, *read_toml("dates.toml")))}


@cache
def _words() -> dict[str, tuple[str, Any]]:
    """Every date word in every spelling; names of months and days must have a capital."""
    sign = symbols()
    found: dict[str, tuple[str, Any]] = {}
    for name, table in read_toml("dates.toml").items():
        for word, value in table.items():
            found |= dict.fromkeys((word, word.title(), word.upper()), (sign[name], value))
            if name in ("month", "shortmonth"):
                found[word] = (sign["weak_month"], value)
            elif name in ("weekday", "weekdays", "shortweekday"):
                del found[word]
    return found


@cache
def _feasts() -> dict[str, str]:
    """Days with a name of their own: month and day, or days from Easter."""
    return {name: row["day"] for row in read_tsv("feasts.tsv") for name in row["names"].split("|")}


@cache
def _lexer() -> re.Pattern[str]:
    feasts = "|".join(re.escape(name).replace("\\ ", "[ ]") for name in sorted(_feasts(), key=len, reverse=True))
    begins = r"(?=[\w'’‘$€£¥#])"  # most of what is between words can be passed over at a glance
    return re.compile(rf"{begins}(?:(?P<feast>\b(?:{feasts})\b) | {_PIECES})", re.VERBOSE)


def unwrapped(text: str) -> str:
    """The text, as long as it was, with a space for each end of a line within a sentence."""
    return _WRAP.sub(" ", text) if "\n" in text else text


def tokens(text: str) -> list[Token]:
    """The date words of ``text`` in order, with a gap wherever other words or signs stand between."""
    gap = symbols()["gap"]
    found: list[Token] = []
    end = 0
    broken = False
    for token in _raw(text):
        if token is None:
            broken = True
            continue
        between = text[end : token.start]
        joint = "" if between == " " else _joint(between, found[-1] if found else None, token)
        if broken or joint is None:
            found.append(Token(gap, end, token.start))
        elif joint:
            found.append(Token(joint, end, token.start))
        broken = False
        if (merged := _compound(found, token)) is None:
            found.append(token)
        else:
            found[merged[0] :] = [merged[1]]
        end = token.end
    return found


def _raw(text: str) -> Iterator[Token | None]:
    """Every word and number of the text; None for what no date can contain."""
    words, sign = _words(), symbols()
    for match in _lexer().finditer(text):
        said = match.group()
        if match.lastgroup == "feast":
            yield Token(sign["feast"], match.start(), match.end(), _feasts()[said])
        elif match.lastgroup == "word":
            entry = words.get(said)
            yield Token(entry[0], match.start(), match.end(), entry[1]) if entry else None
        elif said not in _POSSESSIVE:
            yield _number(match, sign)


def _number(match: re.Match[str], sign: dict[str, str]) -> Token | None:
    """What a token that begins with a digit can be in a date."""
    kind, start, end, said = match.lastgroup, match.start(), match.end(), match.group()
    if kind == "ordinal":
        number = int(match["ordinal"])
        return Token(sign["ordinal_day" if 1 <= number <= 31 else "ordinal"], start, end, number)
    if kind == "decade":
        number = int(re.sub(r"\D", "", said))
        return Token(sign["decade_years"], start, end, number if number > 99 else 1900 + number)
    if kind == "fy":
        return Token(sign["fiscal_pair"], start, end, (int(said[:4]), int(said[-2:])))
    if kind == "spoken":
        return Token(sign["clock"], start, end, f"T{_words()[said.split()[0].lower()][1]:02}:00")
    if kind == "clock":
        return Token(sign["clock"], start, end, _time(said))
    if kind not in ("other", "glued"):
        return Token(sign["date"], start, end, said)
    if entry := _words().get(said):
        return Token(entry[0], start, end, entry[1])
    if short := _SHORT_YEAR.match(said):
        number = int(short[1])
        return Token(sign["short_year"], start, end, number + (1900 if number > 30 else 2000))
    if _MISREAD.fullmatch(said):
        entry = _words().get(said.translate(_LETTERS).title())
        if entry and entry[0] == sign["month"]:
            return Token(entry[0], start, end, entry[1])
        said = said.translate(_DIGITS)
    if mixed := _MIXED.fullmatch(said):
        return Token(sign["mixed"], start, end, int(mixed[1]) + numeric(mixed[2]))
    digits = said.replace(",", "")
    if not digits.isascii() or not digits.isdigit() or len(digits) > 9:
        return None
    number = int(digits)
    if len(said) == 4 and 1000 <= number < 2200:
        return Token(sign["year"], start, end, number)
    return Token(sign["day" if 1 <= number <= 31 and len(said) <= 2 else "number"], start, end, number)


def _time(said: str) -> str | None:
    """The TIMEX3 form of a clock time, "3.30 pm" as "T15:30"; None if the clock shows no such time."""
    hour, *rest = [int(n) for n in re.findall(r"\d+", said)]
    hour, minute = divmod(hour, 100) if hour > 99 else (hour, rest[0] if rest else 0)
    if half := re.search(r"([ap])\.?m", said, re.IGNORECASE):
        hour = hour % 12 + (12 if half[1].lower() == "p" else 0)
    return f"T{hour:02}:{minute:02}" if hour < 25 and minute < 60 else None


def _joint(between: str, before: Token | None, after: Token) -> str | None:
    """The sign that joins two neighbours, "" if only white space does, None if they are apart."""
    bare = between.strip()
    if not bare:
        return ""
    sign = symbols()
    if (
        before
        and before.symbol in (sign["units"], sign["unit"], sign["year_unit"], sign["year"])
        and bare in _POSSESSIVE
    ):
        return ""
    if bare[0] == "." and before:
        abbreviated = before.symbol in (sign["shortmonth"], sign["month"], sign["shortweekday"])
        numbered = before.symbol == sign["day"] and after.symbol == sign["month"]
        if abbreviated or numbered:
            bare = bare[1:].lstrip()
    return _JOINTS.get(bare, "" if not bare else None)


def _is_spelled(token: Token) -> bool:
    """Whether a number is written in letters."""
    return token.end - token.start > len(str(token.value))


def _spelled_year(found: list[Token], token: Token) -> tuple[int, Token] | None:
    """A year as it is spoken, "nineteen ninety-one": the place and the one token."""
    sign = symbols()
    joined = found[-1].symbol == "-" and len(found) > 1
    first = found[-2 if joined else -1]
    if token.symbol != sign["number"] or not (
        isinstance(first.value, int) and _is_spelled(first) and _is_spelled(token)
    ):
        return None
    at = len(found) - (2 if joined else 1)
    if first.symbol == sign["number"] and first.value in _CENTURIES and 10 <= token.value < _HUNDRED:
        return at, Token(sign["year"], first.start, token.end, first.value * _HUNDRED + token.value)
    if first.symbol == sign["year"] and first.value % 10 == 0 and 1 <= token.value < 10:
        return at, Token(sign["year"], first.start, token.end, first.value + token.value)
    return None


def _compound(found: list[Token], token: Token) -> tuple[int, Token] | None:
    """Number words that run together ("sixty-three", "two hundred and six", "twenty-first"): the place and the one
    token."""
    sign = symbols()
    if token.symbol not in (sign["number"], sign["ordinal"]) or not found:
        return None
    if (year := _spelled_year(found, token)) is not None:
        return year
    if found[-1].symbol == sign["and"] and len(found) > 1 and _is_spelled(token) and token.value < _HUNDRED:
        first = found[-2]
        if first.symbol == sign["number"] and _is_spelled(first) and first.value % _HUNDRED == 0:
            return len(found) - 2, Token(token.symbol, first.start, token.end, first.value + token.value)
    at = len(found) - (2 if found[-1].symbol == "-" and len(found) > 1 else 1)
    first = found[at]
    if first.symbol not in (sign["number"], sign["day"], sign["a"]) or not isinstance(first.value, int):
        return None
    tens = first.symbol == sign["number"] and 20 <= first.value < 100 and first.value % 10 == 0
    if tens and 1 <= token.value < 10:
        return at, Token(token.symbol, first.start, token.end, first.value + token.value)
    if token.value in (100, 1000) and 0 < first.value < token.value and at == len(found) - 1:
        return at, Token(token.symbol, first.start, token.end, first.value * token.value)
    return None
