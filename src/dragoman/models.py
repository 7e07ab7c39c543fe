"""The things that travel: a ``Document`` becomes ``Entry``s becomes ``Record``s.

The JSON form of a ``Reading`` is the published entry format (``docs/entry.schema.json``).
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from dragoman.values import CountryCode, Edtf, Unit

EventType = Literal[
    "meeting", "visit", "call", "signing", "forum", "ceremony", "opening", "establishment", "appointment",
    "adoption", "delivery", "statement", "sanction", "protest", "force", "other",
]  # fmt: skip
InstrumentType = Literal[
    "agreement", "memorandum", "contract", "declaration", "resolution", "plan", "programme", "dialogue", "body",
    "twinning", "mission",
]  # fmt: skip
ActivityType = Literal[
    "grant", "loan", "technical_assistance", "in_kind", "debt_relief", "investment", "trade", "exchange",
    "construction", "cooperation",
]  # fmt: skip
Measure = Literal[
    "exports", "imports", "trade", "aid", "grants", "loans", "investment", "cost", "count", "share", "area",
    "weight", "people", "distance", "duration", "other",
]  # fmt: skip
PloverType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Stage = Literal["proposed", "planned", "agreed", "underway", "done", "suspended", "cancelled"]
Role = Literal[
    "source", "target", "funder", "recipient", "implementer", "exporter", "importer", "host", "participant",
    "holder", "subject",
]  # fmt: skip
Kind = Literal["event", "instrument", "activity", "figure", "tenure"]

INTENDED: frozenset[Stage] = frozenset({"proposed", "planned"})
"""Somebody means to, and nobody is bound."""
OPEN: frozenset[Stage] = INTENDED | {"agreed"}
"""It is yet to be done."""
BEGUN: frozenset[Stage] = frozenset({"underway", "done"})
"""Something of it is there."""
FIRM: frozenset[Stage] = BEGUN | {"agreed"}
"""Somebody is bound to it, if it is not there already."""
STOPPED: frozenset[Stage] = frozenset({"suspended", "cancelled"})
HELD_OUT: frozenset[Stage] = OPEN | STOPPED
"""It was once yet to be done: what is put off or called off was held out before."""
TALKS: frozenset[EventType] = frozenset({"meeting", "visit", "call", "forum"})
"""Events that words alone tell badly from other ones: the same states meet again and again."""


class Model(BaseModel):
    """A value that does not change and knows no fields but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Document(Model):
    """A text with what is known of where and when it comes from.

    ``sha256`` identifies the text; ``sources`` are all the places that it was met at.
    """

    id: str
    text: str = Field(repr=False)
    sha256: str
    title: str | None = None
    date: Edtf | None = None
    language: str | None = None
    sources: tuple[str, ...] = ()


class Evidence(Model):
    """Characters ``start`` to ``end`` (exclusive) of the document's text."""

    start: int = Field(ge=0)
    end: int = Field(gt=0)

    @model_validator(mode="after")
    def _not_empty(self) -> Evidence:
        if self.end <= self.start:
            raise ValueError("evidence ends before it begins")
        return self

    def quote(self, text: str) -> str:
        """The words of ``text`` that this evidence points to."""
        return text[self.start : self.end]


class Party(Model):
    """Who takes part, and as what; ``code`` is the state that the party is or belongs to."""

    name: str
    code: CountryCode | None = None
    role: Role


class Place(Model):
    """Where it happens; ``country`` is the state that the place lies in."""

    name: str
    country: CountryCode | None = None


