"""What a booking says of its desk: for how long it was held, who is known to have been there, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

Stretch = tuple[datetime, datetime]
"""Half-open, both aware."""

_CANCELLED, _RELEASED, _CHECKED_OUT = "cancelled", "released", "checked_out"


@dataclass(frozen=True, slots=True)
class BookingSeen:
    """A booking of the day, as it stands; offers are none.

    `start` and `end` are the stretch in which it holds the desk, `asked_*` what was asked for. `replaced`: another
    booking took its place; `continued`: it took the place of one whose person had come.
    """

    id: int
    person_id: int
    desk_id: int
    floor_id: int
    area_id: int
    department_id: int | None
    start: datetime
    end: datetime
    asked_start: datetime
    asked_end: datetime
    state: str
    walk_up: bool
    spilled_over: bool
    checked_in_at: datetime | None
    ended_at: datetime | None
    replaced: bool = False
    continued: bool = False


class Fate(StrEnum):
    """What became of a booking. One `open` is under way and nothing is known of its person yet."""

    AS_BOOKED = "as_booked"
    NO_SHOW = "no_show"
    NOT_USED = "not_used"
    CANCELLED = "cancelled"
    WALK_UP = "walk_up"
    UNCOUNTED = "uncounted"
    OPEN = "open"


def held_of(booking: BookingSeen, until: datetime) -> Stretch | None:
    """When its desk counts as taken, up to `until`; None where it was cancelled or released, or came to nothing."""
    if booking.state in (_CANCELLED, _RELEASED):
        return None
    start = booking.start
    if booking.walk_up and booking.checked_in_at is not None:
        start = max(start, booking.checked_in_at)
    return _stretch(start, min(booking.end, until))


def known_of(booking: BookingSeen, stays: Sequence[Stretch], until: datetime) -> list[Stretch]:
    """When somebody is known to have been at its desk, up to `until`.

    From the check-in to the end; and as far as gates say that the person was in the building. They say nothing of the
    desk, but a person who holds a desk and is in the building is believed to sit there.
    """
    held = held_of(booking, until)
    if held is None:
        return []
    found = [_stretch(max(held[0], start), min(held[1], end)) for start, end in stays]
    if booking.checked_in_at is not None:
        found.append(_stretch(max(held[0], booking.checked_in_at), held[1]))
    return joined([one for one in found if one is not None])


def fate_of(booking: BookingSeen, known: Sequence[Stretch], until: datetime) -> Fate:
    """What became of it at `until`."""
    came = bool(known) or booking.checked_in_at is not None
    if booking.walk_up:
        return Fate.WALK_UP
    if booking.continued or (booking.replaced and not came):
        return Fate.UNCOUNTED
    if booking.state == _CANCELLED and (booking.ended_at is None or booking.ended_at <= booking.asked_start):
        return Fate.CANCELLED
    if booking.state == _RELEASED:
        return Fate.NO_SHOW
    if came:
        return Fate.AS_BOOKED
    if booking.state != _CANCELLED and booking.end > until:
        return Fate.OPEN
    return Fate.NOT_USED


def left_early(booking: BookingSeen) -> Stretch | None:
    """What the person gave back by checking out before the end."""
    if booking.state != _CHECKED_OUT or booking.replaced:
        return None
    return _stretch(booking.end, booking.asked_end)


def joined(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The same instants in the fewest stretches, in order."""
    found: list[Stretch] = []
    for start, end in sorted(stretches):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def minutes_within(stretches: Sequence[Stretch], window: Stretch) -> int:
    """Whole minutes of the stretches, which do not overlap, within the window; each is rounded down."""
    return sum(
        max(int((min(end, window[1]) - max(start, window[0])).total_seconds()) // 60, 0) for start, end in stretches
    )


def _stretch(start: datetime, end: datetime) -> Stretch | None:
    return (start, end) if start < end else None
