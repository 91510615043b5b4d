"""Telework that is ordered, with no request needed."""

from django.db import models

from people.models import Department, Person
from telework.policies.forms import OrderReason


class TeleworkOrder(models.Model):
    """在宅勤務命令: for a department with all below it, or for the whole hall, from one day to another.

    Its requests are made at once, approved, one for each person and working day that it reaches; whoever must come all
    the same is in `except_people`.
    """

    department = models.ForeignKey(
        Department, on_delete=models.PROTECT, null=True, blank=True, related_name="+", help_text="empty: everybody"
    )
    first_day = models.DateField()
    last_day = models.DateField()
    reason_kind = models.CharField(max_length=10, choices=[(r.value, r.value) for r in OrderReason])
    reason = models.CharField(max_length=400)
    except_people = models.ManyToManyField(Person, related_name="+", blank=True)
    ordered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    ordered_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="order_ends_after_it_begins", condition=models.Q(last_day__gte=models.F("first_day"))
            )
        ]

    def __str__(self) -> str:
        return f"{self.first_day} {self.reason_kind}"
