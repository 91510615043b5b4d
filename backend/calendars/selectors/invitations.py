"""Invitations whose mail is due, and what came of the answers."""

from datetime import datetime

from django.db.models import Count, QuerySet

from calendars.models import Invitation, ReadReply
from core import clock


def due_invitations(now: datetime) -> QuerySet[Invitation]:
    """Those of which a mail is due; what lies in the past is told no more."""
    due = Invitation.objects.filter(due_at__lte=now, claimed_at__isnull=True, day__gte=clock.city_day(now))
    return due.exclude(person__mail="")


def outcomes_since(moment: datetime) -> dict[str, int]:
    """How many answers were read since then, by what came of them."""
    counted = ReadReply.objects.filter(read_at__gte=moment).values_list("outcome").annotate(Count("pk"))
    return {outcome: number for outcome, number in counted.order_by("outcome")}
