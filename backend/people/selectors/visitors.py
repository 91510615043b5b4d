"""Visitors who are here or expected."""

from datetime import date

from people.models import Person, PersonKind


def coming_visitors(today: date) -> list[Person]:
    """Visitors whose visit is not over, the first to come first; hosts with their departments at hand."""
    rows = Person.objects.filter(kind=PersonKind.VISITOR, active_to__gte=today)
    return list(rows.select_related("host__department", "department").order_by("active_from", "kana", "pk"))
