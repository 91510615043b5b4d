"""The clock of the processes that the browser tests start: people come to work at all hours, the tests at ten."""

import os
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import holidays
import time_machine

CITY: tzinfo = ZoneInfo("Asia/Tokyo")
BEGAN = "KYOSEKI_TEST_BEGAN"
INSTANT = "KYOSEKI_TEST_INSTANT"
SATURDAY = 5
NEW_YEAR = {(12, 29), (12, 30), (12, 31), (1, 2), (1, 3)}


def ten_oclock_of_a_working_day() -> datetime:
    """Ten in the morning of today when it is a working day of the city, else of the next one."""
    day = datetime.now(CITY).date()
    closed = holidays.country_holidays("JP")
    while day.weekday() >= SATURDAY or day in closed or (day.month, day.day) in NEW_YEAR:
        day += timedelta(days=1)
    return datetime(day.year, day.month, day.day, 10, tzinfo=CITY)


def clock_set_to(instant: datetime) -> dict[str, str]:
    """What the environment of a process must say for `set_the_clock`."""
    return {INSTANT: instant.isoformat(), BEGAN: str(time.time())}


def time_there(clock: Mapping[str, str]) -> datetime:
    """What the clock shows now in a process whose environment says `clock`."""
    passed = timedelta(seconds=time.time() - float(clock[BEGAN]))
    return datetime.fromisoformat(clock[INSTANT]).astimezone(UTC) + passed


def set_the_clock() -> None:
    """Move this process to the instant of the tests; it runs on from there, side by side with the others."""
    time_machine.travel(time_there(os.environ), tick=True).start()
