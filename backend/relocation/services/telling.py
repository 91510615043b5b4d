"""Write down what was displaced, and let the people hear of it: the notice, which is the way out too."""

from collections.abc import Sequence
from typing import Any

from audit.services import Happening, record, record_all
from bookings.models import Booking
from core import clock
from relocation.models import Displacement
from relocation.policies.causes import Because, DisplacementState
from relocation.services.displacing import Outcome
from spaces.models import Closure
from spaces.selectors.desks import DeskOnFloor

BATCH = 500


def tell_displaced(outcomes: Sequence[Outcome], *, closure: Closure | None = None) -> list[Displacement]:
    """A displacement for each outcome, and its event, in the transaction of the cause."""
    rows = [
        Displacement(
            booking=outcome.lost.booking,
            person_id=outcome.lost.booking.person_id,
            day=outcome.lost.booking.day,
            during=outcome.lost.during.as_range(),
            from_desk_id=outcome.from_desk_id,
            because=outcome.lost.because,
            reason=closure.reason if closure else "",
            closure=closure,
            state=DisplacementState.MOVED if outcome.new else DisplacementState.OFFERED,
            new_booking=outcome.new,
            made_at=clock.now(),
        )
        for outcome in outcomes
    ]
    Displacement.objects.bulk_create(rows, batch_size=BATCH)
    record_all(
        [
            _happening("displaced", row, outcome.from_desk_code, outcome.place)
            for row, outcome in zip(rows, outcomes, strict=True)
        ]
    )
    return rows


def tell_restored(pairs: Sequence[tuple[Booking, DeskOnFloor]]) -> list[Displacement]:
    """Offer people who were moved their old desks, which can be had again; the bookings stand as they are meanwhile."""
    rows = [
        Displacement(
            booking=booking,
            person_id=booking.person_id,
            day=booking.day,
            during=booking.during,
            from_desk_id=booking.desk_id,
            because=Because.RESTORED,
            state=DisplacementState.OFFERED,
            back_to_id=back_to.desk.id,
            made_at=clock.now(),
        )
        for booking, back_to in pairs
    ]
    Displacement.objects.bulk_create(rows, batch_size=BATCH)
    record_all(
        [
            _happening("proposed", row, booking.desk.code, back_to)
            for row, (booking, back_to) in zip(rows, pairs, strict=True)
        ]
    )
    return rows


def record_answer(what: str, displacement: Displacement) -> None:
    """Write the event `relocation.<what>` of an answer."""
    record(
        kind=f"relocation.{what}",
        subject_kind="displacement",
        subject_id=displacement.pk,
        after={
            "person": displacement.person_id,
            "day": displacement.day.isoformat(),
            "booking": displacement.new_booking_id,
        },
    )


def _happening(what: str, row: Displacement, desk_code: str, place: DeskOnFloor | None) -> Happening:
    new: dict[str, Any] = {}
    if place is not None:
        new = {"new_desk": place.desk.id, "new_desk_code": place.desk.code, "new_area_name": place.area.name}
    return Happening(
        kind=f"relocation.{what}",
        subject_kind="displacement",
        subject_id=row.pk,
        after={
            "person": row.person_id,
            "booking": row.booking_id,
            "day": row.day.isoformat(),
            "start": row.interval.start.isoformat(),
            "end": row.interval.end.isoformat(),
            "desk": row.from_desk_id,
            "desk_code": desk_code,
            **new,
            "because": str(row.because),
            "reason": row.reason,
            "state": str(row.state),
        },
    )
