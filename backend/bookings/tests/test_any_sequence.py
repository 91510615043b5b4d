"""Whatever people do in whatever order, no desk and no person is ever held twice, and a refusal changes nothing."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from bookings.models import Booking, BookingRule
from bookings.policies.states import HOLDING
from bookings.services.booking import book_desk, cancel_booking, change_booking
from bookings.services.closing import close_and_displace
from bookings.services.presence import check_in, check_in_at_desk, check_out
from bookings.services.release import release_no_shows, restore_booking
from core import clock
from core.interval import Interval
from core.refused import Refused
from core.revision import Slow, bump
from plans.models import AttendancePlan
from spaces.policies.closed_places import ClosedPlaceWanted
from tests.factories.hall import city_time, small_hall
from tests.fixtures.cast import MONDAY, TUESDAY
from tests.fixtures.examples import examples

PEOPLE = st.sampled_from(["agatsuma", "kudo", "yamada"])
DESKS = st.sampled_from(["06A-001", "06A-002", "06A-005", "06A-006", "06C-001"])
QUARTERS = st.integers(min_value=7 * 4, max_value=20 * 4)
LENGTHS = st.integers(min_value=1, max_value=40)
DAYS = st.sampled_from([MONDAY, TUESDAY])
CHECK_IN_OPENS = timedelta(hours=1)
NUMBERS = st.integers(min_value=0, max_value=30)


def snapshot() -> tuple[list[object], list[object]]:
    bookings = Booking.objects.order_by("pk").values_list("pk", "desk_id", "during", "state", "revision")
    plans = AttendancePlan.objects.order_by("pk").values_list("pk", "during", "withdrawn_at")
    return list(bookings), list(plans)


class AnySequence(RuleBasedStateMachine):
    """People of one section, five desks, two days, and a clock that only goes forward."""

    def __init__(self) -> None:
        super().__init__()
        self._savepoint = connection.savepoint()
        self._moment = time_machine.travel(city_time(MONDAY, "8:00"), tick=False)
        self._traveller = self._moment.start()
        self.hall = small_hall()
        BookingRule.objects.create(name="解放", owner="庁舎管理課", release_after_minutes=45)
        bump(Slow.RULES)

    def teardown(self) -> None:
        self._moment.stop()
        connection.savepoint_rollback(str(self._savepoint))

    def attempt(self, act):
        """Do it; a refusal has to leave everything as it was."""
        before = snapshot()
        try:
            act()
        except Refused:
            assert snapshot() == before

    def one_of_the_bookings(self, number):
        ids = list(Booking.objects.order_by("pk").values_list("pk", flat=True))
        return ids[number % len(ids)] if ids else None

    @staticmethod
    def stretch(day, start, length):
        first = city_time(day, "0:00") + timedelta(minutes=15 * start)
        return Interval(first, first + timedelta(minutes=15 * length))

    @rule(person=PEOPLE, desk=DESKS, day=DAYS, start=QUARTERS, length=LENGTHS)
    def book(self, person, desk, day, start, length):
        during = self.stretch(day, start, length)
        self.attempt(lambda: book_desk(person_id=self.hall.person(person), desk_id=self.hall.desk(desk), during=during))

    @rule(number=NUMBERS, desk=DESKS)
    def move(self, number, desk):
        if (booking := self.one_of_the_bookings(number)) is not None:
            self.attempt(lambda: change_booking(booking_id=booking, desk_id=self.hall.desk(desk)))

    @rule(number=NUMBERS, day=DAYS, start=QUARTERS, length=LENGTHS)
    def change_time(self, number, day, start, length):
        during = self.stretch(day, start, length)
        if (booking := self.one_of_the_bookings(number)) is not None:
            self.attempt(lambda: change_booking(booking_id=booking, during=during))

    @rule(number=NUMBERS, act=st.sampled_from([cancel_booking, restore_booking, check_in, check_out]))
    def act(self, number, act):
        if (booking := self.one_of_the_bookings(number)) is not None:
            self.attempt(lambda: act(booking_id=booking))

    @rule(person=PEOPLE, desk=DESKS, leave=st.booleans())
    def sit_down(self, person, desk, leave):
        self.attempt(
            lambda: check_in_at_desk(
                person_id=self.hall.person(person), desk_id=self.hall.desk(desk), leave_other=leave
            )
        )

    @rule()
    def release(self):
        self.attempt(release_no_shows)

    @rule(desk=DESKS, day=DAYS, start=QUARTERS, length=LENGTHS)
    def close(self, desk, day, start, length):
        place = ClosedPlaceWanted(desk_id=self.hall.desk(desk))
        during = self.stretch(day, start, length)
        self.attempt(lambda: close_and_displace(place=place, during=during, reason="点検"))

    @rule(minutes=st.integers(min_value=1, max_value=180))
    def time_goes_on(self, minutes):
        self._traveller.shift(timedelta(minutes=minutes))

    @invariant()
    def no_desk_is_held_twice(self):
        assert not self.overlapping("desk_id", Booking.objects.filter(state__in=HOLDING))

    @invariant()
    def no_person_is_in_two_places(self):
        assert not self.overlapping("person_id", AttendancePlan.objects.filter(withdrawn_at__isnull=True))

    @invariant()
    def every_booking_that_holds_a_desk_holds_the_person_for_the_same_stretch(self):
        held = Booking.objects.filter(state__in=HOLDING).values_list("pk", "during")
        plans = AttendancePlan.objects.filter(withdrawn_at__isnull=True).values_list("holder_id", "during")
        assert sorted(held, key=str) == sorted(plans, key=str)

    @invariant()
    def nobody_has_left_or_come_before_the_time(self):
        now = clock.now()
        assert not Booking.objects.filter(state="checked_in", during__startswith__gt=now + CHECK_IN_OPENS).exists()
        assert not Booking.objects.filter(state="checked_out", during__endswith__gt=now).exists()

    @staticmethod
    def overlapping(key, rows):
        seen: dict[int, list[Interval]] = {}
        for holder, during in rows.values_list(key, "during"):
            stretch = Interval.of_range(during)
            if any(stretch.overlaps(other) for other in seen.setdefault(holder, [])):
                return True
            seen[holder].append(stretch)
        return False


@pytest.mark.django_db
def test_no_sequence_of_acts_breaks_an_invariant():
    run_state_machine_as_test(
        AnySequence,
        settings=settings(
            max_examples=examples(7),
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
