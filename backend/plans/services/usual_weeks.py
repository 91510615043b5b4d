"""A person's usual week: set from a day on; what was planned before stays as it was."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from audit.services import record
from core import clock
from core.locks import Locked, lock
from core.refused import Refused
from plans.models import WeeklyPattern
from plans.policies.claims import PlanRefusal


@transaction.atomic
def set_usual_week(
    *, person_id: int, active_from: date, am: Sequence[str], pm: Sequence[str], shifts: Sequence[str]
) -> WeeklyPattern:
    """Let the week hold from `active_from` on: seven places of mornings and afternoons and shift codes, Monday first.

    One that was to begin on the same day is written anew; those of the past stay. Raises Refused `plan_day_over` for a
    day that is over: yesterday is shown as it was.
    """
    if active_from < clock.today():
        raise Refused(PlanRefusal.PLAN_DAY_OVER, {"allowed_from": clock.today()})
    lock((Locked.PERSON, person_id))
    week, _ = WeeklyPattern.objects.update_or_create(
        person_id=person_id,
        active_from=active_from,
        defaults={"am": list(am), "pm": list(pm), "shifts": list(shifts), "set_at": clock.now()},
    )
    record(
        kind="weekly_pattern.set",
        subject_kind="weekly_pattern",
        subject_id=week.pk,
        after={
            "person": person_id,
            "day": active_from,
            "am": list(am),
            "pm": list(pm),
            "shifts": list(shifts),
        },
    )
    return week
