"""Waits follow the roll: leavers wait no longer, nor do the moved for areas that are theirs no more."""

from collections.abc import Sequence

from audit.services import Happening, record_all
from bookings.models import Booking
from bookings.selectors.after_moving import after_moving
from bookings.services.freeing import freed_together
from bookings.services.offering import end_offer
from core import clock
from directory.policies.roll_changed import Effect, RollChanged
from waitlists.models import Wait
from waitlists.policies.states import LIVE_WAITS, WaitState

LEFT = "left"
MOVED = "moved"


def waits_end(change: RollChanged) -> None:
    """End these waits before anything becomes free by the same change; their offers go to the next in line.

    Runs under the lock of all places alone, which bookings ask for.
    """
    ending = _ending(change, locked=True)
    offers = [wait.booking_id for wait, _ in ending if wait.booking_id is not None]
    now = clock.now()
    Wait.objects.filter(pk__in=[wait.pk for wait, _ in ending]).update(state=WaitState.ENDED, ended_at=now)
    record_all([_ended(wait, because) for wait, because in ending])
    with freed_together():
        for offer in Booking.objects.offered().select_for_update().filter(pk__in=offers).order_by("pk"):
            end_offer(offer, because="withdrawn")


def ending_waits(change: RollChanged) -> list[Effect]:
    """Each wait that would end."""
    return [
        Effect(
            "wait",
            wait.person_id,
            {
                "day": wait.day.isoformat(),
                "start": wait.interval.start.isoformat(),
                "end": wait.interval.end.isoformat(),
                "because": because,
            },
        )
        for wait, because in _ending(change)
    ]


def _ending(change: RollChanged, *, locked: bool = False) -> Sequence[tuple[Wait, str]]:
    people = [*change.left, *change.moved_ids]
    if not people:
        return []
    rows = Wait.objects.filter(state__in=LIVE_WAITS, person_id__in=people, day__gte=change.day).order_by("pk")
    waits = list(rows.select_for_update() if locked else rows)
    left = set(change.left)
    after = after_moving(change, {wait.person_id for wait in waits} - left)
    ending = []
    for wait in waits:
        if wait.person_id in left:
            ending.append((wait, LEFT))
        elif set(wait.area_ids).isdisjoint(after.areas(wait.person_id, wait.day)):
            ending.append((wait, MOVED))
    return ending


def _ended(wait: Wait, because: str) -> Happening:
    return Happening(
        kind="waitlist.ended",
        subject_kind="wait",
        subject_id=wait.pk,
        after={
            "person": wait.person_id,
            "day": wait.day.isoformat(),
            "start": wait.interval.start.isoformat(),
            "end": wait.interval.end.isoformat(),
            "area": wait.area_id,
            "state": WaitState.ENDED.value,
            "because": because,
        },
    )
