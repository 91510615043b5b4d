"""Dates of series that were long ago."""

from datetime import date

from series.models import BookingSeries, SeriesDate


def forget_day(day: date) -> int:
    """Take the bookings of `day` out of their series, and remove series that have nothing left and are over.

    See core.forgetting.Forget.
    """
    dates, _by_model = SeriesDate.objects.filter(booking__day=day).delete()
    series, _by_model = BookingSeries.objects.filter(last_day__lte=day, dates=None).delete()
    return dates + series
