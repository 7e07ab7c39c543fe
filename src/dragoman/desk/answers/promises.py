"""Promises: a card each, with what was held out first and the last word on it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import get_args

from dragoman.desk.answers.choosing import Day, of_states, sector_words
from dragoman.desk.answers.quotations import Quotation
from dragoman.desk.answers.whole import all_promises
from dragoman.desk.filters import Choice, Words
from dragoman.desk.held import Held
from dragoman.desk.index import Index
from dragoman.desk.listing import Column, Listing
from dragoman.follow.promises import Promise, Told, Verdict
from dragoman.models import Activity, Kind, Model, Stage
from dragoman.values import CountryCode, Edtf

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
"""In the order in which a reader wants them."""
_SOONEST_FIRST = ("due", "under way")


class Saying(Quotation):
    """A sentence on a promise: at which stage it is then; ``because`` says why it is taken to be about it."""

    stage: Stage | None = None
    because: tuple[str, ...] = ()


class PromiseCard(Model):
    """A promise with the first and the last that is told of it; ``last`` is None where nothing more is told.

    ``id`` is the record, empty where only words of a document promise it. ``tellings`` counts all sentences on it.
    """

    id: str
    title: str
    kind: Kind
    type: str
    verdict: Verdict
    states: tuple[CountryCode, ...]
    names: tuple[str, ...]
    sector: str | None = None
    due: Edtf | None = None
    happened: Edtf | None = None
    days_late: int | None = None
    said_by: str | None = None
    last_mention: date | None = None
    documents_since: int = 0
    tellings: int
    first: Saying
    last: Saying | None = None


def promise_cards(desk: Held) -> list[PromiseCard]:
    """All promises as of the desk's day: what is owed first; what is due soonest first, all else latest first."""
    sectors = {
        record.id: record.best.sector
        for record in desk.ledger.records(kinds=["activity"])
        if isinstance(record.best, Activity) and record.best.sector
    }
    cards = [_card(promise, sectors.get(promise.record)) for promise in all_promises(desk)]
    return sorted(cards, key=_order)


def _order(card: PromiseCard) -> tuple[object, ...]:
    when = card.happened or card.due
    day = (when.last or when.first) if when else None
    sign = 1 if card.verdict in _SOONEST_FIRST else -1
    latest = card.last_mention.toordinal() if card.last_mention else 0
    return VERDICTS.index(card.verdict), day is None, sign * day.toordinal() if day else 0, -latest, card.title


def _card(promise: Promise, sector: str | None) -> PromiseCard:
    history = promise.history
    return PromiseCard(
        id=promise.record,
        title=promise.title,
        kind=promise.kind,
        type=promise.type,
        verdict=promise.verdict,
        states=promise.states,
        names=tuple(dict.fromkeys(party.name for party in promise.parties)),
        sector=sector,
        due=promise.due,
        happened=promise.happened,
        days_late=promise.days_late,
        said_by=promise.said_by,
        last_mention=promise.last_mention,
        documents_since=promise.documents_since,
        tellings=len(history),
        first=_saying(history[0]),
        last=_saying(history[-1]) if len(history) > 1 else None,
    )


def _saying(told: Told) -> Saying:
    return Saying(
        entry=told.entry,
        document=told.document,
        sha256=told.sha256,
        title=told.title or told.document,
        published=told.published,
        words=" ".join(told.quote.split()),
        start=told.start,
        stage=told.stage,
        because=told.because,
    )


def _states(card: PromiseCard) -> tuple[CountryCode, ...]:
    return card.states


def _text(card: PromiseCard) -> str:
    return " ".join((card.title, *card.names, card.first.words, card.last.words if card.last else ""))


def _last(card: PromiseCard) -> Saying:
    return card.last or card.first


def _due_key(card: PromiseCard) -> str | None:
    return str(card.due.first or card.due.last) if card.due else None


LISTING: Listing[PromiseCard] = Listing(
    columns=(
        Column("verdict", "Verdict", lambda card: card.verdict, key=lambda card: VERDICTS.index(card.verdict)),
        Column("title", "Promise", lambda card: card.title),
        Column("states", "States", lambda card: card.states),
        Column("due", "Due", lambda card: card.due, key=_due_key),
        Column("happened", "Came about", lambda card: card.happened),
        Column("days_late", "Days late", lambda card: card.days_late),
        Column("sector", "Sector", lambda card: card.sector),
        Column("last_mention", "Last word", lambda card: card.last_mention),
        Column("first", "First said", lambda card: card.first.words, sortable=False),
        Column("first_source", "First source", lambda card: card.first.cited, sortable=False),
        Column("last", "Last said", lambda card: _last(card).words, sortable=False),
        Column("last_source", "Last source", lambda card: _last(card).cited, sortable=False),
        Column("record", "Record", lambda card: card.id, sortable=False),
    ),
    filters=(
        Choice("verdict", "Verdict", lambda card: (card.verdict,), several=True, order=VERDICTS),
        *of_states(_states),
        Choice("sector", "Sector", lambda card: (card.sector,) if card.sector else (), words=sector_words),
        Day("due_from", "Due from", lambda card: card.due, since=True),
        Day("due_to", "Due to", lambda card: card.due, since=False),
        Words("q", "Words", _text),
    ),
)

PROMISES = Index("promises", PromiseCard, LISTING, promise_cards)


def by_verdict(cards: Sequence[PromiseCard]) -> list[tuple[Verdict, list[PromiseCard]]]:
    """The cards under their verdicts, in the order in which they stand."""
    found: dict[Verdict, list[PromiseCard]] = {}
    for card in cards:
        found.setdefault(card.verdict, []).append(card)
    return list(found.items())
