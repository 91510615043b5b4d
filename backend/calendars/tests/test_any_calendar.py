"""Whatever is written in calendars and said by hand, in whatever order: what was said by hand stands."""

from datetime import timedelta
from itertools import pairwise

import pytest
import time_machine
from django.db import connection
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from attendance.services.my_days import plan_own_day
from bookings.models import Booking
from bookings.services.booking import book_desk, cancel_booking
from calendars import servers
from calendars.models import Proposal
from calendars.services.accepting import accept
from calendars.services.dismissing import dismiss, reopen
from calendars.services.proposing import work_out
from calendars.tests.taking_in import Linked, Linking
from core.interval import Interval
from core.refused import Refused
from plans.models import AttendancePlan, OwnPlan
from plans.policies.own_days import Wish, Word
from telework.models import TeleworkRequest
from telework.tests.asking import AFTERNOON, FULL, asked, register_everybody
from tests.factories.hall import city_time, small_hall
from tests.fixtures.cast import TUESDAY
from tests.fixtures.examples import examples

WEDNESDAY = TUESDAY + timedelta(days=1)
NAME = "agatsuma"
DAYS = st.sampled_from([TUESDAY, WEDNESDAY])
FILES = st.sampled_from(["one.ics", "two.ics"])
TITLES = st.sampled_from(["休暇", "出張", "在宅", "会議"])
HOURS = st.sampled_from([None, ("0830", "1200"), ("1300", "1715"), ("1000", "1500")])
WORDS = st.one_of(st.none(), st.builds(Word, st.sampled_from(Wish), st.sampled_from(["", "メモ"])))
NUMBERS = st.integers(min_value=0, max_value=20)

CALENDARS: dict[str, Linking] = {}


