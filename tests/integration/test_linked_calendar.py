"""The whole way into somebody's own calendar: real workers, a real Radicale, and a person who books."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from django.db import connection

from bookings.services.booking import change_booking
from calendars.tests.linked import LOOPBACK, books, linked, loopback_allowed
from core.interval import Interval
from telework.policies.states import RequestAction
from telework.services.deciding import Chosen, decide
from telework.tests.asking import asked, register_everybody
from tests.e2e.clock import clock_set_to
from tests.factories.hall import Hall, city_time
from tests.fixtures.calendar_servers import CalendarAccount
from tests.fixtures.cast import MONDAY, TUESDAY
from tests.fixtures.served import running_process
from tools.server import process_environment

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

WITHIN_SECONDS = 60
"""What is promised; on a machine that has nothing else to do it takes three."""


@pytest.fixture
def workers(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Both workers over the test's database, where it is Monday morning too."""
    environment = process_environment(
        DATABASE_URL=database_url,
        DJANGO_SETTINGS_MODULE="config.settings",
        KYOSEKI_MODE="test",
        KYOSEKI_LOG_LEVEL="WARNING",
        KYOSEKI_CALENDAR_HOSTS=",".join(LOOPBACK["calendar_hosts"]),
        KYOSEKI_OUTBOUND_NETWORKS="127.0.0.0/8",
        **clock_set_to(city_time(MONDAY, "8:00")),
    )
    manage = [sys.executable, "-m", "tests.e2e.at_ten", "work"]
    with ExitStack() as running, loopback_allowed():
        for which in ([], ["outside"]):
            running.enter_context(running_process([*manage, *which], environment))
        yield
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")


def in_time(holds: Callable[[], bool]) -> bool:
    """Whether it comes to hold in time; the machine's clock may stand still in a test, its sleep does not."""
    for _look in range(WITHIN_SECONDS * 4):
        if holds():
            return True
        time.sleep(0.25)
    return False


@pytest.mark.usefixtures("monday_morning", "workers")
def test_a_booking_appears_moves_vanishes_and_telework_takes_its_place(hall: Hall, radicale: CalendarAccount) -> None:
    register_everybody(hall)
    linked(hall, radicale)
    booking = books(hall)
    assert in_time(lambda: "SUMMARY:席 06A-001" in "".join(radicale.texts().values()))

    noon = Interval(city_time(TUESDAY, "8:30"), city_time(TUESDAY, "12:00"))
    change_booking(booking_id=booking.pk, during=noon)
    assert in_time(lambda: "T120000" in "".join(radicale.texts().values()))
    assert len(radicale.hrefs()) == 1

    request = asked(hall, "agatsuma", TUESDAY)
    assert in_time(lambda: "在宅勤務（申請中）" in "".join(radicale.texts().values()))
    decide(decider_id=hall.person("yamada"), action=RequestAction.APPROVE, chosen=Chosen(request.pk))

    assert in_time(lambda: "席 06A-001" not in "".join(radicale.texts().values()))
    assert in_time(lambda: "申請中" not in "".join(radicale.texts().values()))
    (text,) = radicale.texts().values()
    assert "SUMMARY:在宅勤務" in text
