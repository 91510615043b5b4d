"""A section's days: who is where, as far as the viewer may know."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from attendance.policies.details import details_for
from attendance.selectors.plan_days import CalendarDay, calendar_days
from attendance.selectors.section_details import (
    SeatHeld,
    SectionRequests,
    WaitingRequest,
    notes_of,
    requests_of,
    seats_of,
)
from attendance.selectors.section_facts import SectionFacts, SectionTeamDay
from attendance.selectors.section_roll import SectionRoll
from bookings.services.holder import KIND as BOOKING
from core import clock
from core.revision import Slow
from people.policies.visibility import Viewer, is_manager_of, may_see_where
from people.selectors.seen import Member
from plans.policies.claims import OWN
from plans.policies.picture import DayHalves, counts_on_site
from plans.selectors.days import halves_of
from plans.selectors.halves import half_days
from telework.policies.states import RequestState


@dataclass(frozen=True, slots=True)
class SectionPerson:
    """A member's days: None where the viewer may not know one. `waiting` are the requests the viewer may know of.

    `notes` says whether the viewer may read what the person noted of a trip or a leave.
    """

    member: Member
    me: bool
    may_decide: bool
    notes: bool
    days: Sequence[DayHalves | None]
    waiting: Mapping[date, Sequence[WaitingRequest]]

    @property
    def visible(self) -> bool:
        """Whether any of the days is for the viewer to know."""
        return any(day is not None for day in self.days)


@dataclass(frozen=True, slots=True)
class SectionDay:
    """How many of those whom the viewer may see are on site in each half, and how many are not theirs to see.

    `short_am` and `short_pm` are what is missing to the minimum on a working day; 0 where somebody is not to be seen,
    because nobody could say.
    """

    date: CalendarDay
    on_site_am: int
    on_site_pm: int
    short_am: int
    short_pm: int
    unseen: int
    team_day: SectionTeamDay | None


@dataclass(frozen=True, slots=True)
class Section:
    """People down, days across. `notes` are by the plan that holds the half.

    `past_of` are the ids of others whose past days are shown.
    `managed` are those of the section's lineage whose 所属長 the viewer is, or is of a department above.
    """

    roll: SectionRoll
    people: Sequence[SectionPerson]
    days: Sequence[SectionDay]
    seats: Mapping[int, SeatHeld]
    notes: Mapping[int, str]
    requests: SectionRequests
    managed: frozenset[int]
    past_of: tuple[int, ...]


def section(
    roll: SectionRoll, facts: SectionFacts, viewer: Viewer, first: date, last: date, slow: Mapping[Slow, int]
) -> Section:
    """The days of the section from `first` to `last`, both included, as `viewer` may see them.

    Four queries, and one where there are notes to be read.
    """
    dates, today, ids = calendar_days(first, last, slow), clock.today(), roll.person_ids
    halves = halves_of(ids, first, last, slow)
    ends_at = half_days(slow).am_ends_at
    requests = requests_of(ids, first, last, {one.day: clock.at(one.day, ends_at) for one in dates})
    people = [_person(member, viewer, facts, dates, halves, requests, today=today) for member in roll.members]
    team_days = {one.day: one for one in reversed(facts.team_days)}
    return Section(
        roll,
        people,
        [_counted(number, date, people, roll, team_days) for number, date in enumerate(dates)],
        seats_of(_holders(people, BOOKING)),
        notes_of(_holders([one for one in people if one.notes], OWN)),
        requests,
        managed=_managed(viewer, roll.lineage),
        past_of=tuple(
            one.member.person.pk
            for one in people
            if not one.me
            and any(day is not None and date.day < today for day, date in zip(one.days, dates, strict=True))
        ),
    )


def _managed(viewer: Viewer, lineage: Sequence[int]) -> frozenset[int]:
    """Those of the departments from the root down whose team days the viewer may set: the managed ones and below."""
    first = next((number for number, one in enumerate(lineage) if one in viewer.manages), len(lineage))
    return frozenset(lineage[first:])


def _person(
    member: Member,
    viewer: Viewer,
    facts: SectionFacts,
    dates: Sequence[CalendarDay],
    halves: Mapping[int, Mapping[date, DayHalves]],
    requests: SectionRequests,
    *,
    today: date,
) -> SectionPerson:
    person_id, seen = member.person.pk, member.seen
    me = person_id == viewer.person_id
    may_decide = not me and (is_manager_of(viewer, seen.lineage) or not facts.decides_for.isdisjoint(seen.lineage))
    # Who may see depends on whether the day is past, and on nothing else of it.
    before, after = (may_see_where(viewer, seen, day=day, today=today) for day in (date.min, today))
    mine = halves[person_id]
    days = [mine[one.day] if (after if one.day >= today else before) else None for one in dates]
    waiting: dict[date, Sequence[WaitingRequest]] = {}
    if me or may_decide:
        for day, halves_of_day in zip(dates, days, strict=True):
            if halves_of_day is not None and (found := requests.waiting.get((person_id, day.day))):
                waiting[day.day] = [one for one in found if me or one.state == RequestState.SUBMITTED]
    return SectionPerson(member, me, may_decide, details_for(viewer, seen).notes, days, waiting)


def _counted(
    number: int,
    date: CalendarDay,
    people: Sequence[SectionPerson],
    roll: SectionRoll,
    team_days: Mapping[date, SectionTeamDay],
) -> SectionDay:
    # Those whose main post is here: who helps out from elsewhere is counted there.
    days = [one.days[number] for one in people if one.member.main]
    unseen = sum(day is None for day in days)
    am = sum(counts_on_site(day.am) for day in days if day is not None)
    pm = sum(counts_on_site(day.pm) for day in days if day is not None)
    needed = roll.minimum_on_site if date.working_day and not unseen else 0
    return SectionDay(date, am, pm, max(0, needed - am), max(0, needed - pm), unseen, team_days.get(date.day))


def _holders(people: Sequence[SectionPerson], kind: str) -> list[int]:
    """The ids of what holds these people's halves, of one kind."""
    held = {
        half.holder_id
        for one in people
        for day in one.days
        if day is not None
        for half in (day.am, day.pm)
        if half is not None and half.holder_kind == kind and half.holder_id is not None
    }
    return list(held)
