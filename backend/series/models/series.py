"""A wish that repeats."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from bookings.policies.parts import Part
from people.models import Person
from series.policies.pattern import Pattern, WhenClosed
from spaces.models import Desk


class BookingSeries(models.Model):
    """くり返しの予約: what a person asked for. What came of it are its dates, each with a booking of its own.

    Either `part` is set, or `start_time` and `end_time` are.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="+")
    weekdays = ArrayField(models.PositiveSmallIntegerField(), help_text="Monday is 0")
    every_weeks = models.PositiveSmallIntegerField()
    first_day = models.DateField()
    last_day = models.DateField()
    part = models.CharField(max_length=4, blank=True, choices=[(part.value, part.value) for part in Part])
    start_time = models.TimeField(null=True)
    end_time = models.TimeField(null=True)
    when_closed = models.CharField(max_length=16, choices=[(way.value, way.value) for way in WhenClosed])
    created_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["person", "id"], name="series_of_person"),
            models.Index(fields=["last_day"], name="series_until_day"),
        ]
        constraints = [
            models.CheckConstraint(name="series_ends_after_it_begins", condition=Q(last_day__gte=F("first_day"))),
            models.CheckConstraint(
                name="series_has_part_or_times",
                condition=Q(part="", start_time__isnull=False, end_time__isnull=False)
                | (~Q(part="") & Q(start_time__isnull=True, end_time__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.first_day}–{self.last_day}"

    @property
    def pattern(self) -> Pattern:
        return Pattern(frozenset(self.weekdays), self.every_weeks, self.first_day, self.last_day)
