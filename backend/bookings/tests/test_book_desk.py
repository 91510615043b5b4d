"""Booking a desk: who gets it, who is refused, and by which rule."""

from datetime import date, timedelta

import pytest

from audit.models import Event
from bookings.models import Booking, BookingRule
from bookings.policies.refusals import BookingRefusal
from bookings.services.booking import book_desk
from bookings.services.loans import lend_desk, withdraw_loan
from core import clock
from core.interval import Interval
from core.refused import Refused
from core.revision import Slow, bump
from people.models import Post
from plans.models import AttendancePlan, ClosingDay
from plans.policies import PlanRefusal
from spaces.models import Closure, DeskPlacement
from tests.factories.hall import add_person, city_time
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


def refusal(hall, person, desk, during):
    with pytest.raises(Refused) as refused:
        book_desk(person_id=hall.person(person), desk_id=hall.desk(desk), during=during)
    return refused.value


def rule(**values):
    made = BookingRule.objects.create(name="規則", owner="庁舎管理課", **values)
    bump(Slow.RULES)
    return made


def test_a_booking_holds_the_desk_and_the_persons_stretch_of_the_day(hall, between):
    during = between("8:30", "17:15")

    booking = book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=during)

    plan = AttendancePlan.objects.get()
    assert (booking.state, booking.day, booking.interval) == ("booked", TUESDAY, during)
    assert (plan.person_id, plan.place, plan.holder_kind, plan.holder_id) == (
        hall.person("agatsuma"),
        "office",
        "booking",
        booking.pk,
    )
    assert (booking.floor_id, booking.area_id, booking.department_id) == (
        hall.floors["6"].pk,
        hall.areas["06A"].pk,
        hall.departments["030202"].pk,
    )


def test_a_booking_is_written_into_the_event_log_with_what_it_is(hall, between):
    booking = book_desk(
        person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "12:00")
    )

    event = Event.objects.get(kind="booking.booked")
    assert (event.subject_kind, event.subject_id, event.before) == ("booking", booking.pk, None)
    assert event.after is not None
    assert event.after["desk"] == hall.desk("06A-001")


def test_a_taken_desk_is_refused_with_the_rivals_interval_and_not_the_rivals_name(hall, between):
    book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "12:00"))

    refused = refusal(hall, "kudo", "06A-001", between("11:00", "13:00"))

    assert refused.code == BookingRefusal.DESK_TAKEN
    assert refused.facts["conflicts_with"] == {
        "kind": "booking",
        "start": city_time(TUESDAY, "8:30"),
        "end": city_time(TUESDAY, "12:00"),
        "desk": hall.desk("06A-001"),
        "desk_code": "06A-001",
    }
    assert Booking.objects.count() == 1


def test_morning_and_afternoon_of_one_desk_go_to_two_people(hall, between):
    book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "12:00"))
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06A-001"), during=between("12:00", "17:15"))

    assert Booking.objects.count() == 2


def test_a_person_who_has_a_desk_is_told_which_before_getting_another(hall, between):
    first = book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "12:00"))

    refused = refusal(hall, "agatsuma", "06A-002", between("11:45", "12:15"))

    assert refused.code == PlanRefusal.ALREADY_BOOKED
    assert refused.facts["conflicts_with"]["id"] == first.pk
    assert Booking.objects.count() == 1


def test_a_full_day_booked_in_the_middle_of_the_morning_begins_now(hall, monday_morning):
    monday_morning.move_to(city_time(MONDAY, "10:07"))

    booking = book_desk(
        person_id=hall.person("agatsuma"),
        desk_id=hall.desk("06A-001"),
        during=Interval(city_time(MONDAY, "8:30"), city_time(MONDAY, "17:15")),
    )

    assert booking.start == city_time(MONDAY, "10:07")
    assert Interval.of_range(booking.booked_during).start == city_time(MONDAY, "8:30")


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [
        ("6:45", "9:00", BookingRefusal.OUTSIDE_HOURS),
        ("21:00", "22:15", BookingRefusal.OUTSIDE_HOURS),
        ("9:05", "10:00", BookingRefusal.NOT_IN_STEPS),
        ("9:00", "10:01", BookingRefusal.NOT_IN_STEPS),
    ],
)
def test_hours_that_no_desk_can_be_held_in_are_refused(hall, between, start, end, code):
    assert refusal(hall, "agatsuma", "06A-001", between(start, end)).code == code


def test_an_interval_of_one_second_is_refused(hall):
    start = city_time(TUESDAY, "9:00")
    assert refusal(hall, "agatsuma", "06A-001", Interval(start, start + timedelta(seconds=1))).code == "not_in_steps"


@pytest.mark.parametrize("length", [timedelta(hours=14), timedelta(days=2)])
def test_an_interval_over_midnight_or_of_two_days_is_refused(hall, length):
    start = city_time(TUESDAY, "18:00")
    assert refusal(hall, "agatsuma", "06A-001", Interval(start, start + length)).code == "crosses_midnight"


