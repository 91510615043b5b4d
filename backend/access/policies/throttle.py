"""How often a sign-in may fail before it has to wait."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class ThrottlePolicy:
    """Failures allowed per user name and per address within a window that begins with the first failure.

    An address is allowed more, because a whole office may stand behind one.
    """

    window_minutes: int = 15
    account_failures: int = 10
    address_failures: int = 100

    @property
    def window(self) -> timedelta:
        return timedelta(minutes=self.window_minutes)

    def wait_seconds(self, *, failures: int, allowed: int, since: datetime, now: datetime) -> int | None:
        """Seconds until the next try counts again, at least 1; None when this one may be made.

        `failures` counts this try, as long as it has not succeeded.
        """
        if failures <= allowed:
            return None
        return max(1, round((since + self.window - now).total_seconds()))
