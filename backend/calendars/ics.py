"""The app's way to files of calendars: what is written into them and what is read out of them."""

from collections.abc import Iterable

from integrations.calendar.faults import Fault, NotACalendar
from integrations.calendar.merging import merged
from integrations.calendar.port import Item, ItemStatus, Malformed, Occurrence, Reading
from integrations.calendar.reading import reading_of
from integrations.calendar.writing import Method, as_file, invitation, written

__all__ = [
    "Fault",
    "Item",
    "ItemStatus",
    "Malformed",
    "Method",
    "NotACalendar",
    "Occurrence",
    "Reading",
    "as_file",
    "calendar_of",
    "invitation",
    "merged",
    "reading_of",
]


def calendar_of(items: Iterable[Item], *, name: str) -> bytes:
    """The feed of these items. Equal items give equal octets."""
    return written(items, name=name)
