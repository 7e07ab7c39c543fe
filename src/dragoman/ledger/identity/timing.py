"""When: what the days of two entries say for and against their being one thing."""

from __future__ import annotations

from datetime import date

from dragoman.ledger.identity.evidence import Evidence
from dragoman.ledger.identity.features import Days, Features

_QUICK = frozenset({"meeting", "visit", "call", "forum", "signing", "statement", "ceremony"})
"""Types of events that are put off by months at most; another year's is another one."""
_SOON, _SEASON, _YEAR, _WAIT = 60, 100, 366, 540
"""Days: a shift that is common, a season, a year, and how long after its announcement a thing without a date is
looked for."""


def gap_of(one: Days, other: Days) -> int:
    """Days between two spans of days, 0 if they meet."""
    return max(0, one[0] - other[1], other[0] - one[1])


def happening(a: Features, b: Features, found: Evidence) -> None:
    """The time of two events."""
    if again(a, b) or again(b, a):
        found.apart = "planned again after it had taken place"
    elif _called_off(a, b) or _called_off(b, a):
        found.add(-3.0, "long after the other was called off")
    elif a.shifted or b.shifted:
        _put_off(*((a, b) if a.shifted else (b, a)), found)
    elif a.days and b.days:
        _both(a, b, a.days, b.days, found)
    elif a.days or b.days:
        _one(*((a, b) if a.days else (b, a)), found)
    else:
        _none(a, b, found)


def _put_off(plan: Features, other: Features, found: Evidence) -> None:
    """What was put off takes place later, in some years at most; whoever told of it before told its old date."""
    if other.stage == "done" and other.days and plan.published and not other.shifted:
        if other.published and other.published < plan.published:
            found.apart = "over before the other was put off"
        elif other.days[0] - plan.published > 3 * _YEAR:
            found.add(-2.0, "long after it was put off")
        else:
            found.add(1.5 if other.days[0] - plan.published <= _YEAR else 0.5, "after it was put off")
    elif plan.days and other.days and not gap_of(plan.days, other.days):
        found.add(1.5, "at the time that no longer holds")


def _called_off(plan: Features, other: Features) -> bool:
    """Whether the plan was called off months before the day of the other, which is of a later plan then."""
    if plan.stage != "cancelled" or plan.published is None or other.days is None or other.stage == "cancelled":
        return False
    return other.days[0] - plan.published > _SOON and not plan.ordinals & other.ordinals


def again(plan: Features, done: Features) -> bool:
    """Whether the plan was told when the other was over."""
    if not (plan.ahead and done.stage == "done" and plan.published):
        return False
    over = done.days[1] if done.exact and done.days else done.published
    return over is not None and plan.published > over + 31


def _both(a: Features, b: Features, one: Days, other: Days, found: Evidence) -> None:
    gap = gap_of(one, other)
    if gap:
        _shifted(gap, a, b, found)
        return
    span = max(one[1] - one[0], other[1] - other[0])
    if a.exact and b.exact:
        found.add(4.0, "on the same day" if one == other or span == 0 else "in the same days")
    elif span <= 31:
        found.add(2.5, "in the same month")
    elif span <= _YEAR:
        found.add(1.0, "in the same year")
    else:
        found.add(0.3, "at a time that fits")


