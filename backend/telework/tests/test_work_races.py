"""Real parallel connections: two starts of one person, the clock against a start, two who confirm."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from django.db import connection

from audit.models import Event
from core.refused import Refused
from telework.models import TeleworkRequest, WorkReport, WorkStretch
from telework.services.reporting import confirm_report
from telework.services.sweeping import lapse_unstarted
from telework.services.work import start_work
from telework.tests.telework_days import approved, instant
from tests.factories.hall import add_person, city_time
from tests.fixtures.cast import TUESDAY

pytestmark = [
    pytest.mark.race,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("monday_morning"),
]


def outcomes(acts):
    """Run every act in a thread with a connection of its own, all let go at once; count what each came to."""
    start = threading.Barrier(len(acts))

    def run(act):
        try:
            start.wait(timeout=30)
            return str(act())
        except Refused as refused:
            return str(refused.code)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=len(acts)) as pool:
        return Counter(pool.map(run, acts))


def test_many_starts_at_once_are_one(hall):
    request = approved(hall)

    found = outcomes([lambda: start_work(request_id=request).state] * 8)

    assert found == {"started": 8}
    assert WorkStretch.objects.filter(request_id=request).count() == 1
    assert Event.objects.filter(kind="telework.started").count() == 1


def test_of_two_halves_started_at_once_one_is_under_way(hall):
    halves = [approved(hall, unit="am"), approved(hall, unit="pm")]

    found = outcomes([partial(lambda one: start_work(request_id=one).state, one) for one in halves])

    assert found == {"started": 1, "other_work_under_way": 1}


def test_many_workers_lapse_each_day_once(hall, monday_morning):
    people = [add_person(hall, f"crowd{number}", f"広聴 {number}", "030202") for number in range(6)]
    for person in people:
        approved(hall, next(key for key, one in hall.people.items() if one.pk == person.pk))
    monday_morning.move_to(city_time(TUESDAY, "0:05"))

    outcomes([lapse_unstarted] * 4)

    assert TeleworkRequest.objects.filter(state="not_performed").count() == 6
    assert Event.objects.filter(kind="telework.not_performed").count() == 6


def test_a_report_is_confirmed_once(hall):
    request = approved(hall, state="reported")
    WorkReport.objects.create(
        request_id=request,
        started_at=instant("6:00"),
        ended_at=instant("7:00"),
        tasks_done="x",
        reported_at=instant("7:10"),
    )

    found = outcomes([lambda: confirm_report(request_id=request, by=hall.person("yamada")).state] * 4)

    assert found == {"confirmed": 1, "wrong_state": 3}
