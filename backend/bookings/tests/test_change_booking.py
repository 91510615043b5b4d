"""Moving, shortening, extending and cancelling: the old is given up only if the new is won."""

from datetime import timedelta

import pytest

from audit.models import Event
from bookings.models import Booking, BookingRule
from bookings.services.booking import book_desk, cancel_booking, change_booking
from bookings.services.presence import check_in
from bookings.services.release import restore_booking
from core.interval import Interval
from core.refused import Refused
from core.revision import Slow, bump
from plans.models import AttendancePlan
from tests.factories.hall import city_time
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


@pytest.fixture
def booked(hall, between):
    return book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "12:00"))


@pytest.fixture
def under_way(hall, monday_morning):
    """我妻 has been at 06A-001 since 8:30; it is 10:00."""
    monday = Interval(city_time(MONDAY, "8:30"), city_time(MONDAY, "17:15"))
    booking = book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=monday)
    check_in(booking_id=booking.pk)
    monday_morning.move_to(city_time(MONDAY, "10:00"))
    return booking


def standing():
    """The stretches that stand in the ledger."""
    plans = AttendancePlan.objects.filter(withdrawn_at__isnull=True).order_by("during")
    return [Interval.of_range(plan.during) for plan in plans]


def test_a_move_to_another_desk_keeps_the_bookings_identity(hall, between, booked):
    moved = change_booking(booking_id=booked.pk, desk_id=hall.desk("06A-002"))

    assert (moved.pk, moved.desk_id, moved.interval) == (booked.pk, hall.desk("06A-002"), between("8:30", "12:00"))
    event = Event.objects.get(kind="booking.changed")
    assert event.before is not None
    assert event.after is not None
    assert (event.before["desk"], event.after["desk"]) == (hall.desk("06A-001"), hall.desk("06A-002"))


def test_a_refused_move_leaves_everything_as_it_was(hall, between, booked):
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06A-002"), during=between("11:00", "13:00"))

    with pytest.raises(Refused) as refused:
        change_booking(booking_id=booked.pk, desk_id=hall.desk("06A-002"))

    assert refused.value.code == "desk_taken"
    booked.refresh_from_db()
    assert (booked.desk_id, booked.state) == (hall.desk("06A-001"), "booked")
    assert between("8:30", "12:00") in standing()


@pytest.mark.parametrize(("start", "end"), [("8:30", "17:15"), ("8:30", "10:00"), ("13:00", "17:15")])
def test_extending_shortening_and_shifting_move_the_ledger_with_the_booking(booked, between, start, end):
    changed = change_booking(booking_id=booked.pk, during=between(start, end))
    assert changed.interval == between(start, end)
    assert standing() == [between(start, end)]


def test_an_extension_into_anothers_booking_is_refused(hall, between, booked):
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06A-001"), during=between("13:00", "17:15"))
    with pytest.raises(Refused) as refused:
        change_booking(booking_id=booked.pk, during=between("8:30", "14:00"))
    assert refused.value.code == "desk_taken"
    assert between("8:30", "12:00") in standing()


def test_an_extension_into_ones_own_other_booking_is_refused(hall, between, booked):
    book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-002"), during=between("13:00", "17:15"))
    with pytest.raises(Refused) as refused:
        change_booking(booking_id=booked.pk, during=between("8:30", "14:00"))
    assert refused.value.code == "already_booked"
    booked.refresh_from_db()
    assert booked.interval == between("8:30", "12:00")


def test_a_move_under_way_ends_the_old_now_and_goes_on_at_the_new_desk(hall, under_way):
    moved = change_booking(booking_id=under_way.pk, desk_id=hall.desk("06A-002"))

    under_way.refresh_from_db()
    ten = city_time(MONDAY, "10:00")
    assert (under_way.state, under_way.end) == ("checked_out", ten)
    assert (moved.state, moved.start, moved.moved_from_id) == ("checked_in", ten, under_way.pk)
    assert standing() == [under_way.interval, moved.interval]


def test_a_refused_move_under_way_leaves_the_person_at_the_old_desk(hall, under_way):
    afternoon = Interval(city_time(MONDAY, "13:00"), city_time(MONDAY, "17:15"))
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06A-002"), during=afternoon)

    with pytest.raises(Refused):
        change_booking(booking_id=under_way.pk, desk_id=hall.desk("06A-002"))

    under_way.refresh_from_db()
    assert (under_way.state, under_way.end) == ("checked_in", city_time(MONDAY, "17:15"))


