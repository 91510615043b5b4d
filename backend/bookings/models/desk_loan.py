"""An assigned desk lent for a day."""

from django.db import models
from django.db.models import Q

from people.models import Person
from spaces.models import Desk


class DeskLoan(models.Model):
    """The holder of a 指定席 lends it for a day: it is booked like any other desk of its area."""

    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="loans")
    day = models.DateField()
    lent_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["day"], name="desk_loan_of_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "desk"], name="desk_lent_once_a_day", condition=Q(withdrawn_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.desk_id} {self.day}"
