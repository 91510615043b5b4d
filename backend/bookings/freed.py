"""Who is asked first when a desk becomes free, and who is told when an offer is taken back.

An app above registers from its `apps.py`; so bookings never know who waits. What it registers runs in the transaction
that frees the desk and before anybody else can take it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import cast

from django.utils.module_loading import import_string

from core.interval import Interval

DeskFreed = Callable[[int, date, Interval], None]
"""Told that (desk, day, stretch) has become free, under the lock of that desk; may take no lock that has to be waited
for."""

PlacesOpened = Callable[[], None]
"""Told that any desk may have become free on any day, under the lock of all places."""

OfferWithdrawn = Callable[[int], None]
"""Told the id of a booking that was offered and is no more, though its person did not answer."""


@dataclass(frozen=True, slots=True)
class Queue:
    """The dotted paths of what is called; paths, since apps register before models load."""

    desk_freed: str
    places_opened: str
    offer_withdrawn: str


_queues: dict[str, Queue] = {}


def register_queue(name: str, queue: Queue) -> None:
    """Say who is asked first when a desk becomes free. A name has one queue."""
    if _queues.get(name, queue) != queue:
        raise ValueError(f"{name} is registered already")
    _queues[name] = queue


def told_of_desks() -> list[DeskFreed]:
    """Everyone who is told of a freed desk."""
    return [cast(DeskFreed, import_string(queue.desk_freed)) for queue in _queues.values()]


def told_of_places() -> list[PlacesOpened]:
    """Everyone who is told that places opened."""
    return [cast(PlacesOpened, import_string(queue.places_opened)) for queue in _queues.values()]


def told_of_withdrawals() -> list[OfferWithdrawn]:
    """Everyone who is told of an offer that was taken back."""
    return [cast(OfferWithdrawn, import_string(queue.offer_withdrawn)) for queue in _queues.values()]
