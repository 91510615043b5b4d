"""Why a booking can no longer have its desk."""

from enum import StrEnum


class Because(StrEnum):
    """What the change did to the desk, or why another desk is offered."""

    RETIRED = "retired"
    UNAVAILABLE = "unavailable"
    ASSIGNED = "assigned"
    DROP_IN = "drop_in"
    CLOSED = "closed"
    RESTORED = "restored"


class DisplacementState(StrEnum):
    """MOVED: another desk is held already, and may be given up or changed. OFFERED: choices are open.

    ACCEPTED and DECLINED are the person's answers; LAPSED: the time was over before there was one.
    """

    MOVED = "moved"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LAPSED = "lapsed"


OPEN = (DisplacementState.MOVED.value, DisplacementState.OFFERED.value)
"""Those that can still be answered."""


def desk_lost(
    *, mode: str | None, assigned_to_id: int | None, lent: bool, person_id: int, ahead: bool
) -> Because | None:
    """Why a person cannot keep a desk that has `mode` now (None: it does not stand there), or None.

    A desk that became 自由席 is kept by whoever sits at it; only a booking that is still `ahead` has to go, because
    nobody books such a desk.
    """
    if mode is None:
        return Because.RETIRED
    if mode == "unavailable":
        return Because.UNAVAILABLE
    if mode == "assigned" and assigned_to_id != person_id and not lent:
        return Because.ASSIGNED
    if mode == "drop_in" and ahead:
        return Because.DROP_IN
    return None
