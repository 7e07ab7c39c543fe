"""The ledger at a glance."""

from __future__ import annotations

from datetime import date

from dragoman.ledger import Ledger
from dragoman.ledger.counting import Counts
from dragoman.models import Model


class Overview(Model):
    """How much there is."""

    counts: Counts


def overview(ledger: Ledger, today: date) -> Overview:
    """The ledger as it stands."""
    return Overview(counts=ledger.counts())
