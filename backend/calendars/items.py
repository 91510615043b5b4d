"""Entries as the events that calendars are given."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings

from calendars.ics import Item, ItemStatus
from calendars.policies.chosen import Chosen
from calendars.policies.entries import Entry, EntryState, chosen_of
from calendars.policies.wording import Wording, wording_of

_STATUS = {
    EntryState.CONFIRMED: ItemStatus.CONFIRMED,
    EntryState.TENTATIVE: ItemStatus.TENTATIVE,
    EntryState.CANCELLED: ItemStatus.CANCELLED,
}


def worded(entry: Entry, chosen: Chosen) -> Item:
    """The entry as its person wants to read it."""
    return as_item(wording_of(entry, chosen), uid=entry.uid, sequence=entry.sequence, modified_at=entry.modified_at)


def worded_all(entries: Iterable[Entry], chosen: Chosen) -> list[Item]:
    """Those entries that the person wants, as that person wants to read them."""
    return [worded(entry, chosen) for entry in chosen_of(entries, chosen)]


def as_item(wording: Wording, *, uid: str, sequence: int, modified_at: datetime) -> Item:
    """An event that says `wording`; its link leads to this product's own address."""
    return Item(
        uid=uid,
        sequence=sequence,
        start=wording.start,
        end=wording.end,
        summary=wording.summary,
        modified_at=modified_at,
        location=wording.location,
        description=wording.description,
        url=f"{settings.ADDRESS}{wording.path}" if settings.ADDRESS and wording.path else "",
        category=wording.category,
        status=_STATUS[wording.status],
        opaque=wording.opaque,
    )
