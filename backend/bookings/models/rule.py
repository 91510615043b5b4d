"""Rules of booking, set for everyone or for an area, a desk mode or a department."""

from django.db import models

from people.models import Department
from spaces.models import Area, DeskMode


class BookingRule(models.Model):
    """One row of rules and whom it is for. An empty number leaves the word to a less specific row.

    Of the rows that apply, the most specific that says something wins: area before desk mode before department, a
    nearer department before a farther one, and the row for everyone last (bookings.policies.rules).
    """

    name = models.CharField(max_length=100, help_text="as a refusal calls it")
    name_en = models.CharField(max_length=100, blank=True)
    owner = models.CharField(max_length=100, help_text="whose rule it is")
    owner_en = models.CharField(max_length=100, blank=True)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    desk_mode = models.CharField(max_length=12, choices=DeskMode, blank=True)
    department = models.ForeignKey(Department, on_delete=models.CASCADE, null=True, blank=True, related_name="+")

    window_working_days = models.PositiveSmallIntegerField(null=True, blank=True)
    max_live_bookings = models.PositiveSmallIntegerField(null=True, blank=True)
    longest_minutes = models.PositiveIntegerField(null=True, blank=True)
    who_may_book = models.CharField(
        max_length=12,
        blank=True,
        choices=[("everyone", "だれでも"), ("own_first", "自分の所属のエリアから"), ("own_only", "その所属だけ")],
    )
    closed_days_bookable = models.BooleanField(null=True, blank=True)
    check_in_opens_minutes = models.PositiveSmallIntegerField(null=True, blank=True, help_text="before the start")
    release_after_minutes = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="grace after the start; 0 is never"
    )
    undo_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    series_window_days = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="days of the calendar after today in which a date of a series may lie"
    )
    max_series_dates = models.PositiveSmallIntegerField(null=True, blank=True)
    no_show_limit = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="no-shows from which the window is shortened; 0 is never"
    )
    no_show_days = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="working days for which a no-show counts"
    )
    no_show_window_days = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="working days ahead that are left to whoever has reached the limit"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["area", "desk_mode", "department"], name="one_rule_per_scope", nulls_distinct=False
            )
        ]

    def __str__(self) -> str:
        return self.name
