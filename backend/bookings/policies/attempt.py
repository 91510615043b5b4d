"""The whole decision about a wish for a desk, in the order in which a person would ask."""

from collections.abc import Callable

from bookings.policies.booking import (
    AreaFacts,
    BookingRules,
    DayFacts,
    DeskFacts,
    allowance_refused,
    area_refused,
    day_refused,
    desk_refused,
)
from core.interval import Interval
from core.refused import Refused


def attempt_refused(
    *,
    person_id: int,
    during: Interval,
    desk: DeskFacts,
    day: DayFacts,
    rules: BookingRules,
    live_bookings: int,
    area: Callable[[], AreaFacts],
    walk_up: bool,
) -> Refused | None:
    """The first rule that refuses, or None. `area` is asked last and only when needed: it costs a count of desks.

    A walk-up is a person standing at a free desk: no window, closed day, allowance or group address sends them away.
    """
    if refused := desk_refused(desk, person_id, walk_up=walk_up):
        return refused
    if walk_up:
        return None
    if refused := day_refused(day, rules) or allowance_refused(rules, during, live_bookings):
        return refused
    return None if desk.assigned_to_id == person_id else area_refused(area(), rules)
