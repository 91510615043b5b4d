"""What people hold follows the roll: whoever leaves holds nothing more, whoever moves only what is still theirs."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from access.models import Session
from access.services.sessions import open_session
from audit.models import Event
from bookings.models import Booking
from bookings.services.booking import book_desk
from core import clock
from core.interval import Interval
from people.models import Delegation
from people.policies.standing_in import Period
from people.services.delegations import give_delegation
from plans.models import AttendancePlan, OwnPlan
from plans.policies.own_days import Wish, Word
from plans.services.own_plans import say_own_day
from series.models import BookingSeries
from telework.models import Registration, TeleworkRequest
from telework.policies.states import RequestAction
from telework.selectors.approvers import approvers_of_one
from telework.services.deciding import Chosen, decide
from telework.tests.asking import THURSDAY, WEDNESDAY, asked, register_everybody
from tests.directory.roll_changes import effects, leave, move, would_move
from tests.factories.hall import add_person, city_time
from tests.fixtures.cast import MONDAY, TUESDAY
from waitlists.models import Wait
from waitlists.selectors.joining import Wanted
from waitlists.services.joining import join_line

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


def booked(hall, name, desk, day=TUESDAY, start="8:30", end="17:15"):
    during = Interval(city_time(day, start), city_time(day, end))
    return book_desk(person_id=hall.person(name), desk_id=hall.desk(desk), during=during)


def state(row):
    row.refresh_from_db()
    return row.state


def told(kind):
    return [event.after for event in Event.objects.filter(kind=kind).order_by("pk")]


def standing(hall, name):
    rows = AttendancePlan.objects.filter(person=hall.person(name), withdrawn_at__isnull=True)
    return [one.holder_kind for one in rows]


def test_what_leavers_booked_is_free_again_and_what_was_stays(hall):
    over = Booking.objects.get(pk=booked(hall, "kudo", "06A-001").pk)
    Booking.objects.filter(pk=over.pk).update(day=MONDAY - timedelta(days=3))
    ahead = booked(hall, "kudo", "06A-002", WEDNESDAY)
    leave(hall, "kudo")
    assert (state(over), state(ahead), ahead.ended_because) == ("booked", "cancelled", "left")
    assert told("booking.cancelled")[-1]["because"] == "left"
    booked(hall, "agatsuma", "06A-002", WEDNESDAY)


def test_a_desk_that_a_leaver_gives_up_goes_to_the_first_in_line_who_stays(hall):
    for number, desk in enumerate(("06A-001", "06A-002", "06A-003", "06A-004")):
        add_person(hall, f"sitter{number}", f"在席 {number}", "030202")
        booked(hall, f"sitter{number}", desk)
    whole = Interval(city_time(TUESDAY, "8:30"), city_time(TUESDAY, "17:15"))
    wanted = Wanted(TUESDAY, whole, hall.areas["06A"].pk, ())
    waits = {name: join_line(person_id=hall.person(name), wanted=wanted) for name in ("kudo", "agatsuma")}
    leave(hall, "sitter1", "kudo")
    assert (state(waits["kudo"]), state(waits["agatsuma"])) == ("ended", "offered")
    assert Booking.objects.get(state="offered").desk_id == hall.desk("06A-002")


def test_an_offer_to_a_leaver_goes_to_the_next(hall):
    for number, desk in enumerate(("06A-001", "06A-002", "06A-003", "06A-004")):
        add_person(hall, f"sitter{number}", f"在席 {number}", "030202")
        booked(hall, f"sitter{number}", desk)
    whole = Interval(city_time(TUESDAY, "8:30"), city_time(TUESDAY, "17:15"))
    wanted = Wanted(TUESDAY, whole, hall.areas["06A"].pk, ())
    waits = [join_line(person_id=hall.person(name), wanted=wanted) for name in ("kudo", "agatsuma")]
    leave(hall, "sitter1")
    assert [state(wait) for wait in waits] == ["offered", "waiting"]
    leave(hall, "kudo")
    assert [state(wait) for wait in waits] == ["ended", "offered"]
    assert Wait.objects.filter(state="offered").count() == Booking.objects.offered().count() == 1


def test_who_moves_keeps_the_desks_that_are_still_theirs(hall):
    own, common = booked(hall, "agatsuma", "06A-001", TUESDAY), booked(hall, "agatsuma", "06C-001", THURSDAY)
    preview = would_move(hall, "100101", "agatsuma")
    assert effects(preview, "booking") == [(hall.person("agatsuma"), "moved")]
    move(hall, "100101", "agatsuma")
    assert (state(own), own.ended_because) == ("cancelled", "moved")
    assert told("booking.lost_by_moving") == [
        {
            "person": hall.person("agatsuma"),
            "bookings": [own.pk],
            "days": ["2026-12-01"],
            "desk_codes": ["06A-001"],
        }
    ]
    assert state(common) == "booked"
    assert standing(hall, "agatsuma") == ["booking"]


def test_a_booking_that_is_kept_belongs_to_the_new_section(hall):
    sasaki = booked(hall, "sasaki", "06B-001", TUESDAY)
    assert effects(would_move(hall, "030202", "sasaki"), "booking") == []
    move(hall, "030202", "sasaki")
    sasaki.refresh_from_db()
    assert (sasaki.state, sasaki.department_id) == ("booked", hall.departments["030202"].pk)
    assert sasaki.spilled_over


def test_nobody_is_sent_away_from_the_desk_they_sit_at(hall, monday_morning):
    monday_morning.move_to(city_time(MONDAY, "8:20"))
    today = booked(hall, "agatsuma", "06A-001", MONDAY)
    monday_morning.move_to(city_time(MONDAY, "9:00"))
    move(hall, "100101", "agatsuma")
    assert state(today) == "booked"


def test_a_series_of_which_nothing_is_left_ends(hall, as_person):
    body = {"desk": hall.desk("06A-001"), "weekdays": [1], "from": "2026-12-01", "until": "2026-12-22"}
    assert as_person("agatsuma").post("/api/v1/booking-series/", body).status_code == 201
    preview = would_move(hall, "100101", "agatsuma")
    assert effects(preview, "series") == [(hall.person("agatsuma"), "moved")]
    move(hall, "100101", "agatsuma")
    assert not Booking.objects.live().exists()
    assert BookingSeries.objects.get().last_day == TUESDAY
    assert told("series.ended")[0]["because"] == "moved"


def test_waits_for_areas_that_are_theirs_no_more_end(hall):
    for number, desk in enumerate(("06A-001", "06A-002", "06A-003", "06A-004")):
        add_person(hall, f"sitter{number}", f"在席 {number}", "030202")
        booked(hall, f"sitter{number}", desk)
    whole = Interval(city_time(TUESDAY, "8:30"), city_time(TUESDAY, "17:15"))
    wait = join_line(person_id=hall.person("kudo"), wanted=Wanted(TUESDAY, whole, hall.areas["06A"].pk, ()))
    assert effects(would_move(hall, "100101", "kudo"), "wait") == [(hall.person("kudo"), "moved")]
    move(hall, "100101", "kudo")
    assert state(wait) == "ended"
    assert told("waitlist.ended")[0]["because"] == "moved"


def test_leavers_ask_for_nothing_more(hall):
    register_everybody(hall)
    waits, approved = asked(hall, "agatsuma"), asked(hall, "agatsuma", THURSDAY)
    decide(decider_id=hall.person("yamada"), action=RequestAction.APPROVE, chosen=Chosen(approved.pk))
    leave(hall, "agatsuma")
    assert (state(waits), state(approved)) == ("withdrawn", "cancelled")
    assert standing(hall, "agatsuma") == []
    registration = Registration.objects.get(person=hall.person("agatsuma"))
    assert (registration.state, registration.valid_to) == ("expired", MONDAY - timedelta(days=1))
    assert TeleworkRequest.objects.filter(state="approved").count() == 0


def test_what_waits_goes_to_whoever_decides_now(hall):
    register_everybody(hall)
    add_person(hall, "tamura", "田村 剛", "100101", manages=True)
    request = asked(hall, "agatsuma")
    assert effects(would_move(hall, "100101", "agatsuma"), "approval") == [(hall.person("agatsuma"), "moved")]
    move(hall, "100101", "agatsuma")
    request.refresh_from_db()
    assert (request.state, request.department_id) == ("submitted", hall.departments["100101"].pk)
    assert approvers_of_one(hall.person("agatsuma"), MONDAY).managers == {hall.person("tamura")}
    assert told("telework.handed_over") == [
        {
            "approvers": [hall.person("tamura")],
            "people": [hall.person("agatsuma")],
            "waiting": [f"request {request.pk}"],
        }
    ]


def test_a_manager_who_moves_leaves_what_waits_to_the_next(hall):
    register_everybody(hall)
    asked(hall, "agatsuma")
    add_person(hall, "tamura", "田村 剛", "03", manages=True)
    assert effects(would_move(hall, "100101", "yamada"), "approval") == [(hall.person("agatsuma"), "manager")]
    move(hall, "100101", "yamada")
    assert [one["approvers"] for one in told("telework.handed_over")] == [[hall.person("tamura")]]


def test_delegations_of_leavers_and_of_managers_who_move_end(hall):
    period = Period(MONDAY, THURSDAY)

    def given(giver, holder, scope="approve"):
        return give_delegation(
            delegator_id=hall.person(giver),
            delegate_id=hall.person(holder),
            scope=Delegation.Scope(scope),
            period=period,
        )

    held, by_manager, kept = given("sasaki", "kudo", "book"), given("yamada", "hoshi"), given("hoshi", "sasaki", "book")
    assert effects(would_move(hall, "100101", "yamada"), "delegation") == [(hall.person("yamada"), "moved")]
    leave(hall, "kudo")
    move(hall, "100101", "yamada", "hoshi")
    for one in (held, by_manager, kept):
        one.refresh_from_db()
    assert [one.ended_at is None for one in (held, by_manager, kept)] == [False, False, True]
    assert [(one["person"], one["because"]) for one in told("delegation.ended")] == [
        (hall.person("kudo"), "left"),
        (hall.person("hoshi"), "moved"),
    ]


def test_leavers_sign_in_no_more_and_plan_nothing(hall):
    open_session(account=hall.account("kudo"))
    say_own_day(person_id=hall.person("kudo"), day=WEDNESDAY, am=Word(Wish.TRIP, "国会"), pm=Word(Wish.TRIP, "国会"))
    leave(hall, "kudo")
    assert not Session.objects.filter(account=hall.account("kudo")).exists()
    assert standing(hall, "kudo") == []
    assert not OwnPlan.objects.filter(person=hall.person("kudo"), withdrawn_at__isnull=True).exists()


def test_following_costs_the_same_for_few_and_for_many(hall):
    def cost(names):
        for place, name in enumerate(names):
            day = TUESDAY + timedelta(days=place % 4)
            booked(hall, name, f"06A-00{place // 4 + 1}", day)
        with CaptureQueriesContext(
            connection,
        ) as asked_of_database:
            leave(hall, *names)
        return len(asked_of_database)

    for number in range(20):
        add_person(hall, f"extra{number}", f"職員 {number}", "030202")
    few = cost([f"extra{number}" for number in range(4)])
    many = cost([f"extra{number}" for number in range(4, 20)])
    assert many <= few + 4
    assert clock.today() == MONDAY
