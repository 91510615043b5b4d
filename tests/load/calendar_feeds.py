"""How quickly calendars read their feeds: a year of working days each, as it is, unchanged, and by many at once."""

import datetime as dt
import gzip

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from audit.models import Event
from bookings.models import Booking
from calendars.models import Feed
from calendars.policies.choices import FeedKind
from calendars.selectors.feeds import secret_of
from calendars.services.feeds import make_feed
from core import clock
from core.copying import copy_rows
from core.interval import Interval
from plans.models import AttendancePlan
from plans.selectors.working_days import city_calendar
from tests.load.figures import Figures
from tests.load.hall import Hall
from tests.load.http_client import Outcome, Wanted, run
from tests.load.wrk import Read, read_repeatedly

READERS = 32
CLIENTS = 16
ASKED = 320
ANEW = 5
BEYOND_OTHER_PARTS_DAYS = 30
LAST_DAY_AHEAD = 366


def measure_calendar_feeds(port: int, hall: Hall, seconds: int, figures: Figures) -> None:
    """Feeds of people who have a desk on every working day of the year to come, read in turn."""
    addresses = [f"/calendar/{secret_of(feed)}.ics" for feed in _feeds(hall)]
    _ask(port, addresses * 2, clients=1)
    anew = [answer.seconds * 1000 for _ in range(ANEW) for answer in _changed(port, hall, addresses).answers]
    figures.most("feed of a year, worked out anew, p95", sorted(anew)[int(len(anew) * 0.95)], 25, " ms", digits=1)
    figures.told("feed of a year, worked out anew, p50", f"{sorted(anew)[len(anew) // 2]:.1f} ms")
    alone = _ask(port, addresses * (ASKED // READERS), clients=1)
    figures.most("feed of a year, p95", alone.milliseconds(0.95), 25, " ms", digits=1)
    figures.told("feed of a year, p50", f"{alone.milliseconds(0.5):.1f} ms")
    text = gzip.decompress(alone.answers[0].body)
    size = f"{len(text) / 1000:.0f} kB, {len(alone.answers[0].body) / 1000:.0f} kB compressed"
    figures.told("feed of a year, events", f"{text.count(b'BEGIN:VEVENT')} in {size}")
    tags = {answer.wanted.path: answer.headers["etag"] for answer in alone.answers}
    known = _ask(port, addresses * (ASKED // READERS), clients=1, tags=tags)
    figures.most("feed, answered 304, p95", known.milliseconds(0.95), 5, " ms", digits=1)
    figures.told("feed, answered 304, p50", f"{known.milliseconds(0.5):.1f} ms")
    reads = [Read(hall.person_ids[0], address, below="") for address in addresses]
    many = read_repeatedly(port, reads, clients=CLIENTS, seconds=seconds)
    figures.least(f"feed of a year, c={CLIENTS}", many.rate, 300, " /s")
    figures.told(f"feed of a year, c={CLIENTS}, p95", f"{many.p95:.1f} ms")
    unchanged = [Read(one.person_id, one.path, tags[one.path], below="") for one in reads]
    polled = read_repeatedly(port, unchanged, clients=CLIENTS, seconds=seconds)
    figures.told(f"feed, answered 304, c={CLIENTS}", f"{polled.rate:,.0f} /s")
    wrong = many.wrong + polled.wrong
    figures.told("feeds that failed", str(wrong), "0", wrong == 0)
    figures.most("feed, queries", _queries(addresses[0]), 4, "")
    _forget_the_year(hall)


def _changed(port: int, hall: Hall, addresses: list[str]) -> Outcome:
    """Read each feed after a change of a booking in it."""
    changed = Booking.objects.filter(person_id__in=hall.person_ids[-READERS:], day__gt=clock.today())
    changed.filter(day=changed.order_by("-day").values("day")[:1]).update(spilled_over=False)
    return _ask(port, addresses, clients=1)


def _ask(port: int, addresses: list[str], *, clients: int, tags: dict[str, str] | None = None) -> Outcome:
    asked = [
        Wanted(
            0,
            "GET",
            address,
            headers=(("Accept-Encoding", "gzip"), *((("If-None-Match", tags[address]),) if tags else ())),
            below="",
        )
        for address in addresses
    ]
    outcome = run(port, asked, clients=clients)
    assert {answer.status for answer in outcome.answers} == {304 if tags else 200}
    return outcome


def _feeds(hall: Hall) -> list[Feed]:
    """The readers' feeds, their year of bookings made first."""
    people = hall.person_ids[-READERS:]
    with transaction.atomic():
        _book_a_year(hall, people)
    return [make_feed(person_id=person_id, kind=FeedKind.PERSONAL)[0] for person_id in people]


def _book_a_year(hall: Hall, people: list[int]) -> None:
    """Each of them at a common desk of their own, with ledger and events as booking writes them."""
    today, calendar = clock.today(), city_calendar()
    every = (today + dt.timedelta(days=ahead) for ahead in range(BEYOND_OTHER_PARTS_DAYS, LAST_DAY_AHEAD + 1))
    days = [day for day in every if calendar.is_working_day(day)]
    desks = dict(zip(people, hall.common_desks(), strict=False))
    area = next(iter(hall.area_ids[hall.size.home_areas :]))
    bookings = [
        _booking(person_id, desks[person_id], hall.floor_ids[-1], area, day) for person_id in people for day in days
    ]
    copy_rows(bookings)
    copy_rows([_plan(booking) for booking in bookings])
    copy_rows([_event(booking, kind) for booking in bookings for kind in ("booking.booked", "booking.changed")])


def _booking(person_id: int, desk_id: int, floor_id: int, area_id: int, day: dt.date) -> Booking:
    during = Interval(clock.at(day, dt.time(8, 30)), clock.at(day, dt.time(17, 15))).as_range()
    return Booking(
        person_id=person_id,
        desk_id=desk_id,
        floor_id=floor_id,
        area_id=area_id,
        day=day,
        during=during,
        booked_during=during,
        state="booked",
        created_at=clock.now(),
        revision=0,
    )


def _plan(booking: Booking) -> AttendancePlan:
    return AttendancePlan(
        person_id=booking.person_id,
        day=booking.day,
        during=booking.during,
        place="office",
        holder_kind="booking",
        holder_id=booking.pk,
    )


def _event(booking: Booking, kind: str) -> Event:
    return Event(at=clock.now(), kind=kind, subject_kind="booking", subject_id=booking.pk)


def _forget_the_year(hall: Hall) -> None:
    """Without asking every other table for each of the thousands of rows: nothing points at them."""
    first = clock.today() + dt.timedelta(days=BEYOND_OTHER_PARTS_DAYS)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for table in ("plans_attendanceplan", "bookings_booking"):
            cursor.execute(
                f"DELETE FROM {table} WHERE person_id = ANY(%s) AND day >= %s",  # noqa: S608 - two tables
                (list(hall.person_ids[-READERS:]), first),
            )


def _queries(address: str) -> int:
    """Counted in this process, over the same database, at the second time of asking."""
    client = Client(SERVER_NAME="127.0.0.1")
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        status = client.get(address).status_code
    assert status == 200, status
    return len(captured)
