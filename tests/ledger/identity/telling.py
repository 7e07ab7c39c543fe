"""Entries for the tests of identity, each told by a document of its own, on relations of Peru and Finland."""

from dragoman.ledger.records import derive_all
from dragoman.ledger.stored import ENTRY, StoredDocument, StoredEntry


def party(code, role="participant", name=None):
    return {"name": name or code, "code": code, "role": role}


def stored(number, published, kind, type, title, *parties, **known):
    """An entry of a document of its own, published on a day."""
    said = {"kind": kind, "title": title, "parties": list(parties), "evidence": [{"start": 0, "end": 9}], **known}
    if type:
        said["type"] = type
    document = StoredDocument(id=f"d{number}", sha256=f"{number:064x}", date=published, reader="test")
    return StoredEntry(key=f"{number:016x}", entry=ENTRY.validate_python(said), document=document)


def told_together(*entries):
    """The keys of those entries that make one record, record by record."""
    return {record.entries for record in derive_all(entries, {}, {}, {}).records()}


def meeting(number, published, title, **known):
    return stored(number, published, "event", "meeting", title, party("PER"), party("FIN"), **known)


def visit(number, published, title, who="FIN", to="PER", **known):
    named = known.pop("person", None)
    parties = party(who, "source", named), party(to, "host")
    return stored(number, published, "event", "visit", title, *parties, **known)


def grant(number, published, title, value=None, unit="EUR", **known):
    amount = {"value": value, "unit": unit} if value else None
    roles = party("FIN", "funder"), party("PER", "recipient")
    return stored(number, published, "activity", "grant", title, *roles, amount=amount, **known)


def named(number, published, type, name, **known):
    return stored(number, published, "instrument", type, name, party("PER"), party("FIN"), name=name, **known)


def figure(number, published, of, value, date, code="PER"):
    known = {"measure": "exports", "of": of, "value": value, "unit": "tonne", "date": date}
    return stored(number, published, "figure", None, of, party(code, "exporter"), **known)


def tenure(number, published, person, post, code="PER", **known):
    return stored(number, published, "tenure", None, person, party(code, "holder"), person=person, post=post, **known)
