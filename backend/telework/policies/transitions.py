"""What may be done with a request now: the table of transitions, asked. Knows no Django."""

from datetime import date

from core.refused import Refused
from telework.policies.request_refusals import RequestRefusal
from telework.policies.states import REQUEST_TRANSITIONS, Actor, RequestAction, RequestState

_ON_THE_DAY = frozenset({RequestAction.START, RequestAction.PAUSE, RequestAction.RESUME})
_NOT_THEIRS = {
    Actor.ONESELF: RequestRefusal.ONLY_ONESELF,
    Actor.APPROVER: RequestRefusal.NOT_YOURS_TO_DECIDE,
    Actor.CLOCK: RequestRefusal.WRONG_STATE,
}


def transition_refused(state: RequestState, action: RequestAction, actor: Actor) -> Refused | None:
    """Why `actor` cannot bring `action` about in `state`; None when the table has it.

    The state comes first: a screen that is late learns where the request stands now, whoever looks at it.
    """
    if (state, action) not in REQUEST_TRANSITIONS:
        return Refused(RequestRefusal.WRONG_STATE, {"state": state.value, "action": action.value})
    _, whose = REQUEST_TRANSITIONS[state, action]
    if whose is actor:
        return None
    code = _NOT_THEIRS[whose]
    if whose is Actor.APPROVER and actor is Actor.ONESELF:
        code = RequestRefusal.OWN_REQUEST
    return Refused(code, {"state": state.value, "action": action.value})


def next_state(state: RequestState, action: RequestAction) -> RequestState:
    """The state to which `action` leads from `state`. Raises KeyError when it leads nowhere."""
    return REQUEST_TRANSITIONS[state, action][0]


def version_refused(state: RequestState, version: int, seen: int | None) -> Refused | None:
    """Why somebody who has `seen` a version cannot act on the one that stands; None for whoever does not say."""
    if seen is None or seen == version:
        return None
    return Refused(RequestRefusal.TELEWORK_CHANGED, {"state": state.value, "version": version})


def may_of(state: RequestState, actor: Actor, *, day: date, today: date) -> list[RequestAction]:
    """What `actor` may do with a request for `day` now, in the order of the actions: the `may` of an answer."""
    return [
        action
        for (before, action), (_, whose) in REQUEST_TRANSITIONS.items()
        if before is state and whose is actor and (action not in _ON_THE_DAY or day == today)
    ]
