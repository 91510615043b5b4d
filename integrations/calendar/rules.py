"""Rules of repetition (RFC 5545, 3.3.10): which of them can be worked out in a moment."""

from collections.abc import Mapping

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
