"""Invitations whose mail is due."""

from datetime import datetime

from django.db.models import QuerySet

from calendars.models import Invitation
from core import clock


def due_invitations(now: datetime) -> QuerySet[Invitation]:
    """Those of which a mail is due; what lies in the past is told no more."""
    due = Invitation.objects.filter(due_at__lte=now, claimed_at__isnull=True, day__gte=clock.city_day(now))
    return due.exclude(person__mail="")
