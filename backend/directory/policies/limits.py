"""Safety limits: a plan that would end too much stops for a person to confirm it."""

from dataclasses import dataclass
from enum import StrEnum

from directory.policies.known import KnownRoll
from directory.policies.plan import Plan
from directory.policies.runs import Did, Subject

TOO_FEW_TO_HOLD = 20
"""Below so many people, or departments, a share says nothing: two of ten who leave are a normal spring."""


class HeldBecause(StrEnum):
    """Which limit stopped a plan."""

    PEOPLE_ENDED = "people_ended"
    DEPARTMENTS_ENDED = "departments_ended"


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest share, in percent, of people and of departments that a run may end by itself."""

    most_ended_percent: int = 5


@dataclass(frozen=True, slots=True)
class Hold:
    """A limit that a plan passes: how many it would end, which share that is, and which is allowed."""

    code: HeldBecause
    count: int
    share_percent: float
    most_percent: int


def held_because(plan: Plan, known: KnownRoll, limits: Limits) -> list[Hold]:
    """The limits that `plan` passes. The first run of all ends nothing, so it is never held."""
    pairs = (
        (HeldBecause.PEOPLE_ENDED, Subject.PERSON, known.people_here),
        (HeldBecause.DEPARTMENTS_ENDED, Subject.DEPARTMENT, known.departments_here),
    )
    holds = []
    for code, subject, here in pairs:
        ended = len(plan.of(subject, Did.ENDED))
        if here >= TOO_FEW_TO_HOLD and ended * 100 > here * limits.most_ended_percent:
            holds.append(Hold(code, ended, round(ended * 100 / here, 1), limits.most_ended_percent))
    return holds
