from datetime import date, timedelta

import pytest

from calendars.policies.heard import HEARD, is_of_many, people_in
from calendars.policies.sending import Step, There, Wanted, plan_of
from calendars.policies.troubles import silent_for

TODAY = date(2026, 11, 30)
TOMORROW = TODAY + timedelta(days=1)


def test_only_what_differs_is_done_the_nearest_day_first():
    wanted = [
        Wanted("same", TODAY, "1"),
        Wanted("other", TOMORROW, "2"),
        Wanted("new", TODAY, "3"),
        Wanted("yesterdays", TODAY - timedelta(days=1), "4"),
    ]
    there = [
        There("same", TODAY, "1", deleted=False),
        There("other", TODAY, "1", deleted=False),
        There("gone", TOMORROW, "1", deleted=False),
    ]
    plan = plan_of(wanted, there, TODAY)
    assert plan.forgotten == ()
    assert plan.steps == (
        Step("new", TODAY, removes=False),
        Step("gone", TOMORROW, removes=True),
        Step("other", TOMORROW, removes=False),
        Step("yesterdays", TODAY - timedelta(days=1), removes=False),
    )


def test_what_the_person_deleted_is_left_and_forgotten_when_it_belongs_there_no_more():
    there = [There("deleted", TODAY, "1", deleted=True)]
    assert plan_of([Wanted("deleted", TODAY, "2")], there, TODAY).steps == ()
    plan = plan_of([], there, TODAY)
    assert (plan.steps, plan.forgotten) == ((), ("deleted",))


def test_what_was_done_is_not_to_be_done_again():
    wanted = [Wanted("one", TODAY, "1"), Wanted("two", TOMORROW, "2")]
    there = [There(one.uid, one.day, one.digest, deleted=False) for one in wanted]
    assert plan_of(wanted, there, TODAY).steps == ()


def test_a_silent_server_is_asked_ever_more_seldom_and_at_least_each_hour():
    assert [silent_for(tries).total_seconds() / 60 for tries in (0, 1, 2, 3, 6, 7, 1000)] == [1, 1, 2, 4, 32, 60, 60]


@pytest.mark.parametrize(
    ("after", "people", "many"),
    [
        (None, set(), False),
        ({}, set(), False),
        ({"person": 1}, {1}, False),
        ({"person": None, "people": [1, 2, "x"]}, {1, 2}, False),
        ({"person": 1, "in_many": True}, {1}, True),
        ({"person": 1, "because": "moved"}, {1}, True),
        ({"person": 1, "because": "person"}, {1}, False),
    ],
)
def test_whom_an_event_is_about_and_whether_it_is_one_of_many(after, people, many):
    assert (people_in(after), is_of_many(after)) == (people, many)


def test_what_moves_somebodys_day_is_heard():
    assert {"booking.booked", "booking.released", "telework.approved", "own_plan.set"} <= HEARD
    assert "booking.offered" not in HEARD
