"""What an order to telework comes to: whom it reaches on which day, and for which part of it. Knows no Django."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.interval import Interval
from core.refused import Refused
from telework.policies.forms import Unit
from telework.policies.limits import without
from telework.policies.request_refusals import RequestRefusal

LONGEST_ORDER_DAYS = 92


@dataclass(frozen=True, slots=True)
class OrderedDay:
    """A part of somebody's day that an order makes a telework day."""

    person_id: int
    day: date
    during: Interval
    unit: Unit


def period_refused(first: date, last: date, today: date) -> Refused | None:
    """Why nothing can be ordered for this period: it has begun before today."""
    if first < today:
        return Refused(RequestRefusal.DAY_IS_OVER, {"allowed_from": today.isoformat()})
    return None if last >= first else Refused(RequestRefusal.NO_DAY_TO_ORDER)


def part_ordered(
    person_id: int,
    day: date,
    halves: tuple[Interval, Interval],
    held: Sequence[Interval],
    now: datetime,
) -> OrderedDay | None:
    """What an order takes of a day: all of it, or the longest part that nothing of `held` has; None for none.

    `halves` are morning and afternoon by the person's shift, `held` what the order leaves alone: telework that stands,
    trips and leave. Of a day under way only what is still to come is ordered.
    """
    morning, afternoon = halves
    whole = Interval(morning.start, afternoon.end)
    left = [whole]
    for one in held:
        left = without(left, one)
    if now > whole.start:
        left = without(left, Interval(whole.start, now))
    if not left:
        return None
    during = max(left, key=lambda one: one.length)
    if not (during.overlaps(morning) or during.overlaps(afternoon)):
        return None
    if during.start == morning.end:
        during = Interval(afternoon.start, during.end)
    if during.end == afternoon.start:
        during = Interval(during.start, morning.end)
    units = {whole: Unit.FULL, morning: Unit.AM, afternoon: Unit.PM}
    return OrderedDay(person_id, day, during, units.get(during, Unit.HOURS))
