"""Who sat next to whom lately."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from itertools import combinations

from bookings.models import Booking
from core.interval import Interval
from plans.selectors.working_days import city_calendar
from seating.policies.adjacency import stand_together
from seating.policies.section_draw import Pair
from seating.selectors.candidates import working_days_before
from seating.selectors.section_desks import box_of
from spaces.selectors import placed_desk

RECENT_WORKING_DAYS = 10
"""Two weeks: whoever sat together on these days before is parted by a draw where that can be."""


def sat_together(person_ids: Collection[int], day: date) -> dict[Pair, int]:
    """By pair of people, on how many of the ten working days before `day` they sat together; one query."""
    days = working_days_before(city_calendar(), day, RECENT_WORKING_DAYS)
    rows = Booking.objects.holding().filter(person_id__in=person_ids, day__in=days)
    held: dict[tuple[date, int], list[tuple[int, int, Interval]]] = defaultdict(list)
    for person_id, desk_id, on, floor_id, during in rows.values_list(
        "person_id", "desk_id", "day", "floor_id", "during"
    ):
        held[on, floor_id].append((person_id, desk_id, Interval.of_range(during)))
    found: dict[Pair, set[date]] = defaultdict(set)
    for (on, _floor), sitting in held.items():
        places = {desk_id: placed_desk(desk_id, on) for _, desk_id, _ in sitting}
        boxes = {desk_id: box_of(place) for desk_id, place in places.items() if place is not None}
        for (one, desk, when), (other, others_desk, then) in combinations(sitting, 2):
            if one == other or not when.overlaps(then) or desk not in boxes or others_desk not in boxes:
                continue
            if stand_together(boxes[desk], boxes[others_desk]):
                found[frozenset((one, other))].add(on)
    return {pair: len(days) for pair, days in found.items()}
