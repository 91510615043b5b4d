"""The city's events of a stretch of days."""

from datetime import date

from django.db.models import QuerySet

from plans.models import CityEvent


def city_events(first_day: date, last_day: date) -> "QuerySet[CityEvent]":
    """Those that touch the days from `first_day` to `last_day`, both included, in their order."""
    return CityEvent.objects.filter(last_day__gte=first_day, first_day__lte=last_day).order_by("first_day", "pk")
