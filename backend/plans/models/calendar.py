"""The days on which the city is closed, and those on which a section wants everybody in."""

from django.db import models

from people.models import Department, Person

ONE_TEAM_DAY_A_DAY = "one_team_day_a_day"


class ClosingDay(models.Model):
    """閉庁日 of the city's own, beside weekends and 祝日: the turn of the year, for one."""

    day = models.DateField(unique=True)
    name = models.CharField(max_length=100)
    name_en = models.CharField(max_length=100, blank=True)
    source = models.CharField(
        max_length=64, blank=True, help_text="digest of the event it was read from; empty: by hand"
    )

    def __str__(self) -> str:
        return f"{self.day} {self.name}"


class CityEvent(models.Model):
    """行事: what goes on in the city hall on these days, for everybody to know. It closes nothing."""

    name = models.CharField(max_length=100)
    name_en = models.CharField(max_length=100, blank=True)
    first_day = models.DateField()
    last_day = models.DateField()
    source = models.CharField(
        max_length=64, blank=True, help_text="digest of the event it was read from; empty: by hand"
    )

    class Meta:
        indexes = [models.Index(fields=["last_day", "first_day"], name="city_event_by_day")]
        constraints = [
            models.CheckConstraint(
                name="city_event_ends_after_it_begins", condition=models.Q(last_day__gte=models.F("first_day"))
            )
        ]

    def __str__(self) -> str:
        return f"{self.first_day} {self.name}"


class TeamDay(models.Model):
    """チーム出社日: a day, or a half of it, on which a department wants to be in the office together.

    It asks nobody for anything and claims nobody's day: it is shown to those who work there, and proposes desks.
    """

    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="team_days")
    day = models.DateField()
    part = models.CharField(max_length=4, choices=[("full", "全日"), ("am", "午前"), ("pm", "午後")], default="full")
    note = models.CharField(max_length=100, blank=True)
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["day"], name="team_day_on_day")]
        constraints = [models.UniqueConstraint(fields=["department", "day"], name=ONE_TEAM_DAY_A_DAY)]

    def __str__(self) -> str:
        return f"{self.department_id} {self.day}"
