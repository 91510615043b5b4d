"""First come, first served: joining, being offered a desk, answering."""

from datetime import timedelta

import pytest
from django.db import connection

from audit.models import Event
from bookings.models import Booking, BookingRule, BookingState
from bookings.services.booking import book_desk, cancel_booking, change_booking, end_booking
from bookings.services.closing import close_and_displace, open_again
from bookings.services.displacing import let_booking_go
from bookings.services.loans import lend_desk
from bookings.services.presence import check_in, check_out
from core import clock
from core.interval import Interval
from core.refused import Refused
from core.revision import Slow, bump
from plans.models import AttendancePlan
from spaces.policies.closed_places import ClosedPlaceWanted
from tests.factories.hall import city_time
from tests.fixtures.cast import MONDAY, TUESDAY
from waitlists.models import Wait
from waitlists.selectors.line import places_in_line
from waitlists.services.answering import accept_offer, decline_offer
from waitlists.services.joining import leave_line
from waitlists.services.keeping import book_at_once, keep_lines, lapse_offers
from waitlists.services.serving import serve_desk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


def states():
    return list(Wait.objects.order_by("pk").values_list("state", flat=True))


def told(kind):
    return Event.objects.filter(kind=kind).order_by("-pk")[0].after


def test_a_freed_desk_is_offered_to_the_first_in_line_and_to_nobody_else(hall, full, waits, between):
    first, _ = waits("kudo"), waits("yamada")

    cancel_booking(booking_id=full["06A-002"].pk)

    assert states() == ["offered", "waiting"]
    offer = Booking.objects.get(state="offered")
    first.refresh_from_db()
    assert (first.booking_id, offer.desk_id, offer.person_id) == (offer.pk, hall.desk("06A-002"), hall.person("kudo"))
    assert offer.release_at == first.offer_until == city_time(MONDAY, "8:45")
    assert told("waitlist.offered") == {
        "person": hall.person("kudo"),
        "day": "2026-12-01",
        "start": first.interval.start.isoformat(),
        "end": first.interval.end.isoformat(),
        "area": hall.areas["06A"].pk,
        "state": "offered",
        "until": city_time(MONDAY, "8:45").isoformat(),
        "booking": offer.pk,
        "at_once": False,
        "desk": hall.desk("06A-002"),
        "desk_code": "06A-002",
        "area_name": "6階Aエリア",
        "floor_name": "6階",
    }
    with pytest.raises(Refused) as refused:
        book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-002"), during=between("8:30", "17:15"))
    assert refused.value.code == "desk_taken"


def test_an_offer_holds_nothing_of_the_persons_day(hall, full, waits, between):
    waits("kudo")
    cancel_booking(booking_id=full["06A-002"].pk)

    mine = AttendancePlan.objects.filter(person_id=hall.person("kudo"), withdrawn_at=None)
    assert not mine.exists()
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06C-001"), during=between("8:30", "17:15"))
    assert mine.count() == 1


def test_accepting_turns_the_offer_into_a_booking(hall, full, waits):
    wait = waits("kudo")
    cancel_booking(booking_id=full["06A-002"].pk)

    booking = accept_offer(wait_id=wait.pk)

    assert (booking.state, booking.desk_id) == ("booked", hall.desk("06A-002"))
    assert AttendancePlan.objects.get(person_id=hall.person("kudo"), withdrawn_at=None).holder_id == booking.pk
    assert states() == ["accepted"]
    assert told("waitlist.accepted")["booking"] == booking.pk


def test_accepting_with_another_desk_in_hand_is_refused_or_gives_it_up(hall, full, waits, between):
    wait = waits("kudo")
    other = book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06C-001"), during=between("7:00", "12:00"))
    cancel_booking(booking_id=full["06A-002"].pk)

    with pytest.raises(Refused) as refused:
        accept_offer(wait_id=wait.pk)
    assert refused.value.code == "already_booked"
    accept_offer(wait_id=wait.pk, leave_other=True)

    other.refresh_from_db()
    assert (other.state, other.end) == ("booked", between("7:00", "8:30").end)  # what lies before is kept


def test_declining_or_letting_it_lapse_passes_the_desk_on(full, waits, monday_morning):
    first, second, _ = waits("kudo"), waits("yamada"), waits("agatsuma")
    cancel_booking(booking_id=full["06A-002"].pk)

    decline_offer(wait_id=first.pk)
    assert states() == ["declined", "offered", "waiting"]
    monday_morning.move_to(city_time(MONDAY, "8:45"))
    with pytest.raises(Refused) as refused:
        accept_offer(wait_id=second.pk)
    assert refused.value.code == "offer_over"

    assert (lapse_offers(), lapse_offers()) == (1, 0)
    assert states() == ["declined", "lapsed", "offered"]
    assert Booking.objects.filter(state="lapsed").count() == 2


