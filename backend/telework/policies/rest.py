"""勤務間インターバル: the rest between two working days. Knows no Django."""

from datetime import datetime, timedelta

from telework.policies.work import MINUTE

SHORT_REST = "telework.short_rest"
"""The event that tells the person and the 所属長, once for a morning."""


def short_rest_minutes(ended_at: datetime, started_at: datetime, rest_hours: int) -> int | None:
    """The minutes of rest between the end of work and the next start where they are fewer than `rest_hours`; else None.

    Eleven hours are what the directive of 2022 asks of cities (nine at least); 0 asks for none.
    """
    rest = started_at - ended_at
    return max(rest, timedelta(0)) // MINUTE if rest < timedelta(hours=rest_hours) else None
