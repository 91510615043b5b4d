"""Everything that speaks for or against days of telework that one person wishes for; a dozen queries."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time

from core import clock
from core.interval import Interval
from core.refused import Refused
from core.revision import Slow
from plans.policies import Stretch
from plans.policies.half_days import HalfDays
from plans.policies.picture import DayHalves, counts_on_site
from plans.selectors.halves import half_days
from plans.selectors.team_days import team_days_of
from plans.selectors.working_days import CityCalendar, city_calendar
from telework.models import TeleworkRequest
from telework.policies.forms import Terminal, Unit
from telework.policies.limits import Counted, OnSite, Pool, Possible, counted, week_of
from telework.policies.request_hours import hours_of, shift_hours, working_day_after, working_day_before
from telework.policies.request_rules import DISPLACES, DayFacts, DayWish, Judgement, judged
from telework.selectors.counting import counted_days, other_requests, pool_at, pool_of, standing_of
from telework.selectors.registrations import TeleworkFacts, telework_facts
from telework.selectors.staffing import Staffing, away, staffing_of


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wished for on each of several days; `hours` only for Unit.HOURS, `shift` empty for the day's own."""

    unit: Unit
    form: str
    terminal: str
    documents: str = ""
    shift: str = ""
    hours: tuple[time, time] | None = None
    post_hoc: bool = False
    recorded: bool = False


@dataclass(frozen=True, slots=True)
class JudgedDay:
    """One day, what speaks against it, what it would take the place of, and what it would come to."""

    day: date
    during: Interval
    shift: str
    judgement: Judgement
    lets_go: Sequence[Stretch]
    on_site: Sequence[OnSite]
    counts: Counted

    @property
    def refused(self) -> Refused | None:
        return self.judgement.problems[0] if self.judgement.problems else None


