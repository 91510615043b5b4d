"""Whatever is published, taken back or closed in whatever order: no live booking is left at a desk it cannot have.

And whoever lost one has a notice of it, and a way out.
"""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from bookings.models import Booking, BookingRule
from bookings.policies.states import HOLDING
from bookings.services.booking import book_desk, cancel_booking
from bookings.services.presence import check_in, check_in_at_desk
from core import clock
from core.interval import Interval
from core.refused import Refused
from core.revision import Slow, bump
from plans.models import AttendancePlan
from relocation.models import Displacement
from relocation.policies.causes import OPEN
from relocation.selectors.mine import displacements_of
from relocation.services.answering import accept, decline
from relocation.services.closing import close_and_relocate, reopen
from spaces.importing.changes import floor_change
from spaces.importing.drawn import DrawnFloor
from spaces.models import Closure, Layout
from spaces.policies.closed_places import ClosedPlaceWanted
from spaces.policies.layout_change import Displaced
from spaces.selectors import placed_desk
from spaces.selectors.stored_layouts import drawn_floor, layout_on
from spaces.services.layouts import NewLayout, publish_layouts, take_layout_back
from tests.factories.hall import city_time, small_hall
from tests.fixtures.cast import MONDAY
from tests.fixtures.examples import examples

PEOPLE = st.sampled_from(["agatsuma", "kudo", "yamada", "sasaki"])
DESKS = st.sampled_from(["06A-001", "06A-002", "06A-003", "06A-005", "06B-001", "06C-001"])
DAYS = st.integers(min_value=0, max_value=5)
NUMBERS = st.integers(min_value=0, max_value=40)
KINDS = st.sampled_from(["bookable", "bookable", "gone", "unavailable", "drop_in", "assigned", "moved"])
DISPLACED = st.sampled_from(list(Displaced))


