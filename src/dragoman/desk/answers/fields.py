"""The fields of entries in words, and who gives them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dragoman.follow.wording import amount_words, date_words
from dragoman.knowledge import read_tsv
from dragoman.ledger import StoredDocument, StoredEntry
from dragoman.models import Amount, Entry, Figure, Model, Party, Place, Record, Terms
from dragoman.values import CountryCode, Edtf

_APART = frozenset({"kind", "evidence", "salience", "confidence", "why", "low", "high", "unit", "bound", "approx"})
_NUMBERS = tuple(Amount.model_fields)
_NAMES = {"value": "amount", "of": "of what", "said_by": "said by", "due": "due", "plover": "event code (PLOVER)"}
_UNITS = {"interest": "% interest", "maturity": " years to repay", "grace": " years of grace"}


class Source(Model):
    """A document, and the entry of it that something rests on."""

    sha256: str
    title: str
    published: Edtf | None = None
    key: str = ""


class Other(Model):
    """Another value of a field, and who gives it; ``earlier`` if only documents before those of the best value do."""

    words: str
    sources: tuple[Source, ...]
    earlier: bool = False


class Field(Model):
    """A field of a record: its name in the data and in words, the best value, who gives it, and the other values."""

    field: str
    name: str
    words: tuple[str, ...]
    sources: tuple[Source, ...]
    others: tuple[Other, ...] = ()


def source_of(document: StoredDocument, key: str = "") -> Source:
    """The document as a source."""
    return Source(sha256=document.sha256, title=document.title or document.id, published=document.date, key=key)


def fields_of(record: Record, told: Mapping[str, StoredEntry]) -> Iterator[Field]:
    """All that is known of a record, its title only if there are others; ``told`` are its entries by their keys."""
    order = {key: place for place, key in enumerate(record.entries)}
    best = _values(record.best)
    for name in dict.fromkeys([*best, *record.others]):
        if name == "title" and name not in record.others:
            continue
        givers = [key for key in record.entries if key in told and _values(told[key].entry).get(name) == best.get(name)]
        others = []
        for other in record.others.get(name, ()):
            keys = [key for key in other.entries if key in told]
            earlier = bool(givers) and max(order[key] for key in keys or [record.id]) < min(
                order[key] for key in givers
            )
            words = "; ".join(_said(record.best, name, other.value))
            if words:
                others.append(Other(words=words, sources=_sources(keys, told), earlier=earlier))
        yield Field(
            field=name,
            name=_NAMES.get(name, name.replace("_", " ")),
            words=tuple(_said(record.best, name, best[name])) if name in best else (),
            sources=_sources(givers, told),
            others=tuple(others),
        )


def _sources(keys: Sequence[str], told: Mapping[str, StoredEntry]) -> tuple[Source, ...]:
    return tuple(source_of(told[key].document, key) for key in keys)


def _values(entry: Entry) -> dict[str, Any]:
    """The fields that are set, as JSON; the numbers of a figure together under "value"."""
    body = entry.model_dump(mode="json", exclude_none=True)
    known = {name: value for name, value in body.items() if name not in _APART and value not in ((), [], None)}
    if isinstance(entry, Figure):
        known["value"] = {name: body[name] for name in _NUMBERS if name in body}
    return known


def _said(best: Entry, field: str, value: Any) -> list[str]:
    """A value in words, one for each thing in it."""
    match field, value:
        case "parties", list() | tuple():
            return [_party(Party.model_validate(each)) for each in value]
        case "amount" | "value", dict():
            return [amount_words(Amount.model_validate(value))]
        case "place", dict():
            return [_place(Place.model_validate(value))]
        case "terms", dict():
            known = Terms.model_validate(value).model_dump(exclude_none=True)
            return [f"{number:g}{_UNITS[name]}" for name, number in known.items()]
        case "date" | "due", str():
            return [date_words(Edtf(value))]
        case "sector", str():
            return [f"{value} {sector_name(value)}".strip()]
        case _:
            return [str(value).replace("_", " ") if field in ("type", "measure", "stage") else str(value)]


def sector_name(code: str) -> str:
    """What OECD DAC calls a sector."""
    names = {row["code"]: row["name"] for row in read_tsv("sectors.tsv")}
    return names.get(code, names.get(code[:3], ""))


def _party(party: Party) -> str:
    code = f" ({party.code})" if party.code and party.name != party.code.country else ""
    return f"{party.name}{code}, {party.role}"


def _place(place: Place) -> str:
    known = CountryCode(place.country).country if place.country else ""
    return place.name if known in ("", place.name) else f"{place.name}, {known}"
