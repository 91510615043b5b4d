"""Real parallel connections: a leave against a desk, against an approval, against itself; never two places."""

from functools import partial

import pytest

from attendance.services.my_days import plan_own_day
from bookings.models import Booking
from bookings.services.booking import book_desk
from bookings.tests.test_races import outcomes, overlaps
from people.services.departments import set_department_duties
from plans.models import AttendancePlan
from plans.policies.own_days import Wish, Word
from telework.models import TeleworkRequest
from telework.policies.states import RequestAction
from telework.services.deciding import Chosen, decide
from telework.tests.asking import FULL, asked, register_everybody
from tests.fixtures.cast import TUESDAY

pytestmark = [
    pytest.mark.race,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("monday_morning"),
]

LEAVE = Word(Wish.LEAVE)
ROUNDS = 4


@pytest.fixture
def leave(hall):
    def plan(person="agatsuma", *, letting_go=True):
        return partial(
            plan_own_day, person_id=hall.person(person), day=TUESDAY, am=LEAVE, pm=LEAVE, letting_go=letting_go
        )

    return plan


def standing(person_id):
    return list(
        AttendancePlan.objects.filter(person_id=person_id, withdrawn_at=None).values_list("place", "holder_kind")
    )


def no_booking_outside_the_ledger():
    held = set(
        AttendancePlan.objects.filter(withdrawn_at=None, holder_kind="booking").values_list("holder_id", "during")
    )
    return all((one.pk, one.during) in held for one in Booking.objects.live())


@pytest.mark.parametrize("letting_go", [True, False])
def test_a_leave_against_a_desk_leaves_one_place(hall, between, leave, letting_go):
    book = partial(
        book_desk, person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "17:15")
    )
    found = outcomes([book, leave(letting_go=letting_go)] * ROUNDS)
    assert set(found) <= {"done", "in_another_place", "already_booked", "desk_taken", "would_let_go"}
    assert found["done"] >= 1
    assert len({place for place, _ in standing(hall.person("agatsuma"))}) == 1
    assert overlaps() == 0
    assert no_booking_outside_the_ledger()


def test_a_leave_against_an_approval_leaves_one_place(hall, leave):
    register_everybody(hall)
    request = asked(hall, "agatsuma", TUESDAY, FULL)
    set_department_duties(department=hall.departments["030202"], counter_duty=False, minimum_on_site=1)
    approve = partial(
        decide, decider_id=hall.person("yamada"), action=RequestAction.APPROVE, chosen=Chosen(request.pk, None)
    )
    found = outcomes([approve, leave()])
    request = TeleworkRequest.objects.get(pk=request.pk)
    assert set(found) <= {"done", "in_another_place"}
    places = {place for place, _ in standing(hall.person("agatsuma"))}
    assert places == {"leave"}
    assert request.state in ("submitted", "cancelled")
    assert overlaps() == 0


def test_an_approval_that_lets_a_desk_go_against_a_booking_of_another_desk(hall, between, leave):
    register_everybody(hall)
    me = hall.person("agatsuma")
    book_desk(person_id=me, desk_id=hall.desk("06A-001"), during=between("8:30", "17:15"))
    request = asked(hall, "agatsuma", TUESDAY, FULL)
    approve = partial(
        decide, decider_id=hall.person("yamada"), action=RequestAction.APPROVE, chosen=Chosen(request.pk, None)
    )
    books = [
        partial(book_desk, person_id=who, desk_id=hall.desk(desk), during=between("8:30", "17:15"))
        for who, desk in ((me, "06A-002"), (hall.person("kudo"), "06A-001"))
    ]
    outcomes([approve, leave(), *books])
    assert len({place for place, _ in standing(me)}) == 1
    assert overlaps() == 0
    assert no_booking_outside_the_ledger()


def test_one_leave_said_many_times_at_once_is_said_once(hall, leave):
    found = outcomes([leave()] * 8)
    assert found == {"done": 8}
    assert standing(hall.person("agatsuma")) == [("leave", "own"), ("leave", "own")]
