"""Whatever people plan in whatever order, nobody is ever in two places, and no desk is held outside the ledger."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from attendance.services.my_days import plan_own_day
from bookings.models import Booking
from bookings.policies.states import HOLDING
from bookings.services.booking import book_desk, cancel_booking, change_booking
from core import clock
from core.interval import Interval
from core.refused import Refused
from core.revision import revisions
from plans import holders
from plans.holders import register_holder
from plans.models import AttendancePlan, OwnPlan, Place
from plans.policies.own_days import Wish, Word
from plans.selectors.days import halves_of
from plans.services.ledger import Holder, claim, let_go, queue_for_claims
from plans.services.usual_weeks import set_usual_week
from tests.factories.hall import city_time, small_hall
from tests.fixtures.cast import MONDAY, TUESDAY
from tests.fixtures.examples import examples

PEOPLE = st.sampled_from(["agatsuma", "kudo"])
DESKS = st.sampled_from(["06A-001", "06A-002", "06A-003"])
QUARTERS = st.integers(min_value=7 * 4, max_value=19 * 4)
LENGTHS = st.integers(min_value=1, max_value=40)
DAYS = st.sampled_from([MONDAY, TUESDAY])
WORDS = st.one_of(st.none(), st.builds(Word, st.sampled_from(Wish)))
PLACES = st.lists(st.sampled_from(["", "office", "home", "leave"]), min_size=7, max_size=7)
SHIFTS = st.sampled_from([None, "0730", "0830", "0930"])
NUMBERS = st.integers(min_value=0, max_value=30)


def let_telework_go(holder_id: int, during: Interval) -> None:
    """A request that gives up everything it has."""
    let_go(holder=Holder("telework", holder_id), at=clock.now())


@pytest.fixture
def _telework_of_the_test(monkeypatch: pytest.MonkeyPatch) -> None:
    registered = {**holders._let_go}
    del registered["telework"]
    monkeypatch.setattr(holders, "_let_go", registered)
    register_holder("telework", f"{__name__}.let_telework_go")


def snapshot():
    return (
        list(Booking.objects.order_by("pk").values_list("pk", "desk_id", "during", "state")),
        list(AttendancePlan.objects.order_by("pk").values_list("pk", "during", "withdrawn_at")),
        list(OwnPlan.objects.order_by("pk").values_list("pk", "withdrawn_at")),
    )


class AnySequence(RuleBasedStateMachine):
    """Two people, three desks, two days."""

    def __init__(self) -> None:
        super().__init__()
        self._savepoint = connection.savepoint()
        self._moment = time_machine.travel(city_time(MONDAY, "7:00"), tick=False)
        self._traveller = self._moment.start()
        self.hall = small_hall()
        self.requests = 0

    def teardown(self) -> None:
        self._moment.stop()
        connection.savepoint_rollback(str(self._savepoint))

    def attempt(self, act):
        before = snapshot()
        try:
            act()
        except Refused:
            assert snapshot() == before
            return False
        return True

    @staticmethod
    def stretch(day, start, length):
        first = city_time(day, "0:00") + timedelta(minutes=15 * start)
        return Interval(first, first + timedelta(minutes=15 * length))

    @rule(person=PEOPLE, desk=DESKS, day=DAYS, start=QUARTERS, length=LENGTHS)
    def book(self, person, desk, day, start, length):
        during = self.stretch(day, start, length)
        self.attempt(lambda: book_desk(person_id=self.hall.person(person), desk_id=self.hall.desk(desk), during=during))

    @rule(person=PEOPLE, desk=DESKS, day=DAYS)
    def book_the_whole_day(self, person, desk, day):
        during = Interval(city_time(day, "8:30"), city_time(day, "17:15"))
        self.attempt(lambda: book_desk(person_id=self.hall.person(person), desk_id=self.hall.desk(desk), during=during))

    @rule(number=NUMBERS, day=DAYS, start=QUARTERS, length=LENGTHS, cancel=st.booleans())
    def change(self, number, day, start, length, cancel):
        ids = list(Booking.objects.order_by("pk").values_list("pk", flat=True))
        if not ids:
            return
        booking, during = ids[number % len(ids)], self.stretch(day, start, length)
        if cancel:
            self.attempt(lambda: cancel_booking(booking_id=booking))
        else:
            self.attempt(lambda: change_booking(booking_id=booking, during=during))

    @rule(person=PEOPLE, day=DAYS, am=WORDS, pm=WORDS, shift=SHIFTS, go=st.booleans())
    def say(self, person, day, am, pm, shift, go):
        person_id = self.hall.person(person)
        said = self.attempt(
            lambda: plan_own_day(person_id=person_id, day=day, am=am, pm=pm, shift=shift, letting_go=go)
        )
        if not said:
            return
        halves = halves_of([person_id], day, day, revisions())[person_id][day]
        for word, half in ((am, halves.am), (pm, halves.pm)):
            if word is not None and word.wish is not Wish.USUAL:
                assert half is not None
                assert (half.place, half.planned) == (word.wish.value, True)

    @rule(person=PEOPLE, day=DAYS, am=PLACES, pm=PLACES)
    def usual_week(self, person, day, am, pm):
        before = snapshot()
        set_usual_week(person_id=self.hall.person(person), active_from=day, am=am, pm=pm, shifts=[""] * 7)
        assert snapshot() == before

    @rule(person=PEOPLE, day=DAYS, start=QUARTERS, length=LENGTHS)
    def telework(self, person, day, start, length):
        self.requests += 1
        person_id, during = self.hall.person(person), self.stretch(day, start, length)
        displaces = {"booking", "own_office"}

        def approve():
            queue_for_claims([person_id], {person_id: [during]}, displaces)
            claim(
                person_id=person_id,
                during=during,
                place=Place.HOME,
                holder=Holder("telework", self.requests),
                displaces=displaces,
            )

        self.attempt(transaction.atomic(approve))

    @rule(minutes=st.integers(min_value=1, max_value=120))
    def time_goes_on(self, minutes):
        self._traveller.shift(timedelta(minutes=minutes))

    @invariant()
    def nobody_is_in_two_places(self):
        seen: dict[int, list[Interval]] = {}
        rows = AttendancePlan.objects.filter(withdrawn_at__isnull=True).values_list("person_id", "during")
        for person_id, during in rows:
            stretch = Interval.of_range(during)
            assert not any(stretch.overlaps(other) for other in seen.setdefault(person_id, []))
            seen[person_id].append(stretch)

    @invariant()
    def every_desk_held_is_in_the_ledger_and_every_word_that_stands(self):
        held = Booking.objects.filter(state__in=HOLDING).values_list("pk", "during")
        assert sorted(held, key=str) == sorted(self.ledger("booking"), key=str)
        words = OwnPlan.objects.filter(withdrawn_at__isnull=True).values_list("pk", "during")
        assert sorted(words, key=str) == sorted(self.ledger("own", "own_office"), key=str)

    @staticmethod
    def ledger(*kinds):
        rows = AttendancePlan.objects.filter(withdrawn_at__isnull=True, holder_kind__in=kinds)
        return rows.values_list("holder_id", "during")


@pytest.mark.django_db
@pytest.mark.usefixtures("_telework_of_the_test")
def test_no_sequence_of_plans_breaks_an_invariant():
    run_state_machine_as_test(
        AnySequence,
        settings=settings(
            max_examples=examples(8),
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
