"""How many of a section are on site, half by half, and what somebody's going would leave."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from core import clock
from core.interval import Interval
from core.revision import Slow
from people.models import Department, Post
from plans.policies import Stretch
from plans.policies.half_days import HalfDays
from plans.policies.picture import DayHalves, counts_on_site, half_held
from plans.selectors.days import halves_with
from plans.selectors.halves import half_days
from plans.selectors.ledger import stretches
from telework.policies.limits import OnSite, without

HALVES = ("am", "pm")
Ledger = dict[int, dict[date, list[Stretch]]]


@dataclass(frozen=True, slots=True)
class Member:
    """A main post in a section with a minimum, and the days on which it is held."""

    person_id: int
    first: date | None
    last: date | None

    def on(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass
class Staffing:
    """Sections with a minimum over some days, as the ledger has them; `goes` keeps count while an act goes on."""

    halves: HalfDays
    sections: Mapping[int, Department]
    members: Mapping[int, Sequence[Member]]
    ledger: Ledger
    pictures: Mapping[int, Mapping[date, DayHalves]]
    _counts: dict[tuple[int, date, str], int] = field(default_factory=dict)
    _gone: set[tuple[int, date, str]] = field(default_factory=set)

    def section_of(self, lineage: Iterable[int]) -> Department | None:
        """The nearest department of the lineage that has a minimum."""
        return next((self.sections[pk] for pk in reversed(list(lineage)) if pk in self.sections), None)

    def after(self, person_id: int, lineage: Iterable[int], day: date, during: Interval) -> list[OnSite]:
        """What is left of the section in each half that `during` touches, if this person works elsewhere then."""
        section = self.section_of(lineage)
        if section is None:
            return []
        found = []
        for half in HALVES:
            hours = self.hours(day, half)
            if not hours.overlaps(during):
                continue
            before = self._count(section.pk, day, half)
            leaves = self._leaves(section.pk, person_id, day, half, during)
            found.append(OnSite(half, before, before - leaves, section.minimum_on_site, section.name))
        return found

    def goes(self, person_id: int, lineage: Iterable[int], day: date, during: Interval) -> None:
        """Count the person as elsewhere from now on."""
        section = self.section_of(lineage)
        if section is None:
            return
        for half in HALVES:
            if self._leaves(section.pk, person_id, day, half, during):
                self._counts[section.pk, day, half] = self._count(section.pk, day, half) - 1
                self._gone.add((person_id, day, half))

    def hours(self, day: date, half: str) -> Interval:
        """The half of the day by the building's clocks, as the picture has it."""
        one = self.halves
        start, end = (one.am_starts_at, one.am_ends_at) if half == "am" else (one.pm_starts_at, one.pm_ends_at)
        return Interval(clock.at(day, start), clock.at(day, end))

    def _count(self, section_id: int, day: date, half: str) -> int:
        key = (section_id, day, half)
        if key not in self._counts:
            here = {one.person_id for one in self.members.get(section_id, ()) if one.on(day)}
            self._counts[key] = sum(counts_on_site(getattr(self.pictures[person_id][day], half)) for person_id in here)
        return self._counts[key]

    def _leaves(self, section_id: int, person_id: int, day: date, half: str, during: Interval) -> bool:
        if (person_id, day, half) in self._gone:
            return False
        if not any(one.person_id == person_id and one.on(day) for one in self.members.get(section_id, ())):
            return False
        if not counts_on_site(getattr(self.pictures[person_id][day], half)):
            return False
        return away(self.ledger.get(person_id, {}).get(day, ()), during, self.hours(day, half))


def away(ledger: Sequence[Stretch], during: Interval, half: Interval) -> bool:
    """Whether somebody who works elsewhere in `during` has most of the half elsewhere then."""
    rest = [
        Stretch(left, one.place, one.holder_kind, one.holder_id)
        for one in ledger
        for left in without([one.during], during)
    ]
    filled = half_held([*rest, Stretch(during, "home", "telework", 0)], half)
    return filled is not None and not counts_on_site(filled)


def sections_with_minimum(lineages: Iterable[Sequence[int]]) -> dict[int, Department]:
    """The departments of these lineages that need a number of people on site; one query."""
    wanted = {pk for lineage in lineages for pk in lineage}
    return {one.pk: one for one in Department.objects.filter(pk__in=wanted, minimum_on_site__gt=0)}


def staffing_of(
    lineages: Iterable[Sequence[int]],
    person_ids: Collection[int],
    days: Collection[date],
    slow: Mapping[Slow, int],
    *,
    sections: Mapping[int, Department] | None = None,
) -> Staffing:
    """The sections with a minimum that these lineages lead to, on `days`, and `person_ids` beside their members.

    Five queries for any number of people and days; `sections` are known to whoever has locked them.
    """
    lines = [tuple(lineage) for lineage in lineages]
    known = sections_with_minimum(lines) if sections is None else dict(sections)
    first, last = min(days), max(days)
    nearest = {pk for line in lines if (pk := next((one for one in reversed(line) if one in known), None))}
    members = _members(nearest, first, last)
    everybody = sorted({*person_ids, *(one.person_id for here in members.values() for one in here)})
    ledger = stretches(everybody, first, last)
    pictures = halves_with(ledger, everybody, first, last, slow)
    return Staffing(half_days(slow), {pk: known[pk] for pk in nearest}, members, ledger, pictures)


def _members(sections: Collection[int], first: date, last: date) -> dict[int, list[Member]]:
    if not sections:
        return {}
    rows = Post.objects.filter(
        Q(active_to__isnull=True) | Q(active_to__gte=first),
        Q(person__active_to__isnull=True) | Q(person__active_to__gte=first),
        kind=Post.Kind.MAIN,
        active_from__lte=last,
        department__lineage__overlap=list(sections),
    )
    found: dict[int, list[Member]] = {pk: [] for pk in sections}
    for person_id, lineage, begins, ends, leaves in rows.values_list(
        "person_id", "department__lineage", "active_from", "active_to", "person__active_to"
    ):
        until = min((day for day in (ends, leaves) if day is not None), default=None)
        for pk in sections:
            if pk in lineage:
                found[pk].append(Member(person_id, begins, until))
    return found
