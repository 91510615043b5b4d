"""Events that belong to one act: recorded for one request, in one transaction."""

from collections.abc import Collection
from datetime import timedelta

from django.db.models import QuerySet

from audit.models import Event
from notifications.policies.happened import those_named
from notifications.selectors.facts import happened_in

AROUND = timedelta(minutes=2)


def told_with_the_whole(event: Event, wholes: Collection[str]) -> frozenset[int]:
    """Those whom an event of the kinds `wholes`, recorded in the same act as `event`, names already."""
    if not wholes:
        return frozenset()
    around = Event.objects.filter(at__range=(event.at - AROUND, event.at + AROUND))
    found = around.filter(request_id=event.request_id, actor_id=event.actor_id, kind__in=wholes)
    return frozenset(person for whole in found for person in those_named(happened_in(whole)))


def earlier_of_requests(event: Event, kind: str) -> "QuerySet[Event]":
    """Events of `kind` recorded before `event` about its subject, or about one of those listed in `requests`."""
    subjects = [event.subject_id, *((event.after or {}).get("requests") or [])]
    same = Event.objects.filter(subject_kind=event.subject_kind, subject_id__in=subjects, pk__lt=event.pk)
    return same.filter(kind=kind)


def earlier_of_subject(event: Event, kinds: Collection[str]) -> "QuerySet[Event, int]":
    """The ids of events of `kinds` about the same subject, recorded before `event`."""
    same = Event.objects.filter(subject_kind=event.subject_kind, subject_id=event.subject_id, pk__lt=event.pk)
    return same.filter(kind__in=kinds).values_list("pk", flat=True)