def test_a_time_that_is_past_is_refused(hall, between, monday_morning):
    monday_morning.move_to(city_time(MONDAY, "13:00"))
    past = between("8:30", "12:00", day=MONDAY)
    assert refusal(hall, "agatsuma", "06A-001", past).code == BookingRefusal.IN_THE_PAST


def test_the_window_counts_working_days_and_says_until_when(hall, between):
    last = date(2026, 12, 20)  # 14 working days after Monday 30 November end on Friday the 18th
    book_desk(
        person_id=hall.person("agatsuma"),
        desk_id=hall.desk("06A-001"),
        during=between("8:30", "12:00", day=date(2026, 12, 18)),
    )

    refused = refusal(hall, "agatsuma", "06A-001", between("8:30", "12:00", day=date(2026, 12, 21)))

    assert refused.code == BookingRefusal.BEYOND_WINDOW
    assert refused.facts["allowed_until"] == last


@pytest.mark.parametrize("day", [date(2026, 12, 5), date(2026, 12, 6)])
def test_weekends_are_not_booked(hall, between, day):
    assert refusal(hall, "agatsuma", "06A-001", between("8:30", "12:00", day=day)).code == "not_a_working_day"


def test_a_closing_day_of_the_city_is_not_booked_and_the_refusal_names_it(hall, between):
    ClosingDay.objects.create(day=date(2026, 12, 8), name="庁舎点検日", name_en="Inspection day")
    bump(Slow.CALENDAR)

    refused = refusal(hall, "agatsuma", "06A-001", between("8:30", "12:00", day=date(2026, 12, 8)))

    assert refused.code == BookingRefusal.NOT_A_WORKING_DAY
    assert refused.facts["reason"].in_language("en") == "Inspection day"


def test_the_allowance_of_live_bookings_is_a_rule_with_a_name_and_an_owner(hall, between):
    rule(max_live_bookings=1)
    book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "12:00"))

    refused = refusal(hall, "agatsuma", "06A-001", between("13:00", "17:15"))

    named = refused.facts["rule"].in_language("ja")
    assert (refused.code, named.name, named.owner, named.value) == ("quota_reached", "規則", "庁舎管理課", 1)


def test_the_longest_interval_is_a_rule(hall, between):
    rule(longest_minutes=240)
    assert refusal(hall, "agatsuma", "06A-001", between("8:30", "17:15")).code == BookingRefusal.TOO_LONG


def test_the_most_specific_rule_wins(hall, between):
    rule(longest_minutes=60)
    rule(longest_minutes=120, department=hall.departments["03"])
    rule(longest_minutes=600, area=hall.areas["06A"])

    book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "17:15"))

    assert refusal(hall, "kudo", "06C-001", between("8:30", "12:00")).facts["rule"].value == 120


def test_another_sections_area_that_one_does_not_overflow_to_is_refused(hall, between):
    assert refusal(hall, "hoshi", "06A-001", between("8:30", "12:00")).code == BookingRefusal.AREA_NOT_YOURS


def test_a_common_area_is_for_all(hall, between):
    book_desk(person_id=hall.person("hoshi"), desk_id=hall.desk("06C-001"), during=between("8:30", "12:00"))


def test_the_overflow_area_opens_only_when_the_own_area_is_full(hall, between):
    during = between("8:30", "12:00")
    refused = refusal(hall, "sasaki", "06A-001", during)
    assert refused.code == BookingRefusal.OWN_AREA_HAS_ROOM
    assert refused.facts["areas_with_room"] == [hall.areas["06B"].pk]
    for number in (1, 2, 3):
        taker = _extra_person(hall, f"tax{number}")
        book_desk(person_id=taker, desk_id=hall.desk(f"06B-{number:03}"), during=during)

    spilled = book_desk(person_id=hall.person("sasaki"), desk_id=hall.desk("06A-001"), during=during)

    assert spilled.spilled_over


def test_a_refusal_names_the_nearest_free_desks_in_the_persons_own_order_of_areas(hall, between):
    during = between("8:30", "12:00")
    for key, desk in (("kudo", "06A-001"), ("yamada", "06A-002")):
        book_desk(person_id=hall.person(key), desk_id=hall.desk(desk), during=during)

    def instead(person):
        return [desk.desk_code for desk in refusal(hall, person, "06A-001", during).facts["instead"]]

    assert instead("agatsuma") == ["06A-003", "06A-004"]
    assert instead("sasaki") == ["06B-002", "06B-001", "06B-003"]
    assert instead("hoshi") == ["07A-002", "07A-001"]


def test_the_areas_of_the_main_post_come_before_those_of_concurrent_ones(hall, between):
    Post.objects.create(
        person=hall.people["agatsuma"], department=hall.departments["100101"], kind="concurrent", active_from=MONDAY
    )
    during = between("8:30", "12:00")
    refused = refusal(hall, "agatsuma", "06B-001", during)

    assert refused.code == BookingRefusal.OWN_AREA_HAS_ROOM
    assert [desk.desk_code for desk in refused.facts["instead"]] == ["06A-001", "06A-003", "06A-002"]
    assert refused.facts["areas_with_room"] == [hall.areas["06A"].pk, hall.areas["07A"].pk]


