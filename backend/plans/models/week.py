"""What a person says of the own days: the usual week, single stretches, and the hours of a day."""

from django.contrib.postgres.fields import ArrayField, DateTimeRangeField
from django.db import models
from django.db.models import Q

from people.models import Person
from plans.models.places import Place

DAYS_A_WEEK = 7
ONE_WEEK_FROM_A_DAY = "one_weekly_pattern_from_a_day"
ONE_SHIFT_A_DAY = "one_shift_a_day"


class WeeklyPattern(models.Model):
    """曜日パターン: a person's usual week from `active_from` on, until the next one.

    `am` and `pm` hold a place for each weekday, Monday first; an empty one says nothing of that half. `shifts` hold
    the code of the shift class. A pattern is not written out: it holds where nothing else does, and no change of it
    alters what was planned. Patterns of the past stay, so that yesterday is shown as it was.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="weekly_patterns")
    active_from = models.DateField()
    am = ArrayField(models.CharField(max_length=10, blank=True), size=DAYS_A_WEEK)
    pm = ArrayField(models.CharField(max_length=10, blank=True), size=DAYS_A_WEEK)
    shifts = ArrayField(models.CharField(max_length=8, blank=True), size=DAYS_A_WEEK)
    set_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "active_from"], name=ONE_WEEK_FROM_A_DAY)]

    def __str__(self) -> str:
        return f"{self.person_id} from {self.active_from}"


class OwnPlan(models.Model):
    """本人の入力: a stretch of a day that a person planned without a desk or a request behind it.

    Office (a desk may follow), trip or leave; telework needs a request. It holds its stretch in the ledger: the office
    as a holder that yields to a desk, the others as one that does not. Withdrawn, it stays as a record.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="own_plans")
    day = models.DateField()
    during = DateTimeRangeField(default_bounds="[)")
    place = models.CharField(max_length=10, choices=Place)
    note = models.CharField(max_length=100, blank=True, help_text="where to, or what for; for oneself and the manager")
    said_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["person", "day"], name="own_plan_of_person"),
            models.Index(fields=["day"], name="own_plan_of_day"),
        ]
        constraints = [
            models.CheckConstraint(
                name="own_plan_is_no_telework", condition=Q(place__in=[Place.OFFICE, Place.TRIP, Place.LEAVE])
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.day} {self.place}"


class DayShift(models.Model):
    """The shift class of one day where it is not that of the usual week."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="day_shifts")
    day = models.DateField()
    shift = models.CharField(max_length=8)

    class Meta:
        indexes = [models.Index(fields=["day"], name="shift_of_day")]
        constraints = [models.UniqueConstraint(fields=["person", "day"], name=ONE_SHIFT_A_DAY)]

    def __str__(self) -> str:
        return f"{self.person_id} {self.day} {self.shift}"
