"""Development finance as IATI 2.03, the XML of the International Aid Transparency Initiative.

Only activities of one giver, one taker and a date can be said in it; codes are those of the IATI code lists. The order
of elements is that of the standard's schema, and what its rules ask for beyond that is there: a start, a sector, and
no day to come where something is said to have taken place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from xml.etree import ElementTree as Xml

import pycountry

from dragoman.exchange.tables import quoting, sector_name
from dragoman.follow.wording import state_words
from dragoman.knowledge import read_tsv
from dragoman.ledger import Ledger, StoredEntry
from dragoman.models import BEGUN, Activity, Record, Role, Stage
from dragoman.values import CountryCode

REPORTER = "dragoman"
"""Who reports: the ledger does, at second hand."""

_FINANCE = {"grant": "110", "technical_assistance": "110", "in_kind": "110", "loan": "421", "debt_relief": "610",
            "investment": None, "construction": None}  # fmt: skip
_STATUS: dict[Stage | None, str] = {
    "proposed": "1", "planned": "1", "agreed": "1", "underway": "2", "done": "4", "cancelled": "5", "suspended": "6",
}  # fmt: skip
_PLANNED_START, _START, _PLANNED_END, _END = "1", "2", "3", "4"
_TRANSACTION: dict[Stage | None, str] = {"agreed": "2", "underway": "2", "done": "3"}  # commitment, disbursement
_GOVERNMENT, _OTHER = "10", "90"  # kinds of organisations
_ROLES: dict[Role, str] = {"funder": "1", "implementer": "4"}
_DAC, _OWN = "2", "99"  # vocabularies of sectors
_UNSPECIFIED = "998"


@dataclass(frozen=True)
class Iati:
    """The file, how many activities are in it, and how many records could not be said in it."""

    xml: str
    activities: int
    left: int


def to_iati(ledger: Ledger, records: Iterable[Record], made: datetime) -> Iati:
    """The activities among the records as a file made at that time (UTC)."""
    root = Xml.Element(
        "iati-activities", {"version": "2.03", "generated-datetime": made.strftime("%Y-%m-%dT%H:%M:%SZ")}
    )
    quote = quoting(ledger)
    told = {stored.key: stored for stored in ledger.entries(kinds=["activity"])}
    left = 0
    for record in records:
        if not isinstance(record.best, Activity):
            continue
        taker = _taker(record.best)
        if taker is None or _letters(taker) is None or _day(record.best) is None:
            left += 1
            continue
        entries = [told[key] for key in record.entries if key in told]
        said = [(quote(stored), stored) for stored in entries]
        _activity(root, record.id, record.best, taker, said, made.date())
    Xml.indent(root)
    xml = '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"
    return Iati(xml, len(root), left)


def _taker(entry: Activity) -> CountryCode | None:
    """The one state that receives from one other; None if it is no finance or there are others."""
    givers = {party.code for party in entry.parties if party.code and party.role == "funder"}
    takers = {party.code for party in entry.parties if party.code and party.role == "recipient"}
    if entry.type not in _FINANCE or len(givers) != 1 or len(takers) != 1:
        return None
    return takers.pop()


def _day(entry: Activity) -> str | None:
    """The first day that is known of it."""
    when = entry.date or entry.due
    day = (when.first or when.last) if when else None
    return day.isoformat() if day else None


def _activity(
    root: Xml.Element,
    id: str,
    entry: Activity,
    taker: CountryCode,
    said: list[tuple[str, StoredEntry]],
    today: date,
) -> None:
    known = Xml.SubElement(root, "iati-activity", {"xml:lang": "en"})
    Xml.SubElement(known, "iati-identifier").text = f"{REPORTER}-{id}"
    reporter = Xml.SubElement(known, "reporting-org", {"ref": REPORTER, "type": _OTHER, "secondary-reporter": "1"})
    _narrative(reporter, "Dragoman: read by machine from news and releases")
    _narrative(Xml.SubElement(known, "title"), entry.title)
    for words, stored in said:
        _narrative(Xml.SubElement(known, "description", {"type": "1"}), f"{words} ({_cited(stored)})")
    for party in entry.parties:
        if role := _ROLES.get(party.role):
            is_state = party.code is not None and party.name == state_words(party.code)
            kind = {"type": _GOVERNMENT} if is_state else {}
            _narrative(Xml.SubElement(known, "participating-org", {"role": role} | kind), party.name)
    Xml.SubElement(known, "activity-status", {"code": _STATUS.get(entry.stage, "1")})
    for type, day in _dates(entry, today):
        Xml.SubElement(known, "activity-date", {"type": type, "iso-date": day})
    country = Xml.SubElement(known, "recipient-country", {"code": _letters(taker) or "", "percentage": "100"})
    _narrative(country, state_words(taker))
    _sector(known, entry.sector or _UNSPECIFIED)
    if finance := _FINANCE[entry.type]:
        Xml.SubElement(known, "default-finance-type", {"code": finance})
    _transaction(known, entry, today)


def _sector(known: Xml.Element, code: str) -> None:
    """The sector by its name, with the code of the DAC or, where that has none, our own."""
    dac = _dac_sectors().get(code[:3])
    kind = {"vocabulary": _DAC, "code": dac} if dac else {"vocabulary": _OWN, "code": code}
    _narrative(Xml.SubElement(known, "sector", kind | {"percentage": "100"}), sector_name(code) or code)


@cache
def _dac_sectors() -> dict[str, str]:
    return {row["code"]: row["dac"] for row in read_tsv("iati_sectors.tsv")}


def _transaction(known: Xml.Element, entry: Activity, today: date) -> None:
    amount, type, day = entry.amount, _TRANSACTION.get(entry.stage), _day(entry)
    exact = amount and amount.value is not None and not amount.bound and not _is_of_years(entry)
    if not (amount and exact and amount.unit and amount.unit.is_money and type and day):
        return
    if day > today.isoformat():
        return
    transaction = Xml.SubElement(known, "transaction")
    Xml.SubElement(transaction, "transaction-type", {"code": type})
    Xml.SubElement(transaction, "transaction-date", {"iso-date": day})
    value = Xml.SubElement(transaction, "value", {"currency": amount.unit, "value-date": day})
    value.text = f"{amount.value:.2f}"


def _is_of_years(entry: Activity) -> bool:
    """Whether it is told of several years, or since some day: what was paid in them is no payment of one day."""
    when = entry.date or entry.due
    first, last = (when.first, when.last) if when else (None, None)
    return first is None or last is None or first.year != last.year


def _dates(entry: Activity, today: date) -> Iterable[tuple[str, str]]:
    """A start, planned or real, and ends that are not before it; nothing real lies after today."""
    first, last = (entry.date.first, entry.date.last) if entry.date else (None, None)
    due = entry.due.last if entry.due else None
    has_begun = entry.stage in BEGUN and first is not None and first <= today
    start = first.isoformat() if first else _day(entry) or ""
    yield _START if has_begun else _PLANNED_START, start
    if due and due.isoformat() >= start:
        yield _PLANNED_END, due.isoformat()
    if has_begun and entry.stage == "done" and last and last <= today:
        yield _END, last.isoformat()


def _cited(stored: StoredEntry) -> str:
    known = stored.document
    return ", ".join(filter(None, (known.title or known.id, known.date, known.sources[0] if known.sources else None)))


def _narrative(parent: Xml.Element, words: str) -> None:
    Xml.SubElement(parent, "narrative").text = words


def _letters(code: CountryCode) -> str | None:
    """The two-letter code of a state in IATI's list, which has none of states that are no more."""
    if code == "XKX":
        return "XK"  # Kosovo, by which ISO 3166 has no code
    country = pycountry.countries.get(alpha_3=code)
    return str(country.alpha_2) if country else None
