"""Trade against what went both ways: exports and imports of two states make up their trade."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dragoman.follow.checks.finding import Finding
from dragoman.follow.checks.items import Item, is_yearly, items_of, sum_words, total
from dragoman.follow.checks.scene import Scene
from dragoman.follow.checks.words import topic
from dragoman.follow.wording import date_words
from dragoman.ledger.states import actors_of
from dragoman.models import Figure

MEASURES = ("trade", "exports", "imports")
GOODS = frozenset({"goods", "good", "service", "merchandise", "product"})
"""Words that a figure of all trade may have beside it."""


def check_trade(scene: Scene) -> Iterator[Finding]:
    """Where one document gives the trade of two states and both its directions for one period: the sum."""
    for entries in scene.documents.values():
        alike: dict[object, list[Item]] = defaultdict(list)
        for item in items_of(scene, entries):
            figure = item.stored.entry
            if not isinstance(figure, Figure) or figure.measure not in MEASURES or not item.is_money:
                continue
            if figure.date and topic(figure.of) <= GOODS and not is_yearly(scene, item.stored):
                alike[actors_of(figure), figure.date, item.amount.unit].append(item)
        for items in alike.values():
            yield from _both_ways(scene, items)


def _both_ways(scene: Scene, items: Sequence[Item]) -> Iterator[Finding]:
    wholes = [item for item in items if item.measure == "trade"]
    ways = {_way(item): item for item in items if item.measure != "trade"}
    if len(wholes) != 1 or len(ways) != 2:
        return
    whole, parts = wholes[0], list(ways.values())
    fits = total(parts).meets(whole.range)
    words = (
        f"Both ways of trade, {date_words(whole.stored.entry.date)}: {sum_words(parts)}; "
        f"the trade told is {whole.words}: {'consistent' if fits else 'it does not fit'}."
    )
    about = [whole.stored, *(part.stored for part in parts)]
    yield scene.finding("parts", words, about, sure=0.8 if fits else 0.6, confirmed=fits)


def _way(item: Item) -> str:
    """Who sells; without that whether it is exports or imports, as the teller sees it."""
    sellers = sorted(party.code for party in item.stored.entry.parties if party.role == "exporter" and party.code)
    return sellers[0] if len(sellers) == 1 else item.measure
