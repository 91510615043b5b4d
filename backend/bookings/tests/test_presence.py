"""Check-in, check-out, walk-ups, and desks nobody came to."""

from datetime import timedelta

import pytest

from bookings.models import Booking, BookingRule
from bookings.services.booking import book_desk, cancel_booking
from bookings.services.presence import check_in, check_in_at_desk, check_out
from bookings.services.release import release_no_shows, restore_booking
from core.interval import Interval
from core.refused import Refused
from core.revision import Slow, bump
from plans.models import AttendancePlan
from spaces.models import Closure
from tests.factories.hall import city_time
from tests.fixtures.cast import MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


def today(start, end):
    return Interval(city_time(MONDAY, start), city_time(MONDAY, end))


@pytest.fixture
def booked(hall):
    return book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=today("8:30", "17:15"))


@pytest.fixture
def released_after_an_hour(db):
    BookingRule.objects.create(name="空席の解放", owner="庁舎管理課", release_after_minutes=60)
    bump(Slow.RULES)


def test_check_in_is_open_an_hour_before_the_start(booked, monday_morning):
    monday_morning.move_to(city_time(MONDAY, "7:29"))
    with pytest.raises(Refused) as refused:
        check_in(booking_id=booked.pk)
    assert (refused.value.code, refused.value.facts["allowed_from"]) == (
        "too_early_to_check_in",
        city_time(MONDAY, "7:30"),
    )
    monday_morning.move_to(city_time(MONDAY, "7:30"))
    assert check_in(booking_id=booked.pk).state == "checked_in"


def test_one_checks_in_once(booked):
    check_in(booking_id=booked.pk)
    with pytest.raises(Refused) as refused:
        check_in(booking_id=booked.pk)
    assert refused.value.code == "already_checked_in"


def test_leaving_early_frees_the_desk_and_the_day_from_that_minute(hall, booked, monday_morning):
    check_in(booking_id=booked.pk)
    monday_morning.move_to(city_time(MONDAY, "11:20"))

    out = check_out(booking_id=booked.pk)

    assert (out.state, out.interval) == ("checked_out", today("8:30", "11:20"))
    assert Interval.of_range(out.booked_during) == today("8:30", "17:15")
    assert Interval.of_range(AttendancePlan.objects.get().during) == today("8:30", "11:20")
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06A-001"), during=today("8:30", "17:15"))


def test_leaving_before_it_began_gives_the_booking_up(booked):
    check_in(booking_id=booked.pk)
    assert check_out(booking_id=booked.pk).state == "cancelled"


def test_one_who_never_came_does_not_check_out(booked):
    with pytest.raises(Refused) as refused:
        check_out(booking_id=booked.pk)
    assert refused.value.code == "not_checked_in"


def test_who_is_there_checks_out_and_does_not_cancel(booked):
    check_in(booking_id=booked.pk)
    with pytest.raises(Refused) as refused:
        cancel_booking(booking_id=booked.pk)
    assert refused.value.code == "already_checked_in"


def test_the_desks_code_checks_in_to_ones_own_booking(hall, booked):
    assert check_in_at_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001")).pk == booked.pk


def test_a_walk_up_lasts_until_the_desk_is_next_taken(hall, monday_morning):
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06A-001"), during=today("13:00", "17:15"))
    monday_morning.move_to(city_time(MONDAY, "9:07") + timedelta(seconds=40))

    seated = check_in_at_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"))

    assert (seated.state, seated.walk_up, seated.interval) == ("checked_in", True, today("9:07", "13:00"))


def test_a_walk_up_lasts_until_the_person_is_next_elsewhere(hall):
    book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-002"), during=today("13:00", "17:15"))
    seated = check_in_at_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"))
    assert seated.end == city_time(MONDAY, "13:00")


def test_a_walk_up_ends_before_a_closure(hall):
    Closure.objects.create(desk=hall.desks["06A-001"], during=today("15:00", "16:00").as_range(), reason="清掃")
    bump(Slow.PLACES)
    seated = check_in_at_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"))
    assert seated.end == city_time(MONDAY, "15:00")


def test_a_walk_up_takes_a_drop_in_desk_and_any_free_desk_of_the_hall(hall):
    drop_in = check_in_at_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-005"))
    elsewhere = check_in_at_desk(person_id=hall.person("hoshi"), desk_id=hall.desk("06B-001"))
    assert (drop_in.state, elsewhere.state, elsewhere.spilled_over) == ("checked_in", "checked_in", True)


