"""The city's events (行事), entered and taken away by hand."""

from datetime import date

from django.db import transaction

from audit.services import record
from plans.models import CityEvent


@transaction.atomic
def set_city_event(*, name: str, first_day: date, last_day: date, name_en: str = "") -> CityEvent:
    """Enter an event of these days, both included. It closes nothing."""
    event = CityEvent.objects.create(name=name, name_en=name_en, first_day=first_day, last_day=last_day)
    _record("set", event)
    return event


@transaction.atomic
def remove_city_event(*, city_event_id: int) -> None:
    """Take an event away; one that a calendar brings comes back with it. Raises CityEvent.DoesNotExist."""
    event = CityEvent.objects.select_for_update().get(pk=city_event_id)
    _record("removed", event)
    event.delete()


def _record(what: str, event: CityEvent) -> None:
    record(
        kind=f"city_event.{what}",
        subject_kind="city_event",
        subject_id=event.pk,
        after={
            "name": event.name,
            "first_day": event.first_day.isoformat(),
            "last_day": event.last_day.isoformat(),
        },
    )
