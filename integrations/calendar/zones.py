"""The time zones of one file: those that the machine knows by name, and those that the file describes itself.

icalendar keeps every VTIMEZONE it has ever read for the whole process, so that one person's odd zone would count for
the next person's calendar; here a file's zones are its own.
"""

from collections.abc import Iterable
from datetime import tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Timezone
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from integrations.calendar.components import Component
from integrations.calendar.rules import parts_of_rule

# What the libraries raise for a description that is none.
_NO_ZONE = (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError)
_MOST_CHANGES = 400


class Zones:
    """Answers by TZID. A name that the machine knows counts before what the file says of it, as all programs do."""

    def __init__(self, described: Iterable[Component]) -> None:
        self._described = {_clean(one.said("TZID")): one for one in described}
        self._found: dict[str, tzinfo | None] = {}

    def zone(self, tzid: str) -> tzinfo | None:
        """The zone of a TZID: by its name in the world, by the file, by Windows' name, by the end of a maker's path."""
        name = _clean(tzid)
        if name not in self._found:
            self._found[name] = self._looked_up(name)
        return self._found[name]

    def _looked_up(self, name: str) -> tzinfo | None:
        if (known := _known(name)) is not None:
            return known
        if name in self._described and (made := _made(self._described[name], name)) is not None:
            return made
        if name in WINDOWS_TO_OLSON:
            return _known(WINDOWS_TO_OLSON[name])
        path = name.split("/")
        return next((zone for start in range(1, len(path)) if (zone := _known("/".join(path[start:])))), None)


def _clean(tzid: str) -> str:
    return tzid.strip().strip('"').strip("/")


def _known(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (ValueError, KeyError, OSError):
        return None


def _made(described: Component, name: str) -> tzinfo | None:
    """A zone as its VTIMEZONE describes it; None where that is nonsense or would take for ever to work out."""
    changes = [one for one in described.nested if one.name in {"STANDARD", "DAYLIGHT"}]
    if not changes or sum(len(one.lines) for one in changes) > _MOST_CHANGES or not all(map(_is_yearly, changes)):
        return None
    wanted = ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE", "TZNAME")
    lines = ["BEGIN:VTIMEZONE"]
    for one in changes:
        own = [line.text for line in one.lines if line.name in wanted]
        lines += [f"BEGIN:{one.name}", *own, f"END:{one.name}"]
    try:
        zone: Any = Timezone.from_ical("\r\n".join([*lines, "END:VTIMEZONE", ""]))
        zone.add("TZID", name)
        made: tzinfo = zone.to_tz(lookup_tzid=False)
    except _NO_ZONE:
        return None
    return made


def _is_yearly(change: Component) -> bool:
    rules = [parts_of_rule(line.value) for line in change.lines if line.name == "RRULE"]
    return all(rule.get("FREQ") == "YEARLY" and rule.get("INTERVAL", "1") == "1" for rule in rules)
