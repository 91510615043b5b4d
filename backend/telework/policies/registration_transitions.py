"""What may be done with a registration now: the table of transitions, asked. Knows no Django."""

from core.refused import Refused
from telework.policies.request_refusals import RequestRefusal
from telework.policies.states import REGISTRATION_TRANSITIONS, Actor, RegistrationAction, RegistrationState

_NOT_THEIRS = {
    Actor.ONESELF: RequestRefusal.ONLY_ONESELF,
    Actor.APPROVER: RequestRefusal.NOT_YOURS_TO_DECIDE,
    Actor.CLOCK: RequestRefusal.WRONG_STATE,
}

NEEDS_COMMENT = frozenset({RegistrationAction.RETURN, RegistrationAction.REJECT, RegistrationAction.REVOKE})
"""A decision against somebody says why."""


def registration_action_refused(
    state: RegistrationState, action: RegistrationAction, actor: Actor, *, comment: str = ""
) -> Refused | None:
    """Why `actor` cannot bring `action` about in `state`; None when the table has it.

    The state comes first: a screen that is late learns where the registration stands now, whoever looks at it.
    """
    facts = {"state": state.value, "action": action.value}
    if (state, action) not in REGISTRATION_TRANSITIONS:
        return Refused(RequestRefusal.WRONG_STATE, facts)
    _, whose = REGISTRATION_TRANSITIONS[state, action]
    if whose is not actor:
        own = whose is Actor.APPROVER and actor is Actor.ONESELF
        return Refused(RequestRefusal.OWN_REQUEST if own else _NOT_THEIRS[whose], facts)
    if action in NEEDS_COMMENT and not comment.strip():
        return Refused(RequestRefusal.COMMENT_NEEDED, facts)
    return None


def registration_after(state: RegistrationState, action: RegistrationAction) -> RegistrationState:
    """The state to which `action` leads from `state`. Raises KeyError when it leads nowhere."""
    return REGISTRATION_TRANSITIONS[state, action][0]


def registration_version_refused(state: RegistrationState, version: int, seen: int | None) -> Refused | None:
    """Why somebody who has `seen` a version cannot act on the one that stands; None for whoever does not say."""
    if seen is None or seen == version:
        return None
    return Refused(RequestRefusal.TELEWORK_CHANGED, {"state": state.value, "version": version})


def registration_may(state: RegistrationState, actor: Actor) -> list[RegistrationAction]:
    """What `actor` may do with a registration now, in the order of the actions: the `may` of an answer."""
    return [
        action
        for (before, action), (_, whose) in REGISTRATION_TRANSITIONS.items()
        if before is state and whose is actor
    ]