@dataclass
class PersonDays:
    """One person over some days, as the rules see them; what is taken is counted with the next day."""

    person_id: int
    facts: TeleworkFacts
    calendar: CityCalendar
    halves: HalfDays
    staffing: Staffing
    others: list[TeleworkRequest]
    team_days: Mapping[date, Sequence[str]]
    slow: Mapping[Slow, int]
    but: Collection[int] = ()
    _taken: list[tuple[date, Interval]] = field(default_factory=list)

    def ledger(self, day: date) -> Sequence[Stretch]:
        """The standing stretches of the day, those of the requests left out (`but`) not among them."""
        return [
            one
            for one in self.staffing.ledger.get(self.person_id, {}).get(day, ())
            if not (one.holder_kind == "telework" and one.holder_id in self.but)
        ]

    def shift(self, day: date) -> str:
        """The code of the shift class of the day."""
        return self._picture(day).shift

    def judge(self, day: date, wanted: Wanted) -> JudgedDay:
        """What speaks against `wanted` on `day`."""
        shift = wanted.shift or self.shift(day)
        during = hours_of(day, wanted.unit, shift, self.halves, clock.city_zone(), wanted.hours)
        return self.judge_stretch(day, during, shift, wanted)

    def judge_stretch(self, day: date, during: Interval, shift: str, wanted: Wanted) -> JudgedDay:
        """As `judge`, for a stretch that stands already."""
        return self._judged(day, during, shift, wanted, suggest=True)

    def _judged(self, day: date, during: Interval, shift: str, wanted: Wanted, *, suggest: bool) -> JudgedDay:
        rules = self.facts.rules(day)
        department = self.facts.department(day)
        lineage = tuple(department.lineage) if department else ()
        local = clock.in_city(during)
        wish = DayWish(
            day,
            during,
            wanted.form,
            wanted.terminal,
            wanted.documents,
            wanted.post_hoc,
            local.start.time(),
            local.end.time(),
            wanted.recorded,
        )
        ledger = self.ledger(day)
        counts = counted(day, self._counted(), self.calendar.is_working_day)
        on_site = self.staffing.after(self.person_id, lineage, day, during)
        post_hoc_days = rules.post_hoc_days.value
        is_working_day = self.calendar.is_working_day
        facts = DayFacts(
            now=clock.now(),
            today=clock.today(),
            working_day=is_working_day(day),
            apply_until=clock.at(
                working_day_before(day, rules.apply_by_days.value, is_working_day), rules.apply_by_time.value
            ),
            post_hoc_until=working_day_after(day, post_hoc_days, is_working_day) if post_hoc_days else None,
            ledger=ledger,
            others=other_requests(self.others),
            counts=counts,
            office_days=self._office_days(day, during),
            shift=shift_hours(day, shift, clock.city_zone()),
            rest=self._rest(day),
            on_site=on_site,
            possible=self._possible(day, wanted) if suggest and any(one.too_few for one in on_site) else None,
            team_day=self._meets_team_day(day, during),
            pool=self._pool(lineage, during, wanted.terminal, rules.pool_terminals.value),
            reason_class=self.facts.reason_class(day),
            ineligible=self.facts.refused(day),
            bear_in_mind=self.facts.warned(day),
        )
        lets_go = [one for one in ledger if one.holder_kind in DISPLACES and one.during.overlaps(during)]
        return JudgedDay(day, during, shift, judged(wish, facts, rules), lets_go, on_site, counts)

    def _possible(self, day: date, wanted: Wanted) -> Possible:
        parts = [unit for unit in (Unit.AM, Unit.PM) if unit is not wanted.unit]
        days = [one for one in week_of(day) if one != day and one >= clock.today()]
        return Possible(
            tuple(unit.value for unit in parts if self._fits(day, replace(wanted, unit=unit, hours=None))),
            tuple(one for one in days if self._fits(one, wanted)),
        )

    def _fits(self, day: date, wanted: Wanted) -> bool:
        shift = wanted.shift or self.shift(day)
        during = hours_of(day, wanted.unit, shift, self.halves, clock.city_zone(), wanted.hours)
        one = self._judged(day, during, shift, wanted, suggest=False)
        return one.refused is None and not any(here.too_few for here in one.on_site)

    def take(self, one: JudgedDay) -> None:
        """Count the day with those that are judged after it."""
        self._taken.append((one.day, one.during))

    def _picture(self, day: date) -> DayHalves:
        return self.staffing.pictures[self.person_id][day]

    def _counted(self) -> set[date]:
        return counted_days(self.others) | {day for day, _ in self._taken}

    def _rest(self, day: date) -> Interval:
        return Interval(clock.at(day, self.halves.am_ends_at), clock.at(day, self.halves.pm_starts_at))

    def _office_days(self, day: date, during: Interval) -> int:
        elsewhere: dict[date, list[Interval]] = {day: [during]}
        for other in self.others:
            elsewhere.setdefault(other.day, []).append(other.interval)
        for taken, stretch in self._taken:
            elsewhere.setdefault(taken, []).append(stretch)
        return sum(
            any(self._in_office(one, half, elsewhere.get(one, ())) for half in ("am", "pm"))
            for one in week_of(day)
            if self.calendar.is_working_day(one)
        )

    def _in_office(self, day: date, half: str, elsewhere: Sequence[Interval]) -> bool:
        hours = self.staffing.hours(day, half)
        if not counts_on_site(getattr(self._picture(day), half)):
            return False
        return not any(away(self.ledger(day), one, hours) for one in elsewhere if one.overlaps(hours))

    def _meets_team_day(self, day: date, during: Interval) -> bool:
        return any(
            any(self.staffing.hours(day, half).overlaps(during) for half in ("am", "pm") if part in (half, "full"))
            for part in self.team_days.get(day, ())
        )

    def _pool(self, lineage: Sequence[int], during: Interval, terminal: str, limited: int | None) -> Pool | None:
        if terminal != Terminal.POOL or limited is None:
            return None
        where = pool_of(lineage)
        return pool_at(where, during, but=self.but)[0] if where else None


def person_days(
    person_id: int, days: Collection[date], slow: Mapping[Slow, int], *, but: Collection[int] = ()
) -> PersonDays:
    """What decides about telework of the person on `days`; `but` are requests that would be replaced by it."""
    first, last = week_of(min(days))[0], week_of(max(days))[-1]
    facts = telework_facts([person_id], first=first, last=last, slow=slow)[person_id]
    departments = {one.pk: one for day in days if (one := facts.department(day)) is not None}
    staffing = staffing_of([tuple(one.lineage) for one in departments.values()], [person_id], {first, last}, slow)
    team_days: dict[date, list[str]] = {}
    for team_day in team_days_of(departments, first, last):
        team_days.setdefault(team_day.day, []).append(team_day.part)
    return PersonDays(
        person_id,
        facts,
        city_calendar(slow[Slow.CALENDAR]),
        half_days(slow),
        staffing,
        standing_of([person_id], first, last, but=but).get(person_id, []),
        team_days,
        slow,
        but,
    )