def test_a_walk_up_after_the_usual_day_lasts_until_the_building_closes(hall, monday_morning):
    monday_morning.move_to(city_time(MONDAY, "18:00"))
    seated = check_in_at_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-005"))
    assert seated.end == city_time(MONDAY, "22:00")


@pytest.mark.parametrize("clock_time", ["6:59", "22:00"])
def test_nobody_sits_down_in_a_closed_building(hall, monday_morning, clock_time):
    monday_morning.move_to(city_time(MONDAY, clock_time))
    with pytest.raises(Refused) as refused:
        check_in_at_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-005"))
    assert refused.value.code == "outside_hours"


def test_a_taken_desk_is_no_walk_up(hall, booked, monday_morning):
    monday_morning.move_to(city_time(MONDAY, "9:00"))
    with pytest.raises(Refused) as refused:
        check_in_at_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06A-001"))
    assert refused.value.code == "desk_taken"


def test_anothers_assigned_desk_is_no_walk_up(hall):
    with pytest.raises(Refused) as refused:
        check_in_at_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06A-006"))
    assert refused.value.code == "assigned_to_another"


def test_sitting_down_elsewhere_is_refused_until_one_says_to_leave_the_other_desk(hall, booked, monday_morning):
    check_in(booking_id=booked.pk)
    monday_morning.move_to(city_time(MONDAY, "10:00"))
    with pytest.raises(Refused) as refused:
        check_in_at_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-005"))
    assert refused.value.code == "already_booked"

    seated = check_in_at_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-005"), leave_other=True)

    booked.refresh_from_db()
    assert (booked.state, booked.end, seated.start) == (
        "checked_out",
        city_time(MONDAY, "10:00"),
        city_time(MONDAY, "10:00"),
    )


def test_a_refused_walk_up_leaves_the_other_desk_as_it_was(hall, booked, monday_morning):
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06A-002"), during=today("8:30", "17:15"))
    check_in(booking_id=booked.pk)
    monday_morning.move_to(city_time(MONDAY, "10:00"))
    with pytest.raises(Refused):
        check_in_at_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-002"), leave_other=True)
    booked.refresh_from_db()
    assert booked.state == "checked_in"


def test_nothing_is_released_where_no_rule_says_so(booked, monday_morning):
    monday_morning.move_to(city_time(MONDAY, "17:00"))
    assert release_no_shows() == 0


@pytest.mark.usefixtures("released_after_an_hour")
def test_a_desk_nobody_came_to_is_released_after_the_grace_and_stays_as_a_record(hall, booked, monday_morning):
    monday_morning.move_to(city_time(MONDAY, "9:29"))
    assert release_no_shows() == 0
    monday_morning.move_to(city_time(MONDAY, "9:30"))
    assert release_no_shows() == 1
    assert release_no_shows() == 0

    booked.refresh_from_db()
    assert (booked.state, booked.ended_because) == ("released", "no_show")
    assert not AttendancePlan.objects.filter(withdrawn_at__isnull=True).exists()
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06A-001"), during=today("8:30", "17:15"))


@pytest.mark.usefixtures("released_after_an_hour")
def test_who_checked_in_is_not_released(booked, monday_morning):
    check_in(booking_id=booked.pk)
    monday_morning.move_to(city_time(MONDAY, "12:00"))
    assert release_no_shows() == 0


@pytest.mark.usefixtures("released_after_an_hour")
def test_a_release_is_undone_by_the_person_who_is_there_after_all(booked, monday_morning):
    monday_morning.move_to(city_time(MONDAY, "9:31"))
    release_no_shows()
    monday_morning.move_to(city_time(MONDAY, "9:40"))

    restored = restore_booking(booking_id=booked.pk)

    assert (restored.state, restored.interval) == ("checked_in", today("9:40", "17:15"))


@pytest.mark.usefixtures("released_after_an_hour")
def test_a_booking_made_in_the_middle_of_its_time_has_the_grace_from_then(hall, monday_morning):
    monday_morning.move_to(city_time(MONDAY, "10:00"))
    late = book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=today("8:30", "17:15"))
    assert Booking.objects.get(pk=late.pk).release_at == city_time(MONDAY, "11:00")
