"""Who of the fictional staff books which desk on a day."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from demonstration.policies.areas import AreaToFill

SEED = "kyoseki"
WORKING_WEEKDAYS = 5
DAYS_AT_HOME = 2
LEAST_FULL, MOST_FULL = 0.55, 0.70
COMMON_FULL = 0.45
MORNING_ONLY, AFTERNOON_ONLY = 0.12, 0.12
AT_THEIR_OWN_DESK = 0.95


@dataclass(frozen=True, slots=True)
class DrawnBooking:
    """A booking to be made; `part` is full, am or pm."""

    person_id: int
    department_id: int
    desk_id: int
    area_id: int
    floor_id: int
    part: str


def draw_day(
    day: date,
    areas: Sequence[AreaToFill],
    staff: Mapping[int, Sequence[int]],
    *,
    busy_people: Collection[int] = (),
    busy_desks: Collection[int] = (),
) -> list[DrawnBooking]:
    """The day's bookings: 55-70 % of the desks of each area, by people of its sections, some for half a day.

    `staff` are person ids by department. Everyone stays at home on two weekdays of their own and likes one desk. The
    same day is drawn the same way every time, whatever else was drawn before.
    """
    department_of = {person: department for department, people in staff.items() for person in people}
    drawn: list[DrawnBooking] = []
    seated = set(busy_people)
    for area in areas:
        chance = Random(f"{SEED}/{day}/{area.id}")  # noqa: S311 - play, not secrets
        for desk_id, person_id in area.assigned.items():
            if person_id in department_of and person_id not in seated and desk_id not in busy_desks:
                seated.add(person_id)
                if comes_on(person_id, day.weekday()) and chance.random() < AT_THEIR_OWN_DESK:
                    drawn.append(
                        DrawnBooking(person_id, department_of[person_id], desk_id, area.id, area.floor_id, "full")
                    )
    for area in sorted(areas, key=lambda area: not area.departments):
        chance = Random(f"{SEED}/{day}/{area.id}/shared")  # noqa: S311 - play, not secrets
        departments = area.departments or _neighbours(areas, area)
        willing = [
            person
            for department in sorted(departments)
            for person in staff.get(department, ())
            if person not in seated and comes_on(person, day.weekday())
        ]
        chance.shuffle(willing)
        full = chance.uniform(LEAST_FULL, MOST_FULL) if area.departments else COMMON_FULL
        free = [desk for desk in area.desk_ids if desk not in busy_desks]
        for person, desk, part in _seat(willing, free, round(len(free) * full), chance):
            seated.add(person)
            drawn.append(DrawnBooking(person, department_of[person], desk, area.id, area.floor_id, part))
    return drawn


def comes_on(person_id: int, weekday: int) -> bool:
    """Whether the weekday (Monday is 0) is not one of the person's two at home."""
    at_home = Random(f"{SEED}/{person_id}").sample(range(WORKING_WEEKDAYS), DAYS_AT_HOME)  # noqa: S311 - play
    return weekday not in at_home


def _seat(
    willing: Sequence[int], desks: Sequence[int], wanted_desks: int, chance: Random
) -> list[tuple[int, int, str]]:
    """Seat people until `wanted_desks` are used; an afternoon shares a desk with a morning if it can."""
    seats: list[tuple[int, int, str]] = []
    free = list(desks)
    used = 0
    only_mornings: list[int] = []
    for person in willing:
        if used >= wanted_desks:
            break
        lot = chance.random()
        part = "am" if lot < MORNING_ONLY else "pm" if lot < MORNING_ONLY + AFTERNOON_ONLY else "full"
        if part == "pm" and only_mornings:
            desk = only_mornings.pop()
        else:
            desk = free.pop(person % len(free))
            used += 1
            if part == "am":
                only_mornings.append(desk)
        seats.append((person, desk, part))
    return seats


def _neighbours(areas: Sequence[AreaToFill], common: AreaToFill) -> frozenset[int]:
    return frozenset(number for area in areas if area.floor_id == common.floor_id for number in area.departments)
