"""Rules of repetition (RFC 5545, 3.3.10): which of them can be worked out in a moment."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo

_UNTIL = re.compile(r"UNTIL=(\d{8})(?:T(\d{6})(Z?))?(?=;|\Z)", re.IGNORECASE | re.ASCII)
_DAYS_OF_A_STEP = {"DAILY": 1, "WEEKLY": 7}
_FEW_A_DAY = 4
_MOST_INTERVAL = 10_000
_TOO_OFTEN = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
_PLAIN = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})


def parts_of_rule(rule: str) -> Mapping[str, str]:
    """The parts of a rule by name, in capitals."""
    pairs = [part.partition("=") for part in rule.upper().split(";")]
    return {name.strip(): value.strip() for name, _, value in pairs}


def is_a_rule(rule: str) -> bool:
    """Whether a rule says how often, and in steps that go on: an INTERVAL of nothing would never end."""
    parts = parts_of_rule(rule)
    interval = parts.get("INTERVAL", "1")
    steps = interval.isdecimal() and len(interval) < 6 and 0 < int(interval) <= _MOST_INTERVAL
    return parts.get("FREQ", "") in _PLAIN | _TOO_OFTEN and steps


def is_too_often(rule: str) -> bool:
    """Whether a rule can mean more than a few times a day. Nothing that concerns a half of a day repeats so."""
    parts = parts_of_rule(rule)
    a_day = 1
    for name in ("BYHOUR", "BYMINUTE", "BYSECOND"):
        a_day *= len(parts[name].split(",")) if name in parts else 1
    return parts.get("FREQ") in _TOO_OFTEN or a_day > _FEW_A_DAY


def may_never_come(rule: str) -> bool:
    """Whether a rule can look for its next time day by day until the end of the world: the second of one a day."""
    parts = parts_of_rule(rule)
    return parts.get("FREQ") == "DAILY" and "BYSETPOS" in parts


def with_end_as_the_start(rule: str, start: datetime | date, zone: tzinfo) -> str:
    """A rule whose UNTIL is a day for a series of days, and UTC for one of moments (RFC 5545, 3.3.10).

    Many programs write the other: a day is then meant to its end, and a moment in no zone in the zone of the series.
    Days of a series that ends at a moment are those of `zone`. Raises ValueError.
    """

    def as_the_start(found: re.Match[str]) -> str:
        day = date.fromisoformat(found[1])
        clock = time.fromisoformat(found[2]) if found[2] else time(23, 59, 59)
        if not isinstance(start, datetime):
            ends = datetime.combine(day, clock, UTC).astimezone(zone).date() if found[3] else day
            return f"UNTIL={ends:%Y%m%d}"
        ends_at = datetime.combine(day, clock, UTC if found[3] else start.tzinfo)
        return f"UNTIL={ends_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"

    return _UNTIL.sub(as_the_start, rule)


def skipped(rule: str, first: date, before: date) -> timedelta:
    """How much later than `first` a series may begin without changing what of it comes on `before` or later.

    It is a whole number of its steps, so that every second week stays the same one. Of rules by the month or the year
    there are few steps to a lifetime, and a COUNT counts from the first.
    """
    parts = parts_of_rule(rule)
    days = _DAYS_OF_A_STEP.get(parts.get("FREQ", ""))
    if days is None or "COUNT" in parts:
        return timedelta()
    step = days * int(parts.get("INTERVAL", "1"))
    return timedelta(days=max(0, (before - first).days // step * step))