class AnyPublication(RuleBasedStateMachine):
    """People of two sections, six days, one floor whose layout anybody may change, and a clock that goes forward."""

    def __init__(self) -> None:
        super().__init__()
        self._savepoint = connection.savepoint()
        self._moment = time_machine.travel(city_time(MONDAY, "8:00"), tick=False)
        self._traveller = self._moment.start()
        self.hall = small_hall()
        BookingRule.objects.create(
            name="だれでも", owner="庁舎管理課", who_may_book="everyone", closed_days_bookable=True
        )
        bump(Slow.RULES)

    def teardown(self) -> None:
        self._moment.stop()
        connection.savepoint_rollback(str(self._savepoint))

    @staticmethod
    def attempt(act) -> None:
        try:
            act()
        except Refused:
            return

    @rule(person=PEOPLE, desk=DESKS, day=DAYS, start=st.integers(8, 15), hours=st.integers(1, 6))
    def book(self, person, desk, day, start, hours):
        first = city_time(MONDAY + timedelta(days=day), f"{start}:00")
        during = Interval(first, first + timedelta(hours=hours))
        self.attempt(lambda: book_desk(person_id=self.hall.person(person), desk_id=self.hall.desk(desk), during=during))

    @rule(number=NUMBERS, act=st.sampled_from([cancel_booking, check_in]))
    def act(self, number, act):
        ids = list(Booking.objects.order_by("pk").values_list("pk", flat=True))
        if ids:
            self.attempt(lambda: act(booking_id=ids[number % len(ids)]))

    @rule(person=PEOPLE, desk=DESKS)
    def sit_down(self, person, desk):
        self.attempt(
            lambda: check_in_at_desk(person_id=self.hall.person(person), desk_id=self.hall.desk(desk), leave_other=True)
        )

    @rule(day=DAYS, kinds=st.lists(KINDS, min_size=11, max_size=11), displaced=DISPLACED)
    def publish(self, day, kinds, displaced):
        first = MONDAY + timedelta(days=day)
        drawn = self.drawn(first)
        base = self.drawn(MONDAY - timedelta(days=1))
        desks = {}
        for (code, desk), kind in zip(sorted(base.desks.items()), kinds, strict=True):
            if kind == "moved":
                desks[code] = replace(desk, area="06C")
            elif kind == "assigned":
                desks[code] = replace(desk, mode="assigned", assigned_to=self.hall.people["kudo"].number)
            elif kind != "gone":
                desks[code] = replace(desk, mode=kind, assigned_to=None)
        change = floor_change(drawn, replace(base, desks=desks))
        if change is not None:
            new = NewLayout(self.hall.floors["6"], change)
            self.attempt(lambda: publish_layouts([new], effective_from=first, displaced=displaced))

    @rule(number=NUMBERS, displaced=DISPLACED)
    def take_back(self, number, displaced):
        ids = list(Layout.objects.filter(effective_from__gt=clock.today()).values_list("pk", flat=True))
        if ids:
            self.attempt(lambda: take_layout_back(layout_id=ids[number % len(ids)], displaced=displaced))

    @rule(desk=DESKS, day=DAYS, start=st.integers(8, 15), hours=st.integers(1, 9), displaced=DISPLACED)
    def close(self, desk, day, start, hours, displaced):
        first = city_time(MONDAY + timedelta(days=day), f"{start}:00")
        place, during = ClosedPlaceWanted(desk_id=self.hall.desk(desk)), Interval(first, first + timedelta(hours=hours))
        self.attempt(lambda: close_and_relocate(place=place, during=during, reason="点検", displaced=displaced))

    @rule(number=NUMBERS)
    def open_again(self, number):
        ids = list(Closure.objects.filter(lifted_at=None).values_list("pk", flat=True))
        if ids:
            self.attempt(lambda: reopen(closure_id=ids[number % len(ids)]))

    @rule(person=PEOPLE, number=NUMBERS, takes=st.booleans())
    def answer(self, person, number, takes):
        mine = [one for one in displacements_of(self.hall.person(person)) if one.displacement.state in OPEN]
        if not mine:
            return
        one = mine[number % len(mine)]
        desk = one.choices[number % len(one.choices)].desk.id if one.choices and takes else None
        if takes:
            self.attempt(lambda: accept(displacement_id=one.displacement.pk, desk_id=desk))
        else:
            self.attempt(lambda: decline(displacement_id=one.displacement.pk))

    @rule(minutes=st.integers(min_value=1, max_value=600))
    def time_goes_on(self, minutes):
        self._traveller.shift(timedelta(minutes=minutes))

    @invariant()
    def no_live_booking_stands_at_a_desk_that_it_cannot_have(self):
        for booking in Booking.objects.unfinished(clock.now()):
            place = placed_desk(booking.desk_id, booking.day)
            assert place is not None
            assert place.desk.mode != "unavailable"
            assert place.desk.mode != "assigned" or place.desk.assigned_to_id == booking.person_id
            assert place.desk.mode != "drop_in" or booking.start <= clock.now() or booking.state == "checked_in"
            assert (booking.floor_id, booking.area_id) == (place.plan.floor.id, place.area.id)

    @invariant()
    def whoever_lost_a_desk_has_a_notice_and_a_way_out(self):
        noticed = set(Displacement.objects.values_list("booking_id", flat=True))
        for booking in Booking.objects.filter(ended_because__in=["layout", "closure"]):
            assert booking.pk in noticed
        for row in Displacement.objects.filter(state="moved").select_related("new_booking", "booking"):
            assert row.new_booking is not None
        for row in Displacement.objects.filter(state="offered", because="restored").select_related("booking"):
            assert row.back_to_id is not None

    @invariant()
    def no_desk_and_no_person_is_held_twice(self):
        assert not overlapping("desk_id", Booking.objects.filter(state__in=HOLDING))
        assert not overlapping("person_id", AttendancePlan.objects.filter(withdrawn_at__isnull=True))

    @invariant()
    def every_booking_that_holds_a_desk_holds_the_person_for_the_same_stretch(self):
        held = Booking.objects.filter(state__in=HOLDING).values_list("pk", "during")
        plans = AttendancePlan.objects.filter(withdrawn_at__isnull=True).values_list("holder_id", "during")
        assert sorted(held, key=str) == sorted(plans, key=str)

    def drawn(self, day) -> DrawnFloor:
        layout = layout_on(self.hall.floors["6"], day)
        assert layout is not None
        return drawn_floor(layout, "6")


def overlapping(key, rows):
    seen: dict[int, list[Interval]] = {}
    for holder, during in rows.values_list(key, "during"):
        stretch = Interval.of_range(during)
        if any(stretch.overlaps(other) for other in seen.setdefault(holder, [])):
            return True
        seen[holder].append(stretch)
    return False


@pytest.mark.slow
@pytest.mark.django_db
def test_no_order_of_publications_leaves_a_booking_behind():
    run_state_machine_as_test(
        AnyPublication,
        settings=settings(
            max_examples=examples(6),
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
