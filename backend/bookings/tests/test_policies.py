"""Tables of decisions: rules by specificity, the order of areas, and what a booking allows at each moment."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bookings.policies.booking import AreaFacts, BookingRules, DeskFacts, area_refused, desk_refused
from bookings.policies.desk_state import desk_state
from bookings.policies.presence import Action, Moment, action_refused
from bookings.policies.rules import BY_DEFAULT, DEFAULTS, Owner, Rule, RuleRow, rule_in_force
from core.interval import Interval

OWNER = Owner({"ja": "規則", "en": "rule"}, {"ja": "課", "en": "section"}, {"ja": "", "en": ""})
START = datetime(2026, 12, 1, tzinfo=UTC)
DURING = Interval(START, START + timedelta(hours=8))


def row(minutes, **scope):
    return RuleRow(OWNER, says={"longest_minutes": minutes}, **scope)


@pytest.mark.parametrize(
    ("rows", "minutes"),
    [
        ([], DEFAULTS["longest_minutes"]),
        ([row(1)], 1),
        ([row(1), row(2, department_id=10)], 2),
        ([row(3, department_id=11), row(2, department_id=10)], 3),
        ([row(2, department_id=10), row(4, desk_mode="bookable")], 4),
        ([row(4, desk_mode="bookable"), row(5, area_id=6), row(3, department_id=11)], 5),
        ([row(5, area_id=6), row(6, area_id=6, department_id=10)], 6),
        ([row(5, area_id=7), row(4, desk_mode="drop_in"), row(3, department_id=99)], DEFAULTS["longest_minutes"]),
        ([row(None, area_id=6), row(1)], 1),
        ([row(0, area_id=6), row(1)], 0),
    ],
)
def test_the_most_specific_row_that_says_something_wins(rows, minutes):
    found = rule_in_force("longest_minutes", rows, area_id=6, desk_mode="bookable", lineage=[10, 11])
    assert found.value == minutes


def rules(who):
    return BookingRules(*[Rule(who, BY_DEFAULT)] * 8)


@pytest.mark.parametrize(
    ("who", "area", "code"),
    [
        ("everyone", AreaFacts(common=False, own=False), None),
        ("own_first", AreaFacts(common=True, own=False), None),
        ("own_first", AreaFacts(common=False, own=True), None),
        ("own_first", AreaFacts(common=False, own=False), "area_not_yours"),
        ("own_first", AreaFacts(False, False, [1], overflow_rank=0, free={1: 2}), "own_area_has_room"),
        ("own_first", AreaFacts(False, False, [1], overflow_rank=0, free={1: 0}), None),
        ("own_first", AreaFacts(False, False, [1], overflow_rank=1, free={1: 0, 2: 1}), "own_area_has_room"),
        ("own_only", AreaFacts(False, False, [1], overflow_rank=0, free={1: 0}), "area_not_yours"),
        ("own_only", AreaFacts(common=False, own=True), None),
    ],
)
def test_group_address(who, area, code):
    refused = area_refused(area, rules(who))
    assert (refused.code if refused else None) == code


@pytest.mark.parametrize(
    ("desk", "walk_up", "code"),
    [
        (DeskFacts("bookable", 1), False, None),
        (DeskFacts("drop_in", 1), False, "drop_in_only_now"),
        (DeskFacts("drop_in", 1), True, None),
        (DeskFacts("unavailable", 1), True, "desk_unavailable"),
        (DeskFacts("assigned", 1, assigned_to_id=5), False, None),
        (DeskFacts("assigned", 1, assigned_to_id=6), False, "assigned_to_another"),
        (DeskFacts("assigned", 1, assigned_to_id=6), True, "assigned_to_another"),
        (DeskFacts("assigned", 1, assigned_to_id=6, lent=True), False, None),
        (DeskFacts("assigned", 1, assigned_to_id=None), False, "assigned_to_another"),
    ],
)
def test_the_desks_mode(desk, walk_up, code):
    refused = desk_refused(desk, 5, walk_up=walk_up)
    assert (refused.code if refused else None) == code


BEFORE = Moment("booked", DURING, START - timedelta(hours=2), None, check_in_opens_minutes=60, undo_minutes=15)
SOON = replace(BEFORE, now=START - timedelta(minutes=60))
UNDER_WAY = replace(BEFORE, now=START + timedelta(hours=1))
OVER = replace(BEFORE, now=DURING.end)


def refusals(moment):
    """What each action comes to: None or the code, in the order of Action."""
    found = [action_refused(action, moment) for action in Action]
    return [refused.code.value if refused else None for refused in found]


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        # cancel, change, check_in, check_out, restore
        (BEFORE, [None, None, "too_early_to_check_in", "not_checked_in", "booking_over"]),
        (SOON, [None, None, None, "not_checked_in", "booking_over"]),
        (UNDER_WAY, [None, None, None, "not_checked_in", "booking_over"]),
        (OVER, ["booking_over"] * 5),
        (
            replace(UNDER_WAY, state="checked_in"),
            ["already_checked_in", None, "already_checked_in", None, "booking_over"],
        ),
        (replace(OVER, state="checked_in"), ["booking_over"] * 5),
        (replace(UNDER_WAY, state="checked_out"), ["booking_over"] * 5),
        (
            replace(UNDER_WAY, state="cancelled", ended_at=UNDER_WAY.now - timedelta(minutes=14)),
            [*["already_ended"] * 4, None],
        ),
        (
            replace(UNDER_WAY, state="released", ended_at=UNDER_WAY.now - timedelta(minutes=15)),
            [*["already_ended"] * 4, "undo_over"],
        ),
        (
            replace(OVER, state="released", ended_at=OVER.now - timedelta(minutes=1)),
            [*["already_ended"] * 4, "undo_over"],
        ),
    ],
)
def test_what_a_booking_allows_at_each_moment(moment, expected):
    assert refusals(moment) == expected


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({}, "free"),
        ({"taken": True}, "taken"),
        ({"taken": True, "mine": True}, "mine"),
        ({"closed": True}, "closed"),
        ({"closed": True, "taken": True}, "closed"),
        ({"closed": True, "mine": True}, "mine"),
        ({"mode": "drop_in"}, "drop_in"),
        ({"mode": "drop_in", "taken": True}, "taken"),
        ({"mode": "assigned"}, "assigned"),
        ({"mode": "assigned", "own": True}, "free"),
        ({"mode": "assigned", "lent": True}, "free"),
        ({"mode": "unavailable"}, "unavailable"),
    ],
)
def test_the_one_state_of_a_desk(facts, state):
    every = {"mode": "bookable", "mine": False, "taken": False, "closed": False, "lent": False, "own": False}
    assert desk_state(**{**every, **facts}) == state
