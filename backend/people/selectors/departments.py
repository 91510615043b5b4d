"""The departments there are."""

from django.db.models import Q

from core import clock
from people.models import Department


def departments_today(typed: str = "") -> list[Department]:
    """Departments that have not ended, in order of their codes; those whose name or code `typed` means, or all."""
    today = clock.today()
    rows = Department.objects.filter(
        Q(active_from__isnull=True) | Q(active_from__lte=today), Q(active_to__isnull=True) | Q(active_to__gte=today)
    )
    if wanted := typed.strip():
        rows = rows.filter(Q(name__icontains=wanted) | Q(code__istartswith=wanted))
    return list(rows.order_by("code"))
