"""What an event of the log says of days that are over."""

from datetime import date

from audit.models import Event
from core import clock


def days_told_of(event: Event) -> set[date]:
    """The days that the booking, or the telework, was on before and is on now."""
    told = [state.get("day") for state in (event.before, event.after) if state]
    return {date.fromisoformat(day) for day in told if day}


def is_about_the_past(event: Event) -> bool:
    """Whether something of a day before that of the event was touched."""
    today = clock.city_day(event.at)
    return any(day < today for day in days_told_of(event))


def days_of_gate_log(event: Event) -> tuple[date | None, date | None]:
    """The first and the last day of the passages that were new; None where none were."""
    after = event.after or {}
    first, last = (after.get(name) for name in ("first_day", "last_day"))
    return (_day(first), _day(last)) if first and last else (None, None)


def _day(told: str | date) -> date:
    return told if isinstance(told, date) else date.fromisoformat(told)
