"""A desk at this moment: whose booking somebody checks in to, and until when it is free."""

from datetime import datetime

from bookings.models import Booking
from bookings.policies.refusals import BookingRefusal
from core import clock
from core.interval import Interval
from core.refused import Refused
from plans.models import AttendancePlan
from spaces.selectors import closures_overlapping, placed_desk


def booking_here(person_id: int, desk_id: int, now: datetime) -> int | None:
    """The id of the person's first live booking of this desk today that is not over."""
    mine = Booking.objects.of(person_id).on(clock.city_day(now)).filter(desk_id=desk_id).unfinished(now)
    return mine.order_by("during").values_list("pk", flat=True).first()


def free_until(*, person_id: int, desk_id: int, start: datetime) -> datetime:
    """Until when a walk-up from `start` would last: the desk's next booking or closure, the person's next stretch, or
    the end of the usual day (after that, the closing of the building).

    Raises Refused where the desk does not stand, or the building is closed at this hour. What has begun already is
    left to the constraints and the closures' own check.
    """
    day = clock.city_day(start)
    place = placed_desk(desk_id, day)
    if place is None:
        raise Refused(BookingRefusal.DESK_NOT_IN_LAYOUT)
    building = place.plan.building
    opens_at, closes_at = clock.at(day, building.opens_at), clock.at(day, building.closes_at)
    if not opens_at <= start < closes_at:
        raise Refused(BookingRefusal.OUTSIDE_HOURS, {"allowed_from": opens_at, "allowed_until": closes_at})
    usual_end = clock.at(day, building.day_ends_at)
    until = usual_end if start < usual_end else closes_at
    bookings = Booking.objects.holding().on(day).filter(desk_id=desk_id, during__startswith__gt=start)
    stretches = AttendancePlan.objects.filter(
        person_id=person_id, day=day, during__startswith__gt=start, withdrawn_at__isnull=True
    )
    ahead: list[datetime] = [
        *bookings.values_list("during__startswith", flat=True),
        *stretches.values_list("during__startswith", flat=True),
        *(
            closed.during.start
            for closed in closures_overlapping(Interval(start, until))
            if closed.during.start > start and closed.closes(place.plan, place.desk)
        ),
    ]
    return min([until, *ahead])
