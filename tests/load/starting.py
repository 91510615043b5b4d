"""The morning: 2,000 people press start on their phones, 64 at a time, and some of them twice."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from audit.models import Event
from core import clock
from core.interval import Interval
from core.revision import Slow, bump
from people.models import Person
from telework.models import TeleworkRequest, TeleworkRule, WorkStretch
from tests.load.figures import Figures
from tests.load.hall import Hall
from tests.load.http_client import Wanted, run

PRESSES = 2_000
AT_ONCE = 64
EVERY_TENTH = 10
"""Of ten people, one presses twice at once: the answer was slow to come."""


def measure_starting(port: int, hall: Hall, figures: Figures) -> None:
    """Everybody of the first PRESSES has an approved request for today; telework is possible at any hour meanwhile."""
    people = hall.person_ids[:PRESSES]
    requests = _approved_today(people)
    before = _events()
    presses = [_start(person, requests[person]) for person in people]
    presses += presses[::EVERY_TENTH]
    answers = run(port, sorted(presses, key=lambda one: one.path), clients=AT_ONCE)
    failed = sum(answer.status != 200 for answer in answers.answers)
    figures.told(f"{len(presses)} presses of start, {AT_ONCE} at a time, errors", str(failed), "0", failed == 0)
    figures.told(
        "a press of start, p50 / p95", f"{answers.milliseconds(0.5):.0f} / {answers.milliseconds(0.95):.0f} ms"
    )
    stretches, events = _stretches(), _events() - before
    figures.told(
        "stretches and events of these presses",
        f"{stretches} and {events}",
        "one of each for everybody",
        stretches == events == len(people),
    )


def _start(person: int, request: int) -> Wanted:
    return Wanted(person, "POST", f"/telework/requests/{request}/start/", {})


def _approved_today(people: list[int]) -> dict[int, int]:
    """Their requests by person; made as the tables have them, because how they come about is measured elsewhere."""
    TeleworkRule.objects.update_or_create(
        department=None,
        defaults={"name": "bench", "owner": "bench", "earliest_time": time(0), "latest_time": time(23, 59)},
    )
    bump(Slow.TELEWORK)
    today, now = clock.today(), timezone.now()
    during = Interval(clock.at(today, time(8, 30)), clock.at(today, time(17, 15)))
    departments = dict(Person.objects.filter(pk__in=people).values_list("pk", "department_id"))
    TeleworkRequest.objects.bulk_create(_request(person, departments[person], during, now) for person in people)
    return dict(TeleworkRequest.objects.filter(day=today, person_id__in=people).values_list("person_id", "pk"))


def _request(person: int, department: int | None, during: Interval, now: datetime) -> TeleworkRequest:
    return TeleworkRequest(
        person_id=person,
        department_id=department,
        day=clock.city_day(during.start),
        during=during.as_range(),
        unit="full",
        form="home",
        state="approved",
        created_at=now - timedelta(days=2),
        decided_at=now - timedelta(days=1),
    )


def _stretches() -> int:
    return WorkStretch.objects.filter(request__day=clock.today()).count()


def _events() -> int:
    return Event.objects.filter(kind="telework.started").count()
