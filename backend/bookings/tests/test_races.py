"""Real parallel connections: one desk, one person, one last allowance, one move; whoever comes second is told so."""

import threading
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from django.db import connection

from bookings.models import Booking, BookingRule
from bookings.services.booking import book_desk, cancel_booking, change_booking
from bookings.services.closing import close_and_displace
from bookings.services.presence import check_in, check_in_at_desk
from bookings.services.release import release_no_shows, restore_booking
from core.interval import Interval
from core.refused import Refused
from core.revision import Slow, bump
from plans.models import AttendancePlan
from spaces.policies.closed_places import ClosedPlaceWanted
from tests.factories.hall import add_person, city_time
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [
    pytest.mark.race,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("monday_morning"),
]


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


def overlaps() -> int:
    """Pairs of bookings that hold one desk at once, or of standing stretches of one person: always none."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT count(*) FROM bookings_booking a JOIN bookings_booking b ON a.id < b.id"
            " AND a.desk_id = b.desk_id AND a.during && b.during"
            " WHERE a.state IN ('booked','checked_in','checked_out','offered') AND b.state IN"
            " ('booked','checked_in','checked_out','offered'))"
            " + (SELECT count(*) FROM plans_attendanceplan a JOIN plans_attendanceplan b ON a.id < b.id"
            " AND a.person_id = b.person_id AND a.during && b.during"
            " WHERE a.withdrawn_at IS NULL AND b.withdrawn_at IS NULL)"
        )
        (found,) = cursor.fetchone()
    return int(found)


@pytest.fixture
def crowd(hall):
    """Sixteen people of 広聴課."""
    return [add_person(hall, f"crowd{number}", f"広聴 {number}", "030202").pk for number in range(16)]


def test_book_desk_gives_a_contested_desk_to_exactly_one_person(hall, crowd, between):
    for number, hour in enumerate(range(8, 13)):
        during = between(f"{hour}:30", f"{hour + 1}:30")

        found = outcomes(
            [partial(book_desk, person_id=who, desk_id=hall.desk("06A-001"), during=during) for who in crowd]
        )

        assert found == {"done": 1, "desk_taken": 15}
        assert Booking.objects.live().count() == number + 1
    assert overlaps() == 0


def test_overlapping_wishes_for_one_desk_leave_no_overlap(hall, crowd, between):
    stretches = [between(f"{8 + number % 4}:30", f"{10 + number % 4}:30") for number in range(16)]

    found = outcomes(
        [
            partial(book_desk, person_id=who, desk_id=hall.desk("06A-001"), during=during)
            for who, during in zip(crowd, stretches, strict=True)
        ]
    )

    assert set(found) == {"done", "desk_taken"}
    assert overlaps() == 0


def test_one_person_at_all_desks_at_once_gets_exactly_one(hall, between):
    desks = ["06A-001", "06A-002", "06A-003", "06A-004", "06C-001", "06C-002"] * 2
    during = between("8:30", "17:15")

    found = outcomes(
        [
            partial(book_desk, person_id=hall.person("agatsuma"), desk_id=hall.desk(code), during=during)
            for code in desks
        ]
    )

    assert found["done"] == 1
    assert Booking.objects.live().count() == AttendancePlan.objects.filter(withdrawn_at=None).count() == 1


def test_the_last_allowance_is_used_once(hall, between):
    BookingRule.objects.create(name="件数", owner="庁舎管理課", max_live_bookings=3)
    bump(Slow.RULES)
    for hour in (7, 8):
        book_desk(
            person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between(f"{hour}:00", f"{hour}:30")
        )

    found = outcomes(
        [
            partial(
                book_desk,
                person_id=hall.person("agatsuma"),
                desk_id=hall.desk("06A-002"),
                during=between(f"{hour}:00", f"{hour}:45"),
            )
            for hour in range(9, 19)
        ]
    )

    assert found == {"done": 1, "quota_reached": 9}


def test_one_desk_is_moved_to_by_exactly_one_and_nobody_loses_the_old(hall, crowd, between):
    people = crowd[:5]
    homes = ["06A-002", "06A-003", "06A-004", "06C-001", "06C-002"]
    mine = [
        book_desk(person_id=who, desk_id=hall.desk(code), during=between("8:30", "17:15"))
        for who, code in zip(people, homes, strict=True)
    ]

    found = outcomes([partial(change_booking, booking_id=booking.pk, desk_id=hall.desk("06A-001")) for booking in mine])

    assert found == {"done": 1, "desk_taken": 4}
    assert Booking.objects.live().count() == 5
    assert overlaps() == 0


def test_two_people_who_want_each_others_desks_are_both_refused_and_none_waits_for_ever(hall, crowd, between):
    first, second = crowd[:2]
    mine = book_desk(person_id=first, desk_id=hall.desk("06A-001"), during=between("8:30", "17:15"))
    theirs = book_desk(person_id=second, desk_id=hall.desk("06A-002"), during=between("8:30", "17:15"))

    found = outcomes(
        [
            lambda: change_booking(booking_id=mine.pk, desk_id=hall.desk("06A-002")),
            lambda: change_booking(booking_id=theirs.pk, desk_id=hall.desk("06A-001")),
        ]
    )

    assert found == {"desk_taken": 2}


def test_people_who_change_places_by_the_desks_codes_never_wait_for_each_other(hall, crowd):
    first, second = crowd[:2]
    desks = hall.desk("06A-001"), hall.desk("06A-002")
    for who, desk in zip((first, second), desks, strict=True):
        check_in_at_desk(person_id=who, desk_id=desk)

    def sit_down(who, desk):
        return partial(check_in_at_desk, person_id=who, desk_id=desk, leave_other=True)

    for _ in range(10):
        found = outcomes([sit_down(first, desks[1]), sit_down(second, desks[0])])
        assert found == {"desk_taken": 2}
    assert overlaps() == 0


def test_any_number_of_workers_release_a_booking_once(hall, between, monday_morning):
    BookingRule.objects.create(name="解放", owner="庁舎管理課", release_after_minutes=30)
    bump(Slow.RULES)
    for code, who in (("06A-001", "agatsuma"), ("06A-002", "kudo")):
        book_desk(person_id=hall.person(who), desk_id=hall.desk(code), during=between("8:30", "17:15", day=MONDAY))
    monday_morning.move_to(city_time(MONDAY, "9:00"))
    released: list[int] = []

    outcomes([lambda: released.append(release_no_shows())] * 6)

    assert sum(released) == 2


def test_a_check_in_at_the_moment_of_release_is_either_in_time_or_told(hall, between, monday_morning):
    BookingRule.objects.create(name="解放", owner="庁舎管理課", release_after_minutes=30)
    bump(Slow.RULES)
    booking = book_desk(
        person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "17:15", day=MONDAY)
    )
    monday_morning.move_to(city_time(MONDAY, "9:00"))

    found = outcomes([lambda: check_in(booking_id=booking.pk), release_no_shows])

    booking.refresh_from_db()
    assert (booking.state, found) in [
        ("checked_in", {"done": 2}),
        ("released", {"done": 1, "already_ended": 1}),
    ]


def test_one_free_desk_seats_one_walk_up(hall, crowd):
    found = outcomes([partial(check_in_at_desk, person_id=who, desk_id=hall.desk("06A-005")) for who in crowd])
    assert found == {"done": 1, "desk_taken": 15}


def test_a_desk_given_up_is_won_back_or_won_by_one_other_and_never_by_both(hall, crowd, between):
    during = between("8:30", "17:15")
    booking = book_desk(person_id=crowd[0], desk_id=hall.desk("06A-001"), during=during)
    cancel_booking(booking_id=booking.pk)

    outcomes(
        [lambda: restore_booking(booking_id=booking.pk)]
        + [partial(book_desk, person_id=who, desk_id=hall.desk("06A-001"), during=during) for who in crowd[1:8]]
    )

    assert Booking.objects.live().count() == 1
    assert overlaps() == 0


def test_a_closure_and_a_booking_at_once_never_leave_a_booking_in_a_closed_place(hall, crowd):
    during = Interval(city_time(TUESDAY, "8:30"), city_time(TUESDAY, "17:15"))
    floor = ClosedPlaceWanted(floor_id=hall.floors["6"].pk)
    codes = ["06A-001", "06A-002", "06A-003", "06A-004", "06C-001", "06C-002"]

    outcomes(
        [
            partial(book_desk, person_id=who, desk_id=hall.desk(code), during=during)
            for who, code in zip(crowd, codes, strict=False)
        ]
        + [lambda: close_and_displace(place=floor, during=during, reason="停電")]
    )

    assert Booking.objects.live().count() == 0
