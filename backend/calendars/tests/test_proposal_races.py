"""Real parallel connections: two answers to one proposal, answers and acceptance unasked against a booking."""

from functools import partial

import pytest

from attendance.services.my_days import plan_own_day
from bookings.models import Booking
from bookings.services.booking import book_desk
from bookings.tests.test_races import outcomes, overlaps
from calendars.models import Proposal
from calendars.services.accepting import accept
from calendars.services.dismissing import dismiss
from calendars.services.proposing import work_out
from plans.models import AttendancePlan, OwnPlan
from plans.policies.own_days import Wish, Word
from tests.fixtures.cast import TUESDAY

pytestmark = [
    pytest.mark.race,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("monday_morning"),
]

ROUNDS = 4


@pytest.fixture
def proposed(linked):
    mine = linked()
    mine.write()
    mine.read()
    return mine


def standing(hall):
    rows = AttendancePlan.objects.filter(person_id=hall.person("agatsuma"), withdrawn_at=None)
    return set(rows.values_list("place", flat=True))


def test_one_proposal_is_accepted_once(hall, proposed):
    one = proposed.one().pk
    assert outcomes([partial(accept, proposal_id=one)] * 6) == {"done": 1, "proposal_decided": 5}
    assert OwnPlan.objects.filter(withdrawn_at=None).count() == 2


def test_accepted_or_dismissed_and_never_both(proposed):
    one = proposed.one().pk
    found = outcomes([partial(accept, proposal_id=one), partial(dismiss, proposal_id=one)] * ROUNDS)
    assert found == {"done": 1, "proposal_decided": 2 * ROUNDS - 1}
    state = Proposal.objects.get(pk=one).state
    assert OwnPlan.objects.filter(withdrawn_at=None).exists() is (state == "accepted")


@pytest.mark.parametrize("letting_go", [True, False])
def test_an_answer_against_a_booking_leaves_one_place(hall, proposed, between, letting_go):
    book = partial(
        book_desk, person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "17:15")
    )
    one = proposed.one().pk
    found = outcomes([book, partial(accept, proposal_id=one, letting_go=letting_go)] * ROUNDS)
    assert found["done"] >= 1
    assert len(standing(hall)) == 1
    assert overlaps() == 0


def test_unasked_a_booking_of_the_same_moment_is_never_displaced(hall, proposed, between):
    book = partial(
        book_desk, person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "17:15")
    )
    one = proposed.one().pk
    found = outcomes([book, *[partial(accept, proposal_id=one, unasked=True)] * 3])
    assert found["done"] >= 1
    booked = Booking.objects.filter(state="booked").exists()
    assert Booking.objects.exclude(state="booked").count() == 0
    assert standing(hall) == ({"office"} if booked else {"leave"})


def test_unasked_a_word_of_the_same_moment_stands(hall, proposed):
    trip = Word(Wish.TRIP)
    say = partial(plan_own_day, person_id=hall.person("agatsuma"), day=TUESDAY, am=trip, pm=trip)
    one = proposed.one().pk
    outcomes([say, *[partial(accept, proposal_id=one, unasked=True)] * 3])
    assert standing(hall) == {"trip"}


def test_worked_out_many_times_at_once_it_is_proposed_once(hall, proposed):
    Proposal.objects.all().delete()
    assert outcomes([partial(work_out, person_id=hall.person("agatsuma"))] * 6) == {"done": 6}
    assert Proposal.objects.count() == 1
