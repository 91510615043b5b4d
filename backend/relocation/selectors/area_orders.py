"""In which areas people may sit on a day, for many people at once."""

import datetime as dt
from collections.abc import Sequence

from bookings.selectors.booker import Booker
from bookings.selectors.facts import AreaOrder, area_order
from bookings.selectors.many_wishes import Bookers
from relocation.selectors.hall_days import HallDays


class AreaOrders:
    """The order of areas of each person and day; people of one section share one."""

    def __init__(self, bookers: Bookers, hall: HallDays) -> None:
        self._bookers = bookers
        self._hall = hall
        self._known: dict[tuple[object, ...], Sequence[int]] = {}
        self._areas: dict[dt.date, frozenset[int]] = {}

    def of(self, person_id: int, day: dt.date) -> Sequence[int]:
        """Ids of the areas: the section's own, those they overflow to, the common ones."""
        booker: Booker = self._bookers.on(person_id, day)
        plans = self._hall.plans(day)
        key = (booker.departments, booker.lineage, day.weekday(), *(plan.layout_id for plan in plans))
        if key not in self._known:
            order: AreaOrder = area_order(booker, plans, day.weekday())
            self._known[key] = order.all()
        return self._known[key]

    def areas_on(self, day: dt.date) -> frozenset[int]:
        """Every area that has a place on `day`."""
        if day not in self._areas:
            self._areas[day] = frozenset(area.id for plan in self._hall.plans(day) for area in plan.areas)
        return self._areas[day]