def test_a_desk_nobody_waits_for_any_more_is_free(hall, full, waits, between):
    wait = waits("kudo")
    cancel_booking(booking_id=full["06A-002"].pk)
    leave_line(wait_id=wait.pk)

    book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-002"), during=between("8:30", "17:15"))
    with pytest.raises(Refused) as refused:
        leave_line(wait_id=wait.pk)
    assert (states(), refused.value.code) == (["left"], "wait_is_over")


def test_the_first_whom_it_suits_is_served(hall, full, waits, between):
    waits("yamada", "8:30", "17:15", features=["monitor"])  # 06A-001 alone has one
    waits("agatsuma", "13:00", "17:15")

    cancel_booking(booking_id=full["06A-003"].pk)
    assert states() == ["waiting", "offered"]
    cancel_booking(booking_id=full["06A-001"].pk)
    assert states() == ["offered", "offered"]


def test_one_desk_serves_two_halves_of_a_day(full, waits):
    waits("kudo", "8:30", "12:00")
    waits("yamada", "13:15", "17:15")
    waits("agatsuma", "11:00", "14:00")

    cancel_booking(booking_id=full["06A-002"].pk)

    assert states() == ["offered", "offered", "waiting"]
    assert Booking.objects.filter(state="offered").values("desk_id").distinct().count() == 1


@pytest.mark.parametrize("way", ["cancel", "move", "shorten", "check_out", "release", "displace"])
def test_every_way_to_free_a_desk_serves_the_line(way, hall, full, waits, between, monday_morning):
    waits("kudo", "15:00", "17:15")
    booking = full["06A-002"]
    if way == "cancel":
        cancel_booking(booking_id=booking.pk)
    elif way == "move":
        change_booking(booking_id=booking.pk, desk_id=hall.desk("06C-001"))
    elif way == "shorten":
        change_booking(booking_id=booking.pk, during=between("8:30", "15:00"))
    elif way == "check_out":
        monday_morning.move_to(city_time(TUESDAY, "8:30"))
        check_in(booking_id=booking.pk)
        monday_morning.move_to(city_time(TUESDAY, "14:00"))
        check_out(booking_id=booking.pk)
    elif way == "release":
        monday_morning.move_to(city_time(TUESDAY, "8:30"))
        end_booking(booking, BookingState.RELEASED, because="no_show")
    else:
        let_booking_go(booking.pk, between("14:00", "17:15"))
    assert states() == ["offered"]


def test_a_closure_takes_an_offer_back_and_its_lifting_serves_again(hall, full, waits, between):
    waits("kudo")
    waits("yamada")
    cancel_booking(booking_id=full["06A-002"].pk)
    floor = ClosedPlaceWanted(desk_id=hall.desk("06A-002"))

    closure, displaced = close_and_displace(place=floor, during=between("7:00", "22:00"), reason="点検")

    assert (states(), list(displaced)) == (["waiting", "waiting"], [])
    open_again(closure_id=closure.pk)
    assert states() == ["offered", "waiting"]


def test_a_closure_of_a_taken_desk_offers_nobody_the_closed_desk(hall, full, waits, between):
    waits("kudo")
    close_and_displace(
        place=ClosedPlaceWanted(desk_id=hall.desk("06A-002")), during=between("7:00", "22:00"), reason="点検"
    )
    assert states() == ["waiting"]


def test_a_lent_desk_is_offered(hall, full, waits):
    waits("kudo")
    lend_desk(person_id=hall.person("yamada"), desk_id=hall.desk("06A-006"), day=TUESDAY)
    assert Booking.objects.get(state="offered").desk_id == hall.desk("06A-006")


def test_who_waits_for_any_of_their_areas_is_offered_the_first(hall, full, waits):
    waits("kudo", area=None)
    cancel_booking(booking_id=full["06A-004"].pk)
    assert states() == ["offered"]


@pytest.mark.parametrize(
    ("who", "change", "code"),
    [
        ("hoshi", {}, "area_not_yours"),
        ("kudo", {"start": "6:00"}, "outside_hours"),
        ("kudo", {"features": ["quiet"]}, "no_desk_fits"),
        ("kudo", {"area": "06C"}, "desks_are_free"),
    ],
)
def test_joining_is_refused_as_a_booking_would_be(who, change, code, full, waits):
    with pytest.raises(Refused) as refused:
        waits(who, **change)
    assert refused.value.code == code


def test_joining_while_a_desk_is_free_names_it(hall, full, waits):
    with pytest.raises(Refused) as refused:
        waits("kudo", area="06C")
    assert [one.desk_code for one in refused.value.facts["instead"]] == ["06C-001", "06C-002"]


@pytest.mark.parametrize("second", [{}, {"start": "13:00"}, {"area": None}])
def test_nobody_waits_twice(second, full, waits):
    waits("kudo")
    with pytest.raises(Refused) as refused:
        waits("kudo", **second)
    assert refused.value.code == "already_waiting"


