"""The roster: everybody of whom something is believed, with where and on whose word."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import orjson

from bookings.selectors.revision import day_revision
from core import clock
from core.prepared import prepared_cursor
from core.revision import KeptByRevision, PerRevision, Slow
from gates.selectors.revision import passages_revision
from people.models import Department
from roster.policies.belief import Belief, Standing, belief
from roster.selectors.words_said import words_said
from spaces.selectors import floor_plans, floors_of

_PEOPLE = """
SELECT id, name, kana, number, search_text, kind, organisation, department_id
  FROM people_person WHERE id = ANY(%s) ORDER BY kana, id
"""


@dataclass(frozen=True, slots=True)
class RosterPerson:
    """A line of the roster. `since` is ISO 8601 with the city's offset; `search` is folded as people.name folds."""

    person: int
    name: str
    kana: str
    number: str
    search: str
    visitor: bool
    organisation: str
    department: int | None
    floor: int | None
    area: str
    desk: str
    standing: str
    source: str
    since: str


@dataclass(frozen=True, slots=True)
class RosterFloor:
    """A floor with how many people stand how there."""

    id: int
    name: str
    seen: int
    expected: int
    left: int


@dataclass(frozen=True, slots=True)
class RosterDepartment:
    """A section with how many of its people stand how. `bureau` is the name of the topmost one above it."""

    id: int
    name: str
    bureau: str
    lineage: tuple[int, ...]
    seen: int
    expected: int
    left: int


@dataclass(frozen=True, slots=True)
class Roster:
    """Everything, in order of reading; `digest` moves with the content and not with the clock."""

    as_of: str
    day: str
    digest: str
    people: Sequence[RosterPerson]
    floors: Sequence[RosterFloor]
    departments: Sequence[RosterDepartment]

    def of_departments(self, managed: Collection[int]) -> "Roster":
        """What the manager of these departments sees: the people of them and of all below."""
        own = {one.id for one in self.departments if not set(one.lineage).isdisjoint(managed)}
        return _put_together(
            datetime.fromisoformat(self.as_of),
            [one for one in self.people if one.department in own],
            {one.id: one.name for one in self.floors},
            {one.id: (one.name, one.bureau, one.lineage) for one in self.departments if one.id in own},
        )


def roster_now() -> Roster:
    """The roster at this minute: kept in the process until a booking, a passage, a name or the minute changes."""
    now = clock.now()
    day = clock.city_day(now)
    revision = day_revision(day)
    key = (*revision.key, passages_revision(), clock.this_minute())
    return _kept.get(day, key, lambda: _read(now, day, revision.slow))


def roster_from(written: Mapping[str, Any]) -> Roster:
    """The roster that was written down by `asdict`."""
    return Roster(
        as_of=written["as_of"],
        day=written["day"],
        digest=written["digest"],
        people=[RosterPerson(**one) for one in written["people"]],
        floors=[RosterFloor(**one) for one in written["floors"]],
        departments=[RosterDepartment(**{**one, "lineage": tuple(one["lineage"])}) for one in written["departments"]],
    )


def written(roster: Roster) -> dict[str, Any]:
    """The roster as JSON keeps it. By way of JSON, since `asdict` takes ten times as long over some thousand people."""
    plain: dict[str, Any] = orjson.loads(orjson.dumps(roster))
    return plain


def _read(now: datetime, day: date, slow: Mapping[Slow, int]) -> Roster:
    beliefs = {person: found for person, words in words_said(now).items() if (found := belief(words, now)) is not None}
    plans = floor_plans(day, revision=slow[Slow.PLACES])
    areas = {area.id: area.name for plan in plans for area in plan.areas}
    with prepared_cursor() as cursor:
        cursor.execute(_PEOPLE, [list(beliefs)])
        rows = cursor.fetchall()
    zone = clock.city_zone()
    people = [_line(row, beliefs[row[0]], areas, beliefs[row[0]].since.astimezone(zone).isoformat()) for row in rows]
    # A floor that is only in work stands on no list, unless a gate saw somebody there.
    used = {plan.floor.id for plan in plans} | {one.floor for one in people}
    floors = {floor.id: floor.name for floor in floors_of(revision=slow[Slow.PLACES]) if floor.id in used}
    return _put_together(now, people, floors, _departments.get("all", slow[Slow.PEOPLE]))


def _line(row: tuple[Any, ...], found: Belief, areas: Mapping[int, str], since: str) -> RosterPerson:
    person, name, kana, number, search, kind, organisation, department = row
    return RosterPerson(
        person=person,
        name=name,
        kana=kana,
        number=number,
        search=search,
        visitor=kind == "visitor",
        organisation=organisation,
        department=department,
        floor=found.floor_id,
        area=areas.get(found.area_id or 0, ""),
        desk=found.desk,
        standing=found.standing.value,
        source=found.source.value,
        since=since,
    )


def _put_together(
    now: datetime,
    people: Sequence[RosterPerson],
    floors: Mapping[int, str],
    departments: Mapping[int, tuple[str, str, tuple[int, ...]]],
) -> Roster:
    on_floors: dict[int, dict[str, int]] = {}
    in_departments: dict[int, dict[str, int]] = {}
    for one in people:
        for place, counts in ((one.floor, on_floors), (one.department, in_departments)):
            if place is not None:
                here = counts.setdefault(place, dict.fromkeys(Standing, 0))
                here[one.standing] += 1
    local = now.astimezone(clock.city_zone())
    return Roster(
        as_of=local.isoformat(),
        day=local.date().isoformat(),
        digest=hashlib.blake2b(orjson.dumps(people), digest_size=12).hexdigest(),
        people=people,
        floors=[RosterFloor(pk, name, **_counts(on_floors.get(pk))) for pk, name in floors.items()],
        departments=[
            RosterDepartment(pk, name, bureau, lineage, **_counts(in_departments.get(pk)))
            for pk, (name, bureau, lineage) in departments.items()
            if pk in in_departments
        ],
    )


def _counts(counts: Mapping[str, int] | None) -> dict[str, int]:
    found = counts or {}
    return {standing.value: found.get(standing, 0) for standing in Standing}


def _read_departments(_key: str) -> dict[int, tuple[str, str, tuple[int, ...]]]:
    rows = list(Department.objects.order_by("code").values_list("pk", "name", "lineage"))
    names = {pk: name for pk, name, _ in rows}
    return {pk: (name, names.get(lineage[0], "") if lineage else "", tuple(lineage)) for pk, name, lineage in rows}


_kept: KeptByRevision[date, Roster] = KeptByRevision(most=2)
_departments: PerRevision[str, dict[int, tuple[str, str, tuple[int, ...]]]] = PerRevision(_read_departments)
