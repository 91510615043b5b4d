"""Every state of a registration by every action by everybody: a transition of the table, or a coded refusal."""

import itertools

import pytest

from telework.policies.registration_transitions import (
    NEEDS_COMMENT,
    registration_action_refused,
    registration_after,
    registration_may,
    registration_version_refused,
)
from telework.policies.states import REGISTRATION_TRANSITIONS, Actor, RegistrationAction, RegistrationState


@pytest.mark.parametrize("state", RegistrationState)
def test_is_a_transition_of_the_table_or_refused_with_a_code(state):
    for action, actor in itertools.product(RegistrationAction, Actor):
        is_a_transition_of_the_table_or_refused(state, action, actor)


def is_a_transition_of_the_table_or_refused(state: RegistrationState, action: RegistrationAction, actor: Actor) -> None:
    refused = registration_action_refused(state, action, actor, comment="研修日をなおしてください")
    wanted = REGISTRATION_TRANSITIONS.get((state, action))
    code = refused and refused.code
    if wanted is None:
        assert code == "wrong_state"
    elif wanted[1] is not actor:
        assert code == {
            Actor.ONESELF: "only_oneself",
            Actor.CLOCK: "wrong_state",
            Actor.APPROVER: "own_request" if actor is Actor.ONESELF else "not_yours_to_decide",
        }.get(wanted[1])
    else:
        assert refused is None
        assert registration_after(state, action) is wanted[0]
    if refused is not None:
        assert refused.facts == {"state": state.value, "action": action.value}


@pytest.mark.parametrize("state", RegistrationState)
def test_may_says_just_what_would_not_be_refused(state):
    for actor in Actor:
        allowed = {a for a in RegistrationAction if registration_action_refused(state, a, actor, comment="ー") is None}
        assert set(registration_may(state, actor)) == allowed, actor


@pytest.mark.parametrize("action", sorted(NEEDS_COMMENT))
@pytest.mark.parametrize("comment", ["", "  "])
def test_a_decision_against_somebody_says_why(action, comment):
    state = RegistrationState.APPROVED if action is RegistrationAction.REVOKE else RegistrationState.SUBMITTED
    refused = registration_action_refused(state, action, Actor.APPROVER, comment=comment)
    assert refused is not None
    assert refused.code == "comment_needed"


def test_whoever_saw_another_version_learns_the_state():
    refused = registration_version_refused(RegistrationState.RETURNED, 4, 3)
    assert refused is not None
    assert (refused.code, refused.facts) == ("telework_changed", {"state": "returned", "version": 4})
    assert registration_version_refused(RegistrationState.RETURNED, 4, 4) is None
    assert registration_version_refused(RegistrationState.RETURNED, 4, None) is None
