"""When a person is told by mail of an event in the own days, and with which number. Knows no Django."""

from dataclasses import dataclass
from enum import StrEnum

DAYS_AHEAD = 62
"""Days from today on of which people are told; later ones as they come into sight."""


class Step(StrEnum):
    """What is done about one event. `forget`: it is gone and nobody was told of it."""

    NOTHING = "nothing"
    TELL = "tell"
    CALL_OFF = "call_off"
    FORGET = "forget"


@dataclass(frozen=True, slots=True)
class Wanted:
    """An event as it is now: the digest of its wording, its own number, whether it has begun."""

    digest: str
    sequence: int
    begun: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """An invitation as it stands. `told`: a mail of it may have left; `due`: one is about to."""

    digest: str
    sequence: int
    cancelled: bool
    told: bool
    due: bool
    same_address: bool


def step_of(standing: Standing | None, wanted: Wanted | None) -> Step:
    """What the person has to be told.

    An event that has begun is told of no more: when somebody comes and goes is no change of plan. One that is gone is
    called off all the same, for the calendar still shows it.
    """
    if wanted is None:
        if standing is None or standing.cancelled:
            return Step.NOTHING
        return Step.CALL_OFF if standing.told else Step.FORGET
    if standing is None:
        return Step.NOTHING if wanted.begun else Step.TELL
    knows = (standing.told or standing.due) and not standing.cancelled
    if knows and standing.same_address and standing.digest == wanted.digest:
        return Step.NOTHING
    return Step.NOTHING if wanted.begun else Step.TELL


def next_sequence(standing: Standing | None, wanted: Wanted | None) -> int:
    """The number of what is told next: higher than any that may have been told (RFC 5546, 2.1.4)."""
    own = wanted.sequence if wanted else 0
    if standing is None:
        return own
    return max(own, standing.sequence + 1 if standing.told else standing.sequence)
