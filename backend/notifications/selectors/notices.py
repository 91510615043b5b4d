"""A person's notices."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Max

from core.pagination import Key
from notifications.models import Notice


@dataclass(frozen=True, slots=True)
class NoticePages:
    """A person's notices, newest first, to be fetched page by page."""

    person_id: int

    def fetch(self, after: Key | None, backwards: bool, limit: int) -> Sequence[Notice]:
        """At most `limit` notices beyond the key `after`: core.pagination's fetch."""
        rows = Notice.objects.filter(person_id=self.person_id)
        if after is not None:
            (pk,) = after
            rows = rows.filter(pk__gt=pk) if backwards else rows.filter(pk__lt=pk)
        return list(rows.order_by("pk" if backwards else "-pk")[:limit])

    @staticmethod
    def key(notice: Notice) -> Key:
        return (notice.pk,)


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
