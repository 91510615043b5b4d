"""Which events change what belongs into somebody's calendar. Knows no Django."""

from collections.abc import Mapping
from typing import Any

_BOOKING = """
    booked walked_up changed moved cut relocated cancelled released restored checked_in checked_out
"""
_TELEWORK = """
    requested edited withdrawn approved returned rejected cancelled revoked shortened started ended not_performed
    ordered
"""
_OWN_PLAN = "set withdrawn"

HEARD = frozenset(
    f"{subject}.{what}"
    for subject, every in (("booking", _BOOKING), ("telework", _TELEWORK), ("own_plan", _OWN_PLAN))
    for what in every.split()
) | {"calendar.choices_changed"}
"""What is missed here is found by the sweep, a quarter of an hour later."""


def people_in(after: Mapping[str, Any] | None) -> frozenset[int]:
    """The people an event is about: `person`, and everybody in `people`."""
    if not after:
        return frozenset()
    one, many = after.get("person"), after.get("people") or ()
    return frozenset(pk for pk in (one, *many) if isinstance(pk, int))


def is_of_many(after: Mapping[str, Any] | None) -> bool:
    """Whether it is a part of an act about many, which waits behind what single people do."""
    return after is not None and bool(after.get("in_many") or after.get("because") in _BY_OTHERS)


_BY_OTHERS = frozenset({"left", "moved", "closure", "closed", "layout", "retired", "order"})
