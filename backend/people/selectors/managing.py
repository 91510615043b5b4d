"""Who manages what: 所属長 by their posts."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from people.models import Post


def managed_on(person_ids: Collection[int], day: date) -> dict[int, set[int]]:
    """The departments (ids) that each of these people manages on `day`; those who manage none are left out."""
    found: dict[int, set[int]] = {}
    rows = Post.objects.filter(
        Q(active_to__isnull=True) | Q(active_to__gte=day),
        person_id__in=list(person_ids),
        manages=True,
        active_from__lte=day,
    )
    for person_id, department_id in rows.values_list("person_id", "department_id"):
        found.setdefault(person_id, set()).add(department_id)
    return found
