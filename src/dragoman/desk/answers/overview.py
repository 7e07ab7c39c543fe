"""The ledger at a glance: pairs of states, what is new, what is due, and what the checks find."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from dragoman.desk.answers.choosing import state_words
from dragoman.desk.answers.fields import Source, source_of
from dragoman.desk.answers.promises import PROMISES, PromiseCard
from dragoman.desk.answers.whole import all_findings, all_promises, counts_of, findings_at_hand, promises_at_hand
from dragoman.desk.filters import Choice
from dragoman.desk.held import Held
from dragoman.desk.index import Index
from dragoman.desk.listing import Column, Listing
from dragoman.follow.checks import Finding
from dragoman.follow.matters import Matter
from dragoman.follow.promises import Promise
from dragoman.follow.sums import sums_of
from dragoman.follow.wording import amount_words
from dragoman.ledger.counting import Counts
from dragoman.models import Amount, Kind, Model
from dragoman.values import CountryCode, Unit

MOST = 6
"""Lines of what is new, due or to be looked at."""
_OPEN = ("overdue", "due", "under way")


class Money(Model):
    """What one state gave or gives another in one currency, as far as sums may be added up (``follow.sums``)."""

    giver: CountryCode
    taker: CountryCode
    value: float
    unit: Unit
    words: str


class PairRow(Model):
    """Two states: how many records of each kind there are, what money went between them, and what is owed."""

    states: tuple[CountryCode, CountryCode]
    records: int
    kinds: dict[Kind, int]
    money: tuple[Money, ...] = ()
    promises: int = 0
    overdue: int = 0


class NewDocument(Model):
    """A document that was published lately, and how many entries it has."""

    source: Source
    entries: int


class Overview(Model):
    """The ledger as it stands. ``owed`` are promises past their time, ``coming`` those whose time is set and not over;
    how many there are in all stands beside them. What is not
    ``whole`` is without promises and findings, which are still being worked out."""

    counts: Counts
    new: tuple[NewDocument, ...]
    owed: tuple[PromiseCard, ...]
    coming: tuple[PromiseCard, ...]
    verdicts: dict[str, int]
    findings: tuple[Finding, ...]
    conflicts: int
    whole: bool = True


def overview(desk: Held) -> Overview:
    """The ledger as it stands on the desk's day."""
    whole = promises_at_hand(desk) is not None and findings_at_hand(desk) is not None
    return desk.cache.get(("overview", desk.today, whole), lambda: _overview(desk, whole))


def _overview(desk: Held, whole: bool) -> Overview:
    cards: Sequence[PromiseCard] = PROMISES.rows(desk) if whole else ()
    findings = all_findings(desk) if whole else ()
    owed = sorted((card for card in cards if card.verdict == "overdue"), key=_due, reverse=True)
    coming = sorted((card for card in cards if card.verdict == "due"), key=_due)
    found = [each for each in findings if not each.confirmed and not each.dismissed]
    return Overview(
        counts=counts_of(desk),
        new=tuple(NewDocument(source=source_of(card), entries=count) for card, count in desk.ledger.newest(MOST)),
        owed=tuple(owed[:MOST]),
        coming=tuple(coming[:MOST]),
        verdicts=dict(Counter(card.verdict for card in cards)),
        findings=tuple(sorted(found, key=lambda each: -each.sure)[:MOST]),
        conflicts=len(found),
        whole=whole,
    )


def _due(card: PromiseCard) -> date:
    return (card.due and (card.due.last or card.due.first)) or date.max


def pairs(desk: Held) -> Index[PairRow]:
    """The list of pairs; without promises while they are still being worked out."""
    return PAIRS if promises_at_hand(desk) is not None else PAIRS_AT_FIRST


def _with_promises(desk: Held) -> list[PairRow]:
    return _pair_rows(desk, all_promises(desk))


def _pair_rows(desk: Held, followed: Sequence[Promise] = ()) -> list[PairRow]:
    """All pairs of states that take part in one thing, the busiest first."""
    money = _money(desk)
    held: Counter[tuple[str, str]] = Counter()
    overdue: Counter[tuple[str, str]] = Counter()
    for promise in followed:
        for pair in _pairs(promise.states):
            held[pair] += promise.verdict in _OPEN
            overdue[pair] += promise.verdict == "overdue"
    return [
        PairRow(
            states=pair.states,
            records=pair.records,
            kinds=pair.kinds,
            money=tuple(money.get(pair.states, ())),
            promises=held[pair.states],
            overdue=overdue[pair.states],
        )
        for pair in desk.ledger.pairs()
    ]


def _pairs(states: Iterable[str]) -> list[tuple[str, str]]:
    known = sorted(set(states))
    return [(one, other) for place, one in enumerate(known) for other in known[place + 1 :]]


def _money(desk: Held) -> dict[tuple[str, str], list[Money]]:
    """What went between two states, the largest sum of each currency first."""
    entries = {stored.key: stored for stored in desk.ledger.entries(kinds=["activity"])}
    matters = [
        Matter(record, tuple(entries[key] for key in record.entries if key in entries))
        for record in desk.ledger.records(kinds=["activity"])
    ]
    totals: dict[tuple[CountryCode, CountryCode, Unit], list[Amount]] = defaultdict(list)
    for each in sums_of(matter for matter in matters if matter.told):
        if not each.pot.agreed and each.amount.value:
            totals[each.pot.giver, each.pot.taker, each.pot.unit].append(each.amount)
    sums = {way: sum(amount.value or 0.0 for amount in amounts) for way, amounts in totals.items()}
    found: dict[tuple[str, str], list[Money]] = defaultdict(list)
    for (giver, taker, unit), value in sorted(sums.items(), key=lambda pair: -pair[1]):
        approx = any(amount.approx for amount in totals[giver, taker, unit])
        words = amount_words(Amount(value=value, unit=unit, approx=approx))
        pair = (min(giver, taker), max(giver, taker))
        found[pair].append(Money(giver=giver, taker=taker, value=value, unit=unit, words=words))
    return found


def _state_codes(row: PairRow) -> tuple[str, ...]:
    return row.states


PAIRS: Index[PairRow] = Index(
    "pairs",
    PairRow,
    Listing(
        columns=(
            Column("states", "Pair", _state_codes, key=lambda row: [state_words(code) for code in row.states]),
            Column("records", "Records", lambda row: row.records),
            Column("events", "Events", lambda row: row.kinds.get("event", 0)),
            Column("instruments", "Instruments", lambda row: row.kinds.get("instrument", 0)),
            Column("activities", "Activities", lambda row: row.kinds.get("activity", 0)),
            Column("figures", "Figures", lambda row: row.kinds.get("figure", 0)),
            Column("tenures", "Posts", lambda row: row.kinds.get("tenure", 0)),
            Column(
                "money",
                "Money given",
                lambda row: [f"{each.giver} to {each.taker}: {each.words}" for each in row.money],
                sortable=False,
            ),
            Column("promises", "Open promises", lambda row: row.promises),
            Column("overdue", "Overdue", lambda row: row.overdue),
        ),
        filters=(
            Choice("state", "State", _state_codes, words=state_words),
            Choice("currency", "Money in", lambda row: tuple({each.unit for each in row.money})),
        ),
    ),
    _with_promises,
)
PAIRS_AT_FIRST: Index[PairRow] = Index("pairs at first", PairRow, PAIRS.listing, _pair_rows)
