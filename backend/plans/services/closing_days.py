"""The city's own closing days, set and taken away."""

from datetime import date

from django.db import IntegrityError, transaction

from audit.services import record
from core.refused import Refused
from core.revision import Slow, bump
from plans.models import ClosingDay
from plans.policies import PlanRefusal


@transaction.atomic
def set_closing_day(*, day: date, name: str, name_en: str = "") -> ClosingDay:
    """Close the city on `day`. Raises Refused (`closing_day_exists`) when it is closed already."""
    try:
        with transaction.atomic():
            closing_day = ClosingDay.objects.create(day=day, name=name, name_en=name_en)
    except IntegrityError as error:
        raise Refused(PlanRefusal.CLOSING_DAY_EXISTS) from error
    _changed("set", closing_day)
    return closing_day


@transaction.atomic
def remove_closing_day(*, closing_day_id: int) -> None:
    """Let the city work on that day after all. Raises ClosingDay.DoesNotExist."""
    closing_day = ClosingDay.objects.select_for_update().get(pk=closing_day_id)
    _changed("removed", closing_day)
    closing_day.delete()


def _changed(what: str, closing_day: ClosingDay) -> None:
    bump(Slow.CALENDAR)
    record(
        kind=f"closing_day.{what}",
        subject_kind="closing_day",
        subject_id=closing_day.pk,
        after={"day": closing_day.day.isoformat(), "name": closing_day.name},
    )
