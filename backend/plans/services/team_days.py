"""チーム出社日, set and taken away."""

from datetime import date

from django.db import IntegrityError, transaction

from audit.services import record
from core.refused import Refused
from people.models import Department
from plans.models import TeamDay
from plans.policies import PlanRefusal


@transaction.atomic
def set_team_day(
    *, department: Department, day: date, part: str = "full", note: str = "", set_by: int | None = None
) -> TeamDay:
    """Ask the department into the office on `day`. Raises Refused (`team_day_exists`) where it is one already."""
    try:
        with transaction.atomic():
            team_day = TeamDay.objects.create(department=department, day=day, part=part, note=note, set_by_id=set_by)
    except IntegrityError as error:
        raise Refused(PlanRefusal.TEAM_DAY_EXISTS) from error
    _changed("set", team_day)
    return team_day


@transaction.atomic
def remove_team_day(*, team_day_id: int) -> None:
    """Let the department come as it likes on that day after all. Raises TeamDay.DoesNotExist."""
    team_day = TeamDay.objects.select_for_update(of=["self"]).select_related("department").get(pk=team_day_id)
    _changed("removed", team_day)
    team_day.delete()


def _changed(what: str, team_day: TeamDay) -> None:
    record(
        kind=f"team_day.{what}",
        subject_kind="team_day",
        subject_id=team_day.pk,
        after={
            "day": team_day.day.isoformat(),
            "part": team_day.part,
            "department": team_day.department_id,
            "department_name": team_day.department.name,
            "note": team_day.note,
        },
    )
