"""The dates of a series, locked before anything is done to them."""

from collections.abc import Collection
from datetime import date

from bookings.services.deciding import queue_for_all
from series.models import BookingSeries, SeriesDate
from series.selectors.mine import dates_between


def locked_dates(
    series_id: int, first: date, last: date, desk_ids: Collection[int] = ()
) -> tuple[BookingSeries, list[SeriesDate]]:
    """The series and its dates from `first` to `last`, with the person's day and every desk concerned locked.

    `desk_ids` are desks wanted besides. Whoever changes a booking holds its person's lock, so once that is held the
    desks can be read, and be locked after it as the one order has it.
    """
    series = BookingSeries.objects.select_related("desk").get(pk=series_id)
    queue_for_all([series.person_id], [])
    dates = dates_between(series_id, first, last)
    queue_for_all([series.person_id], {*(one.booking.desk_id for one in dates), *desk_ids})
    return series, dates
