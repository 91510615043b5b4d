"""The ledger of who is where when."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from people.models import Person
from plans.models.places import Place
from plans.policies.claims import TELEWORK

ONE_PLACE_AT_A_TIME = "one_place_at_a_time"


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
            # What is forgotten by its day: telework stays, and would be looked through for every day of all the years.
            models.Index(fields=["day"], name="plan_to_forget", condition=~Q(holder_kind=TELEWORK)),
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
