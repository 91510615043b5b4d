"""Real servers of calendars, read: what stands there proposes, what is moved or gone withdraws, nothing is doubled."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest
from django.conf import LazySettings

from bookings.models import Booking
from calendars.models import CalendarLink, Proposal, SentEvent, SilentServer
from calendars.policies.choices import Acceptance, OnDeleted
from calendars.services.accepting import accept
from calendars.services.bringing_up import bring_up
from calendars.services.reading import take_in
from calendars.tests.linked import LOOPBACK, books, linked, loopback_allowed
from calendars.tests.taking_in import event
from core import clock
from plans.models import OwnPlan
from tests.factories.hall import Hall
from tests.fixtures.calendar_servers import CalendarAccount
from tests.fixtures.cast import MONDAY

pytestmark = [pytest.mark.slow, pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


@pytest.fixture(autouse=True)
def _loopback() -> Iterator[None]:
    with loopback_allowed():
        yield


@pytest.fixture(params=["radicale", "xandikos"])
def account(request: pytest.FixtureRequest, settings: LazySettings) -> CalendarAccount:
    """One after the other, each real server."""
    found: CalendarAccount = request.getfixturevalue(request.param)
    settings.OUTBOUND = {**LOOPBACK, "ca_file": str(found.server.ca_file or "")}
    return found


def read(link: CalendarLink) -> list[tuple[str, str, str]]:
    """The link is read; what is open then: day, part and kind."""
    take_in(link_id=link.pk)
    link.refresh_from_db()
    assert (link.state, link.trouble) == ("active", "")
    return proposed()


def proposed() -> list[tuple[str, str, str]]:
    rows = Proposal.objects.filter(state="open").order_by("day", "pk")
    return [(f"{one.day:%m-%d}", one.part, one.kind) for one in rows]


def test_leave_put_there_is_proposed_moved_and_withdrawn(hall: Hall, account: CalendarAccount) -> None:
    link = linked(hall, account, sends=False, takes_in=True)
    account.put("meeting.ics", event(uid="meeting", title="企画会議", hours=("0900", "1700")))
    href = account.put("leave.ics", event(uid="leave"))
    assert read(link) == [("12-01", "full", "leave")]
    account.edit(href, event(uid="leave", hours=("1300", "1715")))
    assert read(link) == [("12-01", "pm", "leave")]
    account.delete(href)
    assert read(link) == []


def test_repeating_trips_with_exceptions(hall: Hall, account: CalendarAccount) -> None:
    link = linked(hall, account, sends=False, takes_in=True)
    rule = "RRULE:FREQ=WEEKLY;COUNT=4\r\nEXDATE;VALUE=DATE:20261208\r\n"
    text = event(uid="trip", title="出張", more=rule)
    moved = event(uid="trip", title="出張", day=MONDAY.replace(month=12, day=16)).partition("BEGIN:VEVENT")[2]
    moved = "BEGIN:VEVENT" + moved.partition("END:VEVENT")[0].replace(
        "DTSTAMP", "RECURRENCE-ID;VALUE=DATE:20261215\r\nDTSTAMP"
    )
    account.put("trip.ics", text.replace("END:VCALENDAR", f"{moved}END:VEVENT\r\nEND:VCALENDAR"))
    assert read(link) == [("12-01", "full", "trip"), ("12-16", "full", "trip"), ("12-22", "full", "trip")]


def test_a_token_that_nobody_knows_reads_everything_and_doubles_nothing(hall: Hall, account: CalendarAccount) -> None:
    link = linked(hall, account, sends=False, takes_in=True)
    account.put("leave.ics", event(uid="leave"))
    read(link)
    CalendarLink.objects.filter(pk=link.pk).update(token="sync:http://radicale.org/ns/sync/none")
    assert read(link) == [("12-01", "full", "leave")]
    assert Proposal.objects.count() == 1


def test_a_server_that_is_down_for_a_day_loses_and_doubles_nothing(hall: Hall, account: CalendarAccount) -> None:
    link = linked(hall, account, sends=False, takes_in=True)
    account.put("leave.ics", event(uid="leave"))
    read(link)
    account.server.stop()
    take_in(link_id=link.pk)
    assert (SilentServer.objects.count(), proposed()) == (1, [("12-01", "full", "leave")])
    account.server.start()
    account.put("two.ics", event(uid="two", day=MONDAY.replace(month=12, day=2), title="在宅"))
    SilentServer.objects.all().delete()
    assert read(link) == [("12-01", "full", "leave"), ("12-02", "full", "home")]
    assert Proposal.objects.count() == 2


def test_an_event_of_ours_that_is_deleted_there_asks_about_the_desk(hall: Hall, account: CalendarAccount) -> None:
    link = linked(hall, account, sends=True, takes_in=True)
    booking = books(hall)
    bring_up(link_id=link.pk)
    assert read(link) == []
    (href,) = account.hrefs()
    account.delete(href)
    assert read(link) == [("12-01", "full", "release")]
    accept(proposal_id=Proposal.objects.get().pk)
    assert Booking.objects.get(pk=booking.pk).state == "cancelled"
    bring_up(link_id=link.pk)
    assert (account.hrefs(), SentEvent.objects.count()) == ([], 0)


def test_an_event_of_ours_that_is_moved_there_is_put_back(hall: Hall, account: CalendarAccount) -> None:
    link = linked(hall, account, sends=True, takes_in=True)
    books(hall)
    bring_up(link_id=link.pk)
    (href,) = account.hrefs()
    account.edit(href, account.text(href).replace("T083000", "T100000"))
    assert read(link) == []
    bring_up(link_id=link.pk)
    assert "T083000" in account.text(href)
    assert read(link) == []


def test_a_calendar_that_vanishes_asks_nothing(hall: Hall, account: CalendarAccount) -> None:
    link = linked(hall, account, sends=True, takes_in=True, on_deleted=OnDeleted.RELEASE)
    booking = books(hall)
    bring_up(link_id=link.pk)
    read(link)
    account.vanish()
    take_in(link_id=link.pk)
    link.refresh_from_db()
    assert (link.state, link.trouble, proposed()) == ("paused", "calendar_gone", [])
    assert Booking.objects.get(pk=booking.pk).state == "booked"


def test_accepted_leave_is_not_read_back_as_another(hall: Hall, account: CalendarAccount) -> None:
    link = linked(hall, account, sends=True, takes_in=True, acceptance=Acceptance.AUTOMATIC)
    account.put("leave.ics", event(uid="leave"))
    read(link)
    bring_up(link_id=link.pk)
    assert read(link) == []
    assert len(account.hrefs()) == 1, "the person's own event says it already"
    assert OwnPlan.objects.filter(withdrawn_at=None).count() == 2
    assert Proposal.objects.count() == 1


class Published(BaseHTTPRequestHandler):
    """An address of a calendar that tells a tag."""

    text: ClassVar[str] = ""
    tag: ClassVar[str] = '"1"'
    answered: ClassVar[list[int]] = []

    def do_GET(self) -> None:
        same = self.headers.get("If-None-Match") == self.tag
        self.answered.append(304 if same else 200)
        self.send_response(304 if same else 200)
        self.send_header("ETag", self.tag)
        body = b"" if same else self.text.encode()
        if not same:
            self.send_header("Content-Type", "text/calendar; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Nothing to say."""


@pytest.fixture
def published() -> Iterator[str]:
    """The address of a calendar that is published as a file."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Published)
    Published.answered.clear()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/taro.ics"
    server.shutdown()
    server.server_close()


def test_an_address_with_a_tag_is_read_when_it_changes(hall: Hall, published: str) -> None:
    link = CalendarLink.objects.create(
        person=hall.people["agatsuma"],
        kind="ics",
        address=published,
        host=published.split("/")[2],
        calendar=published,
        sends=False,
        takes_in=True,
        created_at=clock.now(),
    )
    Published.text, Published.tag = event(uid="leave"), '"1"'
    assert read(link) == [("12-01", "full", "leave")]
    assert read(link) == [("12-01", "full", "leave")]
    Published.text, Published.tag = event(uid="leave", hours=("0830", "1200")), '"2"'
    assert read(link) == [("12-01", "am", "leave")]
    assert Published.answered == [200, 304, 200]
