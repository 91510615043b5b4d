"""The facts of departments and of floors: how many people were there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from occupancy.models import DemandDay, DepartmentDay, FloorPresence
from occupancy.models.demand import DemandCounts
from occupancy.policies.entrances import buildings_of
from occupancy.policies.reporting_units import Node, published
from occupancy.policies.slot_counts import counts_by, had_any, nothing
from occupancy.selectors.telework_of_day import telework_halves
from occupancy.services.seen import DaySeen
from plans.models import TeamDay

_NO_DEPARTMENT = -1
"""Whoever was there and is on no roll, such as visitors: a group that could be told of only with others."""


def department_rows(seen: DaySeen, demand: Sequence[DemandDay]) -> list[DepartmentDay]:
    """A row for each department that has people in it or below it: everybody counts in all the lineage."""
    rows = list(_Departments(seen).rows())
    row_of = {row.department_id: row for row in rows}
    for part in demand:
        if part.department_id in row_of:
            for above in row_of[part.department_id].lineage:
                _add_demand(row_of[above], part)
    return rows


def _add_demand(row: DepartmentDay, part: DemandDay) -> None:
    for field in DemandCounts._meta.fields:
        setattr(row, field.name, getattr(row, field.name) + getattr(part, field.name))


@dataclass(frozen=True)
class _Departments:
    seen: DaySeen

    @cached_property
    def masks(self) -> Mapping[str, Mapping[int, int]]:
        """By source and person id, the slots in which the person was there."""
        seen = self.seen
        booked: dict[int, int] = {}
        checked_in: dict[int, int] = {}
        for booking in seen.bookings:
            if (held := seen.held.get(booking.id)) is not None:
                person = booking.person_id
                booked[person] = booked.get(person, 0) | seen.mask([held])
                checked_in[person] = checked_in.get(person, 0) | seen.mask(seen.known[booking.id])
        gate = {person: seen.mask(seen.stays(person)) for person in seen.gates.stays}
        return {"gate": gate, "booked": booked, "checked_in": checked_in}

    def rows(self) -> Iterator[DepartmentDay]:
        seen = self.seen
        fixed = {desk.assigned_to_id for desk in seen.desks.desks if desk.assigned_to_id is not None}
        on_roll = _sum((above, 1) for person in seen.roll.department_of for above in seen.roll.lineage_of(person))
        with_own = _sum((above, 1) for person in fixed for above in seen.roll.lineage_of(person))
        halves = telework_halves(seen.roll.department_of.keys(), seen.day)
        telework = _sum((above, count) for person, count in halves.items() for above in seen.roll.lineage_of(person))
        presence = {source: self._presence(masks, fixed) for source, masks in self.masks.items()}
        shown = self._published()
        team_days = set(TeamDay.objects.filter(day=seen.day).values_list("department_id", flat=True))
        for department in seen.roll.departments.values():
            number = department.id
            yield DepartmentDay(
                day=seen.day,
                department_id=number,
                name=department.name,
                kind=department.kind,
                lineage=list(department.lineage),
                published=number in shown,
                on_roll=on_roll[number],
                fixed=with_own.get(number, 0),
                team_day=not team_days.isdisjoint(department.lineage),
                telework_halves=telework.get(number, 0),
                gate_people=presence["gate"].people.get(number, 0),
                gate_present=presence["gate"].present.get(number) or nothing(),
                gate_present_fixed=presence["gate"].fixed.get(number) or nothing(),
                booked_people=presence["booked"].people.get(number, 0),
                booked_present=presence["booked"].present.get(number) or nothing(),
                booked_present_fixed=presence["booked"].fixed.get(number) or nothing(),
                checked_in_people=presence["checked_in"].people.get(number, 0),
                checked_in_present=presence["checked_in"].present.get(number) or nothing(),
                checked_in_present_fixed=presence["checked_in"].fixed.get(number) or nothing(),
            )

    def _presence(self, masks: Mapping[int, int], fixed: set[int]) -> "_Presence":
        lineage_of = self.seen.roll.lineage_of
        every = [(above, mask) for person, mask in masks.items() for above in lineage_of(person)]
        theirs = [(above, masks[person]) for person in sorted(fixed & masks.keys()) for above in lineage_of(person)]
        return _Presence(counts_by(every), counts_by(theirs), had_any(every, self.seen.core.mask))

    def _published(self) -> frozenset[int]:
        """Those without a department, such as visitors, are somebody too: what the city has beyond its departments."""
        own = _sum((department, 1) for department in self.seen.roll.department_of.values())
        nodes = [
            Node(one.id, one.lineage[-2] if len(one.lineage) > 1 else None, own.get(one.id, 0))
            for one in self.seen.roll.departments.values()
        ]
        return published([*nodes, Node(_NO_DEPARTMENT, None, self._outside())])

    def _outside(self) -> int:
        """The fewest people of whom a figure of everybody tells and none of a department: 0 where there is nobody.

        They were there and are on no roll, or a booking or a refused wish is of no department that has people.
        """
        seen, departments = self.seen, self.seen.roll.departments
        there = {person for masks in self.masks.values() for person in masks} - seen.roll.department_of.keys()
        booked = {one.person_id for one in seen.bookings if one.department_id not in departments}
        refused = {one.whose for one in seen.refused if one.department_id not in departments}
        return min((len(group) for group in (there, booked, refused) if group), default=0)


@dataclass(frozen=True, slots=True)
class _Presence:
    """By department id: people in each slot, those among them with a desk of their own, and people at all."""

    present: Mapping[int, list[int]]
    fixed: Mapping[int, list[int]]
    people: Mapping[int, int]


def floor_rows(seen: DaySeen) -> list[FloorPresence]:
    """Floors with a building's whole beside them, where the day has a gate log; none where it has not.

    Somebody who changed floors counts on each floor, and once in the building; whoever was in two buildings that day
    counts in each of them, and at one time in one alone.
    """
    building_of = seen.desks.building_of_floor
    masks: dict[tuple[int, int | None], dict[int, int]] = {
        place: {} for floor, building in building_of.items() for place in ((building, floor), (building, None))
    }
    estimated: set[tuple[tuple[int, int | None], int]] = set()
    if not masks or not seen.gates.passages:
        return []
    for person, stays in seen.gates.stays.items():
        for stay, building in zip(stays, buildings_of(stays, building_of), strict=True):
            if building is None:
                continue
            mask = seen.mask([(stay.start, min(stay.end, seen.until))]) if stay.start < seen.until else 0
            for place in {(building, stay.floor_id), (building, None)}:
                masks[place][person] = masks[place].get(person, 0) | mask
                if stay.estimated and stay.end <= seen.until:
                    estimated.add((place, person))
    return [
        FloorPresence(
            day=seen.day,
            building_id=place[0],
            floor_id=place[1],
            present=counts_by((place, mask) for mask in of_people.values()).get(place) or nothing(),
            people=sum(1 for mask in of_people.values() if mask & seen.core.mask),
            estimated=sum(
                1 for person in of_people if (place, person) in estimated and of_people[person] & seen.core.mask
            ),
        )
        for place, of_people in masks.items()
    ]


def _sum(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    found: dict[int, int] = {}
    for key, count in pairs:
        found[key] = found.get(key, 0) + count
    return found
