"""What a desk is to somebody who looks at a floor."""

from enum import StrEnum


class DeskState(StrEnum):
    """The states of desks on the plan and in the list. A lent 指定席 is free, a free 自由席 is drop_in."""

    FREE = "free"
    MINE = "mine"
    TAKEN = "taken"
    OFFERED = "offered"
    DROP_IN = "drop_in"
    ASSIGNED = "assigned"
    CLOSED = "closed"
    UNAVAILABLE = "unavailable"


def desk_state(
    *, mode: str, mine: bool, taken: bool, closed: bool, lent: bool, own: bool, offered: bool = False
) -> DeskState:
    """The one state to show. One's own booking is shown before all, then what stands in the way, then the mode.

    `own` says that the desk is assigned to whoever looks, `lent` that its holder lends it that day, `offered` that what
    takes it is the offer to somebody who waits.
    """
    if mine:
        return DeskState.MINE
    if mode == "unavailable":
        return DeskState.UNAVAILABLE
    if closed:
        return DeskState.CLOSED
    if taken:
        return DeskState.OFFERED if offered else DeskState.TAKEN
    if mode == "drop_in":
        return DeskState.DROP_IN
    if mode == "assigned" and not lent and not own:
        return DeskState.ASSIGNED
    return DeskState.FREE
