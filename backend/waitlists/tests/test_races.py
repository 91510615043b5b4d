"""Many at once around one freed desk, with real parallel connections: one winner, and the order of the line is kept."""

from collections.abc import Callable
from functools import partial

import pytest

from bookings.models import Booking
from bookings.services.booking import book_desk, cancel_booking
from bookings.tests.test_races import outcomes, overlaps
from core.clock import now
from tests.factories.hall import add_person, city_time
from tests.fixtures.cast import MONDAY, TUESDAY
from waitlists.models import Wait
from waitlists.selectors.joining import Wanted
from waitlists.services.answering import accept_offer, decline_offer
from waitlists.services.joining import join_line, leave_line
from waitlists.services.keeping import keep_lines, lapse_offers

pytestmark = [
    pytest.mark.race,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("monday_morning"),
]


@pytest.fixture
def crowd(hall):
    """Sixteen people of 広聴課."""
    return [add_person(hall, f"crowd{number}", f"広聴 {number}", "030202").pk for number in range(16)]


@pytest.fixture
def line(hall, full, crowd, between):
    """The first eight of them in line for 06A, in order."""
    wanted = Wanted(TUESDAY, between("8:30", "17:15"), hall.areas["06A"].pk)
    return [join_line(person_id=person, wanted=wanted) for person in crowd[:8]]


def states(line):
    found = dict(Wait.objects.values_list("pk", "state"))
    return [found[wait.pk] for wait in line]


def test_a_freed_desk_goes_to_the_first_in_line_whoever_rushes(hall, full, line, crowd, between):
    during = between("8:30", "17:15")
    desk = hall.desk("06A-002")

    found = outcomes(
        [partial(cancel_booking, booking_id=full["06A-002"].pk)]
        + [partial(book_desk, person_id=person, desk_id=desk, during=during) for person in crowd[8:]]
    )

    assert found == {"done": 1, "desk_taken": 8}
    assert states(line) == ["offered"] + ["waiting"] * 7
    assert overlaps() == 0


def test_desks_freed_at_once_go_to_the_first_in_line(full, line):
    found = outcomes([partial(cancel_booking, booking_id=booking.pk) for booking in full.values()])

    assert found == {"done": 4}
    assert states(line) == ["offered"] * 4 + ["waiting"] * 4
    assert Booking.objects.offered().values("desk_id").distinct().count() == 4


def test_one_offer_is_won_once_however_often_it_is_accepted(full, line):
    cancel_booking(booking_id=full["06A-002"].pk)
    found = outcomes([partial(accept_offer, wait_id=line[0].pk)] * 12)
    assert found == {"done": 1, "offer_over": 11}
    assert Booking.objects.filter(person_id=line[0].person_id, state="booked").count() == 1


def test_accepting_declining_and_lapsing_at_the_last_moment_end_one_way(
    full, line, crowd, hall, between, monday_morning
):
    cancel_booking(booking_id=full["06A-002"].pk)
    acts: list[Callable[[], object]] = [
        partial(accept_offer, wait_id=line[0].pk),
        partial(decline_offer, wait_id=line[0].pk),
        partial(leave_line, wait_id=line[0].pk),
        lapse_offers,
        lapse_offers,
    ]
    rush: list[Callable[[], object]] = [
        partial(book_desk, person_id=person, desk_id=hall.desk("06A-002"), during=between("8:30", "17:15"))
        for person in crowd[8:]
    ]

    found = outcomes(acts + rush)

    assert found["desk_taken"] == 8
    first, second, *rest = states(line)
    assert (first, second) in [("accepted", "waiting"), ("declined", "offered"), ("left", "offered")]
    assert set(rest) == {"waiting"}
    assert overlaps() == 0


def test_any_number_of_workers_pass_a_lapsed_offer_on_once(full, line, monday_morning):
    cancel_booking(booking_id=full["06A-002"].pk)
    cancel_booking(booking_id=full["06A-003"].pk)
    monday_morning.move_to(city_time(MONDAY, "8:45"))

    outcomes([keep_lines] * 6)

    assert states(line) == ["lapsed"] * 2 + ["offered"] * 2 + ["waiting"] * 4


def test_whoever_joins_while_a_desk_is_freed_is_offered_it_or_told_that_it_is_free(hall, full, crowd, between):
    wanted = Wanted(TUESDAY, between("8:30", "17:15"), hall.areas["06A"].pk)
    found = outcomes(
        [partial(cancel_booking, booking_id=full["06A-002"].pk)]
        + [partial(join_line, person_id=person, wanted=wanted) for person in crowd]
    )
    keep_lines()  # what the job that a freed desk leaves behind does a moment later

    waiting = Wait.objects.count()
    assert found["done"] == waiting + 1
    assert found["desks_are_free"] == 16 - waiting
    if waiting:
        assert Wait.objects.order_by("pk")[0].state == "offered"
        assert Wait.objects.filter(state="offered").count() == 1


def test_cancelling_while_two_wait_for_each_others_desks_never_waits_for_ever(hall, full, line):
    cancel_booking(booking_id=full["06A-001"].pk)
    cancel_booking(booking_id=full["06A-002"].pk)
    found = outcomes(
        [
            partial(accept_offer, wait_id=line[0].pk, leave_other=True),
            partial(accept_offer, wait_id=line[1].pk, leave_other=True),
            partial(decline_offer, wait_id=line[0].pk),
            partial(leave_line, wait_id=line[1].pk),
            partial(cancel_booking, booking_id=full["06A-003"].pk),
            partial(cancel_booking, booking_id=full["06A-004"].pk),
            keep_lines,
            keep_lines,
        ]
    )
    assert sum(found.values()) == 8
    assert Booking.objects.offered().filter(release_at__lte=now()).count() == 0
    assert overlaps() == 0
