"""A booking whose desk was taken away, and what became of it."""

from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models
from django.db.models import Q

from bookings.models import Booking
from core.interval import Interval
from people.models import Person
from relocation.policies.causes import OPEN, Because, DisplacementState
from spaces.models import Closure, Desk


class Displacement(models.Model):
    """What a closure or a new layout took from somebody, or gives back (`restored`).

    `booking` lost `from_desk` for `during`. Moved: `new_booking` holds another desk instead. Offered: nothing is held
    for the person, who may choose a desk; of a restored desk, `booking` stands until another answer. Everything stays
    as a record.
    """

    booking = models.ForeignKey(Booking, on_delete=models.PROTECT, related_name="displacements")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)
    day = models.DateField()
    during = DateTimeRangeField(default_bounds="[)")
    from_desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="+", db_index=False)
    because = models.CharField(max_length=16, choices=[(because.value, because.value) for because in Because])
    reason = models.CharField(max_length=200, blank=True, help_text="of the closure, in its own words")
    closure = models.ForeignKey(Closure, on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=[(state.value, state.value) for state in DisplacementState])
    new_booking = models.ForeignKey(Booking, on_delete=models.PROTECT, null=True, related_name="+")
    back_to = models.ForeignKey(
        Desk, on_delete=models.PROTECT, null=True, related_name="+", db_index=False, help_text="the desk offered back"
    )
    made_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["person", "day"], name="displacement_of_person"),
            models.Index(fields=["day"], name="displacement_open", condition=Q(state__in=OPEN)),
            models.Index(fields=["day"], name="displacement_of_day"),
        ]
        constraints = [
            models.CheckConstraint(
                name="moved_to_somewhere", condition=~Q(state="moved") | Q(new_booking__isnull=False)
            ),
            models.CheckConstraint(
                name="restored_to_a_desk", condition=~Q(because="restored") | Q(back_to__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.booking_id} {self.because} {self.state}"

    @property
    def interval(self) -> Interval:
        return Interval.of_range(self.during)
