"""What every page has at hand: the ledger, the settings, the day, and the answers that are kept in memory."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Depends, Request

from dragoman.desk.cache import Cache
from dragoman.desk.settings import Settings
from dragoman.ledger import Ledger


@dataclass(frozen=True)
class Held:
    """An open ledger and how it is served."""

    ledger: Ledger
    settings: Settings
    cache: Cache

    @property
    def today(self) -> date:
        """The day from which everything is seen."""
        return self.settings.as_of or date.today()


def _held(request: Request) -> Held:
    held: Held = request.app.state.held
    return held


Desk = Annotated[Held, Depends(_held)]
"""The type of the parameter by which a route asks for it."""
