"""Say a week again in another week: the same desks, requests of telework, words of one's own, and shift classes."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial

from django.db import transaction

from attendance.policies.copying import Copied, CopiedShift, CopiedWeek, Outcome
from attendance.selectors.given_shifts import shifts_to_copy
from attendance.selectors.pictures import DayPicture, ShownStretch, pictures
from attendance.services.my_days import lock_sections, plan_own_day
from bookings.services.booking import book_desk
from bookings.services.deciding import queue_for_all
from core import clock
from core.interval import Interval
from core.refused import Refused
from core.revision import Slow, revisions
from plans.policies.half_days import HalfDays
from plans.policies.own_days import Wish, Word, day_refused
from plans.policies.picture import Source
from plans.selectors.halves import half_days
from plans.selectors.working_days import city_calendar
from telework.models import TeleworkRequest
from telework.policies.forms import Unit
from telework.policies.request_refusals import RequestRefusal
from telework.policies.states import STANDING_REQUESTS
from telework.services.requests import Content, enter_many

DAYS_A_WEEK = 7
HALVES = ("am", "pm")
_SAID = frozenset({Wish.OFFICE.value, Wish.TRIP.value, Wish.LEAVE.value})


@dataclass
class _Thing:
    """Something that fills one half of a day or both, to be had on `day` of the other week."""

    day: date
    shown: ShownStretch
    halves: list[str] = field(default_factory=list)

    def came_to(self, outcome: Outcome, refused: Refused | None = None) -> Iterator[Copied]:
        source = str(self.shown.source)
        return (Copied(self.day, half, self.shown.place, source, outcome, refused) for half in self.halves)


@transaction.atomic
def copy_week(*, person_id: int, from_monday: date, to_monday: date, preview: bool = False) -> CopiedWeek:
    """Copy what somebody planned in a week, half by half, to where nothing is planned in the other; shifts as well.

    Each thing is had or refused by itself, as if it had been asked for alone. A preview does the same and undoes it.
    """
    slow = revisions()
    away = timedelta(days=(to_monday - from_monday).days)
    days = [to_monday + timedelta(days=number) for number in range(DAYS_A_WEEK)]
    lock_sections(person_id, days)
    queue_for_all([person_id], [])
    before = pictures([person_id], from_monday, from_monday + timedelta(days=DAYS_A_WEEK - 1), slow)[person_id]
    there = pictures([person_id], days[0], days[-1], slow)[person_id]
    shown = (one for day in (*before.values(), *there.values()) for one in (day.am, day.pm, *day.stretches))
    queue_for_all([person_id], {one.desk.id for one in shown if one and one.desk})
    calendar = city_calendar(slow[Slow.CALENDAR])
    shifts = [
        _shift_copied(person_id, one, works=calendar.is_working_day(one.day))
        for one in shifts_to_copy(person_id, from_monday, days)
    ]
    copied: list[Copied] = []
    wanted: list[_Thing] = []
    for thing in (thing for day, picture in before.items() for thing in _things(day + away, picture)):
        copied += _kept(thing, there[thing.day])
        if not thing.halves:
            continue
        if refused := day_refused(thing.day, clock.today(), works=calendar.is_working_day(thing.day)):
            copied += thing.came_to(Outcome.REFUSED, refused)
        else:
            wanted.append(thing)
    copied += _take(person_id, wanted, away, half_days(slow))
    if preview:
        transaction.set_rollback(True)
    return CopiedWeek(sorted(copied, key=lambda one: (one.day, one.half)), shifts)


def _shift_copied(person_id: int, one: CopiedShift, *, works: bool) -> CopiedShift:
    """Give the day its shift class: before its halves, whose hours follow from it."""
    if one.outcome is not Outcome.DONE:
        return one
    if refused := day_refused(one.day, clock.today(), works=works):
        return replace(one, outcome=Outcome.REFUSED, refused=refused)
    plan_own_day(person_id=person_id, day=one.day, shift=one.shift)
    return one


def _things(day: date, picture: DayPicture) -> list[_Thing]:
    found: dict[tuple[str, object], _Thing] = {}
    for name in HALVES:
        half: ShownStretch | None = getattr(picture, name)
        if half is None or not _planned(half) or (half.source is Source.OWN and half.place not in _SAID):
            continue
        behind: object = half.booking or (half.request.id if half.request else name)
        found.setdefault((str(half.source), behind), _Thing(day, half)).halves.append(name)
    return list(found.values())


def _kept(thing: _Thing, there: DayPicture) -> list[Copied]:
    """Take the halves out of `thing` in which something stands already."""
    planned = [half for half in thing.halves if _planned(getattr(there, half))]
    kept = [one for one in thing.came_to(Outcome.KEPT) if one.half in planned]
    thing.halves = [half for half in thing.halves if half not in planned]
    return kept


def _planned(half: ShownStretch | None) -> bool:
    return half is not None and half.source not in (Source.PATTERN, Source.DEFAULT)


def _take(person_id: int, wanted: Sequence[_Thing], away: timedelta, halves: HalfDays) -> Iterator[Copied]:
    requests: dict[Content, list[_Thing]] = defaultdict(list)
    contents = _contents([one.shown.request.id for one in wanted if one.shown.request])
    for thing in wanted:
        if thing.shown.request is not None:
            requests[contents[thing.shown.request.id]].append(thing)
        elif thing.shown.desk is not None:
            during = _hours(thing, away, halves)
            yield from _tried(
                thing, partial(book_desk, person_id=person_id, desk_id=thing.shown.desk.id, during=during)
            )
        else:
            word = Word(Wish(thing.shown.place), thing.shown.note)
            am, pm = (word if half in thing.halves else None for half in HALVES)
            yield from _tried(thing, partial(plan_own_day, person_id=person_id, day=thing.day, am=am, pm=pm))
    for content, things in requests.items():
        yield from _requested(person_id, content, things)


def _tried(thing: _Thing, act: Callable[[], object]) -> Iterator[Copied]:
    try:
        with transaction.atomic():
            act()
    except Refused as refused:
        return thing.came_to(Outcome.REFUSED, refused)
    return thing.came_to(Outcome.DONE)


def _requested(person_id: int, content: Content, things: Sequence[_Thing]) -> Iterator[Copied]:
    """Ask for all days in one: whoever decides hears of them once. Days that cannot be had are left out."""
    left = {thing.day: thing for thing in things}
    while left:
        try:
            with transaction.atomic():
                enter_many(person_id=person_id, days=list(left), content=content)
        except Refused as refused:
            if refused.code != RequestRefusal.SERIES_NOT_POSSIBLE:
                for thing in left.values():
                    yield from thing.came_to(Outcome.REFUSED, refused)
                return
            for one in refused.facts["dates"]:
                yield from left.pop(one["day"]).came_to(Outcome.REFUSED, one["refusal"])
            continue
        for thing in left.values():
            yield from thing.came_to(Outcome.DONE)
        return


def _hours(thing: _Thing, away: timedelta, halves: HalfDays) -> Interval:
    """The same clock times on the other day, cut to the half where the other one is not to be had."""
    start, end = thing.shown.start + away, thing.shown.end + away
    if thing.halves == ["am"]:
        end = min(end, max(clock.at(thing.day, halves.am_ends_at), start + timedelta(minutes=1)))
    if thing.halves == ["pm"]:
        start = max(start, min(clock.at(thing.day, halves.pm_starts_at), end - timedelta(minutes=1)))
    return Interval(start, end)


def _contents(request_ids: Sequence[int]) -> Mapping[int, Content]:
    rows = TeleworkRequest.objects.filter(pk__in=request_ids, state__in=STANDING_REQUESTS)
    return {one.pk: _content(one) for one in rows}


def _content(one: TeleworkRequest) -> Content:
    unit, during = Unit(one.unit), clock.in_city(one.interval)
    hours = (during.start.time(), during.end.time()) if unit is Unit.HOURS else None
    return Content(
        unit=unit,
        form=one.form,
        terminal=one.terminal,
        treatment=one.treatment,
        hours=hours,
        place=one.place,
        tasks=one.tasks,
        contact=one.contact,
        documents=one.documents,
    )
