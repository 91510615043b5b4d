"""Desks that were wanted and not given."""

from django.db import models

from people.models import Department
from spaces.models import Area


class RefusedAttempt(models.Model):
    """That somebody of a department was refused a desk of an area for a day, and by which rule or rival.

    It names neither person nor desk. `whose` tells the attempts of one person for one day apart from those of others,
    so that pressing five times counts as one; it cannot be turned back without the server's key, and is another on
    every day (docs/decisions/0022).
    """

    at = models.DateTimeField()
    day = models.DateField(help_text="the day that was wanted")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    department = models.ForeignKey(Department, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    code = models.CharField(max_length=32)
    whose = models.CharField(max_length=16)

    class Meta:
        indexes = [models.Index(fields=["day", "area"], name="refused_attempt_of_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.code}"
