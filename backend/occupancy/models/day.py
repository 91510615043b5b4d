"""A day whose facts stand."""

from django.db import models


class OccupancyDay(models.Model):
    """集計した日: how the city called the day, what its facts were made from, and how sure they are.

    `coverage` and `cleaning` are counts by name (occupancy.policies.coverage, occupancy.policies.stays). `digest` is of
    all the day's facts: a day that is built again from the same records has the same.
    """

    day = models.DateField(unique=True)
    working_day = models.BooleanField()
    closed_as = models.CharField(max_length=100, blank=True, help_text="the 祝日 or closing day, in Japanese")
    core_first = models.PositiveSmallIntegerField(help_text="first slot of the core window")
    core_end = models.PositiveSmallIntegerField(help_text="the slot after its last")
    on_roll = models.PositiveIntegerField()
    coverage = models.JSONField(default=dict)
    cleaning = models.JSONField(default=dict)
    digest = models.CharField(max_length=64)
    version = models.BigIntegerField(help_text="goes up whenever facts of any day change")
    built_at = models.DateTimeField()
    provisional = models.BooleanField(default=False, help_text="built before the day was over")
    stale = models.BooleanField(default=False, help_text="something came in since: the worker builds it again")
    sealed = models.BooleanField(default=False, help_text="never built again: these facts are what is left of the day")
    forgotten_at = models.DateTimeField(null=True, help_text="when the day's personal detail was taken away")

    class Meta:
        indexes = [
            models.Index(fields=["version"], name="occupancy_day_version"),
            models.Index(fields=["day"], name="occupancy_day_stale", condition=models.Q(stale=True)),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.version}"
