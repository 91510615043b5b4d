"""Whatever people do in whatever order: nobody in line is passed over, and no offered desk is lost."""

from datetime import timedelta
from functools import partial

import pytest
import time_machine
from django.db import connection
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from bookings.models import Booking
from bookings.policies.states import HOLDING
from bookings.services.booking import book_desk, cancel_booking, change_booking
from bookings.services.closing import close_and_displace, open_again
from bookings.services.presence import check_in, check_out
from core import clock
from core.interval import Interval
from core.refused import Refused
from plans.models import AttendancePlan
from spaces.models import Closure
from spaces.policies.closed_places import ClosedPlaceWanted
from tests.factories.hall import add_person, city_time, small_hall
from tests.fixtures.cast import MONDAY
from tests.fixtures.examples import examples
from waitlists.models import Wait
from waitlists.policies.fitting import still_wanted
from waitlists.selectors.joining import Wanted
from waitlists.services.answering import accept_offer, decline_offer
from waitlists.services.joining import join_line, leave_line
from waitlists.services.keeping import keep_lines

CODES = ["06A-001", "06A-002", "06A-003", "06A-004"]
PEOPLE = st.sampled_from(["agatsuma", "kudo", "yamada"])
DESKS = st.sampled_from(CODES)
PARTS = st.sampled_from([("8:30", "17:15"), ("8:30", "12:00"), ("13:00", "17:15"), ("11:00", "15:00")])
NUMBERS = st.integers(min_value=0, max_value=30)


class AnyLine(RuleBasedStateMachine):
    """People of one section, the four desks of their area, one day, and a clock that only goes forward."""

    def __init__(self) -> None:
        super().__init__()
        self._savepoint = connection.savepoint()
        self._moment = time_machine.travel(city_time(MONDAY, "7:00"), tick=False)
        self._traveller = self._moment.start()
        self.hall = small_hall()
        for number in range(len(CODES)):
            add_person(self.hall, f"sitter{number}", f"在席 {number}", "030202")
        self.fill()

    def teardown(self) -> None:
        self._moment.stop()
        connection.savepoint_rollback(str(self._savepoint))

    @staticmethod
    def attempt(act):
        try:
            act()
        except Refused:
            return

    @staticmethod
    def one_of(rows, number):
        ids = list(rows.order_by("pk").values_list("pk", flat=True))
        return ids[number % len(ids)] if ids else None

    @staticmethod
    def stretch(part):
        return Interval(city_time(MONDAY, part[0]), city_time(MONDAY, part[1]))

    @rule(person=PEOPLE, desk=DESKS, part=PARTS)
    def book(self, person, desk, part):
        during, desk_id = self.stretch(part), self.hall.desk(desk)
        self.attempt(lambda: book_desk(person_id=self.hall.person(person), desk_id=desk_id, during=during))

    @rule()
    def fill(self):
        """Whoever of the others has no desk takes what is free: the usual case for a line."""
        for number, code in enumerate(CODES):
            who, desk = self.hall.person(f"sitter{number}"), self.hall.desk(code)
            during = self.stretch(("8:30", "17:15"))
            self.attempt(partial(book_desk, person_id=who, desk_id=desk, during=during))

    @rule(number=NUMBERS, act=st.sampled_from([cancel_booking, check_in, check_out]))
    def act(self, number, act):
        if (booking := self.one_of(Booking.objects.live(), number)) is not None:
            self.attempt(lambda: act(booking_id=booking))

    @rule(number=NUMBERS, desk=DESKS)
    def move(self, number, desk):
        if (booking := self.one_of(Booking.objects.live(), number)) is not None:
            self.attempt(lambda: change_booking(booking_id=booking, desk_id=self.hall.desk(desk)))

    @rule(person=PEOPLE, part=PARTS, features=st.sampled_from([(), ("monitor",)]))
    def join(self, person, part, features):
        wanted = Wanted(MONDAY, self.stretch(part), self.hall.areas["06A"].pk, features)
        self.attempt(lambda: join_line(person_id=self.hall.person(person), wanted=wanted))

    @rule(number=NUMBERS, act=st.sampled_from([accept_offer, decline_offer, leave_line]))
    def answer(self, number, act):
        if (wait := self.one_of(Wait.objects.all(), number)) is not None:
            self.attempt(lambda: act(wait_id=wait))

    @rule(number=NUMBERS)
    def accept_and_leave(self, number):
        if (wait := self.one_of(Wait.objects.filter(state="offered"), number)) is not None:
            self.attempt(lambda: accept_offer(wait_id=wait, leave_other=True))

    @rule(desk=DESKS, part=PARTS)
    def close(self, desk, part):
        place = ClosedPlaceWanted(desk_id=self.hall.desk(desk))
        self.attempt(lambda: close_and_displace(place=place, during=self.stretch(part), reason="点検"))

    @rule(number=NUMBERS)
    def open(self, number):
        if (closure := self.one_of(Closure.objects.filter(lifted_at=None), number)) is not None:
            self.attempt(lambda: open_again(closure_id=closure))

    @rule(minutes=st.integers(min_value=1, max_value=120))
    def time_goes_on(self, minutes):
        self._traveller.shift(timedelta(minutes=minutes))
        keep_lines()

    @invariant()
    def no_desk_is_held_twice(self):
        seen: dict[int, list[Interval]] = {}
        for desk, during in Booking.objects.filter(state__in=HOLDING).values_list("desk_id", "during"):
            stretch = Interval.of_range(during)
            assert not any(stretch.overlaps(other) for other in seen.setdefault(desk, []))
            seen[desk].append(stretch)

    @invariant()
    def an_offer_holds_its_desk_and_nothing_of_the_persons_day(self):
        offered = set(Booking.objects.offered().values_list("pk", flat=True))
        assert offered == set(Wait.objects.filter(state="offered").values_list("booking_id", flat=True))
        plans = AttendancePlan.objects.filter(withdrawn_at__isnull=True, holder_id__in=offered)
        assert not plans.exists()

    @invariant()
    def no_offer_outlives_its_time(self):
        assert not Booking.objects.offered().filter(release_at__lte=clock.now()).exists()

    @invariant()
    def nobody_waits_for_a_desk_that_is_free(self):
        """What suits somebody in line is held, offered or closed: so no desk goes to anybody behind or beside them."""
        for wait in Wait.objects.filter(state="waiting"):
            wish = still_wanted(wait.interval, clock.this_minute())
            if wish is None:
                continue
            for code in CODES:
                if "monitor" in wait.features and code != "06A-001":
                    continue
                desk = self.hall.desks[code]
                held = Booking.objects.holding().filter(desk=desk).overlapping(wish).exists()
                closed = Closure.objects.filter(desk=desk, during__overlap=wish.as_range(), lifted_at=None).exists()
                assert held or closed, (wait.pk, code)


@pytest.mark.django_db
def test_no_sequence_of_acts_passes_anybody_over():
    run_state_machine_as_test(
        AnyLine,
        settings=settings(
            max_examples=examples(6),
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
