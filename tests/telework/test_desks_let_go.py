"""An approved telework day and the desk of that day: one of them, never both, and the way from one to the other."""

import pytest

from bookings.models import Booking
from bookings.services.booking import book_desk
from core.interval import Interval
from core.refused import Refused
from plans.holders import way_to_let_go
from plans.models import AttendancePlan
from plans.policies.own_days import Wish, Word
from plans.services.own_plans import say_own_day
from telework.models import TeleworkRequest
from telework.policies.forms import OrderReason
from telework.policies.states import Actor, RequestAction
from telework.selectors.ordering import OrderWish
from telework.services.deciding import Chosen, decide
from telework.services.orders import order_telework, withdraw_order
from telework.services.requests import cancel_request
from telework.tests.asking import AFTERNOON, THURSDAY, WEDNESDAY, asked, register_everybody, told
from tests.factories.hall import city_time

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


@pytest.fixture(autouse=True)
def _registered(hall):
    register_everybody(hall)


def approve(hall, request):
    return decide(decider_id=hall.person("yamada"), action=RequestAction.APPROVE, chosen=Chosen(request.pk))


def booked(hall, name="agatsuma", start="8:30", end="17:15", day=WEDNESDAY, desk="06A-001"):
    during = Interval(city_time(day, start), city_time(day, end))
    return book_desk(person_id=hall.person(name), desk_id=hall.desk(desk), during=during)


def standing(hall, name="agatsuma"):
    rows = AttendancePlan.objects.filter(person=hall.person(name), withdrawn_at__isnull=True).order_by("during")
    return [(one.place, one.holder_kind) for one in rows]


def test_approving_gives_up_the_desk_and_says_so(hall):
    booking = booked(hall)
    request = approve(hall, asked(hall, "agatsuma"))
    booking.refresh_from_db()
    assert (request.state, request.decided_as, booking.state) == ("approved", "manager", "cancelled")
    assert standing(hall) == [("home", "telework")]
    assert told("telework.approved")["desks_let_go"] == ["06A-001"]


def test_half_a_day_keeps_the_other_half_of_the_desk(hall):
    booked(hall)
    approve(hall, asked(hall, "agatsuma", content=AFTERNOON))
    kept = Booking.objects.get(person=hall.person("agatsuma"), state="booked")
    assert kept.interval.end == city_time(WEDNESDAY, "13:00")
    assert standing(hall) == [("office", "booking"), ("home", "telework")]


def test_a_desk_on_an_approved_day_is_refused_until_the_day_is_given_up(hall):
    request = approve(hall, asked(hall, "agatsuma"))
    with pytest.raises(Refused) as refused:
        booked(hall)
    assert refused.value.code == "in_another_place"
    assert refused.value.facts["conflicts_with"]["id"] == request.pk
    cancel_request(request_id=request.pk, actor=Actor.ONESELF)
    assert booked(hall).state == "booked"


def test_a_leave_takes_its_part_of_an_approved_day_and_no_more(hall):
    request = approve(hall, asked(hall, "agatsuma"))
    let_go = way_to_let_go("telework")
    let_go(request.pk, Interval(city_time(WEDNESDAY, "13:00"), city_time(WEDNESDAY, "17:15")))
    request.refresh_from_db()
    assert (request.state, request.interval.end) == ("approved", city_time(WEDNESDAY, "13:00"))
    let_go(request.pk, Interval(city_time(WEDNESDAY, "8:30"), city_time(WEDNESDAY, "13:00")))
    request.refresh_from_db()
    assert request.state == "cancelled"
    assert standing(hall) == []


def test_a_day_that_has_begun_is_not_let_go(hall):
    request = approve(hall, asked(hall, "agatsuma"))
    TeleworkRequest.objects.filter(pk=request.pk).update(state="started")
    with pytest.raises(Refused) as refused:
        way_to_let_go("telework")(request.pk, request.interval)
    assert refused.value.code == "telework_begun"


def test_an_order_needs_no_request_replaces_those_that_wait_and_gives_up_desks(hall):
    booking = booked(hall)
    waiting = asked(hall, "kudo")
    ordered = order_telework(
        wish=OrderWish(hall.departments["030202"].pk, WEDNESDAY, THURSDAY, frozenset({hall.person("yamada")})),
        reason_kind=OrderReason.DISASTER,
        reason="台風のため",
        ordered_by_id=hall.person("yamada"),
    )
    waiting.refresh_from_db()
    booking.refresh_from_db()
    assert (waiting.state, booking.state) == ("withdrawn", "cancelled")
    made = TeleworkRequest.objects.filter(order=ordered)
    assert {(one.person_id, one.day, one.state, one.decided_as) for one in made} == {
        (hall.person(name), day, "approved", "order") for name in ("agatsuma", "kudo") for day in (WEDNESDAY, THURSDAY)
    }
    order = told("telework.ordered")
    assert order["people"] == sorted([hall.person("agatsuma"), hall.person("kudo")])
    assert order["desks"] == {str(hall.person("agatsuma")): ["06A-001"]}
    withdraw_order(order_id=ordered.pk, withdrawn_by_id=hall.person("yamada"))
    assert set(made.values_list("state", flat=True)) == {"revoked"}
    assert standing(hall) == []
    with pytest.raises(Refused) as refused:
        withdraw_order(order_id=ordered.pk, withdrawn_by_id=None)
    assert refused.value.code == "order_is_over"


def test_a_leave_of_the_whole_day_takes_the_noon_rest_of_the_telework_once(hall):
    approve(hall, asked(hall, "agatsuma"))
    leave = Word(Wish.LEAVE)
    say_own_day(person_id=hall.person("agatsuma"), day=WEDNESDAY, am=leave, pm=leave, letting_go=True)
    assert standing(hall) == [("leave", "own"), ("leave", "own")]
    assert TeleworkRequest.objects.get().state == "cancelled"
