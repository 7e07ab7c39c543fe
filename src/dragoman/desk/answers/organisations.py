"""Organisations under all their names."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.desk.answers.choosing import state_words
from dragoman.desk.answers.people import other_names
from dragoman.desk.answers.quotations import Quotation, with_last_words
from dragoman.desk.answers.whole import directory_of
from dragoman.desk.filters import Choice, Words
from dragoman.desk.held import Held
from dragoman.desk.index import Index
from dragoman.desk.listing import Column, Listing
from dragoman.ledger.actors.actor import Actor
from dragoman.models import Model
from dragoman.values import CountryCode


class OrganisationRow(Model):
    """An organisation under all names."""

    id: str
    name: str
    other_names: tuple[str, ...] = ()
    state: CountryCode | None = None
    mentions: int
    wikidata: str | None = None
    entry: str = ""
    source: Quotation | None = None


def organisation_rows(desk: Held) -> list[OrganisationRow]:
    """All organisations, the most named first."""
    directory = directory_of(desk)
    return [_organisation(actor, directory.entries(actor.id)) for actor in directory if actor.kind == "organisation"]


def _organisation(actor: Actor, entries: Sequence[str]) -> OrganisationRow:
    return OrganisationRow(
        id=actor.id,
        name=actor.name,
        other_names=other_names(actor),
        state=actor.code,
        mentions=actor.count,
        wikidata=actor.wikidata,
        entry=entries[-1] if entries else "",
    )


def _owner(code: str) -> str:
    return "of no one state" if code == "none" else state_words(code)


def _called(row: OrganisationRow) -> str:
    return " ".join((row.name, *row.other_names))


ORGANISATIONS_LISTING: Listing[OrganisationRow] = Listing(
    columns=(
        Column("name", "Organisation", lambda row: row.name),
        Column("other_names", "Other names", lambda row: row.other_names, sortable=False),
        Column("state", "State", lambda row: row.state),
        Column("mentions", "Mentions", lambda row: row.mentions),
        Column("source", "Last source", lambda row: row.source.cited if row.source else None, sortable=False),
        Column("words", "Last said", lambda row: row.source.words if row.source else None, sortable=False),
        Column("wikidata", "Wikidata", lambda row: row.wikidata, sortable=False),
        Column("id", "Id", lambda row: row.id, sortable=False),
    ),
    filters=(
        Choice("state", "State", lambda row: (row.state or "none",), words=_owner),
        Words("q", "Name", _called),
    ),
)

ORGANISATIONS = Index("organisations", OrganisationRow, ORGANISATIONS_LISTING, organisation_rows, with_last_words)
