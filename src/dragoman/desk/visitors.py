"""Who asks, and what they may do."""

from __future__ import annotations

from typing import Literal

from dragoman.models import Model

Role = Literal["reader", "analyst", "administrator"]
ROLES: dict[Role, str] = {
    "reader": "reads every page",
    "analyst": "reads, decides and adds documents",
    "administrator": "does all of it, and sees who has an account and what they did",
}
"""Every role with what it may do; each may do what those before it may."""


class Visitor(Model):
    """Somebody who uses the desk; decisions are kept under ``name``.

    ``signed_in`` tells whether they came in by an account of the desk's own, and so can leave again.
    """

    name: str
    role: Role
    signed_in: bool = False

    def may(self, role: Role) -> bool:
        """Whether they may do what this role may."""
        order = list(ROLES)
        return order.index(self.role) >= order.index(role)