class Amount(Model):
    """A sum of money or a quantity; a range has ``low`` and ``high`` and no ``value``."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: Unit | None = None
    bound: Literal["min", "max"] | None = None
    approx: bool = False


class Terms(Model):
    """Conditions of a loan: interest in per cent a year, maturity and grace period in years."""

    interest: float | None = None
    maturity: float | None = None
    grace: float | None = None


class BaseEntry(Model):
    """What every entry may say; see the five kinds below."""

    title: str
    parties: tuple[Party, ...] = ()
    date: Edtf | None = None
    place: Place | None = None
    said_by: str | None = None
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    salience: float | None = Field(default=None, description="how much the document is about this, 0 to 1")
    confidence: float | None = Field(default=None, ge=0, le=1, description="the chance that the entry is right")
    why: tuple[str, ...] = Field(default=(), description="the words and rules that decided")


class Staged(BaseEntry):
    """An entry of a thing that comes along."""

    stage: Stage | None = None
    due: Edtf | None = None


class Event(Staged):
    """Something that happens between actors at some time."""

    kind: Literal["event"] = "event"
    type: EventType
    plover: PloverType | None = None


class Instrument(Staged):
    """A thing that frames or binds; ``name`` is its proper name as written, or the describing phrase."""

    kind: Literal["instrument"] = "instrument"
    type: InstrumentType
    name: str | None = None


class Activity(Staged):
    """Work that is funded, carried out or intended; ``sector`` is an OECD DAC code such as "120"."""

    kind: Literal["activity"] = "activity"
    type: ActivityType
    amount: Amount | None = None
    sector: str | None = None
    terms: Terms | None = None


class Figure(BaseEntry, Amount):
    """A number that the document states, of a thing named in ``of``."""

    kind: Literal["figure"] = "figure"
    measure: Measure
    of: str


class Tenure(BaseEntry):
    """A person in a post at a date."""

    kind: Literal["tenure"] = "tenure"
    person: str
    post: str
    of: str | None = None
    to: str | None = None


Entry = Annotated[Event | Instrument | Activity | Figure | Tenure, Field(discriminator="kind")]


class Heading(Model):
    """The part of a document that goes with its entries when they are printed."""

    id: str
    title: str | None = None
    date: Edtf | None = None
    language: str | None = None


class Reading(Model):
    """One document and all that it says: a line of the entry format."""

    document: Heading
    entries: tuple[Entry, ...] = ()

    def to_json(self) -> str:
        """One line of JSON in the entry format; fields that are not known are left out."""
        body: dict[str, Any] = self.model_dump(mode="json", exclude_none=True)
        body["document"] = self.document.model_dump(mode="json")
        return json.dumps(body, ensure_ascii=False)

    @classmethod
    def from_json(cls, line: str) -> Reading:
        """Read one line of the entry format; a field that is null is a field that is not there.

        Raises ``ValueError`` (pydantic's ``ValidationError`` for wrong fields) with the reason.
        """
        body = json.loads(line)
        if not isinstance(body, dict) or "document" not in body:
            raise ValueError("a line of the entry format is an object with a document and its entries")
        body["entries"] = [{k: v for k, v in e.items() if v is not None} for e in body.get("entries") or []]
        return cls.model_validate(body)


class Decision(Model):
    """What an analyst said of an entry or a pair of records; decisions are never changed, only followed by others."""

    verdict: Literal["same", "different", "wrong", "corrected", "dismissed", "forgotten", "undone"]
    subject: tuple[str, ...] = Field(
        description="keys of the entries or records that it is about, or SHA-256 of documents", min_length=1
    )
    field: str | None = None
    value: Any = None
    by: str
    at: datetime
    reason: str | None = None


class Step(Model):
    """One stage in a record's history: what a document, published at a date, says of it.

    Steps stand in order of publication, and of the text within one document.
    """

    entry: str
    document: str
    published: Edtf | None = None
    stage: Stage | None = None
    date: Edtf | None = None
    due: Edtf | None = None


class Value(Model):
    """One value of one field, and the keys of the entries that give it."""

    value: Any
    entries: tuple[str, ...]


class Record(Model):
    """The ledger's own thing: what the entries of one or many documents say of it, with its history.

    ``best`` has the best value of each field, ``others`` the values of a field that other entries give.
    """

    id: str
    kind: Kind
    best: Entry
    entries: tuple[str, ...]
    history: tuple[Step, ...] = ()
    others: dict[str, tuple[Value, ...]] = Field(default_factory=dict)


class Joint(Model):
    """Two entries of a record that were found to be one thing: how likely that is (0 to 1), and the reasons."""

    entries: tuple[str, str]
    score: float = Field(ge=0, le=1)
    reasons: tuple[str, ...]


class Doubt(Model):
    """Two records that may be one, through these two entries: a question for a person."""

    records: tuple[str, str]
    entries: tuple[str, str]
    score: float = Field(ge=0, le=1)
    reasons: tuple[str, ...]
