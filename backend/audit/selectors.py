"""Reading what happened."""

from django.db.models import QuerySet

from audit.models import Event


def events_of(subject_kind: str, subject_id: int) -> "QuerySet[Event]":
    """Everything recorded about a subject, oldest first."""
    return Event.objects.filter(subject_kind=subject_kind, subject_id=subject_id).order_by("id")


def events_by(actor_id: int) -> "QuerySet[Event]":
    """Everything an account did, newest first."""
    return Event.objects.filter(actor_id=actor_id).order_by("-id")