def _shifted(gap: int, a: Features, b: Features, found: Evidence) -> None:
    """A plan may shift, works by years, talks by months; what is over may be dated wrongly by some days."""
    days = f"{gap} day{'s' * (gap > 1)} apart"
    exact, plan = a.exact and b.exact, a.ahead or b.ahead
    slow = not {a.type, b.type} & _QUICK
    if gap > 3 * _YEAR:
        found.apart = days
    elif exact and gap <= 2:
        found.add(2.5, days)
    elif a.ordinals & b.ordinals and plan:
        found.add(-0.5 if gap <= _YEAR else -1.5, days)
    elif not slow and gap > 31 and (_announced_after(a, b) or _announced_after(b, a)):
        found.add(-4.0, f"{days}, announced when the other was past")
    elif not plan and gap <= 31:
        found.add(-2.5 if exact else -1.5, days)
    elif plan and gap <= _SOON:
        found.add(-0.5 if exact else 0.5, days)
    elif plan and gap <= (_YEAR * 3 if slow else _YEAR // 2):
        found.add((-0.5 if gap <= _YEAR else -1.5) if slow else -2.5 if exact else -0.5, days)
    elif plan and gap <= _YEAR and not exact:
        found.add(-3.0, days)
    else:
        found.apart = days


def _announced_after(later: Features, other: Features) -> bool:
    """Whether a plan was told after the day of the other, so that it is hardly the same one put off."""
    assert other.days, "both have dates"
    return later.ahead and later.published is not None and later.published > other.days[1] + 14


def _one(dated: Features, other: Features, found: Evidence) -> None:
    """Only one has a date: does it fit to when the other was told?"""
    assert dated.days, "the first of the two has a date"
    if other.published is None:
        return
    first, last = dated.days[0] - other.published, dated.days[1] - other.published
    if other.ahead:
        if last < -7:
            found.apart = "over before the other was announced"
        elif first <= 120:
            found.add(1.0, "within months of the announcement")
        elif first > _WAIT:
            found.add(-2.0, "long after the announcement")
    elif first > 1:
        found.apart = "later than the other was reported"
    elif last >= -10:
        found.add(1.5, "in the days before the report")
    elif last < -_YEAR:
        found.add(-0.5, "long before the other was reported")


def _none(a: Features, b: Features, found: Evidence) -> None:
    if a.published is None or b.published is None:
        return
    gap = abs(a.published - b.published)
    if gap <= 7:
        found.add(1.0, "told in the same days")
    elif gap > _WAIT:
        found.add(-1.5, "told years apart")


def lasting(a: Features, b: Features, found: Evidence) -> None:
    """The time of two things that last: instruments and activities. The day of the report alone tells little."""
    if a.days and b.days and a.dated and b.dated:
        gap = gap_of(a.days, b.days)
        if not gap and a.exact and b.exact:
            found.add(1.5, "of the same day")
        elif not gap and (a.exact or b.exact) and max(a.days[1] - a.days[0], b.days[1] - b.days[0]) <= _SEASON:
            found.add(1.75, "at the time that was set")
        elif not gap and max(a.days[1] - a.days[0], b.days[1] - b.days[0]) <= _YEAR:
            found.add(0.75, "of the same year")
        elif gap > 2 * _YEAR and a.stage == b.stage and a.stage in ("agreed", "done"):
            found.add(-3.0, f"{a.stage} {gap // 365} years apart")
        elif gap > 3 * _YEAR:
            found.add(-2.0 if gap > 5 * _YEAR and a.kind == "activity" else -1.5, f"{gap // 365} years apart")
    elif _when_due(a, b) or _when_due(b, a):
        found.add(0.5, "told about the time that was set")
    elif a.published and b.published and a.document != b.document:
        gap = abs(a.published - b.published)
        if gap <= 7:
            found.add(0.5, "told in the same days")
        elif gap > 3 * _YEAR and a.kind == "activity":
            found.add(-0.5 if gap <= 6 * _YEAR else -1.0, f"told {gap // 365} years apart")
    if _looks_back(a, b) or _looks_back(b, a):
        found.add(1.0, "one names the year in which the other was told")
    if again(a, b) or again(b, a):
        found.add(-0.25 if a.kind == "activity" else -0.5, "planned again after it was done")


def _when_due(plan: Features, other: Features) -> bool:
    """Whether the one tells what is over without a date, in the two years from the time on that the other had set."""
    if other.dated or other.ahead or not (plan.ahead and plan.dated and plan.days and other.published):
        return False
    return -_SEASON <= other.published - plan.days[1] <= 2 * _YEAR and plan.document != other.document


def _looks_back(later: Features, earlier: Features) -> bool:
    """Whether the one names the year in which the other was published, which is past then."""
    if not (later.published and earlier.published and later.years):
        return False
    year = date.fromordinal(earlier.published).year
    return year in later.years and year < date.fromordinal(later.published).year
