"""A promise and all that documents tell of it."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from dragoman.models import Kind, Model, Party, Stage
from dragoman.values import CountryCode, Edtf

Verdict = Literal["overdue", "due", "under way", "no news", "kept", "kept late", "dropped", "superseded"]
"""In the order in which a reader wants them: what is owed first, what is settled last."""


class Told(Model):
    """What one document says of a promise: at which stage it is, when, and in which words.

    ``document`` is the id, ``sha256`` the key of the document. ``entry`` is empty where only the words tell it;
    ``because`` says why a telling of another record, or mere words, are taken to be about the promise.
    """

    document: str
    sha256: str
    title: str | None = None
    published: Edtf | None = None
    stage: Stage | None = None
    date: Edtf | None = None
    due: Edtf | None = None
    quote: str
    start: int
    entry: str = ""
    record: str = ""
    because: tuple[str, ...] = ()
    replaced: bool = False

    def to_line(self) -> dict[str, Any]:
        """The telling as a member of ``history`` in JSON lines."""
        known = {"document": self.document, "stage": self.stage, "date": self.date, "quote": self.quote}
        return (
            known | ({"entry": self.entry} if self.entry else {}) | ({"because": self.because} if self.because else {})
        )


class Promise(Model):
    """What was proposed, planned or agreed, and what became of it.

    ``due`` is the time by which it was to come about, ``happened`` when it did; ``days_late`` counts from the last
    day of the one to the first day of the other. ``last_mention`` is the day of the last document that speaks of it,
    ``documents_since`` how many later ones speak of the same states. ``met_by`` are other records that met it.
    """

    title: str
    kind: Kind
    type: str
    verdict: Verdict
    due: Edtf | None = None
    happened: Edtf | None = None
    days_late: int | None = None
    parties: tuple[Party, ...] = ()
    said_by: str | None = None
    states: tuple[CountryCode, ...] = ()
    last_mention: date | None = None
    documents_since: int = 0
    record: str
    met_by: tuple[str, ...] = ()
    history: tuple[Told, ...] = ()

    def to_line(self) -> dict[str, Any]:
        """The promise as one JSON object."""
        body = self.model_dump(mode="json", exclude={"history", "parties"})
        parties = [party.model_dump(mode="json", exclude_none=True) for party in self.parties]
        return body | {"parties": parties, "history": [told.to_line() for told in self.history]}
