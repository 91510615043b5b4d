"""A report beside the log of the terminal. Knows no Django."""

from collections.abc import Iterable

from core.interval import Interval
from telework.policies.forms import Unit
from telework.policies.work import MINUTE


def logged_window(unit: str, during: Interval, day: Interval) -> Interval:
    """The part of `day` whose log belongs to a request.

    The other half may have been worked at the office on the same terminal: a morning's log ends with the morning, an
    afternoon's begins with it, and that of some hours has both ends.
    """
    if unit == Unit.FULL:
        return day
    start = day.start if unit == Unit.AM else during.start
    end = day.end if unit == Unit.PM else during.end
    return Interval(start, end)


def device_span(logged: Iterable[Interval], window: Interval) -> Interval | None:
    """From the first log-on to the last log-off within `window`; None where the log has nothing there."""
    inside = [common for one in logged if (common := one.common(window)) is not None]
    return Interval(min(one.start for one in inside), max(one.end for one in inside)) if inside else None


def span_minutes(span: Interval | None) -> int | None:
    """The length of the span in whole minutes."""
    return None if span is None else span.length // MINUTE


def minutes_apart(reported: Interval, span: Interval | None) -> int | None:
    """By how many whole minutes the report and the log differ, at the beginning or the end, whichever is more."""
    if span is None:
        return None
    return max(abs(reported.start - span.start), abs(reported.end - span.end)) // MINUTE
