"""Who may come in, and what follows once somebody has vouched for them."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum


class Refusal(StrEnum):
    """Why somebody did not come in: for the event log, and for nobody outside."""

    PASSWORD = "password"  # noqa: S105 - a word, not a password
    UNKNOWN = "unknown"
    LEFT = "left"
    THROTTLED = "throttled"
    FACTOR = "factor"
    PROVIDER_UNKNOWN = "provider_unknown"
    DIRECTORY_UNAVAILABLE = "directory_unavailable"


def may_enter(*, is_active: bool, first_day: date | None, last_day: date | None, today: date) -> bool:
    """Whether an account in use comes in today: from its person's first day to the last, both included."""
    return is_active and (first_day is None or first_day <= today) and (last_day is None or last_day >= today)


def second_factor_due(*, roles: Collection[str], required_of: Collection[str], has_factor: bool, strong: bool) -> bool:
    """Whether a second factor has to follow the first.

    `strong` ways are two factors by themselves. Otherwise it is due from whoever has set one up and from everybody
    with a role it is required of; who has none yet is led to set one up.
    """
    return not strong and (has_factor or not set(roles).isdisjoint(required_of))
