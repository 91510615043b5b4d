"""The ledger of who is where when, and the days on which the city is closed."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from people.models import Department, Person

ONE_PLACE_AT_A_TIME = "one_place_at_a_time"
ONE_TEAM_DAY_A_DAY = "one_team_day_a_day"


class Place(models.TextChoices):
    OFFICE = "office", "出勤"
    HOME = "home", "在宅"
    SATELLITE = "satellite", "サテライト"
    TRIP = "trip", "出張"
    LEAVE = "leave", "休暇"


class AttendancePlan(models.Model):
    """勤務予定: a stretch of a person's day with its place, and what holds it there.

    `holder_kind` and `holder_id` name the booking, request or word of the person that holds the stretch. A stretch
    let go stays, with the time; only those still standing take part in the constraint.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="plans")
    day = models.DateField()
    during = DateTimeRangeField(default_bounds="[)")
    place = models.CharField(max_length=10, choices=Place)
    holder_kind = models.CharField(max_length=16)
    holder_id = models.BigIntegerField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["person", "day"], name="plan_of_person", condition=Q(withdrawn_at__isnull=True)),
            models.Index(fields=["holder_kind", "holder_id"], name="plan_of_holder"),
        ]
        constraints = [
            ExclusionConstraint(
                name=ONE_PLACE_AT_A_TIME,
                expressions=[
                    (Func(F("person_id"), F("person_id"), Value("[]"), function="int8range"), RangeOperators.OVERLAPS),
                    ("during", RangeOperators.OVERLAPS),
                ],
                condition=Q(withdrawn_at__isnull=True),
            ),
            models.CheckConstraint(
                name="plan_has_both_ends",
                condition=Q(during__isempty=False, during__lower_inf=False, during__upper_inf=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.day} {self.place}"


class ClosingDay(models.Model):
    """閉庁日 of the city's own, beside weekends and 祝日: the turn of the year, for one."""

    day = models.DateField(unique=True)
    name = models.CharField(max_length=100)
    name_en = models.CharField(max_length=100, blank=True)

    def __str__(self) -> str:
        return f"{self.day} {self.name}"


class TeamDay(models.Model):
    """チーム出社日: a day, or a half of it, on which a department wants to be in the office together.

    It asks nobody for anything and claims nobody's day: it is shown to those who work there, and proposes desks.
    """

    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="team_days")
    day = models.DateField()
    part = models.CharField(max_length=4, choices=[("full", "全日"), ("am", "午前"), ("pm", "午後")], default="full")
    note = models.CharField(max_length=100, blank=True)
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["day"], name="team_day_on_day")]
        constraints = [models.UniqueConstraint(fields=["department", "day"], name=ONE_TEAM_DAY_A_DAY)]

    def __str__(self) -> str:
        return f"{self.department_id} {self.day}"
