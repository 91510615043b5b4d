"""Departments in which somebody may draw desks."""

from django.db.models import Q, QuerySet

from core import clock
from people.models import Department
from people.policies.roles import Role
from people.policies.visibility import Viewer


def departments_to_draw(viewer: Viewer) -> "QuerySet[Department]":
    """Those that exist today and have people of their own: sections and units the viewer manages, or all of them."""
    today = clock.today()
    rows = Department.objects.filter(
        Q(active_to__isnull=True) | Q(active_to__gte=today), members__isnull=False
    ).distinct()
    if Role.FACILITIES not in viewer.roles:
        rows = rows.filter(lineage__overlap=list(viewer.manages))
    return rows.order_by("code")
