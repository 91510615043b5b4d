"""How quickly a manager clears five hundred requests, each of which gives up a desk."""

from datetime import date, time, timedelta

from core import clock
from core.interval import Interval
from core.revision import Slow, bump
from people.models import Department, Post
from telework.models import TeleworkRequest, TeleworkRule
from tests.load.figures import Figures
from tests.load.hall import Hall
from tests.load.http_client import Wanted, run

REQUESTS = 500
DAYS = 5
START, END = time(8, 30), time(17, 15)
MOST_SECONDS = 3.0


def measure_approving(port: int, hall: Hall, days: list[str], figures: Figures) -> None:
    """`days` are without bookings: a hundred people of one area book on five of them, ask, and are approved at once."""
    chosen = [date.fromisoformat(day) for day in days[:DAYS]]
    people = [number for number in range(hall.size.people) if hall.area_of(number) == 0][: REQUESTS // DAYS]
    manager = hall.person_ids[1]
    rule = TeleworkRule.objects.create(name="bench", owner="bench", registration_needed=False)
    post = Post.objects.create(
        person_id=manager,
        department=Department.objects.get(code="B"),
        kind="concurrent",
        manages=True,
        active_from=clock.today(),
    )
    for name in (Slow.TELEWORK, Slow.PEOPLE):
        bump(name)
    try:
        booked = _book(port, hall, people, chosen)
        requests = _ask(hall, people, chosen)
        body = {"action": "approve", "requests": [{"id": one.pk, "version": one.version} for one in requests]}
        (answer,) = run(port, [Wanted(manager, "POST", "/telework/approvals/", body)], clients=1).answers
        done = len(answer.json["done"]) if answer.status == 200 else 0
        figures.most(f"{len(requests)} approvals in one act", answer.seconds, MOST_SECONDS, " s", digits=1)
        figures.told("approved; desks they had", f"{done}; {booked}", "all approved", done == len(requests))
    finally:
        rule.delete()
        post.delete()
        for name in (Slow.TELEWORK, Slow.PEOPLE):
            bump(name)


def _book(port: int, hall: Hall, people: list[int], days: list[date]) -> int:
    desks = [desk for area in hall.desk_ids[:3] for desk in area] + hall.common_desks()
    wanted = [
        Wanted(hall.person_ids[person], "POST", "/bookings/", {"desk": desk, "day": day.isoformat(), "part": "full"})
        for day in days
        for person, desk in zip(people, desks, strict=False)
    ]
    return sum(answer.status == 201 for answer in run(port, wanted, clients=8).answers)


def _ask(hall: Hall, people: list[int], days: list[date]) -> list[TeleworkRequest]:
    now = clock.now()
    TeleworkRequest.objects.filter(person_id__in=[hall.person_ids[one] for one in people], day__in=days).delete()
    return TeleworkRequest.objects.bulk_create(
        [
            TeleworkRequest(
                person_id=hall.person_ids[person],
                department_id=hall.section_ids[person],
                day=day,
                during=Interval(clock.at(day, START), clock.at(day, END)).as_range(),
                unit="full",
                state="submitted",
                created_at=now,
                submitted_at=now - timedelta(hours=1),
            )
            for person in people
            for day in days
        ]
    )
