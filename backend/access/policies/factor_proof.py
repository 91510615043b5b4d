"""How fresh a session has to be before it may change second factors."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

PROOF_MINUTES = 10


class Factor(StrEnum):
    """What an account may show besides its password."""

    AUTHENTICATOR = "authenticator"
    PASSKEY = "passkey"
    RECOVERY_CODE = "recovery_code"


class Proof(StrEnum):
    """With what somebody shows again that it is they who sit here."""

    PASSWORD = "password"  # noqa: S105 - a word, not a password
    AUTHENTICATOR = "authenticator"
    PASSKEY = "passkey"
    RECOVERY_CODE = "recovery_code"


@dataclass(frozen=True, slots=True)
class Shown:
    """When a session showed what: opened with the first factor, a second factor, something anew since."""

    opened_at: datetime
    second_factor_at: datetime | None
    proved_at: datetime | None


def is_fresh(shown: Shown, *, has_factor: bool, now: datetime) -> bool:
    """Whether what was shown lately is enough to change second factors.

    Who has a second factor has to have shown one: a session opened before it was set up, or by the password alone,
    is not enough.
    """
    first = None if has_factor else shown.opened_at
    moments = [moment for moment in (first, shown.second_factor_at, shown.proved_at) if moment is not None]
    return any(moment > now - timedelta(minutes=PROOF_MINUTES) for moment in moments)


def may_remove(*, demanded: bool, factors_left: int) -> bool:
    """Whether a factor may go: never the last one while a role demands one."""
    return not demanded or factors_left > 0
