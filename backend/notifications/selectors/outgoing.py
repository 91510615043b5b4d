"""Which mails are due."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from django.db.models import Q, QuerySet

from notifications.models import Notice

MOST_AT_ONCE = 500


def due_mails(now: datetime) -> Sequence[Sequence[int]]:
    """Ids of the notices of each mail that is due, oldest first: one by one, or a person's digest together.

    At most MOST_AT_ONCE notices; the others come with the next look.
    """
    due = waiting_mails().filter(mail_due_at__lte=now)
    alone = due.filter(mail_in_digest=False).order_by("pk").values_list("pk", flat=True)
    together = due.filter(mail_in_digest=True).order_by("person_id", "pk").values_list("person_id", "pk")
    digests = groupby(together[:MOST_AT_ONCE], key=lambda row: row[0])
    return [[pk] for pk in alone[:MOST_AT_ONCE]] + [[pk for _, pk in rows] for _, rows in digests]


def read_before_their_digest() -> "QuerySet[Notice]":
    """Notices for a digest that have been read in the product meanwhile."""
    return waiting_mails().filter(mail_in_digest=True, read_at__isnull=False)


def waiting_mails() -> "QuerySet[Notice]":
    """Notices whose mail has neither left nor been claimed."""
    return Notice.objects.filter(Q(mail_due_at__isnull=False), mail_claimed_at__isnull=True)
