"""Checked values: dates, countries and currencies that cannot be malformed.

Each is a ``str`` that validates itself, so it travels through JSON, SQL and templates unchanged.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Self

import pycountry
from babel.numbers import list_currencies
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
            40: (1, 6), 41: (7, 12)}  # fmt: skip
_SIMPLE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?$")


class _Checked(str):
    """A string with a rule; subclasses say the rule in ``check`` and an example in ``example``."""

    __slots__ = ()
    example = ""

    def __new__(cls, text: str) -> Self:
        cls.check(str(text))
        return super().__new__(cls, text)

    @classmethod
    def check(cls, text: str) -> None:
        """Raise ``ValueError`` with the reason if ``text`` is not such a value."""
        raise ValueError(text)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls, core_schema.str_schema(), serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "description": (cls.__doc__ or "").splitlines()[0], "examples": [cls.example]}


@lru_cache(maxsize=65536)
def _edtf_problem(text: str) -> str | None:
    try:
        bounds = _bounds(text)
        if not all(_SIMPLE.match(end) or end == ".." for end in text.split("/")):
            parse_edtf(text)  # qualifiers and the like; it takes milliseconds, so plain dates go without
    except (EDTFParseException, ValueError, TypeError, AttributeError, LookupError) as error:
        return f"{text!r} is not an EDTF date: {error}"
    if bounds[0] and bounds[1] and bounds[0] > bounds[1]:
        return f"{text!r} ends before it begins"
    return None


@lru_cache(maxsize=65536)
def _bounds(text: str) -> tuple[date | None, date | None]:
    """First and last day, None where open."""
    bare = re.sub(r"[~?%]", "", text)
    if "/" in bare:
        first, last = bare.split("/", 1)
        return (
            _bounds(first)[0] if first not in ("", "..") else None,
            _bounds(last)[1] if last not in ("", "..") else None,
        )
    match = _SIMPLE.match(bare)
    if not match:
        raise ValueError("only calendar dates, decades, centuries, seasons and intervals of them are used here")
    year, month, day = match.groups()
    low, high = max(1, int(year.replace("X", "0"))), int(year.replace("X", "9"))
    if not month or month == "XX":
        return date(low, 1, 1), date(high, 12, 31)
    number = int(month)
    if number > 12:
        begin, end = _SEASONS[number]
        return date(low, begin, 1), date(high + (end > 12), (end - 1) % 12 + 1,
                                         calendar.monthrange(high + (end > 12), (end - 1) % 12 + 1)[1])  # fmt: skip
    if not day or day == "XX":
        return date(low, number, 1), date(high, number, calendar.monthrange(high, number)[1])
    return date(low, number, int(day)), date(high, number, int(day))


class Edtf(_Checked):
    """A date in the Extended Date/Time Format (ISO 8601-2): ``2016-05``, ``1985~``, ``2004/..``.

    The precision is the precision of the source: "2021" stays ``2021``.
    """

    __slots__ = ()
    example = "2016-11-03/2016-11-05"

    @classmethod
    def check(cls, text: str) -> None:
        """Raise ``ValueError`` if ``text`` is not a date in EDTF that names days, months, years or spans of them."""
        if problem := _edtf_problem(text):
            raise ValueError(problem)

    @property
    def takes_years(self) -> bool:
        """Whether it is a span of which both ends are known and lie more than a year apart, as those of work do."""
        return "/" in self and self.first is not None and self.last is not None and (self.last - self.first).days > 366

    @property
    def first(self) -> date | None:
        """The first day that the date covers, None if it is open to the past."""
        return _bounds(self)[0]

    @property
    def last(self) -> date | None:
        """The last day that the date covers, None if it is open to the future."""
        return _bounds(self)[1]

    def ends_before(self, other: Edtf | None) -> bool:
        """Whether it is over before the other begins; nothing is known so of a date that is open or missing."""
        return bool(other and self.last and other.first and self.last < other.first)

    def begins_after(self, other: Edtf | None) -> bool:
        """Whether it begins only when the other is over; nothing is known so of a date that is open or missing."""
        return other is not None and other.ends_before(self)

    def begins_by(self, other: Edtf | None) -> bool:
        """Whether it has begun when the other ends; nothing is known so of a date that is open or missing."""
        return bool(other and self.first and other.last and self.first <= other.last)


@cache
def _country_codes() -> dict[str, str]:
    """ISO 3166-1 alpha-3 and, for states that are no more, the alpha-3 codes of ISO 3166-3."""
    names = {c.alpha_3: getattr(c, "common_name", c.name) for c in pycountry.historic_countries}
    names |= {c.alpha_3: getattr(c, "common_name", c.name) for c in pycountry.countries}
    # Kosovo has no ISO code; XKX is the user-assigned one of the European Commission and the World Bank.
    return names | {"XKX": "Kosovo"} | _called()


def _called() -> dict[str, str]:
    """What is said for the long names of some states; a file of ``knowledge``, which itself stands on this module."""
    lines = (Path(__file__).parent / "knowledge" / "called.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {code: name for code, name in rows if code != "code"}


class CountryCode(_Checked):
    """An ISO 3166-1 alpha-3 country code (ISO 3166-3 for former states): ``JPN``, ``SUN``."""

    __slots__ = ()
    example = "JPN"

    @classmethod
    def check(cls, text: str) -> None:
        """Raise ``ValueError`` if ``text`` is not an alpha-3 code in upper case."""
        if text not in _country_codes():
            raise ValueError(f"{text!r} is not an ISO 3166 alpha-3 country code")

    @property
    def country(self) -> str:
        """The English short name of the state."""
        return _country_codes()[self]


@cache
def _currency_codes() -> frozenset[str]:
    return frozenset(list_currencies())


class CurrencyCode(_Checked):
    """An ISO 4217 currency code, former currencies included: ``USD``, ``JPY``, ``ZMK``."""

    __slots__ = ()
    example = "USD"

    @classmethod
    def check(cls, text: str) -> None:
        """Raise ``ValueError`` if ``text`` is not an ISO 4217 code in upper case."""
        if text not in _currency_codes():
            raise ValueError(f"{text!r} is not an ISO 4217 currency code")


class Unit(_Checked):
    """What a value counts: an ISO 4217 code for money, else a singular English noun (``tonne``, ``project``, ``%``).

    Three capital letters that are an ISO 4217 code are money; anything else is a thing that is counted.
    """

    __slots__ = ()
    example = "USD"

    @classmethod
    def check(cls, text: str) -> None:
        """Raise ``ValueError`` if ``text`` is empty or padded with white space."""
        if not text.strip() or text != text.strip():
            raise ValueError(f"{text!r} is not a unit")

    @property
    def is_money(self) -> bool:
        """Whether this unit is a currency."""
        return self in _currency_codes()
