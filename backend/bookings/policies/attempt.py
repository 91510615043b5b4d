"""The whole decision about a wish for a desk, in the order in which a person would ask."""

from collections.abc import Callable, Iterator

from bookings.policies.booking import (
    AreaFacts,
    BookingRules,
    DayFacts,
    DeskFacts,
    allowance_refused,
    area_refused,
    closed_day_refused,
    desk_refused,
    length_refused,
    window_refused,
)
from core.interval import Interval
from core.refused import Refused


def attempt_refusals(
    *,
    person_id: int,
    during: Interval,
    desk: DeskFacts,
    day: DayFacts,
    rules: BookingRules,
    live_bookings: int,
    area: Callable[[], AreaFacts],
    walk_up: bool = False,
) -> Iterator[Refused]:
    """Every rule that refuses, first first. `area` is asked last and only when needed: it costs a count of desks.

    A walk-up is a person standing at a free desk: no window, closed day, allowance or group address sends them away.
    """
    if refused := desk_refused(desk, person_id, walk_up=walk_up):
        yield refused
    if walk_up:
        return
    every = (
        window_refused(day, rules),
        closed_day_refused(day, rules),
        length_refused(rules, during),
        allowance_refused(rules, live_bookings, repeated=day.repeated),
    )
    yield from (refused for refused in every if refused is not None)
    if desk.assigned_to_id != person_id and (refused := area_refused(area(), rules)):
        yield refused
