"""Which events some webhook waits for, and which webhooks wait for one event."""

from collections.abc import Collection

from audit.models import Event
from core.briefly import Briefly
from webhooks.models import Webhook


def _kinds_wanted() -> frozenset[str]:
    lists = Webhook.objects.filter(active=True, removed_at__isnull=True).values_list("kinds", flat=True)
    return frozenset(kind for kinds in lists for kind in kinds)


KINDS_WANTED = Briefly(_kinds_wanted)


def is_wanted(event: Event) -> bool:
    """Whether some webhook waits for events of that kind; asks the database at most once a second."""
    return event.kind in KINDS_WANTED.get()


def webhooks_waiting_for(kind: str, *, departments: Collection[int] | None) -> list[int]:
    """The webhooks that get an event of `kind` about somebody whose department has that lineage, by their ids.

    None: the event is about no department's people, and goes to all. Somebody in no department has an empty lineage,
    and is heard of by those webhooks alone that ask for every department.
    """
    rows = Webhook.objects.filter(active=True, removed_at__isnull=True, kinds__contains=[kind]).order_by("pk")
    if departments is None:
        return list(rows.values_list("pk", flat=True))
    above = frozenset(departments)
    return [pk for pk, only in rows.values_list("pk", "departments") if not only or not above.isdisjoint(only)]
