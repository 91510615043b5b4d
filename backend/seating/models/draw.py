"""A draw of a section's desks."""

from django.contrib.postgres.fields import ArrayField, DateTimeRangeField
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from bookings.models import Booking
from people.models import Department, Person
from spaces.models import Desk

ONE_PROPOSED_DRAW = "one_proposed_draw"


class DrawState(models.TextChoices):
    PROPOSED = "proposed", "案"
    DONE = "done", "実施済み"
    UNDONE = "undone", "取消済み"


class SectionDraw(models.Model):
    """座席抽選 of a department for a stretch of a day.

    The seed belongs to department and stretch and is there from the first look at a proposal: whoever looks again, or
    changes who takes part, draws with the same seed, so nobody draws until they like what comes out. `wanted` is what
    the draw was made from (seating.policies.section_draw.DrawWanted), written when it is done.
    """

    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    during = DateTimeRangeField(default_bounds="[)")
    seed = models.CharField(max_length=32)
    state = models.CharField(max_length=10, choices=DrawState, default=DrawState.PROPOSED)
    existing = models.CharField(max_length=8, default="keep", help_text="keep or redraw the desks people hold already")
    wanted = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    repeated = models.PositiveIntegerField(default=0, help_text="how often those who sit together did so lately")
    drawn_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["department", "day", "id"], name="draw_of_department"),
            models.Index(fields=["day"], name="draw_of_day"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["department", "during"], name=ONE_PROPOSED_DRAW, condition=Q(state=DrawState.PROPOSED)
            )
        ]

    def __str__(self) -> str:
        return f"{self.department_id} {self.day} {self.state}"


class DrawnSeat(models.Model):
    """One person of a draw. `outcome` and `reasons` say what came out and why; `gave_up` are bookings redrawn."""

    draw = models.ForeignKey(SectionDraw, on_delete=models.CASCADE, related_name="seats")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="drawn_seats")
    outcome = models.CharField(max_length=12)
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    booking = models.ForeignKey(Booking, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    gave_up = ArrayField(models.BigIntegerField(), default=list, help_text="ids of the bookings redrawn")
    reasons = models.JSONField(default=list, encoder=DjangoJSONEncoder)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["draw", "person"], name="drawn_once")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.outcome}"
