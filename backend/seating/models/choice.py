"""A desk chosen for somebody."""

from django.contrib.postgres.fields import DateTimeRangeField
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from bookings.models import Booking
from people.models import Person
from spaces.models import Desk


class DeskChoice(models.Model):
    """おまかせ: which desk was chosen for whom and why, with all that the draw depended on.

    `candidates` are the desks among which was decided (seating.policies.choosing.Candidate), so that the same desk
    comes out again whenever the choice is made anew from `candidates` and `seed`.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="desk_choices")
    day = models.DateField()
    during = DateTimeRangeField(default_bounds="[)")
    near = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    near_known = models.BooleanField(default=False, help_text="where `near` sits was known to whoever asked")
    features = models.JSONField(default=list)
    seed = models.CharField(max_length=32)
    candidates = models.JSONField(encoder=DjangoJSONEncoder)
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="+", db_index=False)
    booking = models.ForeignKey(Booking, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    missed = models.JSONField(default=list, help_text="ids of desks drawn before, which rivals had meanwhile")
    created_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["person", "day"], name="choice_of_person"),
            models.Index(fields=["day"], name="choice_of_day"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.day} {self.desk_id}"
