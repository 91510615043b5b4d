"""Who wants the monthly report by mail."""

from django.db import models

from people.models import Person
from spaces.models import Floor


class ReportSubscription(models.Model):
    """月次報告: a person who asked for the report of each month, of one floor or of everything."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    floor = models.ForeignKey(Floor, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    asked_at = models.DateTimeField()
    sent_for = models.DateField(null=True, help_text="the first day of the last month that was sent")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "floor"], name="report_asked_once", nulls_distinct=False),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.floor_id}"
