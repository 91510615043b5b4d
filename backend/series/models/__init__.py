"""Series of bookings and their dates."""

from series.models.series import BookingSeries
from series.models.series_date import SeriesDate

__all__ = ["BookingSeries", "SeriesDate"]
