"""A claim that displaces a desk frees what it needs and keeps the rest, in one transaction."""

import pytest
from django.db import transaction

from bookings.models import Booking, BookingRule
from bookings.services.booking import book_desk, change_booking
from bookings.services.presence import check_in
from core.refused import Refused
from core.revision import Slow, bump
from plans.models import AttendancePlan, Place
from plans.services.ledger import Holder, claim
from tests.factories.hall import city_time
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

TELEWORK = Holder("telework", 1)


@pytest.fixture
def booked(hall, between):
    return book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06A-001"), during=between("8:30", "17:15"))


def work_at_home(hall, during):
    claim(person_id=hall.person("kudo"), during=during, place=Place.HOME, holder=TELEWORK, displaces={"booking"})


def held():
    """What bookings hold, in order of time."""
    return [booking.interval for booking in Booking.objects.holding().order_by("during")]


def test_a_full_day_at_home_frees_the_desk_and_says_why(hall, booked, between):
    work_at_home(hall, between("8:30", "17:15"))
    booked.refresh_from_db()
    assert (booked.state, booked.ended_because, held()) == ("cancelled", "displaced", [])


@pytest.mark.parametrize(
    ("home", "kept"),
    [
        (("13:00", "17:15"), [("8:30", "13:00")]),
        (("8:30", "12:00"), [("12:00", "17:15")]),
        (("10:00", "12:00"), [("8:30", "10:00"), ("12:00", "17:15")]),
    ],
)
def test_a_part_of_the_day_at_home_keeps_the_desk_for_the_rest(hall, booked, between, home, kept):
    work_at_home(hall, between(*home))
    assert held() == [between(*stretch) for stretch in kept]
    standing = AttendancePlan.objects.filter(withdrawn_at=None).order_by("during")
    assert [plan.place for plan in standing].count("office") == len(kept)


def test_the_rest_of_a_day_is_released_too_when_nobody_comes_to_it(hall, between):
    BookingRule.objects.create(name="解放", owner="庁舎管理課", release_after_minutes=60)
    bump(Slow.RULES)
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06A-001"), during=between("8:30", "17:15"))
    work_at_home(hall, between("8:30", "13:00"))
    (rest,) = Booking.objects.live()
    assert (rest.interval, rest.release_at) == (between("13:00", "17:15"), city_time(TUESDAY, "14:00"))


def test_who_sits_there_already_keeps_what_has_been(hall, between, monday_morning):
    monday = between("8:30", "17:15", day=MONDAY)
    booking = book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06A-001"), during=monday)
    check_in(booking_id=booking.pk)
    monday_morning.move_to(city_time(MONDAY, "11:00"))
    work_at_home(hall, between("11:00", "17:15", day=MONDAY))
    assert held() == [between("8:30", "11:00", day=MONDAY)]


def test_without_leave_to_displace_the_desk_stays_and_the_claim_is_refused(hall, booked, between):
    with pytest.raises(Refused) as refused, transaction.atomic():
        claim(person_id=hall.person("kudo"), during=between("8:30", "12:00"), place=Place.HOME, holder=TELEWORK)
    assert refused.value.code == "already_booked"
    assert held() == [between("8:30", "17:15")]


def test_a_desk_is_not_booked_over_a_day_at_home(hall, booked, between):
    work_at_home(hall, between("13:00", "17:15"))
    with pytest.raises(Refused) as refused:
        change_booking(booking_id=booked.pk, during=between("8:30", "15:00"))
    assert refused.value.code == "in_another_place"
