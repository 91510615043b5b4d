"""Many want one thing at the same moment: one gets it, and every other is told why not."""

from collections import Counter
from collections.abc import Iterable, Sequence

from django.db import connection

from tests.load.figures import Figures
from tests.load.hall import Hall
from tests.load.http_client import Answer, Wanted, all_at_once, run

CLIENTS = 64
ROUNDS = 50
_DOUBLES = """
SELECT count(*) FROM bookings_booking a JOIN bookings_booking b ON a.id < b.id AND a.during && b.during
   AND (a.desk_id = b.desk_id OR a.person_id = b.person_id)
 WHERE a.day = ANY(%s) AND b.day = a.day
   AND a.state IN ('booked', 'checked_in', 'checked_out') AND b.state IN ('booked', 'checked_in', 'checked_out')
"""


def measure_contests(port: int, hall: Hall, days: Sequence[str], figures: Figures) -> None:
    """`days` are seven days without bookings: one for each of three contests, and four for the last allowance."""
    _tell("one desk, 64 people", "desk_taken", all_at_once(port, _one_desk(hall, days[0]), clients=CLIENTS), figures)
    wishes = _one_person(hall, days[1])
    _tell("one person, 64 desks", "already_booked", all_at_once(port, wishes, clients=CLIENTS), figures)
    _tell("one desk, 64 moves", "desk_taken", _moves(port, hall, days[2]), figures)
    wishes = _last_allowance(hall, days[3:7])
    _tell("one last allowance, 64 times", "quota_reached", all_at_once(port, wishes, clients=CLIENTS), figures)
    doubles = _doubles(days)
    figures.told("double bookings stored", str(doubles), "0", doubles == 0)


def _one_desk(hall: Hall, day: str) -> Iterable[list[Wanted]]:
    desks = hall.common_desks()
    for number in range(ROUNDS):
        people = hall.person_ids[number * CLIENTS : (number + 1) * CLIENTS]
        yield [_booking(person, desks[number], day) for person in people]


def _one_person(hall: Hall, day: str) -> Iterable[list[Wanted]]:
    desks = hall.common_desks()[:CLIENTS]
    for number in range(ROUNDS):
        # Each round's winner leaves the desks to the next round: the bookings are of one quarter of an hour each.
        start, end = _quarter(number)
        yield [_booking(hall.person_ids[-1 - number], desk, day, start=start, end=end) for desk in desks]


def _last_allowance(hall: Hall, days: Sequence[str]) -> Iterable[list[Wanted]]:
    """Contestants may hold one live booking: 64 wishes for one desk at times of which none is in another's way."""
    slots = [(day, *_half_hour(number)) for day in days for number in range(CLIENTS // len(days))]
    for person, desk in zip(hall.contestant_ids[:ROUNDS], hall.common_desks(), strict=False):
        yield [_booking(person, desk, day, start=start, end=end) for day, start, end in slots]


def _moves(port: int, hall: Hall, day: str) -> list[list[Answer]]:
    """64 people with a desk each all move to the one that is free; the winner's own is free in the next round."""
    desks = hall.common_desks()
    people = hall.person_ids[:CLIENTS]
    made = run(port, [_booking(person, desks[n], day) for n, person in enumerate(people)], clients=8).answers
    booking_of = {answer.wanted.person_id: answer.json["id"] for answer in made}
    desk_of = {answer.wanted.person_id: answer.json["desk"]["id"] for answer in made}
    free = desks[CLIENTS]
    rounds = []
    for _ in range(ROUNDS):
        wanted = [Wanted(person, "PATCH", f"/bookings/{booking_of[person]}/", {"desk": free}) for person in people]
        (answers,) = all_at_once(port, [wanted], clients=CLIENTS)
        rounds.append(answers)
        for answer in answers:
            if answer.status == 200:
                desk_of[answer.wanted.person_id], free = free, desk_of[answer.wanted.person_id]
    return rounds


def _tell(name: str, loser: str, rounds: list[list[Answer]], figures: Figures) -> None:
    winners = [sum(answer.status in (200, 201) for answer in answers) for answers in rounds]
    losers = Counter(
        f"{answer.status} {answer.code}".strip()
        for answers in rounds for answer in answers if answer.status not in (200, 201)
    )  # fmt: skip
    right = winners == [1] * len(rounds) and set(losers) == {f"409 {loser}"}
    told = ", ".join(f"{count} × {word}" for word, count in losers.most_common(4))
    figures.told(
        f"{name}, {len(rounds)} rounds",
        f"{winners.count(1)} with one winner; losers {told}",
        f"one winner each, losers 409 {loser}",
        right,
    )


def _booking(person: int, desk: int, day: str, **times: str) -> Wanted:
    return Wanted(person, "POST", "/bookings/", {"desk": desk, "day": day, **(times or {"part": "full"})})


def _quarter(number: int) -> tuple[str, str]:
    return _clock(8 * 60 + number * 15), _clock(8 * 60 + number * 15 + 15)


def _half_hour(number: int) -> tuple[str, str]:
    return _clock(8 * 60 + number * 30), _clock(8 * 60 + number * 30 + 30)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _doubles(days: Sequence[str]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(_DOUBLES, [list(days)])
        row = cursor.fetchone()
    return int(row[0]) if row else -1
