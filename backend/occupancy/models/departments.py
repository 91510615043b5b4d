"""People of departments, and where they were."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from occupancy.models.demand import DemandCounts
from occupancy.models.slots import slots_field
from people.models import Department


class DepartmentDay(DemandCounts):
    """A department with everything below it on a day: how many are on its roll, how many were there, their demand.

    Name and lineage are those of the day. `published` says whether its figures may be shown: whether it is made of
    groups of five people and more (docs/decisions/0058). Presence is counted by three sources: gates, bookings, and
    check-ins; by gates it is presence in the building. `present_fixed` are those among them who have a desk of their
    own, and so cannot share one.
    """

    day = models.DateField()
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="+", db_index=False)
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=10)
    lineage = ArrayField(models.BigIntegerField(), help_text="ids from the root down to this one")
    published = models.BooleanField()
    on_roll = models.PositiveIntegerField()
    fixed = models.PositiveIntegerField(help_text="people with a desk of their own")
    team_day = models.BooleanField(default=False)
    telework_halves = models.PositiveIntegerField(help_text="half-days of telework that were held that day")
    gate_people = models.PositiveIntegerField()
    gate_present = slots_field()
    gate_present_fixed = slots_field()
    booked_people = models.PositiveIntegerField()
    booked_present = slots_field()
    booked_present_fixed = slots_field()
    checked_in_people = models.PositiveIntegerField()
    checked_in_present = slots_field()
    checked_in_present_fixed = slots_field()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["department", "day"], name="department_day_once")]
        indexes = [
            models.Index(fields=["day"], name="department_day_of_day"),
            models.Index(
                fields=["day"],
                include=["on_roll", "telework_halves", "gate_people", "checked_in_people"],
                name="department_day_of_roots",
                condition=models.Q(lineage__len=1),
            ),
            models.Index(
                fields=["department", "day"], name="department_day_not_told", condition=models.Q(published=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.department_id}"
