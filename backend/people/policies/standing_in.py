"""What may be set up for acting in somebody's place: delegations, visits, favourites."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.refused import Refused


class PeopleRefusal(StrEnum):
    """Why a delegation, a visit or a favourite is not set up, or not ended."""

    DELEGATE_IS_ONESELF = "delegate_is_oneself"
    NOT_ON_THE_ROLL = "not_on_the_roll"
    PERIOD_IS_PAST = "period_is_past"
    PERIOD_TOO_LONG = "period_too_long"
    ALREADY_DELEGATED = "already_delegated"
    DELEGATION_IS_OVER = "delegation_is_over"
    VISIT_IS_OVER = "visit_is_over"
    VISIT_ENDS_TODAY = "visit_ends_today"
    TOO_MANY_FAVOURITES = "too_many_favourites"
    FAVOURITE_IS_ONESELF = "favourite_is_oneself"


LONGEST_DELEGATION_DAYS = 366
LONGEST_VISIT_DAYS = 92
MOST_FAVOURITES = 50


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def delegation_refused(
    *, delegator_id: int, delegate_id: int, delegate_on_the_roll: bool, period: Period, today: date
) -> Refused | None:
    """Why the delegation cannot be given; a second one of its kind for the same days is the database's to refuse."""
    if delegator_id == delegate_id:
        return Refused(PeopleRefusal.DELEGATE_IS_ONESELF)
    if not delegate_on_the_roll:
        return Refused(PeopleRefusal.NOT_ON_THE_ROLL)
    return _period_refused(period, today, LONGEST_DELEGATION_DAYS)


def visit_refused(*, host_on_the_roll: bool, period: Period, today: date) -> Refused | None:
    """Why the visitor cannot be entered."""
    if not host_on_the_roll:
        return Refused(PeopleRefusal.NOT_ON_THE_ROLL)
    return _period_refused(period, today, LONGEST_VISIT_DAYS)


def end_of_visit_refused(period: Period, today: date) -> Refused | None:
    """Why the visit cannot be ended early: it is over, or today is its last day anyway."""
    if period.last < today:
        return Refused(PeopleRefusal.VISIT_IS_OVER)
    if period.first <= today == period.last:
        return Refused(PeopleRefusal.VISIT_ENDS_TODAY)
    return None


def favourite_refused(*, owner_id: int, person_id: int, on_the_roll: bool, favourites: int) -> Refused | None:
    """Why the person cannot be marked; `favourites` counts those marked already."""
    if owner_id == person_id:
        return Refused(PeopleRefusal.FAVOURITE_IS_ONESELF)
    if not on_the_roll:
        return Refused(PeopleRefusal.NOT_ON_THE_ROLL)
    return Refused(PeopleRefusal.TOO_MANY_FAVOURITES) if favourites >= MOST_FAVOURITES else None


def _period_refused(period: Period, today: date, longest_days: int) -> Refused | None:
    if period.first < today:
        return Refused(PeopleRefusal.PERIOD_IS_PAST, {"allowed_from": today.isoformat()})
    if period.days > longest_days:
        return Refused(PeopleRefusal.PERIOD_TOO_LONG)
    return None
