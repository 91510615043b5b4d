"""What stands behind a section's halves: desks of bookings, requests that are approved or wait, and people's notes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.prepared import prepared_cursor
from plans.models import OwnPlan
from telework.models import TeleworkRequest
from telework.policies.forms import Unit
from telework.policies.states import HOLDING_REQUESTS, RequestState


@dataclass(frozen=True, slots=True)
class SeatHeld:
    """The desk of a booking, by its codes. `present` says that the person has checked in there."""

    desk: Mapping[str, object]
    present: bool


@dataclass(frozen=True, slots=True)
class WaitingRequest:
    """A request that holds nothing yet: `draft`, `submitted` or `returned`; `am` and `pm` say which halves it wants."""

    id: int
    person_id: int
    day: date
    version: int
    state: str
    form: str
    unit: str
    am: bool
    pm: bool
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class SectionRequests:
    """Requests of a period: those that hold their stretch by id, and those that wait by person and day."""

    holding: Mapping[int, Mapping[str, object]]
    waiting: Mapping[tuple[int, date], Sequence[WaitingRequest]]


def seats_of(booking_ids: Sequence[int]) -> dict[int, SeatHeld]:
    """The desks of these bookings, by booking; one query."""
    if not booking_ids:
        return {}
    with prepared_cursor() as cursor:
        cursor.execute(_SEATS, [list(booking_ids)])
        rows = cursor.fetchall()
    desks: dict[int, Mapping[str, object]] = {}
    found: dict[int, SeatHeld] = {}
    for booking, desk, code, floor, floor_name, present in rows:
        brief = desks.get(desk)
        if brief is None:
            brief = desks[desk] = {"id": desk, "code": code, "floor": floor, "floor_name": floor_name}
        found[booking] = SeatHeld(brief, present)
    return found


def requests_of(person_ids: Sequence[int], first: date, last: date, noon: Mapping[date, datetime]) -> SectionRequests:
    """The requests of these people from `first` to `last`, both included; one query.

    `noon` of a day divides its halves for requests by hours.
    """
    rows = TeleworkRequest.objects.filter(
        person_id__in=person_ids,
        day__range=(first, last),
        state__in=[*_WAITING, *HOLDING_REQUESTS],
    )
    holding: dict[int, Mapping[str, object]] = {}
    waiting: dict[tuple[int, date], list[WaitingRequest]] = {}
    for number, person_id, day, version, state, form, unit, during in rows.order_by("pk").values_list(
        "pk", "person_id", "day", "version", "state", "form", "unit", "during"
    ):
        if state not in _WAITING:
            holding[number] = {"id": number, "state": state, "form": form}
            continue
        start, end = during.lower, during.upper
        am = unit in {Unit.FULL, Unit.AM} or (unit == Unit.HOURS and start < noon[day])
        pm = unit in {Unit.FULL, Unit.PM} or (unit == Unit.HOURS and end > noon[day])
        waiting.setdefault((person_id, day), []).append(
            WaitingRequest(number, person_id, day, version, state, form, unit, am, pm, start, end)
        )
    return SectionRequests(holding, waiting)


def notes_of(plan_ids: Sequence[int]) -> dict[int, str]:
    """What people noted of these trips and leaves, by plan; one query, none where there is nothing to ask."""
    if not plan_ids:
        return {}
    return dict(OwnPlan.objects.filter(pk__in=plan_ids).exclude(note="").values_list("pk", "note"))


_WAITING = (RequestState.DRAFT.value, RequestState.SUBMITTED.value, RequestState.RETURNED.value)

_SEATS = """
SELECT booking.id, booking.desk_id, desk.code, booking.floor_id, floor.name, booking.state = 'checked_in'
FROM bookings_booking booking
JOIN spaces_desk desk ON desk.id = booking.desk_id
JOIN spaces_floor floor ON floor.id = booking.floor_id
WHERE booking.id = ANY(%s)
"""