def test_the_end_of_a_booking_under_way_can_change_and_its_start_cannot(under_way):
    shorter = Interval(city_time(MONDAY, "8:30"), city_time(MONDAY, "15:00"))
    assert change_booking(booking_id=under_way.pk, during=shorter).end == city_time(MONDAY, "15:00")
    with pytest.raises(Refused) as refused:
        change_booking(booking_id=under_way.pk, during=Interval(city_time(MONDAY, "11:00"), city_time(MONDAY, "15:00")))
    assert refused.value.code == "started_already"


@pytest.mark.parametrize(
    ("day", "start", "state"),
    [(MONDAY, "8:45", "checked_in"), (MONDAY, "13:00", "booked"), (TUESDAY, "8:30", "booked")],
)
def test_who_came_early_and_puts_the_desk_off_has_not_come_then(hall, day, start, state):
    BookingRule.objects.create(name="解放", owner="庁舎管理課", release_after_minutes=60)
    bump(Slow.RULES)
    monday = Interval(city_time(MONDAY, "8:30"), city_time(MONDAY, "17:15"))
    booking = book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=monday)
    check_in(booking_id=booking.pk)

    later = Interval(city_time(day, start), city_time(day, "17:15"))
    changed = change_booking(booking_id=booking.pk, during=later)

    assert (changed.state, changed.interval) == (state, later)
    if state == "booked":
        assert (changed.checked_in_at, changed.release_at) == (None, later.start + timedelta(hours=1))


def test_nobody_sits_at_another_desk_before_the_time(hall, under_way):
    tomorrow = Interval(city_time(TUESDAY, "8:30"), city_time(TUESDAY, "17:15"))
    afternoon = Interval(city_time(MONDAY, "13:00"), city_time(MONDAY, "17:15"))
    for later in (afternoon, tomorrow):
        with pytest.raises(Refused) as refused:
            change_booking(booking_id=under_way.pk, desk_id=hall.desk("06A-002"), during=later)
        assert refused.value.code == "started_already"
    under_way.refresh_from_db()
    assert (under_way.state, under_way.end) == ("checked_in", city_time(MONDAY, "17:15"))


def test_a_cancelled_booking_stays_as_a_record_and_frees_desk_and_day(hall, between, booked):
    cancelled = cancel_booking(booking_id=booked.pk)

    assert (cancelled.state, cancelled.ended_because) == ("cancelled", "person")
    assert Booking.objects.filter(pk=booked.pk).exists()
    assert standing() == []
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06A-001"), during=between("8:30", "12:00"))


def test_a_booking_is_cancelled_once(booked):
    cancel_booking(booking_id=booked.pk)
    with pytest.raises(Refused) as refused:
        cancel_booking(booking_id=booked.pk)
    assert refused.value.code == "already_ended"


def test_a_cancellation_can_be_undone_while_the_undo_time_lasts(booked, between, monday_morning):
    cancel_booking(booking_id=booked.pk)
    monday_morning.shift(timedelta(minutes=14))

    restored = restore_booking(booking_id=booked.pk)

    assert (restored.state, restored.ended_at, standing()) == ("booked", None, [between("8:30", "12:00")])


def test_after_the_undo_time_a_cancellation_stands(booked, monday_morning):
    cancel_booking(booking_id=booked.pk)
    monday_morning.shift(timedelta(minutes=15))
    with pytest.raises(Refused) as refused:
        restore_booking(booking_id=booked.pk)
    assert refused.value.code == "undo_over"


def test_a_desk_that_somebody_took_meanwhile_is_not_given_back(hall, booked, between):
    cancel_booking(booking_id=booked.pk)
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06A-001"), during=between("9:00", "10:00"))
    with pytest.raises(Refused) as refused:
        restore_booking(booking_id=booked.pk)
    assert refused.value.code == "desk_taken"
    booked.refresh_from_db()
    assert booked.state == "cancelled"


def test_nothing_is_changed_after_its_end(booked, monday_morning):
    monday_morning.move_to(city_time(TUESDAY, "12:00"))
    with pytest.raises(Refused) as refused:
        cancel_booking(booking_id=booked.pk)
    assert refused.value.code == "booking_over"
