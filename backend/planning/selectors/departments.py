"""Whether departments that a question names exist, and lie where it says."""

from collections.abc import Collection

from people.models import Department


def unknown_departments(ids: Collection[int]) -> list[int]:
    """Those that there never were."""
    known = set(Department.objects.filter(pk__in=list(ids)).values_list("pk", flat=True)) if ids else set()
    return sorted(set(ids) - known)


def departments_outside(ids: Collection[int], within: Collection[int]) -> list[int]:
    """Those that neither are one of `within` nor lie below one."""
    inside = set(
        Department.objects.filter(pk__in=list(ids), lineage__overlap=list(within)).values_list("pk", flat=True)
    )
    return sorted(set(ids) - inside - set(within))
