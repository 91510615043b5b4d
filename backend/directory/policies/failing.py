"""When failures of the directory are told, and when that it answers again."""

from datetime import date

TOLD_AFTER = 3
"""So many failures in a row: one or two are a server that starts anew."""


def failing_is_told(*, failures: int, previous_day: date | None, today: date) -> bool:
    """Whether the newest of `failures` in a row is told: the third, and from then on the first of each day.

    `previous_day` is the day of the failure before it.
    """
    return failures == TOLD_AFTER or (failures > TOLD_AFTER and previous_day != today)


def recovery_is_told(*, failures: int) -> bool:
    """Whether it is told that it goes on, after `failures` in a row."""
    return failures >= TOLD_AFTER
