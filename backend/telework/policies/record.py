"""実施記録: what somebody's telework came to in a period, and the count for the allowance. Knows no Django."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from telework.policies.forms import Form, Origin, Unit
from telework.policies.record_period import Month
from telework.policies.states import HOLDING_REQUESTS, RequestState

PERFORMED = tuple(state for state in HOLDING_REQUESTS if state != RequestState.APPROVED)
"""The states of a day on which work has begun: those that a record counts."""


@dataclass(frozen=True, slots=True)
class RecordedDay:
    """One request as a record has it. `minutes` are those reported, and those measured before there is a report.

    `in_advance`: approved or ordered before the day itself.
    """

    day: date
    unit: str
    form: str
    origin: str
    state: str
    minutes: int
    in_advance: bool

    @property
    def performed(self) -> bool:
        return self.state in PERFORMED


@dataclass(frozen=True, slots=True)
class Totals:
    """What a person's days come to. `days` are days with any telework, `full_days` those wholly of telework,
    `half_days` the halves of the others, `hours` how many requests by the hour; `minutes` is the time worked.

    `by_form` and `by_origin` count days, `in_advance` the days approved or ordered beforehand, `unconfirmed` the
    requests that the manager has not confirmed yet.
    """

    days: int = 0
    full_days: int = 0
    half_days: int = 0
    hours: int = 0
    minutes: int = 0
    in_advance: int = 0
    unconfirmed: int = 0
    by_form: Mapping[str, int] = field(default_factory=lambda: dict.fromkeys(Form, 0))
    by_origin: Mapping[str, int] = field(default_factory=lambda: dict.fromkeys(Origin, 0))


@dataclass(frozen=True, slots=True)
class Allowance:
    """The days that count for the allowance (在宅勤務等手当): whole days at home that were approved or ordered
    beforehand, in each of the months averaged, the last of them last. `reached`: more than the rule's number on
    average.
    """

    days_counted: int
    average: float
    reached: bool
    more_than: int
    months: Sequence[tuple[Month, int]]


def totals_of(days: Iterable[RecordedDay]) -> Totals:
    """The totals of one person; days that were not performed count nothing."""
    done = [one for one in days if one.performed]
    by_day: dict[date, list[RecordedDay]] = {}
    for one in done:
        by_day.setdefault(one.day, []).append(one)
    forms = Counter({form.value: 0 for form in Form})
    origins = Counter({origin.value: 0 for origin in Origin})
    for of_day in by_day.values():
        forms.update({one.form for one in of_day})
        origins.update({one.origin for one in of_day})
    full = sum(_whole(of_day) for of_day in by_day.values())
    halves = sum(
        sum(one.unit in (Unit.AM, Unit.PM) for one in of_day) for of_day in by_day.values() if not _whole(of_day)
    )
    return Totals(
        days=len(by_day),
        full_days=full,
        half_days=halves,
        hours=sum(one.unit == Unit.HOURS for one in done),
        minutes=sum(one.minutes for one in done),
        in_advance=sum(any(one.in_advance for one in of_day) for of_day in by_day.values()),
        unconfirmed=sum(one.state != RequestState.CONFIRMED for one in done),
        by_form=dict(forms),
        by_origin=dict(origins),
    )


def allowance_of(days: Iterable[RecordedDay], *, last: Month, months: int, more_than: int) -> Allowance:
    """The count over `months` months that end with `last`; days to come count too, for what counts is the order.

    一般職の職員の給与に関する法律12条の3: whoever is ordered, for three months or longer, to work all regular hours at
    home on more than ten days a month on average.
    """
    window = [last.plus(back) for back in range(1 - max(months, 1), 1)]
    counted: dict[date, list[RecordedDay]] = {}
    for one in days:
        if one.in_advance and one.form == Form.HOME and one.state in HOLDING_REQUESTS:
            counted.setdefault(one.day, []).append(one)
    per_month = Counter(Month.of(day) for day, of_day in counted.items() if _whole(of_day))
    total = sum(per_month[month] for month in window)
    return Allowance(
        days_counted=total,
        average=round(total / len(window), 1),
        reached=total > more_than * len(window),
        more_than=more_than,
        months=[(month, per_month[month]) for month in window],
    )


def _whole(of_day: Sequence[RecordedDay]) -> bool:
    units = {one.unit for one in of_day}
    return Unit.FULL in units or {Unit.AM.value, Unit.PM.value} <= units
