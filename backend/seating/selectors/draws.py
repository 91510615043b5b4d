"""Draws as they are told: to those who may draw, and to each who was drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from bookings.selectors.shown import DeskPlace, place_of
from core import clock
from core.pagination import Key
from core.refused import Refused
from people.models import Person
from people.policies.visibility import Viewer
from people.selectors.seen import seen_people
from seating.models import DrawnSeat, DrawState, SectionDraw
from seating.policies.discretion import Discretion, discretion_of
from seating.policies.draw_record import as_read
from seating.policies.refusals import SeatingRefusal
from seating.policies.section_draw import draw
from seating.selectors.draw_plan import DrawPlan, SeatPlanned
from spaces.selectors import placed_desk


@dataclass(frozen=True, slots=True)
class ShownSeat:
    """One person's part in a draw."""

    person: Person
    outcome: str
    desk: DeskPlace | None
    booking_state: str | None
    reasons: Sequence[dict[str, Any]]


def told_seats(seats: Sequence[ShownSeat], viewer: Viewer, day: date) -> list[ShownSeat]:
    """The seats as `viewer` may hear them: of whom the viewer may not see where they are on `day`, only the name.

    One query. Facilities draw for sections that they do not manage, so not everybody in a draw shows them where they
    are; why somebody may hold no desk is for the person and their managers.
    """
    today = clock.today()
    seen = seen_people([seat.person for seat in seats], first=today, last=today)
    discretion = discretion_of(viewer, seen, delegators=(), day=day, today=today)
    return [_told(seat, discretion) for seat in seats]


def _told(seat: ShownSeat, discretion: Discretion) -> ShownSeat:
    if seat.person.pk in discretion.unseen:
        return ShownSeat(seat.person, "hidden", None, None, ())
    return replace(seat, reasons=[_told_reason(reason, seat.person.pk, discretion) for reason in seat.reasons])


def _told_reason(reason: dict[str, Any], person_id: int, discretion: Discretion) -> dict[str, Any]:
    """A refusal is there as it was raised in a plan, and by its code in a record."""
    refusal = reason.get("refusal")
    if isinstance(refusal, Refused):
        return {**reason, "refusal": discretion.told(refusal, person_id)}
    if refusal is None or discretion.may_tell(refusal, person_id):
        return reason
    return {**reason, "refusal": str(SeatingRefusal.PERSON_NOT_FREE)}


@dataclass(frozen=True, slots=True)
class DrawPages:
    """Draws that were done, the newest first."""

    rows: "QuerySet[SectionDraw]"

    def fetch(self, after: Key | None, backwards: bool, limit: int) -> list[SectionDraw]:
        """At most `limit` draws beyond the key `after`: core.pagination's fetch."""
        rows = self.rows
        if after is not None:
            rows = rows.filter(pk__gt=after[0]) if backwards else rows.filter(pk__lt=after[0])
        return list(rows.order_by("pk" if backwards else "-pk")[:limit])

    @staticmethod
    def key(row: SectionDraw) -> Key:
        return (row.pk,)


def draws_seen_by(viewer: Viewer, *, everywhere: bool, department_id: int | None) -> DrawPages:
    """The draws that were done (and perhaps undone) in departments that the viewer manages, or `everywhere`, and those
    that the viewer took part in.
    """
    rows = SectionDraw.objects.exclude(state=DrawState.PROPOSED).select_related("department", "drawn_by__department")
    if not everywhere:
        mine = Q(seats__person_id=viewer.person_id or 0)
        rows = rows.filter(mine | Q(department__lineage__overlap=list(viewer.manages))).distinct()
    if department_id is not None:
        rows = rows.filter(department_id=department_id)
    return DrawPages(rows)


def shown_plan(plan: DrawPlan) -> list[ShownSeat]:
    """The seats of a draw that is only proposed, or has just been done."""
    return [_planned(seat) for seat in plan.seats]


def shown_seats(row: SectionDraw, *, only: int | None = None) -> list[ShownSeat]:
    """The seats of a draw that was done, in order of staff numbers; `only` one person's."""
    rows = row.seats.select_related("person__department", "desk", "booking").order_by("person__number")
    if only is not None:
        rows = rows.filter(person_id=only)
    return [_recorded(seat, row.day) for seat in rows]


def comes_out_again(row: SectionDraw) -> bool:
    """Whether the draw, made again from its record, gives the seats that it gave."""
    if row.wanted is None:
        return True
    again = draw(as_read(row.wanted), row.seed).seats
    given = row.seats.filter(outcome="gets").values_list("person_id", "desk_id")
    return dict(again) == dict(given)


def _planned(seat: SeatPlanned) -> ShownSeat:
    return ShownSeat(
        person=seat.person,
        outcome=seat.outcome,
        desk=place_of(seat.desk) if seat.desk else None,
        booking_state=seat.booking.state if seat.booking else None,
        reasons=seat.reasons,
    )


def _recorded(seat: DrawnSeat, day: date) -> ShownSeat:
    place = placed_desk(seat.desk_id, day) if seat.desk_id else None
    desk = place_of(place) if place else None
    if seat.desk is not None and desk is None:
        desk = DeskPlace(seat.desk.pk, seat.desk.code, 0, "", 0, "")
    return ShownSeat(seat.person, seat.outcome, desk, seat.booking.state if seat.booking else None, seat.reasons)
