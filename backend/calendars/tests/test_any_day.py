"""Whatever people do with their days, in any order: entries are their own, events only go forward, and no tag lies."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from attendance.services.my_days import plan_own_day
from bookings.models import Booking
from bookings.services.booking import book_desk, cancel_booking, change_booking
from bookings.services.closing import close_and_displace
from bookings.services.release import restore_booking
from calendars.policies.entries import Entry
from calendars.selectors.entries import entries_of, fingerprint_of
from core import clock
from core.refused import Refused
from plans.policies.own_days import Wish, Word
from spaces.policies.closed_places import ClosedPlaceWanted
from telework.models import TeleworkRequest
from telework.policies.states import Actor, RequestAction
from telework.services.deciding import Chosen, decide
from telework.services.requests import cancel_request, submit_request, withdraw_request
from telework.tests.asking import AFTERNOON, FULL, asked, register_everybody
from tests.factories.hall import Hall, city_time
from tests.fixtures.cast import MONDAY

pytestmark = [pytest.mark.django_db]

NAMES = ("agatsuma", "kudo")
LAST = MONDAY + timedelta(days=14)
ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "book",
                "book",
                "book",
                "cancel",
                "restore",
                "move",
                "say",
                "say",
                "ask",
                "ask",
                "approve",
                "return",
                "submit",
                "withdraw",
                "close",
            ]
        ),
        st.sampled_from(NAMES),
        st.integers(1, 3),
        st.sampled_from(["am", "pm"]),
        st.integers(0, 3),
    ),
    min_size=2,
    max_size=12,
)


class Days:
    """What people can do, each act by a name, a day ahead, a half and a number."""

    def __init__(self, hall: Hall, between: Callable[..., Any]) -> None:
        self.hall, self.between = hall, between

    def act(self, what: str, name: str, ahead: int, half: str, number: int) -> None:
        person, day = self.hall.person(name), MONDAY + timedelta(days=ahead)
        hours = {"am": ("8:30", "12:00"), "pm": ("13:00", "17:15")}[half] if number else ("8:30", "17:15")
        if what == "book":
            desk = self.hall.desk(f"06A-00{number + 1}")
            book_desk(person_id=person, desk_id=desk, during=self.between(*hours, day=day))
        elif what == "say":
            word = Word([Wish.USUAL, Wish.OFFICE, Wish.TRIP, Wish.LEAVE][number])
            am, pm = (word, None) if half == "am" else (None, word)
            plan_own_day(person_id=person, day=day, letting_go=True, am=am, pm=pm)
        elif what == "ask":
            asked(self.hall, name, day, AFTERNOON if number else FULL)
        elif what == "close":
            close_and_displace(
                place=ClosedPlaceWanted(desk_id=self.hall.desk(f"06A-00{number + 1}")),
                during=self.between(*hours, day=day),
                reason="点検",
            )
        elif what in ("cancel", "restore", "move"):
            self._with_booking(what, person, number)
        else:
            self._with_request(what, person, number)

    def _with_booking(self, what: str, person: int, number: int) -> None:
        booking = Booking.objects.filter(person_id=person).order_by("-pk").values_list("pk", flat=True).first()
        if booking is None:
            return
        if what == "move":
            change_booking(booking_id=booking, desk_id=self.hall.desk(f"06A-00{number + 1}"))
        else:
            {"cancel": cancel_booking, "restore": restore_booking}[what](booking_id=booking)

    def _with_request(self, what: str, person: int, number: int) -> None:
        request = TeleworkRequest.objects.filter(person_id=person).order_by("-pk").first()
        if request is None:
            return
        if what in ("approve", "return"):
            action = RequestAction.APPROVE if what == "approve" else RequestAction.RETURN
            decide(
                decider_id=self.hall.person("yamada"), action=action, chosen=Chosen(request.pk, None), comment="確認"
            )
        elif what == "submit":
            submit_request(request_id=request.pk, actor=Actor.ONESELF)
        else:
            end = cancel_request if request.state == "approved" else withdraw_request
            end(request_id=request.pk, actor=Actor.ONESELF)


@given(acts=ACTS)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_entries_are_ones_own_go_forward_and_are_told_apart_by_the_tag(hall, between, monday_morning, acts):
    with transaction.atomic():
        monday_morning.move_to(city_time(MONDAY, "8:00"))
        register_everybody(hall)
        days, people = Days(hall, between), {hall.person(name): name for name in NAMES}
        before = _seen(people)
        for act in acts:
            monday_morning.shift(timedelta(minutes=1))
            with suppress(Refused), transaction.atomic():
                days.act(*act)
            after = _seen(people)
            for person, (entries, tag) in after.items():
                _goes_forward(before[person][0], entries)
                assert {one.person_id for one in entries.values()} <= {person}
                assert (entries == before[person][0]) or tag != before[person][1]
            uids = [uid for entries, _tag in after.values() for uid in entries]
            assert len(uids) == len(set(uids))
            event(f"{act[0]}{'' if after == before else ' changed something'}")
            before = after
        transaction.set_rollback(True)


def _seen(people: dict[int, str]) -> dict[int, tuple[dict[str, Entry], str]]:
    since = clock.now() - timedelta(days=30)
    found = entries_of(people, MONDAY, LAST, cancelled_since=since)
    return {
        person: ({one.uid: one for one in entries}, fingerprint_of(person, MONDAY, LAST))
        for person, entries in found.items()
    }


def _goes_forward(before: dict[str, Entry], after: dict[str, Entry]) -> None:
    """Nothing is forgotten that calendars were told of, and a change is told under a higher number."""
    assert set(before) <= set(after)
    for uid, one in before.items():
        if after[uid] != one:
            assert after[uid].sequence > one.sequence
            assert after[uid].modified_at == clock.now()
        else:
            assert after[uid].sequence == one.sequence
