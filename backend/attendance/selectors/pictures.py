"""Where people are, were and will be: the one picture of their days that every screen and report reads."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from attendance.policies.details import EVERYTHING, Details
from attendance.policies.working import working
from attendance.selectors.held_days import Behind, RequestBehind, WaitingRequest, held_days
from bookings.selectors.shown import DeskPlace
from core import clock
from core.revision import Slow
from plans.policies import Stretch
from plans.policies.claims import BOOKING
from plans.policies.picture import DayHalves, Half, Source, source_of
from plans.selectors.days import halves_with
from telework.policies.states import RequestState

SUBMITTED = RequestState.SUBMITTED.value


@dataclass(frozen=True, slots=True)
class ShownStretch:
    """A stretch of a day by the city's clocks, and how it is known.

    `present` says that the person has checked in there, `working` how far the day's work elsewhere is.
    """

    start: datetime
    end: datetime
    place: str
    source: Source
    desk: DeskPlace | None = None
    booking: int | None = None
    request: RequestBehind | None = None
    note: str = ""
    present: bool = False
    working: str | None = None

    def told(self, details: Details) -> "ShownStretch":
        """The stretch with what may be told of it."""
        request = self.request if details.requests else None
        return replace(self, request=request, note=self.note if details.notes else "")


@dataclass(frozen=True, slots=True)
class DayPicture:
    """A day of one person: the halves as they are expected, every stretch that is held, and requests that wait."""

    am: ShownStretch | None
    pm: ShownStretch | None
    shift: str
    stretches: Sequence[ShownStretch] = ()
    pending: Sequence[WaitingRequest] = ()

    def told(self, details: Details) -> "DayPicture":
        """The day with what may be told of it."""
        if details == EVERYTHING:
            return self
        return DayPicture(
            self.am.told(details) if self.am else None,
            self.pm.told(details) if self.pm else None,
            self.shift,
            [one.told(details) for one in self.stretches],
            [one for one in self.pending if details.waiting and (details.drafts or one.state == SUBMITTED)],
        )


Days = dict[date, DayPicture]


def pictures(person_ids: Iterable[int], first: date, last: date, slow: Mapping[Slow, int]) -> dict[int, Days]:
    """Every day from `first` to `last`, both included, of every person; two queries for any number.

    Whether a viewer may see them, and how much of them, is not asked here.
    """
    ids, today = list(person_ids), clock.today()
    held = held_days(ids, first, last, slow[Slow.PLACES])
    halves = halves_with(held.ledger, ids, first, last, slow)
    return {
        person_id: {
            day: _picture(
                one,
                held.ledger.get(person_id, {}).get(day, ()),
                held.behind,
                held.waiting.get((person_id, day), ()),
                day=day,
                today=today,
            )
            for day, one in days.items()
        }
        for person_id, days in halves.items()
    }


def _picture(
    halves: DayHalves,
    held: Sequence[Stretch],
    behind: Mapping[tuple[str, int], Behind],
    waiting: Sequence[WaitingRequest],
    *,
    day: date,
    today: date,
) -> DayPicture:
    if not held and not waiting:
        return DayPicture(_expected(halves.am), _expected(halves.pm), halves.shift)
    stretches = [_shown(one, behind[one.holder_kind, one.holder_id], day, today) for one in held]
    of_half = partial(_of_half, held=held, stretches=stretches)
    pending = [replace(one, start=_by_clock(one.start), end=_by_clock(one.end)) for one in waiting]
    return DayPicture(of_half(halves.am), of_half(halves.pm), halves.shift, stretches, pending)


def _of_half(half: Half | None, held: Sequence[Stretch], stretches: Sequence[ShownStretch]) -> ShownStretch | None:
    if half is None or not half.planned:
        return _expected(half)
    return next(
        shown
        for one, shown in zip(held, stretches, strict=True)
        if (one.holder_kind, one.holder_id, one.start) == (half.holder_kind, half.holder_id, half.start)
    )


def _expected(half: Half | None) -> ShownStretch | None:
    return ShownStretch(half.start, half.end, half.place, half.source) if half else None


def _shown(one: Stretch, behind: Behind, day: date, today: date) -> ShownStretch:
    return ShownStretch(
        start=_by_clock(one.start),
        end=_by_clock(one.end),
        place=one.place,
        source=source_of(one.holder_kind),
        desk=behind.desk,
        booking=one.holder_id if one.holder_kind == BOOKING and behind.desk else None,
        request=behind.request,
        note=behind.note,
        present=behind.present,
        working=working(behind.request.state, day, today) if behind.request else None,
    )


def _by_clock(instant: datetime) -> datetime:
    return instant.astimezone(clock.city_zone())
