"""Groups and draws against everybody else, over real parallel connections: all or nothing, and never a deadlock."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from django.db import connection

from bookings.models import Booking
from bookings.services.booking import book_desk, cancel_booking, change_booking
from core.refused import Refused
from people.policies.visibility import Viewer
from plans.models import AttendancePlan
from seating.models import GroupBooking, SectionDraw
from seating.selectors.candidates import DeskWanted
from seating.selectors.draw_plan import DrawAsked
from seating.services.choosing import choose_and_book
from seating.services.drawing import draw_section, undo_draw
from seating.services.grouping import book_group, cancel_group
from tests.factories.hall import add_person
from tests.fixtures.cast import TUESDAY

pytestmark = [
    pytest.mark.race,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("monday_morning"),
]

CODES = ["06A-001", "06A-002", "06A-003", "06A-004", "06C-001", "06C-002"]


def outcomes(acts):
    """Run every act in a thread with a connection of its own, all let go at once; count what each came to."""
    start = threading.Barrier(len(acts))

    def run(act):
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


def nothing_is_held_twice():
    live = Booking.objects.live()
    desks, people = live.values_list("desk_id", flat=True), live.values_list("person_id", flat=True)
    claims = AttendancePlan.objects.filter(withdrawn_at=None).count()
    return len(set(desks)) == len(desks) == len(set(people)) == len(people) == claims


@pytest.fixture
def during(between):
    return between("8:30", "17:15")


@pytest.fixture
def crowd(hall):
    return [add_person(hall, f"crowd{number}", f"広聴 {number}", "030202").pk for number in range(12)]


@pytest.fixture
def asked(hall, during):
    return DrawAsked(department=hall.departments["030202"], day=TUESDAY, during=during)


def test_groups_that_want_each_others_desks_in_opposite_orders_are_booked_whole_or_not_at_all(hall, crowd, during):
    desks = [hall.desk(code) for code in CODES[:4]]
    groups = [
        partial(
            book_group,
            made_by=people[0],
            seats=dict(zip(people, desks if number % 2 else desks[::-1], strict=True)),
            asked=during,
        )
        for number, people in enumerate([crowd[0:4], crowd[4:8], crowd[8:12]])
    ]

    assert outcomes(groups) == {"done": 1, "desk_taken": 2}
    assert (Booking.objects.live().count(), GroupBooking.objects.count()) == (4, 1)
    assert nothing_is_held_twice()


def test_a_group_against_single_bookings_has_all_its_desks_or_none(hall, crowd, during):
    desks = [hall.desk(code) for code in CODES[:4]]
    group = partial(book_group, made_by=crowd[0], seats=dict(zip(crowd[:4], desks, strict=True)), asked=during)
    singles = [
        partial(book_desk, person_id=who, desk_id=desk, during=during)
        for who, desk in zip(crowd[4:12], desks * 2, strict=True)
    ]

    outcomes([group, *singles])

    of_the_group = Booking.objects.live().filter(person_id__in=crowd[:4]).count()
    assert of_the_group == 4 * GroupBooking.objects.count()
    assert nothing_is_held_twice()


def test_a_person_in_two_groups_at_once_sits_in_one(hall, crowd, during):
    first = dict(zip(crowd[0:3], [hall.desk(code) for code in CODES[:3]], strict=True))
    second = dict(zip([crowd[2], *crowd[3:5]], [hall.desk(code) for code in CODES[3:]], strict=True))

    found = outcomes([partial(book_group, made_by=crowd[0], seats=seats, asked=during) for seats in (first, second)])

    assert found == {"done": 1, "already_booked": 1}
    assert Booking.objects.live().count() == 3


def test_a_draw_against_single_bookings_and_moves_leaves_no_desk_and_nobody_twice(hall, crowd, during, asked):
    mine = book_desk(person_id=crowd[0], desk_id=hall.desk("06C-001"), during=during)
    singles = [
        partial(book_desk, person_id=who, desk_id=hall.desk(code), during=during)
        for who, code in zip(crowd[1:7], CODES, strict=True)
    ]

    found = outcomes(
        [
            partial(draw_section, asked=asked, drawn_by=None),
            *singles,
            partial(change_booking, booking_id=mine.pk, desk_id=hall.desk("06A-002")),
        ]
    )

    assert set(found) <= {"done", "desk_taken", "already_booked", "own_area_has_room"}
    assert SectionDraw.objects.filter(state="done").count() == 1
    assert nothing_is_held_twice()


def test_two_managers_who_draw_at_once_draw_twice_and_seat_everybody_once(hall, asked):
    found = outcomes([partial(draw_section, asked=asked, drawn_by=None)] * 4)

    assert found == {"done": 1, "nobody_to_draw": 3}
    assert Booking.objects.live().count() == 2


def test_drawing_again_and_again_while_others_draw_and_undo_ends_with_everybody_once(hall, crowd, during, asked):
    again = DrawAsked(department=asked.department, day=TUESDAY, during=during, redraw=True)
    draw, _plan = draw_section(asked=asked, drawn_by=None)

    found = outcomes(
        [partial(draw_section, asked=again, drawn_by=None)] * 2
        + [partial(undo_draw, draw_id=draw.pk)] * 2
        + [partial(book_desk, person_id=hall.person("sasaki"), desk_id=hall.desk("06B-001"), during=during)]
    )

    assert found["draw_is_undone"] == 1
    assert nothing_is_held_twice()


def test_a_group_given_up_while_one_leaves_alone_is_given_up_once(hall, crowd, during):
    seats = dict(zip(crowd[:4], [hall.desk(code) for code in CODES[:4]], strict=True))
    group = book_group(made_by=crowd[0], seats=seats, asked=during)
    own = Booking.objects.get(person_id=crowd[1])

    found = outcomes([partial(cancel_group, group_id=group.pk)] * 2 + [partial(cancel_booking, booking_id=own.pk)])

    assert found["done"] >= 1
    assert Booking.objects.live().count() == 0
    assert AttendancePlan.objects.filter(withdrawn_at=None).count() == 0


def test_everybody_who_lets_a_desk_be_chosen_at_once_gets_one_of_their_own(hall, crowd, during):
    def chooses(who):
        wanted = DeskWanted(person_id=who, asked=during)
        choose_and_book(wanted=wanted, viewer=Viewer(account_id=0, person_id=who))

    found = outcomes([partial(chooses, who) for who in crowd])

    assert found["done"] == Booking.objects.live().count()
    assert found["done"] == 9  # every desk there is for them: 4 of their own, 3 where these overflow to, 2 common
    assert nothing_is_held_twice()
