"""Cleaning rules of the gate log: from a person's passages to the stays that they tell of (docs/decisions/0059, 0072).

Gates forget, read a card twice, and know floors, never desks. What is made of a passage depends on the passages of its
own day of the log, which begins at five in the morning, and on the first one after them: a day can be cleaned by
itself, and comes out as it does among a year's days.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import groupby
from operator import attrgetter

from occupancy.policies.log_days import LONGEST_OVER_MIDNIGHT, day_of
from occupancy.policies.passages import (
    Cleaned,
    CleaningRule,
    Finding,
    Open,
    Passage,
    Stay,
    in_order,
    log_day,
    without_doubles,
)
from plans.policies.shifts import USUAL_SHIFT, shift_of

AFTER_HOURS = timedelta(minutes=30)
"""How long somebody is taken to have stayed who came after their shift's end and is not known to have left."""
NIGHT_DUTY_ENDS = shift_of(USUAL_SHIFT).starts_at
"""When a night duty is over by the city's clocks: others begin their day."""


def stays_of(passages: Iterable[Passage], closes: Callable[[date], datetime], zone: tzinfo) -> Cleaned:
    """The stays of one person, from all their passages in any order; they never overlap and none is empty.

    `closes` tells when the person's shift ends on a day, `zone` whose clocks part the days. Nobody is left open.
    """
    cleaned = Cleaned()
    left: Open | None = None
    kept = without_doubles(in_order(passages), None, cleaned.findings)
    for day, group in groupby(kept, key=lambda passage: log_day(passage.at, zone)):
        of_one, left_at = list(group), None
        if left is not None and _close(left, of_one[0], closes, zone, cleaned):
            left_at = of_one.pop(0).at
        of_day = day_of(of_one, datetime.combine(day + timedelta(days=1), time.min, tzinfo=zone), left_at)
        cleaned.stays += of_day.stays
        cleaned.findings += of_day.findings
        for one, following in of_day.missing:
            _close(one, following, closes, zone, cleaned)
        left = of_day.still_there
    if left is not None:
        _close(left, None, closes, zone, cleaned)
    cleaned.stays.sort(key=attrgetter("start"))
    return cleaned


def _close(
    left: Open, following: Passage | None, closes: Callable[[date], datetime], zone: tzinfo, cleaned: Cleaned
) -> bool:
    """Ends a stay that its day left open; answers whether the passage that follows was its exit."""
    stay = closed_by(left, following, zone) or until_shift_end(left, closes, following, zone)
    cleaned.stays.append(stay)
    cleaned.findings += found_by_closing(stay, zone)
    return not stay.estimated


def closed_by(left: Open, following: Passage | None, zone: tzinfo) -> Stay | None:
    """The stay whose exit is the person's next passage, of a later day of the log; None where that is none.

    Nor is it where the stay would be over midnight and too long.
    """
    if following is None or following.goes_in:
        return None
    if following.at - left.start > LONGEST_OVER_MIDNIGHT and _day(left.start, zone) != _day(following.at, zone):
        return None
    return Stay(left.floor_id, left.start, following.at)


def shift_day(left: Open, zone: tzinfo) -> date | None:
    """The day with whose shift a stay ends of which the exit is missing; None where it ends with the night duty."""
    return None if left.on_night_duty else _day(left.start, zone)


def until_shift_end(left: Open, closes: Callable[[date], datetime], following: Passage | None, zone: tzinfo) -> Stay:
    """The stay whose exit is missing: to the end of the person's shift; begun after it, for half an hour.

    Of a night duty to its end. Where the person comes in again before that, it ends then. `closes` is asked for
    `shift_day` alone.
    """
    day = shift_day(left, zone)
    if day is None:
        morning = log_day(left.start, zone) + timedelta(days=1)
        night_over = datetime.combine(morning, NIGHT_DUTY_ENDS, tzinfo=zone)
        end = min(night_over, left.start + LONGEST_OVER_MIDNIGHT)
    else:
        shift_end = closes(day)
        end = shift_end if left.start < shift_end else left.start + AFTER_HOURS
    if following is not None:
        end = min(end, following.at)
    return Stay(left.floor_id, left.start, end, estimated=True)


def found_by_closing(stay: Stay, zone: tzinfo) -> list[Finding]:
    """What it took to end a stay that its own day left open."""
    if stay.estimated:
        return [Finding(CleaningRule.EXIT_MISSING, stay.start)]
    if _day(stay.start, zone) != _day(stay.end, zone):
        return [Finding(CleaningRule.OVER_MIDNIGHT, stay.start)]
    return []


def _day(instant: datetime, zone: tzinfo) -> date:
    return instant.astimezone(zone).date()
