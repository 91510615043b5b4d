"""Days of the small hall that are over, as tests need them: bookings and passages of the past."""

from datetime import date, datetime
from typing import Any

from bookings.models import Booking
from bookings.policies.states import BookingState
from core.interval import Interval
from gates.models import GatePassage
from tests.factories.hall import Hall, city_time

FRIDAY = date(2026, 11, 27)


def on_friday(clock_time: str) -> datetime:
    return city_time(FRIDAY, clock_time)


def booked(hall: Hall, name: str, desk: str, start: str = "8:30", end: str = "17:15", **more: Any) -> Booking:
    """A booking of Friday. `came` and `left` are times of the clock, `asked` the end that was asked for first."""
    came, left, asked = (more.pop(key, None) for key in ("came", "left", "asked"))
    day = more.pop("day", FRIDAY)
    placed = hall.desks[desk].placements.select_related("layout", "area").get()
    during = Interval(city_time(day, start), city_time(day, left or end))
    state = BookingState.CHECKED_OUT if left else BookingState.CHECKED_IN if came else BookingState.BOOKED
    return Booking.objects.create(
        person=hall.people[name],
        desk=hall.desks[desk],
        floor_id=placed.layout.floor_id,
        area_id=placed.area.area_id,
        department=hall.people[name].department,
        day=day,
        during=during.as_range(),
        booked_during=Interval(city_time(day, start), city_time(day, asked or end)).as_range(),
        state=more.pop("state", state),
        created_at=city_time(date(2026, 11, 20), "9:00"),
        checked_in_at=city_time(day, came) if came else None,
        checked_out_at=city_time(day, left) if left else None,
        revision=0,
        **more,
    )


def passed(hall: Hall, name: str, direction: str, clock_time: str, *, floor: str = "6", day: date = FRIDAY) -> None:
    """A passage of a gate that leads to a floor."""
    at = city_time(day, clock_time)
    GatePassage.objects.create(
        person=hall.people[name],
        gate=f"G0{floor}-1",
        floor=hall.floors[floor],
        direction=direction,
        at=at,
        source_file="test",
        source_line=int(at.timestamp()) % 86_400,
    )