def test_places_in_line_count_those_in_the_way(full, waits):
    early, late, whole = waits("kudo", "8:30", "12:00"), waits("yamada", "13:00", "17:15"), waits("agatsuma")
    found = places_in_line([early.pk, late.pk, whole.pk])
    assert [(found[wait.pk].position, found[wait.pk].length) for wait in (early, late, whole)] == [
        (1, 2),
        (1, 2),
        (3, 3),
    ]


def test_whoever_wished_so_is_booked_at_once_until_the_hour_named(hall, full, waits, between):
    waits("kudo", book_until=city_time(MONDAY, "9:00"))
    cancel_booking(booking_id=full["06A-002"].pk)
    with connection.cursor() as cursor:
        cursor.execute("SELECT args->>'wait_id' FROM procrastinate_jobs WHERE task_name = 'waitlists.book_at_once'")
        assert cursor.fetchall() == [(str(Wait.objects.get().pk),)]

    keep_lines()

    assert states() == ["accepted"]
    assert Booking.objects.get(person_id=hall.person("kudo")).state == "booked"
    assert told("waitlist.accepted")["at_once"] is True


def test_what_cannot_be_booked_at_once_stays_an_offer(hall, full, waits, between):
    wait = waits("kudo", book_until=city_time(MONDAY, "9:00"))
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06C-001"), during=between("8:30", "17:15"))
    cancel_booking(booking_id=full["06A-002"].pk)
    assert book_at_once(wait.pk) is False
    assert states() == ["offered"]


def test_a_wait_ends_with_its_day(full, waits, monday_morning):
    waits("kudo")
    monday_morning.move_to(city_time(TUESDAY, "17:01"))
    keep_lines()
    assert states() == ["ended"]
    assert told("waitlist.ended")["day"] == "2026-12-01"


def test_the_clock_finds_what_nobody_told_of(hall, full, waits):
    waits("kudo")
    Booking.objects.filter(pk=full["06A-003"].pk).update(state="cancelled")
    keep_lines()
    assert states() == ["offered"]


def test_accepting_ends_the_other_waits_of_that_stretch(hall, full, waits, between):
    for number, code in enumerate(["06C-001", "06C-002"]):
        book_desk(
            person_id=hall.person(["sasaki", "hoshi"][number]), desk_id=hall.desk(code), during=between("8:30", "17:15")
        )
    wait, _ = waits("kudo"), waits("kudo", area="06C")
    cancel_booking(booking_id=full["06A-002"].pk)
    accept_offer(wait_id=wait.pk)
    assert states() == ["accepted", "left"]


def test_accepting_passes_on_what_else_was_offered_for_that_stretch(hall, full, waits, between):
    common = [
        book_desk(person_id=hall.person(who), desk_id=hall.desk(code), during=between("8:30", "17:15"))
        for who, code in (("sasaki", "06C-001"), ("hoshi", "06C-002"))
    ]
    wait, _, _ = waits("kudo"), waits("kudo", area="06C"), waits("yamada", area="06C")
    cancel_booking(booking_id=full["06A-002"].pk)
    cancel_booking(booking_id=common[0].pk)
    assert states() == ["offered", "offered", "waiting"]

    accept_offer(wait_id=wait.pk)

    assert states() == ["accepted", "left", "offered"]
    assert Booking.objects.offered().get().person_id == hall.person("yamada")


def test_the_allowance_is_asked_when_the_offer_is_accepted(hall, full, waits, between):
    wait = waits("kudo")
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06C-001"), during=between("18:00", "19:00"))
    BookingRule.objects.create(name="件数", owner="庁舎管理課", max_live_bookings=1)
    bump(Slow.RULES)
    cancel_booking(booking_id=full["06A-002"].pk)
    assert states() == ["offered"]
    with pytest.raises(Refused) as refused:
        accept_offer(wait_id=wait.pk)
    assert refused.value.code == "quota_reached"


def test_a_day_without_a_line_costs_two_short_statements(full, django_assert_max_num_queries, between):
    with django_assert_max_num_queries(2):
        serve_desk(full["06A-001"].desk_id, TUESDAY, between("8:30", "17:15"))


def test_a_wish_under_way_is_offered_what_is_left(hall, full, waits, monday_morning):
    waits("kudo")
    monday_morning.move_to(city_time(TUESDAY, "10:07"))
    cancel_booking(booking_id=full["06A-002"].pk)
    offer = Booking.objects.get(state="offered")
    assert offer.interval == Interval(city_time(TUESDAY, "10:07"), city_time(TUESDAY, "17:15"))
    assert offer.release_at == city_time(TUESDAY, "10:17")
    assert clock.now() + timedelta(minutes=10) == offer.release_at
