"""People of the small hall with a calendar on a real server, for the tests of what goes there."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from ipaddress import ip_network
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.db import connection
from django.test import override_settings

from bookings.models import Booking
from bookings.services.booking import book_desk
from calendars.models import CalendarLink
from calendars.policies.choices import LinkKind
from calendars.services.bringing_up import bring_up
from calendars.services.links import NewLink, link_calendar
from core.interval import Interval
from tests.factories.hall import Hall, city_time
from tests.fixtures.calendar_servers import CalendarAccount
from tests.fixtures.cast import TUESDAY

LOOPBACK: dict[str, Any] = {
    "calendar_hosts": ("127.0.0.1",),
    "webhook_hosts": (),
    "networks": (ip_network("127.0.0.0/8"),),
    "ca_file": "",
}


def new_link(
    account: CalendarAccount, *, through: str = "", sends: bool = True, takes_in: bool = False, **more: Any
) -> NewLink:
    """What somebody would send who has found the account's calendar; `through`: the address of a proxy before it."""
    return NewLink(
        kind=LinkKind.CALDAV,
        address=through or account.address,
        username=account.username,
        password=account.password,
        calendar=urljoin(through or account.address, urlsplit(account.calendar_address).path),
        calendar_name="予定",
        sends=sends,
        takes_in=takes_in,
        **more,
    )


def linked(hall: Hall, account: CalendarAccount, who: str = "agatsuma", **more: Any) -> CalendarLink:
    return link_calendar(person_id=hall.person(who), new=new_link(account, **more))


def books(
    hall: Hall, who: str = "agatsuma", *, desk: str = "06A-001", day: date = TUESDAY, hours: str = "8:30-17:15"
) -> Booking:
    start, end = hours.split("-")
    during = Interval(city_time(day, start), city_time(day, end))
    return book_desk(person_id=hall.person(who), desk_id=hall.desk(desk), during=during)


def brought_up(link: CalendarLink) -> CalendarLink:
    """The link after a whole turn, as it stands then."""
    bring_up(link_id=link.pk)
    return CalendarLink.objects.get(pk=link.pk)


def jobs(task: str) -> list[int]:
    """The links for which jobs of that task wait."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (args->>'link_id')::int FROM procrastinate_jobs"
            " WHERE task_name = %s AND status = 'todo' ORDER BY id",
            [task],
        )
        return [number for (number,) in cursor.fetchall()]


def forget_jobs() -> None:
    """No job waits."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")


@contextmanager
def loopback_allowed() -> Iterator[None]:
    """Calendars on this machine may be spoken to."""
    with override_settings(OUTBOUND=LOOPBACK):
        yield
