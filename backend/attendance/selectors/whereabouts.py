"""Where people found by search are on a day and in the days after it, and where one person is on a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from attendance.policies.details import Details, details_for
from attendance.selectors.pictures import DayPicture, Days, ShownStretch, pictures
from attendance.selectors.plan_days import CalendarDay, PlanDay, calendar_days
from core import clock
from core.revision import Slow
from people.models import Person
from people.policies.visibility import Seen, Viewer, may_see_where
from people.selectors.favourites import favourites_among
from people.selectors.seen import seen_people
from plans.policies.half_days import current_or_next
from plans.policies.picture import Source
from plans.selectors.working_days import city_calendar


@dataclass(frozen=True, slots=True)
class PersonFound:
    """A person, and where they are on the day asked for, as far as the viewer may know and the ledger knows.

    Today `now` is where they are now or next; on another day, where they begin. `visible` is false where it is not for
    the viewer to know. `days` are the working days asked for, if any.
    """

    person: Person
    now: ShownStretch | None
    visible: bool
    favourite: bool
    days: Sequence[PlanDay] = ()


def whereabouts(
    people: Sequence[Person], viewer: Viewer, slow: Mapping[Slow, int], *, day: date, working_days: int = 0
) -> list[PersonFound]:
    """Where each of `people` is on `day`, today or later, in the same order; four queries for any number of people.

    With `working_days`, also on the next so many working days, counted from `day`.
    """
    today = clock.today()
    ahead = city_calendar(slow[Slow.CALENDAR]).working_days_from(day, working_days) if working_days else []
    last = max([day, *ahead])
    seen = seen_people(people, first=day, last=day)
    open_to_viewer = [pk for pk, one in seen.items() if may_see_where(viewer, one, day=day, today=today)]
    found = pictures(open_to_viewer, day, last, slow)
    marked = favourites_among(viewer.person_id, [person.pk for person in people])
    dates = [one for one in calendar_days(day, last, slow) if one.day in ahead]
    return [
        _found(person, _told(found.get(person.pk), viewer, seen[person.pk]), day, dates, marked=person.pk in marked)
        for person in people
    ]


def _told(days: Days | None, viewer: Viewer, seen: Seen) -> Days | None:
    if days is None:
        return None
    details = details_for(viewer, seen)
    return {day: picture.told(details) for day, picture in days.items()}


def _found(person: Person, days: Days | None, day: date, dates: Sequence[CalendarDay], *, marked: bool) -> PersonFound:
    return PersonFound(
        person,
        _now(days[day], day) if days else None,
        visible=days is not None,
        favourite=marked,
        days=[PlanDay(one, days[one.day] if days else None) for one in dates],
    )


def _now(picture: DayPicture, day: date) -> ShownStretch | None:
    """Today where now or next, else where the day begins; by the usual week where nothing is held, never presumed."""
    if picture.stretches:
        return current_or_next(picture.stretches, clock.now()) if day == clock.today() else picture.stretches[0]
    usual = [half for half in (picture.am, picture.pm) if half is not None and half.source is not Source.DEFAULT]
    return current_or_next(usual, clock.now()) if day == clock.today() else next(iter(usual), None)


def seen_on(person: Person, day: date) -> Seen:
    """What decides who may see where the person is on `day`."""
    return seen_people([person], first=day, last=day)[person.pk]


def day_of(person_id: int, day: date, details: Details, slow: Mapping[Slow, int]) -> Sequence[ShownStretch]:
    """What is held of the person's `day` in order of time, with what may be told of it."""
    return pictures([person_id], day, day, slow)[person_id][day].told(details).stretches
