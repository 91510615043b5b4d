"""What was booked, what came of it, and what was refused."""

from django.db import models

from people.models import Department
from spaces.models import Area, Floor


class DemandCounts(models.Model):
    """What was booked, what came of it, and what was refused, on one day.

    `due` are bookings that were not cancelled before their start; they are `as_booked` (somebody came), `no_show`
    (released), or `not_used` (nobody is known to have come, and nothing released them). `walk_ups` came without a
    booking. Minutes are of the core window. `refused` are wishes refused for want of a desk, `refused_by_rule` those
    that another rule refused; a wish of one person for one area counts once a day.
    """

    due = models.PositiveIntegerField(default=0)
    as_booked = models.PositiveIntegerField(default=0)
    no_show = models.PositiveIntegerField(default=0)
    not_used = models.PositiveIntegerField(default=0)
    cancelled = models.PositiveIntegerField(default=0)
    walk_ups = models.PositiveIntegerField(default=0)
    check_ins = models.PositiveIntegerField(default=0)
    spilled_over = models.PositiveIntegerField(default=0)
    booked_minutes = models.PositiveIntegerField(default=0)
    confirmed_minutes = models.PositiveIntegerField(default=0)
    unused_minutes = models.PositiveIntegerField(default=0)
    early_leave_minutes = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    refused_by_rule = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True


class DemandDay(DemandCounts):
    """Bookings and refused wishes of a day, by area and by the department of whoever booked or asked."""

    day = models.DateField()
    working_day = models.BooleanField()
    floor = models.ForeignKey(Floor, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    department = models.ForeignKey(Department, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["day", "area", "department"], name="demand_day_once", nulls_distinct=False),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.area_id} {self.department_id}"