class AnyCalendar(RuleBasedStateMachine):
    """One person with two calendars, one of which is taken over unasked; two days."""

    def __init__(self) -> None:
        super().__init__()
        self._savepoint = connection.savepoint()
        self._moment = time_machine.travel(city_time(TUESDAY - timedelta(days=4), "7:00"), tick=False)
        self._moment.start()
        self.hall = small_hall()
        register_everybody(self.hall)
        CALENDARS["now"] = linking = Linking(self.hall, {})
        self.linked: list[Linked] = [linking(NAME), linking(NAME, acceptance="automatic")]
        self.me = self.hall.person(NAME)
        self.by_hand: set[int] = set()
        """Own plans that the person said or accepted."""
        self.taken_away: set[tuple[object, str]] = set()
        """Days and places of what came unasked and the person took away."""

    def teardown(self) -> None:
        self._moment.stop()
        connection.savepoint_rollback(str(self._savepoint))

    def standing(self):
        rows = OwnPlan.objects.filter(person_id=self.me, withdrawn_at=None)
        return {one.pk: one for one in rows}

    def acting(self, act):
        """The person acts: what stands anew was said by hand, what came unasked and is gone was taken away."""
        before = self.standing()
        try:
            act()
        except Refused:
            assert set(self.standing()) == set(before)
            return
        after = self.standing()
        self.by_hand |= after.keys() - before.keys()
        for pk in before.keys() - after.keys() - self.by_hand:
            self.taken_away.add((before[pk].day, before[pk].place))

    def untouched(self):
        """What no calendar may change unasked: desks, requests by hand, words by hand."""
        made = set(Proposal.objects.filter(holder_kind="telework").values_list("holder_id", flat=True))
        return (
            set(Booking.objects.values_list("pk", "desk_id", "during", "state")),
            {one for one in TeleworkRequest.objects.values_list("pk", "during", "state") if one[0] not in made},
            {pk: (one.place, one.during, one.note) for pk, one in self.standing().items() if pk in self.by_hand},
        )

    @rule(calendar=st.integers(0, 1), file=FILES, day=DAYS, hours=HOURS, title=TITLES)
    def write_there(self, calendar, file, day, hours, title):
        uid = f"{calendar}-{file}"
        self.linked[calendar].write(file, uid=uid, day=day, hours=hours, title=title)

    @rule(calendar=st.integers(0, 1), file=FILES)
    def delete_there(self, calendar, file):
        there = self.linked[calendar].calendar
        if f"{there.address}{file}" in there.texts():
            there.delete(f"{there.address}{file}")

    @rule(calendar=st.integers(0, 1))
    def read(self, calendar):
        before, plans, requests = self.untouched(), set(self.standing()), set(self._requests())
        self.linked[calendar].read()
        bookings, made, words = self.untouched()
        assert bookings == before[0]
        assert made >= before[1]
        assert words == before[2], "what was said by hand stands"
        for pk in set(self.standing()) - plans:
            one = self.standing()[pk]
            spoken = {day for day, _ in self.taken_away}
            assert one.day not in spoken, "what the person took away does not come back unasked"
        assert set(self._requests()) >= requests

    @staticmethod
    def _requests():
        return TeleworkRequest.objects.values_list("pk", flat=True)

    @rule(day=DAYS, am=WORDS, pm=WORDS, go=st.booleans())
    def say(self, day, am, pm, go):
        self.acting(lambda: plan_own_day(person_id=self.me, day=day, am=am, pm=pm, letting_go=go))

    @rule(
        day=DAYS,
        desk=st.sampled_from(["06A-001", "06A-002"]),
        part=st.sampled_from([("8:30", "17:15"), ("13:00", "17:15")]),
    )
    def book(self, day, desk, part):
        during = Interval(*(city_time(day, one) for one in part))
        self.acting(lambda: book_desk(person_id=self.me, desk_id=self.hall.desk(desk), during=during))

    @rule(number=NUMBERS)
    def cancel(self, number):
        ids = list(Booking.objects.order_by("pk").values_list("pk", flat=True))
        if ids:
            self.acting(lambda: cancel_booking(booking_id=ids[number % len(ids)]))

    @rule(day=DAYS, content=st.sampled_from([FULL, AFTERNOON]))
    def ask_for_telework(self, day, content):
        self.acting(lambda: asked(self.hall, NAME, day, content))

    @rule(number=NUMBERS, how=st.sampled_from(["accept", "let_go", "dismiss", "reopen"]))
    def answer(self, number, how):
        ids = list(Proposal.objects.order_by("pk").values_list("pk", flat=True))
        if not ids:
            return
        one = ids[number % len(ids)]
        acts = {
            "accept": lambda: accept(proposal_id=one),
            "let_go": lambda: accept(proposal_id=one, letting_go=True),
            "dismiss": lambda: dismiss(proposal_id=one),
            "reopen": lambda: reopen(proposal_id=one),
        }
        kept = Proposal.objects.get(pk=one)
        self.acting(acts[how])
        if how == "dismiss" and kept.kind == "take_back":
            self.by_hand |= set(kept.own_plans) & set(self.standing())

    @rule()
    def work_out_again(self):
        """Worked out a second time, nothing is other than after the first."""
        work_out(person_id=self.me)
        before = list(Proposal.objects.order_by("pk").values_list("pk", "state", "kind", "part", "made_at"))
        work_out(person_id=self.me)
        assert list(Proposal.objects.order_by("pk").values_list("pk", "state", "kind", "part", "made_at")) == before

    @invariant()
    def nobody_is_in_two_places_and_every_word_is_in_the_ledger(self):
        rows = AttendancePlan.objects.filter(person_id=self.me, withdrawn_at=None)
        held = sorted((Interval.of_range(one.during) for one in rows), key=lambda one: one.start)
        assert not any(one.overlaps(after) for one, after in pairwise(held))
        own = {one.holder_id for one in rows if one.holder_kind in ("own", "own_office")}
        assert own == set(self.standing())


@pytest.fixture
def _calendars_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        servers, "calendar_at", lambda _kind, _address, *, calendar, **_how: CALENDARS["now"].calendars[calendar]
    )


@pytest.mark.django_db
@pytest.mark.usefixtures("_calendars_in_memory")
def test_no_sequence_overwrites_what_was_said_by_hand():
    run_state_machine_as_test(
        AnyCalendar,
        settings=settings(
            max_examples=examples(5),
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
