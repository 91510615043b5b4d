"""Team days, for those who work in the departments that set them."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from people.models import Department
from plans.models import TeamDay


def team_days_of(department_ids: Iterable[int], first: date, last: date) -> "QuerySet[TeamDay]":
    """Those from `first` to `last`, both included, of these departments and of any above them; two queries."""
    lineages = Department.objects.filter(pk__in=list(department_ids)).values_list("lineage", flat=True)
    concerned = {*department_ids, *(above for lineage in lineages for above in lineage or ())}
    rows = TeamDay.objects.select_related("department", "set_by__department")
    return rows.filter(department_id__in=concerned, day__range=(first, last)).order_by("day", "pk")
