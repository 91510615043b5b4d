"""How quickly linked calendars on a real Radicale follow: filled, rewritten, and after a transfer; and somebody else's
new booking meanwhile. The workers are the product's own, that of the queue `outside` with its four threads.

Some of these people hold desks of the hall besides those that are booked here: how many events have to be there is
counted from their days as they stand."""

import datetime as dt
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import connection, transaction

from audit.models import Event
from bookings.models import Booking
from bookings.services.booking import book_desk
from calendars.models import CalendarLink
from calendars.policies.choices import LinkKind, Titles
from calendars.selectors.entries import entries_of
from calendars.selectors.sending import DAYS_AHEAD, DAYS_BACK
from calendars.services.choosing import change_choices
from calendars.services.links import NewLink, link_calendar
from core import clock
from core.copying import copy_rows
from core.interval import Interval
from core.revision import Slow, bump
from directory.followers import followed, queue_to_follow
from directory.policies.roll_changed import Moved, RollChanged
from people.models import Department, Person, Post
from plans.models import AttendancePlan
from plans.selectors.working_days import city_calendar
from tests.fixtures.calendar_servers import CalendarAccount
from tests.fixtures.radicale import Radicale, radicale_in
from tests.load.figures import Figures
from tests.load.hall import Hall
from tests.load.stack import running
from tools.server import worker_command

FIRST = 1000
PEOPLE = 430
DAYS = 7
BEYOND_OTHER_PARTS_DAYS = 40
MOST_SECONDS = 300
NEWCOMER_SECONDS = 60
GIVE_UP_SECONDS = 900


def measure_calendar_push(hall: Hall, folder: Path, figures: Figures) -> None:
    """Some 3,000 events of 430 people, and what they hold of the hall besides."""
    numbers = range(FIRST, FIRST + PEOPLE)
    with TemporaryDirectory(prefix="kyoseki-calendars-") as name, ExitStack() as stack:
        server = radicale_in(Path(name))
        server.start()
        stack.callback(server.stop, kill=True)
        _forget()
        stack.callback(_forget)
        with transaction.atomic():
            _book(hall, numbers)
        accounts = [server.add(f"p{number}") for number in numbers]
        newcomer = server.add("newcomer")
        stack.enter_context(running(worker_command(), folder / "worker.log"))
        stack.enter_context(running(worker_command("outside"), folder / "outside.log"))
        _link(hall.person_ids[FIRST + PEOPLE], newcomer)

        began = time.monotonic()
        for number, account in zip(numbers, accounts, strict=True):
            _link(hall.person_ids[number], account)
        events = _belonging(hall, numbers)
        figures.told(f"events put into {PEOPLE} linked calendars for the first time", f"{events:,}")
        figures.told("… were there after", f"{_seconds_until(server, accounts, events, began):.0f} s")

        began = time.monotonic()
        with transaction.atomic():
            for number in numbers:
                change_choices(person_id=hall.person_ids[number], titles=Titles.SHORT)
        late = _newcomer(hall, newcomer, day=0)
        seconds = _seconds_until_sent(began)
        figures.most("all of them rewritten there, four threads", seconds, MOST_SECONDS, " s")
        figures.most("a new booking of somebody else meanwhile", late, NEWCOMER_SECONDS, " s", digits=1)

        with _moved(hall, numbers):
            began = time.monotonic()
            left = _belonging(hall, numbers)
            late = _newcomer(hall, newcomer, day=1)
            seconds = _seconds_until(server, accounts, left, began)
        figures.told(f"events that a transfer of these {PEOPLE} people takes away there", f"{events - left:,}")
        figures.most("… followed after", seconds, MOST_SECONDS, " s")
        figures.most("a new booking of somebody else after the transfer", late, NEWCOMER_SECONDS, " s", digits=1)


def _book(hall: Hall, numbers: Sequence[int]) -> None:
    """Each has a desk of the home area on each of the days."""
    taken: Counter[int] = Counter()
    bookings = []
    for number in numbers:
        area = hall.area_of(number)
        desk = hall.desk_ids[area][taken[area]]
        taken[area] += 1
        for day in _days():
            during = Interval(clock.at(day, dt.time(8, 30)), clock.at(day, dt.time(17, 15))).as_range()
            bookings.append(
                Booking(
                    person_id=hall.person_ids[number],
                    desk_id=desk,
                    floor_id=hall.floor_ids[hall.floor_of(area)],
                    area_id=hall.area_ids[area],
                    department_id=hall.section_ids[number],
                    day=day,
                    during=during,
                    booked_during=during,
                    state="booked",
                    created_at=clock.now(),
                    revision=0,
                )
            )
    copy_rows(bookings)
    copy_rows(
        [
            AttendancePlan(
                person_id=one.person_id,
                day=one.day,
                during=one.during,
                place="office",
                holder_kind="booking",
                holder_id=one.pk,
            )
            for one in bookings
        ]
    )
    copy_rows(
        [Event(at=clock.now(), kind="booking.booked", subject_kind="booking", subject_id=one.pk) for one in bookings]
    )


