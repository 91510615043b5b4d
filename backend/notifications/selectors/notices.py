"""A person's notices."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Max

from core.pagination import Key
from notifications.models import Notice


@dataclass(frozen=True, slots=True)
class NoticePages:
    """A person's notices, newest first, to be fetched page by page.

    In the order of what happened: events that follow each other closely become notices side by side, and the later one
    may be written first.
    """

    person_id: int

    def fetch(self, after: Key | None, backwards: bool, limit: int) -> Sequence[Notice]:
        """At most `limit` notices beyond the key `after`: core.pagination's fetch."""
        rows = Notice.objects.filter(person_id=self.person_id)
        if after is not None:
            (event_id,) = after
            rows = rows.filter(event_id__gt=event_id) if backwards else rows.filter(event_id__lt=event_id)
        return list(rows.order_by("event_id" if backwards else "-event_id")[:limit])

    @staticmethod
    def key(notice: Notice) -> Key:
        return (notice.event_id,)


@dataclass(frozen=True, slots=True)
class Unread:
    """How many notices wait to be read, and the id of the newest of them (0: none)."""

    count: int
    newest: int


def unread_of(person_id: int | None) -> Unread:
    """What the bell shows; an account without a person has no notices."""
    if person_id is None:
        return Unread(0, 0)
    found = Notice.objects.filter(person_id=person_id, read_at__isnull=True).aggregate(
        count=Count("pk"), newest=Max("pk")
    )
    return Unread(found["count"], found["newest"] or 0)
