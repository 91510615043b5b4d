"""A desk comes free for which 64 wait while 63 others rush for it: the first in line gets it, and takes it once."""

from statistics import median

from django.db import connection

from tests.load.figures import Figures
from tests.load.hall import Hall
from tests.load.http_client import Answer, Wanted, all_at_once, run

IN_LINE = 64
RUSHING = 63
ROUNDS = 20
_OUT_OF_ORDER = """
SELECT count(*) FROM waitlists_wait served JOIN waitlists_wait passed ON passed.id < served.id
 WHERE served.day = %s AND passed.day = served.day AND served.state <> 'waiting' AND passed.state = 'waiting'
"""


def measure_waiting(port: int, hall: Hall, day: str, figures: Figures) -> None:
    """`day` is without bookings: one common area is filled, and 64 people stand in line for it."""
    desks = hall.desk_ids[-1]
    sitters, line = hall.person_ids[: len(desks)], hall.person_ids[100 : 100 + IN_LINE]
    rushing = hall.person_ids[200 : 200 + RUSHING]
    full = [_booking(person, desk, day) for person, desk in zip(sitters, desks, strict=True)]
    made = run(port, full, clients=8).answers
    holder = next((one.wanted.person_id, one.json["id"]) for one in made if one.json["desk"]["id"] == desks[0])
    wish = {"day": day, "part": "full", "area": hall.area_ids[-1]}
    joined = run(port, [Wanted(person, "POST", "/waitlists/", wish) for person in line], clients=1)
    wait_of = {one.wanted.person_id: one.json["id"] for one in joined.answers}
    figures.told("joining a line, p50 / p95", f"{joined.milliseconds(0.5):.0f} / {joined.milliseconds(0.95):.0f} ms")

    offered, accepted, freed, losers = 0, 0, [], set()
    for first in line[:ROUNDS]:
        person, booking = holder
        (answers,) = all_at_once(
            port,
            [
                [
                    Wanted(person, "POST", f"/bookings/{booking}/cancel/", {}),
                    *(_booking(who, desks[0], day) for who in rushing),
                ]
            ],
            clients=1 + RUSHING,
        )
        freed += [answer.seconds for answer in answers if answer.wanted.path.endswith("/cancel/")]
        losers |= {answer.code or str(answer.status) for answer in answers if answer.wanted.path == "/bookings/"}
        offered += _is_offered(port, first, desks[0])
        takes = [Wanted(first, "POST", f"/waitlists/{wait_of[first]}/accept/", {}) for _ in range(IN_LINE)]
        (answers,) = all_at_once(port, [takes], clients=IN_LINE)
        won = [answer for answer in answers if answer.status == 200]
        accepted += len(won) == 1 and {answer.code for answer in answers if answer.status != 200} == {"offer_over"}
        holder = first, won[0].json["booking"]["id"]
    figures.told(
        f"a freed desk, 64 in line and 63 rushing, {ROUNDS} rounds",
        f"{offered} offered to the first; the others {', '.join(sorted(losers))}",
        "the first in line; the others desk_taken",
        offered == ROUNDS and losers == {"desk_taken"},
    )
    figures.told(
        f"one offer, accepted 64 times, {ROUNDS} rounds",
        f"{accepted} with one winner",
        "one winner each, the others offer_over",
        accepted == ROUNDS,
    )
    figures.told("giving up a desk in that rush, p50", f"{median(freed) * 1000:.0f} ms")
    passed = _count(_OUT_OF_ORDER, day)
    figures.told("people in line who were passed over", str(passed), "0", passed == 0)


def _is_offered(port: int, person: int, desk: int) -> bool:
    (answer,) = run(port, [Wanted(person, "GET", "/waitlists/")], clients=1).answers
    return [wait["offer"] and wait["offer"]["desk"]["id"] for wait in _live(answer)] == [desk]


def _live(answer: Answer) -> list[dict[str, dict[str, dict[str, int]]]]:
    return [wait for wait in answer.json if wait["state"] in ("waiting", "offered")]


def _booking(person: int, desk: int, day: str) -> Wanted:
    return Wanted(person, "POST", "/bookings/", {"desk": desk, "day": day, "part": "full"})


def _count(statement: str, *values: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        row = cursor.fetchone()
    return int(row[0]) if row else -1
