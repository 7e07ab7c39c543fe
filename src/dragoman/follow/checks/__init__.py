"""Checks: what the ledger adds up, contradicts or puts out of order.

    for finding in findings(ledger, date.today()):
        print(finding.statement)

One module a family of checks; each is a function of a ``Scene`` that yields findings.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.follow.checks.counts import check_counts
from dragoman.follow.checks.finding import Finding, Quote, Rule
from dragoman.follow.checks.growth import check_growth
from dragoman.follow.checks.holders import check_holders
from dragoman.follow.checks.order import check_dates, check_delivery, check_future
from dragoman.follow.checks.parts import check_parts
from dragoman.follow.checks.scene import Scene
from dragoman.follow.checks.sessions import check_sessions
from dragoman.follow.checks.shares import check_shares
from dragoman.follow.checks.values import check_values
from dragoman.follow.checks.yearly import check_yearly
from dragoman.follow.uncollected import uncollected
from dragoman.ledger import Ledger
from dragoman.ledger.decisions import in_force
from dragoman.values import CountryCode

__all__ = ["RULES", "Finding", "Quote", "Rule", "findings"]


@dataclass(frozen=True)
class _Check:
    meaning: str
    check: Callable[[Scene], Iterator[Finding]]


_CHECKS: dict[Rule, _Check] = {
    "parts": _Check("parts against totals and umbrella amounts", check_parts),
    "counts": _Check("counts against what is told one by one", check_counts),
    "yearly": _Check("yearly sums against the sum of the years", check_yearly),
    "growth": _Check("growth rates against the values of two years", check_growth),
    "shares": _Check("shares against wholes and parts", check_shares),
    "values": _Check("two values of one figure for one period", check_values),
    "holders": _Check("two holders of one post at a time", check_holders),
    "sessions": _Check("sessions of a series out of order, or missing", check_sessions),
    "delivery": _Check("a delivery before its agreement", check_delivery),
    "future": _Check("dates in the future that are told as done", check_future),
    "dates": _Check("an end before its beginning", check_dates),
}

RULES: dict[Rule, str] = {rule: each.meaning for rule, each in _CHECKS.items()}
"""Every rule with what it checks."""


def findings(
    ledger: Ledger, as_of: date | None = None, *, states: Sequence[CountryCode] = (), rules: Collection[Rule] = ()
) -> Iterator[Finding]:
    """What the checks find in documents published up to ``as_of`` (today), surest first within each rule.

    Of several ``states`` all take part in what is found; ``rules`` are all if none is named. Findings that agree come
    as ``confirmed``, and those that a decision in force dismissed as ``dismissed``.
    """
    with uncollected():
        scene = Scene(ledger, as_of or date.today())
    dismissed = {
        subject
        for decision in in_force(ledger.decisions())
        if decision.verdict == "dismissed"
        for subject in decision.subject
    }
    for rule, each in _CHECKS.items():
        if rules and rule not in rules:
            continue
        with uncollected():
            once = {finding.id: finding for finding in each.check(scene) if set(states) <= set(finding.states)}
        for finding in sorted(once.values(), key=lambda finding: (finding.confirmed, -finding.sure)):
            yield finding.model_copy(update={"dismissed": finding.id in dismissed})
