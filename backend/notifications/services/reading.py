"""Notices are read."""

from core import clock
from notifications.models import Notice


def read_notice(*, person_id: int, notice_id: int) -> Notice | None:
    """Mark one notice of the person as read, keeping when it was first. None when the person has no such notice."""
    Notice.objects.filter(pk=notice_id, person_id=person_id, read_at__isnull=True).update(read_at=clock.now())
    return Notice.objects.filter(pk=notice_id, person_id=person_id).first()


def read_all(*, person_id: int, until: int | None = None) -> int:
    """Mark the person's notices as read, those written after `until` (an id) left out; answers how many."""
    unread = Notice.objects.filter(person_id=person_id, read_at__isnull=True)
    if until is not None:
        unread = unread.filter(pk__lte=until)
    return unread.update(read_at=clock.now())
