"""Two workers at one calendar, and one that is killed in the middle of its work: real connections, a real Radicale."""

import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection

from bookings.services.booking import change_booking
from calendars.models import SentEvent
from calendars.services.alone import LinkBusy, alone_with
from calendars.services.bringing_up import bring_up
from calendars.services.links import end_link, link_calendar
from calendars.tests.linked import LOOPBACK, books, linked, loopback_allowed, new_link
from core.interval import Interval
from core.refused import Refused
from tests.factories.hall import city_time
from tests.fixtures.cast import TUESDAY
from tools.server import process_environment

pytestmark = [
    pytest.mark.race,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("monday_morning", "_loopback"),
]

KILLED_AFTER_THE_PUT = """
import os, signal, sys
import django
django.setup()
import time_machine
from datetime import datetime
from calendars.services import bringing_up
bringing_up._note_put = lambda *given: os.kill(os.getpid(), signal.SIGKILL)
with time_machine.travel(datetime.fromisoformat(sys.argv[2]), tick=True):
    bringing_up.bring_up(link_id=int(sys.argv[1]))
"""


@pytest.fixture
def _loopback():
    with loopback_allowed():
        yield


def at_once(acts):
    start = Barrier(len(acts))

    def run(act):
        try:
            start.wait(timeout=30)
            return act()
        except (LinkBusy, Refused) as refused:
            return type(refused).__name__
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=len(acts)) as pool:
        return list(pool.map(run, acts))


def test_two_workers_at_one_calendar_write_each_event_once(hall, radicale):
    link = linked(hall, radicale)
    for number in range(5):
        books(hall, day=TUESDAY + timedelta(days=number % 4), hours=("8:30-12:00", "13:00-17:15")[number // 4])

    came_to = at_once([lambda: bring_up(link_id=link.pk)] * 2)

    assert came_to == [0, 0]
    assert len(radicale.hrefs()) == 5
    assert {row.href: row.etag for row in SentEvent.objects.all()} == radicale.etags()


def test_who_holds_the_calendar_for_long_lets_nobody_else_begin(hall, radicale):
    link = linked(hall, radicale)
    entered = Barrier(2)

    def hold():
        with alone_with(link.pk):
            entered.wait(30)
            entered.wait(30)

    def try_it():
        entered.wait(30)
        try:
            with alone_with(link.pk, patience=0.3):
                return "in"
        finally:
            entered.wait(30)

    assert at_once([hold, try_it]) == [None, "LinkBusy"]


def test_of_two_links_that_would_send_one_is_made(hall, radicale_server):
    accounts = [radicale_server.add(), radicale_server.add()]
    acts = [
        lambda account=account: link_calendar(person_id=hall.person("kudo"), new=new_link(account)).pk > 0
        for account in accounts
    ]

    assert sorted(map(str, at_once(acts))) == ["Refused", "True"]


def test_a_link_that_ends_while_it_is_written_into_leaves_nothing_there(hall, radicale):
    link = linked(hall, radicale)
    books(hall)
    at_once([lambda: bring_up(link_id=link.pk), lambda: end_link(link=link, keep=False)])

    from_now_on = link.sent.count()
    assert len(radicale.hrefs()) == from_now_on, "what is there is known, so that it can be taken away"


def test_a_worker_killed_after_the_put_leaves_no_second_event_and_no_lock(hall, radicale, database_url):
    link = linked(hall, radicale)
    booking = books(hall)
    noon = Interval(city_time(TUESDAY, "8:30"), city_time(TUESDAY, "12:00"))
    for _time in range(2):
        killed = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", KILLED_AFTER_THE_PUT, str(link.pk), city_time(TUESDAY, "7:00").isoformat()],
            env=process_environment(
                DATABASE_URL=database_url,
                DJANGO_SETTINGS_MODULE="config.settings",
                KYOSEKI_MODE="test",
                KYOSEKI_CALENDAR_HOSTS=",".join(LOOPBACK["calendar_hosts"]),
                KYOSEKI_OUTBOUND_NETWORKS="127.0.0.0/8",
            ),
            check=False,
            capture_output=True,
        )
        assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()[-2000:]
        assert len(radicale.hrefs()) == 1

        assert bring_up(link_id=link.pk) == 0
        (href,) = radicale.hrefs()
        assert SentEvent.objects.get().etag == radicale.etags()[href]
        change_booking(booking_id=booking.pk, during=noon)
    assert bring_up(link_id=link.pk) == 0
    assert "T120000" in radicale.text(href)
