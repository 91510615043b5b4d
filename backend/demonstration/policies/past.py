"""Who of the fictional staff held which desk on a day of the past, as far as the gate log says who was there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from demonstration.policies.areas import AreaToFill
from demonstration.policies.draw import SEED

BOOK_SELDOM, BOOK_OFTEN = 0.42, 0.88
"""Of those who are there, how many of a department want a desk: between these, each department in its own way."""
WALKS_UP, CHECKS_IN, CHECKS_OUT, CANCELS, STAYS_AWAY = 0.04, 0.9, 0.6, 0.03, 0.05
FINDS_ANOTHER_AREA = 0.6
AT_THEIR_OWN_DESK = 0.95


@dataclass(frozen=True, slots=True)
class PastBooking:
    """A booking that was made. Without `came_at` nobody checked in; `cancelled` it was given up the day before."""

    person_id: int
    department_id: int
    desk_id: int
    area_id: int
    floor_id: int
    part: str
    came_at: datetime | None = None
    left_at: datetime | None = None
    walk_up: bool = False
    spilled_over: bool = False
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class PastWish:
    """Somebody found no desk in the own area."""

    person_id: int
    department_id: int
    area_id: int


@dataclass(frozen=True, slots=True)
class PastDay:
    bookings: list[PastBooking]
    wishes: list[PastWish]


Stay = tuple[datetime, datetime]
"""From when to when somebody was in the building."""


def past_day(
    day: date,
    areas: Sequence[AreaToFill],
    staff: Mapping[int, Sequence[int]],
    stays: Mapping[int, Stay],
    *,
    noon: datetime,
) -> PastDay:
    """What was booked on `day`, and what was wanted in vain. `staff` are person ids by department.

    The same day is drawn the same way every time.
    """
    drawn = _Draw(day, noon, stays, {area.id: area for area in areas})
    department_of = {person: department for department, people in staff.items() for person in people}
    for area in areas:
        for desk_id, person_id in area.assigned.items():
            drawn.at_own_desk(area, desk_id, person_id, department_of.get(person_id))
    for area in areas:
        people = [person for department in sorted(area.departments) for person in staff.get(department, ())]
        drawn.chance(f"area/{area.id}").shuffle(people)
        for person in people:
            drawn.ask(area, person, department_of[person])
    return PastDay(drawn.bookings, drawn.wishes)


def eagerness(department_id: int) -> float:
    """How many of a department's people want a desk when they are there; the same on every day."""
    return Random(f"{SEED}/past/eager/{department_id}").uniform(BOOK_SELDOM, BOOK_OFTEN)  # noqa: S311 - play


class _Draw:
    """A day while it is drawn: which desks are still free, and who has one."""

    def __init__(self, day: date, noon: datetime, stays: Mapping[int, Stay], areas: Mapping[int, AreaToFill]) -> None:
        self._day, self._noon, self._stays, self._areas = day, noon, stays, areas
        self._free = {area.id: list(area.desk_ids) for area in areas.values()}
        self._seated: set[int] = set()
        self.bookings: list[PastBooking] = []
        self.wishes: list[PastWish] = []

    def chance(self, whose: object) -> Random:
        return Random(f"{SEED}/past/{self._day}/{whose}")  # noqa: S311 - play, not secrets

    def at_own_desk(self, area: AreaToFill, desk_id: int, person_id: int, department_id: int | None) -> None:
        self._seated.add(person_id)
        chance = self.chance(person_id)
        if department_id is not None and person_id in self._stays and chance.random() < AT_THEIR_OWN_DESK:
            self._book(area, desk_id, person_id, department_id, chance, spilled_over=False)

    def ask(self, area: AreaToFill, person_id: int, department_id: int) -> None:
        if person_id in self._seated:
            return
        chance = self.chance(person_id)
        books = eagerness(department_id) if person_id in self._stays else STAYS_AWAY
        if chance.random() >= books:
            return
        self._seated.add(person_id)
        if (desk_id := self._take(area, person_id)) is not None:
            self._book(area, desk_id, person_id, department_id, chance, spilled_over=False)
            return
        self.wishes.append(PastWish(person_id, department_id, area.id))
        for other in (self._areas[number] for number in area.overflow if number in self._areas):
            if chance.random() < FINDS_ANOTHER_AREA and (desk_id := self._take(other, person_id)) is not None:
                self._book(other, desk_id, person_id, department_id, chance, spilled_over=True)
                return

    def _take(self, area: AreaToFill, person_id: int) -> int | None:
        """A desk of the area, the same for the same person where it can be."""
        free = self._free[area.id]
        return free.pop(person_id % len(free)) if free else None

    def _book(
        self, area: AreaToFill, desk_id: int, person_id: int, department_id: int, chance: Random, *, spilled_over: bool
    ) -> None:
        stay = self._stays.get(person_id)
        sits_down, checks_in, checks_out, gives_up = (chance.random() for _ in range(4))
        came = stay is not None and checks_in < CHECKS_IN
        self.bookings.append(
            PastBooking(
                person_id=person_id,
                department_id=department_id,
                desk_id=desk_id,
                area_id=area.id,
                floor_id=area.floor_id,
                part=self._part(stay),
                came_at=stay[0] + timedelta(minutes=4) if stay is not None and came else None,
                left_at=stay[1] if stay is not None and came and checks_out < CHECKS_OUT else None,
                walk_up=came and sits_down < WALKS_UP,
                spilled_over=spilled_over,
                cancelled=stay is None and gives_up < CANCELS / STAYS_AWAY,
            )
        )

    def _part(self, stay: Stay | None) -> str:
        if stay is None or stay[0] < self._noon < stay[1] - timedelta(hours=1):
            return "full"
        return "am" if stay[0] < self._noon else "pm"
