"""One date of a series."""

from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models

from bookings.models import Booking
from series.models.series import BookingSeries
from spaces.models import Desk


class SeriesDate(models.Model):
    """A date of a series and its booking.

    `planned_desk` and `planned_during` are what the series last asked for on that date. A booking that differs was
    changed alone, on whatever screen: an exception, which changes of a range or the rest leave as it is.
    """

    series = models.ForeignKey(BookingSeries, on_delete=models.PROTECT, related_name="dates")
    pattern_day = models.DateField(help_text="the day of the pattern; the booking's own differs where it was moved")
    booking = models.OneToOneField(Booking, on_delete=models.PROTECT, related_name="+")
    planned_desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="+", db_index=False)
    planned_during = DateTimeRangeField(default_bounds="[)")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series", "pattern_day"], name="one_date_per_day_of_the_pattern")
        ]

    def __str__(self) -> str:
        return f"{self.series_id} {self.pattern_day}"

    @property
    def is_exception(self) -> bool:
        """Whether the booking was changed by itself."""
        asked = self.booking.booked_during
        planned = self.planned_during
        return self.booking.desk_id != self.planned_desk_id or (asked.lower, asked.upper) != (
            planned.lower,
            planned.upper,
        )
