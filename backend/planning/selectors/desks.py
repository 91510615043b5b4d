"""The desks there are, and whether they were enough to see what was wanted."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from core import clock
from occupancy.models import OccupancyDay, PlaceDay
from occupancy.models.places import Held
from spaces.models import DeskMode
from spaces.selectors.floors import floor_plans

BOOKED_OUT_FROM = 0.98
"""Where nearly all desks were booked, wishes beyond them left no trace (share of the shared desks in service)."""


def desks_in_service_today() -> int:
    """Desks of the layouts in force today that can be used, in all buildings; closures of some hours left aside."""
    return sum(desk.mode != DeskMode.UNAVAILABLE for plan in floor_plans(clock.today()) for desk in plan.desks)


def ever_booked_out(days: Sequence[date]) -> bool:
    """Whether on one of the days nearly all shared desks of the buildings were booked at once, in its core window."""
    windows = {
        day: slice(first, end)
        for day, first, end in OccupancyDay.objects.filter(day__in=days).values_list("day", "core_first", "core_end")
    }
    rows = PlaceDay.objects.filter(day__in=list(windows), floor=None, area=None, held=Held.SHARED)
    slots: dict[date, NDArray[np.int64]] = {}
    for day, in_service, booked in rows.values_list("day", "in_service", "booked"):
        slots[day] = slots.get(day, 0) + np.array([in_service, booked])[:, windows[day]]
    return any(
        bool(((in_service > 0) & (booked >= BOOKED_OUT_FROM * in_service)).any())
        for in_service, booked in slots.values()
    )
