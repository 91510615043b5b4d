"""Layouts published and places closed while people book: real connections, and nobody is left without a notice."""

import threading
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from django.db import connection

from bookings.models import Booking
from bookings.services.booking import book_desk, cancel_booking, change_booking
from bookings.services.presence import check_in_at_desk
from core import clock
from core.refused import Refused
from relocation.models import Displacement
from relocation.services.answering import accept
from relocation.services.closing import close_and_relocate
from spaces.importing.changes import floor_change
from spaces.models import Layout
from spaces.policies.closed_places import ClosedPlaceWanted
from spaces.policies.layout_change import Displaced
from spaces.selectors import placed_desk
from spaces.selectors.stored_layouts import drawn_floor, layout_on
from spaces.services.layouts import NewLayout, publish_layouts, take_layout_back
from tests.factories.hall import add_person, city_time
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [
    pytest.mark.race,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("monday_morning"),
]
GONE = ("06A-001", "06A-002")


def outcomes(acts: Sequence[Callable[[], object]]) -> Counter[str]:
    """Run every act in a thread with a connection of its own, all let go at once; count what each came to."""
    start = threading.Barrier(len(acts))

    def run(act: Callable[[], object]) -> str:
        try:
            start.wait(timeout=30)
            act()
        except Refused as refused:
            return str(refused.code)
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(max_workers=len(acts)) as pool:
        return Counter(pool.map(run, acts))


@pytest.fixture
def crowd(hall):
    """Twelve people of 広聴課."""
    return [add_person(hall, f"crowd{number}", f"広聴 {number}", "030202").pk for number in range(12)]


def without(hall, day, *codes):
    """Publish the sixth floor without some desks, from `day` on."""
    floor = hall.floors["6"]
    layout = layout_on(floor, day)
    assert layout is not None
    drawn = drawn_floor(layout, "6")
    left = replace(drawn, desks={code: desk for code, desk in drawn.desks.items() if code not in codes})
    change = floor_change(drawn, left)
    assert change is not None
    return partial(
        publish_layouts,
        [NewLayout(floor, change)],
        effective_from=day,
        displaced=Displaced.MOVE,
    )


def left_behind() -> list[int]:
    """Live bookings at desks that do not stand on their day."""
    live = Booking.objects.unfinished(clock.now())
    return [booking.pk for booking in live if placed_desk(booking.desk_id, booking.day) is None]


def overlaps() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM bookings_booking a JOIN bookings_booking b ON a.id < b.id AND a.desk_id = b.desk_id"
            " AND a.during && b.during WHERE a.state IN ('booked','checked_in','checked_out')"
            " AND b.state IN ('booked','checked_in','checked_out')"
        )
        (found,) = cursor.fetchone()
    return int(found)


def test_whoever_books_while_a_layout_is_published_is_refused_or_moved(hall, crowd, between):
    for number in range(3):
        day = TUESDAY + timedelta(days=number)
        during = between("8:30", "17:15", day=day)
        wanted = [hall.desk(code) for code in (*GONE, "06A-003")]
        books = [
            partial(book_desk, person_id=who, desk_id=wanted[place % 3], during=during)
            for place, who in enumerate(crowd)
        ]
        publish = without(hall, day, *GONE) if number == 0 else without(hall, day, f"06{'ABC'[number - 1]}-003")

        found = outcomes([publish, *books])

        assert set(found) <= {"done", "desk_taken", "desk_not_in_layout"}
        assert (left_behind(), overlaps()) == ([], 0)
    moved = Displacement.objects.filter(state="moved").count()
    assert moved == Displacement.objects.exclude(new_booking=None).count()


def test_moves_and_cancellations_do_not_slip_through_a_publication(hall, crowd, between):
    during = between("8:30", "17:15")
    bookings = [
        book_desk(person_id=who, desk_id=hall.desk(f"06A-{number:03}"), during=during).pk
        for number, who in enumerate(crowd[:3], start=1)
    ]

    found = outcomes(
        [
            without(hall, TUESDAY, "06A-001", "06A-002", "06A-004"),
            partial(change_booking, booking_id=bookings[0], desk_id=hall.desk("06A-004")),
            partial(change_booking, booking_id=bookings[2], desk_id=hall.desk("06A-001")),
            partial(cancel_booking, booking_id=bookings[1]),
        ]
    )

    assert found["done"] >= 2
    assert (left_behind(), overlaps()) == ([], 0)
    noticed = set(Displacement.objects.values_list("booking_id", flat=True))
    assert set(Booking.objects.filter(ended_because="layout").values_list("pk", flat=True)) <= noticed


def test_sitting_down_at_a_desk_that_goes_today_ends_with_a_notice_or_a_refusal(hall, crowd, monday_morning):
    monday_morning.move_to(city_time(MONDAY, "9:00"))
    outcomes(
        [
            without(hall, MONDAY, *GONE),
            *(
                partial(check_in_at_desk, person_id=who, desk_id=hall.desk(code))
                for who, code in zip(crowd[:2], GONE, strict=True)
            ),
        ]
    )
    assert left_behind() == []
    assert set(Booking.objects.values_list("pk", flat=True)) == set(
        Displacement.objects.values_list("booking_id", flat=True)
    )


def test_two_publications_and_a_closure_at_once_give_no_desk_to_two(hall, crowd, between):
    during = between("8:30", "17:15")
    for number, who in enumerate(crowd[:4], start=1):
        book_desk(person_id=who, desk_id=hall.desk(f"06A-{number:03}"), during=during)
    close = partial(
        close_and_relocate,
        place=ClosedPlaceWanted(desk_id=hall.desk("06A-003")),
        during=between("10:00", "12:00"),
        reason="点検",
        displaced=Displaced.MOVE,
    )

    outcomes([without(hall, TUESDAY, "06A-001"), without(hall, TUESDAY, "06A-001", "06A-002"), close])

    assert (left_behind(), overlaps()) == ([], 0)
    live = Booking.objects.unfinished(clock.now())
    assert live.values("person_id").distinct().count() == 4


def test_one_desk_offered_to_several_is_won_by_one(hall, crowd, between):
    during = between("8:30", "17:15")
    for number, who in enumerate(crowd[:4], start=1):
        book_desk(person_id=who, desk_id=hall.desk(f"06A-{number:03}"), during=during)
    publish = without(hall, TUESDAY, "06A-001", "06A-002", "06A-003", "06A-004")
    publish.keywords["displaced"] = Displaced.CANCEL
    publish()
    wanted = hall.desk("06C-001")

    found = outcomes(
        [partial(accept, displacement_id=row.pk, desk_id=wanted) for row in Displacement.objects.order_by("pk")]
    )

    assert found == {"done": 1, "desk_taken": 3}
    assert Displacement.objects.filter(state="accepted").count() == 1


def test_a_layout_is_taken_back_once(hall, crowd):
    (layout,) = without(hall, TUESDAY, *GONE)()
    found: Counter[str] = Counter()

    def take_back():
        try:
            take_layout_back(layout_id=layout.pk)
        except Layout.DoesNotExist:
            found["gone"] += 1

    assert outcomes([take_back] * 4) == {"done": 4}
    assert found == {"gone": 3}
