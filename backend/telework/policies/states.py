"""The states of a registration and of a request, and who may bring which about."""

from collections.abc import Mapping
from enum import StrEnum


class RegistrationState(StrEnum):
    """利用者登録: leave to telework at all, until the fiscal year's end."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    RETURNED = "returned"
    REJECTED = "rejected"
    REVOKED = "revoked"
    EXPIRED = "expired"


class RequestState(StrEnum):
    """実施申請: from the wish to the confirmed day."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    STARTED = "started"
    PAUSED = "paused"
    ENDED = "ended"
    REPORTED = "reported"
    CONFIRMED = "confirmed"
    RETURNED = "returned"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    REVOKED = "revoked"
    NOT_PERFORMED = "not_performed"


HOLDING_REQUESTS = (
    RequestState.APPROVED.value,
    RequestState.STARTED.value,
    RequestState.PAUSED.value,
    RequestState.ENDED.value,
    RequestState.REPORTED.value,
    RequestState.CONFIRMED.value,
)
"""Those that hold their stretch of the day in the ledger."""

STANDING_REQUESTS = (RequestState.SUBMITTED.value, *HOLDING_REQUESTS)
"""Those in whose way no other request of the same person may stand."""

STANDING_REGISTRATIONS = (
    RegistrationState.DRAFT.value,
    RegistrationState.SUBMITTED.value,
    RegistrationState.RETURNED.value,
    RegistrationState.APPROVED.value,
)
"""Of these a person has one in a fiscal year."""


class Actor(StrEnum):
    """As whom somebody acts on a request or a registration."""

    ONESELF = "oneself"
    APPROVER = "approver"
    """The 所属長 of the main post, the delegate of one (代決), or the next up who covers for one."""
    CLOCK = "clock"
    OTHER = "other"


class RequestAction(StrEnum):
    """What can be done with a request; the words of the API's `may` and of its addresses."""

    EDIT = "edit"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    APPROVE = "approve"
    RETURN = "return"
    REJECT = "reject"
    CANCEL = "cancel"
    REVOKE = "revoke"
    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    END = "end"
    REPORT = "report"
    CONFIRM = "confirm"
    SEND_BACK = "send_back"
    """The manager asks for a report to be written anew."""
    LAPSE = "lapse"
    """Nobody started by the end of the day."""


_S, _A = RequestState, RequestAction

REQUEST_TRANSITIONS: Mapping[tuple[RequestState, RequestAction], tuple[RequestState, Actor]] = {
    (_S.DRAFT, _A.EDIT): (_S.DRAFT, Actor.ONESELF),
    (_S.RETURNED, _A.EDIT): (_S.RETURNED, Actor.ONESELF),
    (_S.DRAFT, _A.SUBMIT): (_S.SUBMITTED, Actor.ONESELF),
    (_S.RETURNED, _A.SUBMIT): (_S.SUBMITTED, Actor.ONESELF),
    (_S.DRAFT, _A.WITHDRAW): (_S.WITHDRAWN, Actor.ONESELF),
    (_S.SUBMITTED, _A.WITHDRAW): (_S.WITHDRAWN, Actor.ONESELF),
    (_S.RETURNED, _A.WITHDRAW): (_S.WITHDRAWN, Actor.ONESELF),
    (_S.SUBMITTED, _A.APPROVE): (_S.APPROVED, Actor.APPROVER),
    (_S.SUBMITTED, _A.RETURN): (_S.RETURNED, Actor.APPROVER),
    (_S.SUBMITTED, _A.REJECT): (_S.REJECTED, Actor.APPROVER),
    (_S.APPROVED, _A.CANCEL): (_S.CANCELLED, Actor.ONESELF),
    (_S.APPROVED, _A.REVOKE): (_S.REVOKED, Actor.APPROVER),
    (_S.APPROVED, _A.START): (_S.STARTED, Actor.ONESELF),
    (_S.STARTED, _A.PAUSE): (_S.PAUSED, Actor.ONESELF),
    (_S.PAUSED, _A.RESUME): (_S.STARTED, Actor.ONESELF),
    (_S.STARTED, _A.END): (_S.ENDED, Actor.ONESELF),
    (_S.PAUSED, _A.END): (_S.ENDED, Actor.ONESELF),
    (_S.ENDED, _A.REPORT): (_S.REPORTED, Actor.ONESELF),
    (_S.REPORTED, _A.CONFIRM): (_S.CONFIRMED, Actor.APPROVER),
    (_S.REPORTED, _A.SEND_BACK): (_S.ENDED, Actor.APPROVER),
    (_S.APPROVED, _A.LAPSE): (_S.NOT_PERFORMED, Actor.CLOCK),
    # A day that is entered after it was over has nothing left but its report.
    (_S.APPROVED, _A.END): (_S.ENDED, Actor.CLOCK),
}
"""Every transition there is: from a state, by an action, to a state, and as whom. All else is refused."""


class RegistrationAction(StrEnum):
    """What can be done with a registration; the words of the API's `may` and of its addresses."""

    EDIT = "edit"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    APPROVE = "approve"
    RETURN = "return"
    REJECT = "reject"
    REVOKE = "revoke"
    EXPIRE = "expire"


_R, _B = RegistrationState, RegistrationAction

REGISTRATION_TRANSITIONS: Mapping[tuple[RegistrationState, RegistrationAction], tuple[RegistrationState, Actor]] = {
    (_R.DRAFT, _B.EDIT): (_R.DRAFT, Actor.ONESELF),
    (_R.RETURNED, _B.EDIT): (_R.RETURNED, Actor.ONESELF),
    (_R.DRAFT, _B.SUBMIT): (_R.SUBMITTED, Actor.ONESELF),
    (_R.RETURNED, _B.SUBMIT): (_R.SUBMITTED, Actor.ONESELF),
    # What was submitted goes back to its writer's desk: nobody decides about it until it is submitted again.
    (_R.SUBMITTED, _B.WITHDRAW): (_R.DRAFT, Actor.ONESELF),
    (_R.SUBMITTED, _B.APPROVE): (_R.APPROVED, Actor.APPROVER),
    (_R.SUBMITTED, _B.RETURN): (_R.RETURNED, Actor.APPROVER),
    (_R.SUBMITTED, _B.REJECT): (_R.REJECTED, Actor.APPROVER),
    (_R.APPROVED, _B.REVOKE): (_R.REVOKED, Actor.APPROVER),
    (_R.APPROVED, _B.EXPIRE): (_R.EXPIRED, Actor.CLOCK),
    # Of somebody who left nothing waits any more.
    (_R.DRAFT, _B.EXPIRE): (_R.EXPIRED, Actor.CLOCK),
    (_R.SUBMITTED, _B.EXPIRE): (_R.EXPIRED, Actor.CLOCK),
    (_R.RETURNED, _B.EXPIRE): (_R.EXPIRED, Actor.CLOCK),
}
"""Every transition of a registration; all else is refused."""
