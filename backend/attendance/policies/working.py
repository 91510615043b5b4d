"""How far somebody who works elsewhere is with that day's work: it stands beside the plan and never overwrites it."""

from collections.abc import Mapping
from datetime import date

from telework.policies.states import RequestState

_WORKING: Mapping[str, str] = {
    RequestState.APPROVED: "not_started",
    RequestState.STARTED: "started",
    RequestState.PAUSED: "paused",
    RequestState.ENDED: "ended",
    RequestState.REPORTED: "ended",
    RequestState.CONFIRMED: "ended",
}


def working(request_state: str, day: date, today: date) -> str | None:
    """`not_started`, `started`, `paused` or `ended` by the state of the request; None for a day still to come."""
    return _WORKING.get(request_state) if day <= today else None
