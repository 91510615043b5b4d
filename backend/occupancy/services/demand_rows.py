"""The facts of what was booked, used and refused."""

from dataclasses import asdict

from occupancy.models import DemandDay
from occupancy.policies.demand import demand_of
from occupancy.services.seen import DaySeen


def demand_rows(seen: DaySeen, *, working_day: bool) -> list[DemandDay]:
    """A row for each area and department of which there is something to say."""
    found = demand_of(
        seen.bookings,
        seen.known,
        seen.refused,
        floor_of_area=seen.desks.floor_of_area,
        window=seen.window,
        until=seen.until,
    )
    return [
        DemandDay(day=seen.day, working_day=working_day, area_id=area_id, department_id=department_id, **asdict(counts))
        for (area_id, department_id), counts in found.items()
    ]
