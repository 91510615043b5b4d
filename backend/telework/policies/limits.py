"""How much telework is too much: days of a week and a month, in a row, minutes of a day, terminals, people on site.

Each answers a Refused with its rule, or None. Days of orders do not count: nobody asked for them. Knows no Django.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core.interval import Interval
from core.refused import Refused
from core.rules import Rule
from plans.policies.claims import Stretch
from telework.policies.forms import ReasonClass
from telework.policies.request_hours import IsWorkingDay
from telework.policies.request_refusals import RequestRefusal
from telework.policies.rules import Strictness, TeleworkRules

FIRST_IN_LINE = frozenset({ReasonClass.CHILDCARE.value, ReasonClass.CARE.value})
"""Whom terminals that are short go to first."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Days of telework around a day, that day included."""

    week_days: int
    month_days: int
    in_a_row: int


@dataclass(frozen=True, slots=True)
class OnSite:
    """People of a section on site in a half of a day, before and after somebody goes, and the least it needs."""

    half: str
    before: int
    after: int
    minimum: int
    department: str = ""

    @property
    def too_few(self) -> bool:
        """Whether this one's going leaves too few; whoever was not there anyway takes nobody away."""
        return self.after < self.before and self.after < self.minimum


@dataclass(frozen=True, slots=True)
class Possible:
    """What would leave enough people on site instead: parts of the same day, other days of the same week."""

    units: tuple[str, ...] = ()
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Pool:
    """Shared terminals at one time: how many there are, given out, and waited for by those who come first."""

    terminals: int
    given: int
    first_waiting: int


def week_of(day: date) -> list[date]:
    """The seven days of the week of `day`, Monday first."""
    monday = day - timedelta(days=day.weekday())
    return [monday + timedelta(days=number) for number in range(7)]


def counted(day: date, others: Collection[date], is_working_day: IsWorkingDay) -> Counted:
    """The telework days around `day` when it is added to `others`; in a row counts working days."""
    days = {*others, day}
    week = week_of(day)
    return Counted(
        week_days=sum(one in days for one in week),
        month_days=sum((one.year, one.month) == (day.year, day.month) for one in days),
        in_a_row=1 + _run(day, days, is_working_day, -1) + _run(day, days, is_working_day, 1),
    )


def _run(day: date, days: Collection[date], is_working_day: IsWorkingDay, step: int) -> int:
    found = 0
    for number in range(1, 2 * len(days) + 30):
        other = day + timedelta(days=step * number)
        if not is_working_day(other):
            continue
        if other not in days:
            break
        found += 1
    return found


def count_refused(counts: Counted, rules: TeleworkRules) -> Refused | None:
    """Why these are too many days; facts: `most`, the limit, and `days`, what it would come to."""
    for rule, code, days in (
        (rules.most_days_a_week, RequestRefusal.WEEK_FULL, counts.week_days),
        (rules.most_days_a_month, RequestRefusal.MONTH_FULL, counts.month_days),
        (rules.most_days_in_a_row, RequestRefusal.TOO_MANY_IN_A_ROW, counts.in_a_row),
    ):
        if rule.value and days > rule.value:
            return rule.refused(code, most=rule.value, days=days)
    return None


def office_days_refused(office_days: int, rule: Rule) -> Refused | None:
    """Why the week would have too few days in the office; a half of a day there is a day."""
    if office_days >= (rule.value or 0):
        return None
    return rule.refused(RequestRefusal.TOO_FEW_OFFICE_DAYS, least=rule.value, days=office_days)


def worked_minutes(stretches: Sequence[Interval], rest: Interval) -> int:
    """Minutes of work in stretches that do not overlap, the noon rest left out."""
    total = sum((one.length for one in stretches), timedelta())
    for one in stretches:
        if resting := one.common(rest):
            total -= resting.length
    return int(total.total_seconds() // 60)


def without(stretches: Sequence[Interval], taken: Interval) -> list[Interval]:
    """What is left of stretches when `taken` is cut out."""
    left: list[Interval] = []
    for one in stretches:
        if not one.overlaps(taken):
            left.append(one)
            continue
        if one.start < taken.start:
            left.append(Interval(one.start, taken.start))
        if taken.end < one.end:
            left.append(Interval(taken.end, one.end))
    return left


def day_refused(
    wanted: Interval,
    *,
    elsewhere: Sequence[Interval],
    office: Sequence[Interval],
    shift: Interval,
    rest: Interval,
    rule: Rule,
) -> Refused | None:
    """Why telework in `wanted` makes the day too long.

    `elsewhere` is other telework of the day, `office` the desks held: of these only what lies within the shift counts,
    because a desk held for longer is not work.
    """
    at_desk = [inside for one in without(office, wanted) if (inside := one.common(shift))]
    minutes = worked_minutes([wanted, *elsewhere, *at_desk], rest)
    if not rule.value or minutes <= rule.value:
        return None
    return rule.refused(RequestRefusal.DAY_TOO_LONG, most=rule.value, days=minutes)


def pool_refused(pool: Pool | None, reason_class: str | None, rule: Rule) -> Refused | None:
    """Why no shared terminal can be had: none is left, or those who come first need what is left.

    Childcare and care come first (product: 子育て・介護を優先); `first_waiting` counts their waiting requests, this
    one's own left out.
    """
    if pool is None:
        return None
    if pool.given >= pool.terminals:
        return rule.refused(RequestRefusal.NO_POOL_TERMINAL, most=pool.terminals, days=pool.given)
    if reason_class not in FIRST_IN_LINE and pool.given + pool.first_waiting >= pool.terminals:
        return rule.refused(RequestRefusal.OTHERS_COME_FIRST, most=pool.terminals, waiting=pool.first_waiting)
    return None


def staffing_refused(on_site: Sequence[OnSite], rule: Rule) -> Refused | None:
    """Why too few would be on site; None too where the rule only warns, which `staffing_short` says."""
    short = staffing_short(on_site, rule)
    return short if rule.value == Strictness.REFUSE else None


def staffing_short(on_site: Sequence[OnSite], rule: Rule, possible: Possible | None = None) -> Refused | None:
    """That too few would be on site, whatever the rule makes of it, and what would leave enough."""
    short = next((one for one in on_site if one.too_few), None)
    if short is None:
        return None
    return rule.refused(
        RequestRefusal.BELOW_MINIMUM,
        half=short.half,
        before=short.before,
        after=short.after,
        minimum=short.minimum,
        possible=None
        if possible is None
        else {"units": list(possible.units), "days": [day.isoformat() for day in possible.days]},
    )


def conflicts(ledger: Sequence[Stretch], wanted: Interval, displaces: Collection[str]) -> Stretch | None:
    """The first stretch of the day that stands in the way and does not yield."""
    return next(
        (one for one in ledger if one.during.overlaps(wanted) and one.holder_kind not in displaces),
        None,
    )
