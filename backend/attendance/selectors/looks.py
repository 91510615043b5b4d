"""Looks at somebody's past, as the person looked at is told of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from attendance.policies.looks import DEPARTMENT_PAST_VIEWED, PERSON_PAST_VIEWED
from audit.models import Event
from core.pagination import Key
from people.models import Department


@dataclass(frozen=True, slots=True)
class Looks:
    """The events in which somebody else looked at the person's past, the latest first, page by page."""

    person_id: int | None

    def fetch(self, after: Key | None, backwards: bool, limit: int) -> Sequence[Event]:
        """At most `limit` looks beyond the key `after`: core.pagination's fetch."""
        if self.person_id is None:
            return []
        alone = Q(kind=PERSON_PAST_VIEWED, subject_kind="person", subject_id=self.person_id)
        among_others = Q(kind=DEPARTMENT_PAST_VIEWED, after__contains={"people": [self.person_id]})
        # Two statements, each by its own index, and merged here: one with OR would read the whole log.
        rows = [*self._rows(alone, after, backwards, limit), *self._rows(among_others, after, backwards, limit)]
        return sorted(rows, key=lambda event: event.pk, reverse=not backwards)[:limit]

    def _rows(self, which: Q, after: Key | None, backwards: bool, limit: int) -> Sequence[Event]:
        rows = Event.objects.filter(which)
        if after is not None:
            rows = rows.filter(pk__gt=after[0]) if backwards else rows.filter(pk__lt=after[0])
        return list(rows.order_by("pk" if backwards else "-pk")[:limit])

    @staticmethod
    def key(event: Event) -> Key:
        return (event.pk,)

    @staticmethod
    def told(events: Sequence[Event]) -> list[dict[str, Any]]:
        """The Looks of `events`, in their order; one query for the departments' names."""
        looked_at = {event.subject_id for event in events if event.kind == DEPARTMENT_PAST_VIEWED}
        names = dict(Department.objects.filter(pk__in=looked_at).values_list("pk", "name")) if looked_at else {}
        return [_told(event, names) for event in events]


def _told(event: Event, names: Mapping[int, str]) -> dict[str, Any]:
    days = event.after or {}
    together = event.kind == DEPARTMENT_PAST_VIEWED
    return {
        "at": event.at,
        "by": event.actor_name,
        "first_day": days["from"] if together else days["day"],
        "last_day": days["to"] if together else days["day"],
        "department": names.get(event.subject_id, "") if together else None,
    }
