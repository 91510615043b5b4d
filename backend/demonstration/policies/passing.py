"""Who of the fictional staff passes which gate when: around their bookings, and some without any."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from demonstration.policies.draw import SEED

GOES_OUT_FOR_LUNCH, EXIT_IS_LOGGED = 0.6, 0.95
ON_NIGHT_DUTY, AT_WEEKENDS, WITHOUT_A_DESK = 0.008, 0.02, 0.05
GATES_A_FLOOR = 3


@dataclass(frozen=True, slots=True)
class Stay:
    """A person at the hall: from when, to when (None: still there, or never checked out), at which floor's gates."""

    person_id: int
    floor_code: str
    came_at: datetime
    left_at: datetime | None


@dataclass(frozen=True, slots=True)
class DrawnPassage:
    """One passage to be made."""

    person_id: int
    gate: str
    direction: str
    at: datetime


def passages_around(stay: Stay, *, noon: datetime) -> Iterator[DrawnPassage]:
    """In a few minutes before, out and in at lunch for most, out a few minutes after. The same every time."""
    chance = _chance(stay.person_id, noon)
    gate = _gate(stay.floor_code, chance)
    yield DrawnPassage(stay.person_id, gate, "in", _second(stay.came_at - timedelta(minutes=1 + 6 * chance.random())))
    out_at = noon + timedelta(minutes=12 * chance.random())
    back_at = noon + timedelta(minutes=38 + 20 * chance.random())
    lunch = chance.random() < GOES_OUT_FOR_LUNCH
    if lunch and stay.came_at < out_at and (stay.left_at is None or stay.left_at > back_at):
        yield DrawnPassage(stay.person_id, gate, "out", _second(out_at))
        yield DrawnPassage(stay.person_id, gate, "in", _second(back_at))
    logged = chance.random() < EXIT_IS_LOGGED
    if stay.left_at is not None and logged:
        yield DrawnPassage(
            stay.person_id, gate, "out", _second(stay.left_at + timedelta(minutes=1 + 5 * chance.random()))
        )


def stays_without_a_desk(
    candidates: Sequence[int], floor_codes: Sequence[str], *, noon: datetime, working_day: bool
) -> list[Stay]:
    """People who book no desk: at counters on working days, a few at weekends, and the night duty of every day.

    Whether somebody comes depends on nobody else, so that a booking made later changes nothing for the others.
    """
    by_day = WITHOUT_A_DESK if working_day else AT_WEEKENDS
    stays = []
    for person in candidates:
        chance = Random(f"{SEED}/gates/{noon.date()}/{person}/alone")  # noqa: S311 - play, not secrets
        lot, late, long = (chance.random() for _ in range(3))
        floor = floor_codes[person % len(floor_codes)]
        if lot < by_day:
            came_at, hours = noon - timedelta(hours=3, minutes=40 - 40 * late), 9.0
        elif lot < by_day + ON_NIGHT_DUTY:
            came_at, hours = noon + timedelta(hours=4, minutes=30 + 20 * late), 15.5
        else:
            continue
        stays.append(Stay(person, floor, came_at, came_at + timedelta(hours=hours, minutes=20 * long)))
    return stays


def _chance(person_id: int, noon: datetime) -> Random:
    return Random(f"{SEED}/gates/{person_id}/{noon.isoformat()}")  # noqa: S311 - play, not secrets


def _gate(floor_code: str, chance: Random) -> str:
    return f"G{floor_code.zfill(2)}-{chance.randrange(GATES_A_FLOOR) + 1}"


def _second(instant: datetime) -> datetime:
    return instant.replace(microsecond=0)
