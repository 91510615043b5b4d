"""Who asks, and for which place: what the views of this app share."""

from datetime import date

from django.http import Http404
from rest_framework.request import Request

from bookings.models import Booking, DeskLoan
from bookings.policies.refusals import BookingRefusal
from core import clock
from core.refused import Refused
from core.revision import Slow
from people.api.acting import allowed_to_act_for, relation_of
from people.api.viewer import viewer_of
from spaces.policies.floor_plan import BuildingHours, FloorPlan
from spaces.selectors import floor_plan, placed_desk
from spaces.selectors.desks import DeskOnFloor


def person_of(request: Request) -> int:
    """The id of the person who asks. Raises Refused for an account that belongs to nobody on the roll."""
    person_id = viewer_of(request).person_id
    if person_id is None:
        raise Refused(BookingRefusal.ACCOUNT_WITHOUT_PERSON)
    return person_id


def person_wanted(request: Request, person_id: int | None) -> int:
    """For whom something is to be booked: `person_id` where whoever asks may act for that person, oneself for None.

    Raises Refused as `person_of` does, and NotYoursToBook (403) for anybody else (docs/decisions/0019).
    """
    own = person_of(request)
    return own if person_id is None else allowed_to_act_for(request, person_id)


def own_booking(request: Request, booking_id: int) -> Booking:
    """One's own booking, or that of somebody for whom one may act; any other does not exist for whoever asks (404).

    Of others, days that are over do not exist either: where somebody was is not for those who book for them.
    """
    own = person_of(request)
    booking: Booking | None = Booking.objects.made().with_places().filter(pk=booking_id).first()
    if booking is None:
        raise Http404
    if booking.person_id != own and (booking.day < clock.today() or relation_of(request, booking.person_id) is None):
        raise Http404
    return booking


def own_loan(request: Request, loan_id: int) -> DeskLoan:
    """A loan of one's own desk, or 404."""
    loan = DeskLoan.objects.filter(pk=loan_id, lent_by_id=person_of(request)).first()
    if loan is None:
        raise Http404
    return loan


def plan_on(floor_id: int, day: date, slow: dict[Slow, int]) -> FloorPlan:
    """The floor as it stands on `day`, or 404."""
    plan = floor_plan(floor_id, day, revision=slow[Slow.PLACES])
    if plan is None:
        raise Http404
    return plan


def desk_on(desk_id: int, day: date, slow: dict[Slow, int]) -> DeskOnFloor:
    """The desk as it stands on `day`, or 404."""
    place = placed_desk(desk_id, day, revision=slow[Slow.PLACES])
    if place is None:
        raise Http404
    return place


def building_of(desk_id: int, day: date, slow: dict[Slow, int]) -> BuildingHours:
    """The building of a desk somebody wants. Raises Refused (`desk_not_in_layout`) where it does not stand that day."""
    place = placed_desk(desk_id, day, revision=slow[Slow.PLACES])
    if place is None:
        raise Refused(BookingRefusal.DESK_NOT_IN_LAYOUT)
    return place.plan.building