def _days() -> Sequence[dt.date]:
    first = clock.today() + dt.timedelta(days=BEYOND_OTHER_PARTS_DAYS)
    return city_calendar().working_days_from(first, DAYS)


def _link(person_id: int, account: CalendarAccount) -> None:
    new = NewLink(
        kind=LinkKind.CALDAV,
        address=account.address,
        username=account.username,
        password=account.password,
        calendar=account.calendar_address,
        calendar_name="",
        sends=True,
        takes_in=False,
    )
    link_calendar(person_id=person_id, new=new)


def _belonging(hall: Hall, numbers: Sequence[int]) -> int:
    """How many events belong into the calendars of these people as things stand."""
    today = clock.today()
    first, last = today - dt.timedelta(days=DAYS_BACK), today + dt.timedelta(days=DAYS_AHEAD)
    return sum(map(len, entries_of([hall.person_ids[number] for number in numbers], first, last).values()))


def _newcomer(hall: Hall, account: CalendarAccount, *, day: int) -> float:
    """Seconds from a booking of somebody else until it is in that person's calendar."""
    before, began = len(account.hrefs()), time.monotonic()
    on = city_calendar().working_days_from(clock.today() + dt.timedelta(days=1), 2)[day]
    during = Interval(clock.at(on, dt.time(18, 0)), clock.at(on, dt.time(18, 30)))
    book_desk(person_id=hall.person_ids[FIRST + PEOPLE], desk_id=hall.common_desks()[0], during=during)
    while len(account.hrefs()) == before:
        assert time.monotonic() - began < GIVE_UP_SECONDS
        time.sleep(0.2)
    return time.monotonic() - began


@contextmanager
def _moved(hall: Hall, numbers: Sequence[int]) -> Iterator[None]:
    """All of them work in one other section from today on, as a run of the directory would have it; moved back
    afterwards."""
    people = [hall.person_ids[number] for number in numbers]
    to = Department.objects.get(pk=next(one for one in hall.section_ids if one != hall.section_ids[FIRST]))
    today = clock.today()
    moved = tuple(Moved(person_id, 0, to.pk) for person_id in people)
    departments = dict(Person.objects.filter(pk__in=people).values_list("pk", "department_id"))
    posts = Post.objects.filter(person_id__in=people, active_to__isnull=True)
    closed = list(posts.values_list("pk", flat=True))
    change = RollChanged(day=today, moved=moved)
    with transaction.atomic():
        queue_to_follow(change)
        posts.update(active_to=today - dt.timedelta(days=1))
        Post.objects.bulk_create(
            Post(person_id=person_id, department=to, kind="main", active_from=today) for person_id in people
        )
        Person.objects.filter(pk__in=people).update(department=to)
        bump(Slow.PEOPLE)
        followed(change)
    try:
        yield
    finally:
        Post.objects.filter(person_id__in=people, department=to, active_from=today).delete()
        Post.objects.filter(pk__in=closed).update(active_to=None)
        for person_id, department_id in departments.items():
            Person.objects.filter(pk=person_id).update(department_id=department_id)
        bump(Slow.PEOPLE)


def _seconds_until(server: Radicale, accounts: Sequence[CalendarAccount], events: int, began: float) -> float:
    """Seconds until there are so many files in all of their calendars."""
    root = server.folder / "data" / "collection-root"
    while sum(len(list((root / one.username / "calendar").glob("*.ics"))) for one in accounts) != events:
        assert time.monotonic() - began < GIVE_UP_SECONDS
        time.sleep(0.5)
    return time.monotonic() - began


def _seconds_until_sent(began: float) -> float:
    """Seconds until nothing differs and no job waits."""
    while True:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing')"
                " AND (task_name = 'calendars.bring_up' OR args->>'subscriber_name' = 'calendars.changed')"
            )
            (jobs,) = cursor.fetchone()
        if not jobs and not CalendarLink.objects.filter(waiting__gt=0).exists():
            return time.monotonic() - began
        assert time.monotonic() - began < GIVE_UP_SECONDS
        time.sleep(0.5)


def _forget() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs WHERE status = 'todo'")
        cursor.execute("TRUNCATE calendars_calendarlink, calendars_calendarchoices CASCADE")
