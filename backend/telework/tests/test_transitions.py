"""Every state by every action by every actor is a transition or a coded refusal."""

from datetime import date, timedelta
from itertools import product

import pytest

from telework.policies.request_refusals import RequestRefusal
from telework.policies.states import REQUEST_TRANSITIONS, Actor, RequestAction, RequestState
from telework.policies.transitions import may_of, next_state, transition_refused, version_refused

TODAY = date(2026, 11, 30)
OVER = {
    RequestState.CONFIRMED,
    RequestState.REJECTED,
    RequestState.WITHDRAWN,
    RequestState.CANCELLED,
    RequestState.REVOKED,
    RequestState.NOT_PERFORMED,
}


@pytest.mark.parametrize("state", RequestState)
def test_each_is_a_transition_or_a_coded_refusal(state):
    """A test a state and not one each: there are some nine hundred, and they cost more to count than to ask."""
    for action, actor in product(RequestAction, Actor):
        is_a_transition_or_a_coded_refusal(state, action, actor)


def is_a_transition_or_a_coded_refusal(state: RequestState, action: RequestAction, actor: Actor) -> None:
    refused = transition_refused(state, action, actor)
    known = REQUEST_TRANSITIONS.get((state, action))
    if known is None:
        assert refused is not None
        assert refused.code is RequestRefusal.WRONG_STATE
        assert refused.facts == {"state": state.value, "action": action.value}
        with pytest.raises(KeyError):
            next_state(state, action)
        return
    after, whose = known
    assert next_state(state, action) is after
    if actor is whose:
        assert refused is None
        return
    assert refused is not None
    assert refused.facts["state"] == state.value
    expected = {
        Actor.ONESELF: RequestRefusal.ONLY_ONESELF,
        Actor.APPROVER: RequestRefusal.NOT_YOURS_TO_DECIDE,
        Actor.CLOCK: RequestRefusal.WRONG_STATE,
    }[whose]
    if whose is Actor.APPROVER and actor is Actor.ONESELF:
        expected = RequestRefusal.OWN_REQUEST
    assert refused.code is expected


def test_no_way_leads_out_of_a_state_that_is_over():
    assert {state for state, _ in REQUEST_TRANSITIONS} == set(RequestState) - OVER


def test_every_state_is_reached_from_a_draft():
    reached = {RequestState.DRAFT}
    for _ in RequestState:
        reached |= {after for (before, _), (after, _) in REQUEST_TRANSITIONS.items() if before in reached}
    assert reached == set(RequestState)


@pytest.mark.parametrize("state", RequestState)
def test_what_an_answer_says_may_be_done_is_what_the_table_lets_be_done(state):
    for actor in Actor:
        may = may_of(state, actor, day=TODAY, today=TODAY)
        table = {action for action in RequestAction if transition_refused(state, action, actor) is None}
        assert set(may) == table, actor


def test_nobody_is_offered_to_start_a_day_to_come():
    may = may_of(RequestState.APPROVED, Actor.ONESELF, day=TODAY + timedelta(days=1), today=TODAY)
    assert RequestAction.START not in may
    assert RequestAction.CANCEL in may


def test_whoever_has_seen_another_version_is_told_where_it_stands():
    assert version_refused(RequestState.WITHDRAWN, 3, 3) is None
    assert version_refused(RequestState.WITHDRAWN, 3, None) is None
    refused = version_refused(RequestState.WITHDRAWN, 3, 2)
    assert refused is not None
    assert refused.code is RequestRefusal.TELEWORK_CHANGED
    assert refused.facts == {"state": "withdrawn", "version": 3}