def test_a_closed_desk_does_not_count_as_room(hall, between):
    during = between("8:30", "12:00")
    Closure.objects.create(area=hall.areas["06B"], during=during.as_range(), reason="床の張りかえ")
    bump(Slow.PLACES)

    assert book_desk(person_id=hall.person("sasaki"), desk_id=hall.desk("06A-001"), during=during).spilled_over


def test_a_drop_in_desk_is_not_booked_ahead(hall, between):
    assert refusal(hall, "agatsuma", "06A-005", between("8:30", "12:00")).code == BookingRefusal.DROP_IN_ONLY_NOW


def test_an_assigned_desk_is_booked_by_its_holder_only(hall, between):
    assert refusal(hall, "agatsuma", "06A-006", between("8:30", "12:00")).code == BookingRefusal.ASSIGNED_TO_ANOTHER
    book_desk(person_id=hall.person("yamada"), desk_id=hall.desk("06A-006"), during=between("8:30", "12:00"))


def test_a_lent_desk_is_booked_by_others_and_not_taken_back_under_them(hall, between):
    loan = lend_desk(person_id=hall.person("yamada"), desk_id=hall.desk("06A-006"), day=TUESDAY)
    book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-006"), during=between("8:30", "12:00"))

    with pytest.raises(Refused) as refused:
        withdraw_loan(loan_id=loan.pk)

    assert refused.value.code == BookingRefusal.LOAN_IN_USE


def test_a_loan_taken_back_closes_the_desk_to_others_again(hall, between):
    loan = lend_desk(person_id=hall.person("yamada"), desk_id=hall.desk("06A-006"), day=TUESDAY)
    withdraw_loan(loan_id=loan.pk)
    assert refusal(hall, "agatsuma", "06A-006", between("8:30", "12:00")).code == BookingRefusal.ASSIGNED_TO_ANOTHER


@pytest.mark.parametrize(
    ("person", "desk", "day", "code"),
    [
        ("agatsuma", "06A-006", TUESDAY, BookingRefusal.NOT_ASSIGNED_TO_YOU),
        ("yamada", "06A-001", TUESDAY, BookingRefusal.NOT_ASSIGNED_TO_YOU),
        ("yamada", "06A-006", date(2026, 11, 27), BookingRefusal.IN_THE_PAST),
    ],
)
def test_only_ones_own_assigned_desk_is_lent_and_only_ahead(hall, person, desk, day, code):
    with pytest.raises(Refused) as refused:
        lend_desk(person_id=hall.person(person), desk_id=hall.desk(desk), day=day)
    assert refused.value.code == code


def test_a_desk_is_lent_once_a_day(hall):
    lend_desk(person_id=hall.person("yamada"), desk_id=hall.desk("06A-006"), day=TUESDAY)
    with pytest.raises(Refused) as refused:
        lend_desk(person_id=hall.person("yamada"), desk_id=hall.desk("06A-006"), day=TUESDAY)
    assert refused.value.code == BookingRefusal.ALREADY_LENT


def test_an_unavailable_desk_is_refused(hall, between):
    DeskPlacement.objects.filter(desk=hall.desks["06A-001"]).update(mode="unavailable")
    bump(Slow.PLACES)
    assert refusal(hall, "agatsuma", "06A-001", between("8:30", "12:00")).code == BookingRefusal.DESK_UNAVAILABLE


def test_a_closed_place_is_refused_with_its_reason(hall, between):
    Closure.objects.create(floor=hall.floors["6"], during=between("11:00", "13:00").as_range(), reason="停電")
    bump(Slow.PLACES)

    refused = refusal(hall, "agatsuma", "06A-001", between("8:30", "12:00"))

    assert (refused.code, refused.facts["conflicts_with"]["reason"]) == (BookingRefusal.CLOSED, "停電")


def test_a_retired_desk_is_refused(hall, between):
    DeskPlacement.objects.filter(desk=hall.desks["06A-001"]).delete()
    bump(Slow.PLACES)
    assert refusal(hall, "agatsuma", "06A-001", between("8:30", "12:00")).code == BookingRefusal.DESK_NOT_IN_LAYOUT


def test_the_city_day_decides_and_not_the_day_of_utc(hall, monday_morning):
    monday_morning.move_to(city_time(TUESDAY, "0:30"))  # still Monday in UTC
    booking = book_desk(
        person_id=hall.person("agatsuma"),
        desk_id=hall.desk("06A-001"),
        during=Interval(city_time(TUESDAY, "8:30"), city_time(TUESDAY, "12:00")),
    )
    assert (booking.day, clock.today()) == (TUESDAY, TUESDAY)


def test_a_booking_costs_the_same_few_queries_whatever_is_booked_already(hall, between, django_assert_max_num_queries):
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06A-002"), during=between("8:30", "12:00"))

    with django_assert_max_num_queries(10):
        book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "12:00"))


def _extra_person(hall, key):

    return add_person(hall, key, f"税 {key}", "040301").pk
