"""The series a person has, with their dates."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from bookings.policies.states import LIVE
from bookings.selectors.shown import ShownBooking, shown
from core import clock
from core.pagination import Key
from series.models import BookingSeries, SeriesDate
from spaces.selectors import placed_desk
from spaces.selectors.desks import DeskOnFloor


@dataclass(frozen=True, slots=True)
class ShownDate:
    """A date of a series and its booking; `exception` says that it was changed by itself."""

    pattern_day: date
    exception: bool
    booking: ShownBooking


@dataclass(frozen=True, slots=True)
class ShownSeries:
    """A series with its dates in order of the day; `place` is None where its desk stands nowhere today."""

    series: BookingSeries
    place: DeskOnFloor | None
    dates: Sequence[ShownDate]


@dataclass(frozen=True, slots=True)
class SeriesPages:
    """The person's series with the newest first; core.pagination's fetch. Those that are over only where wanted."""

    person_id: int
    with_past: bool

    def fetch(self, after: Key | None, backwards: bool, limit: int) -> list[BookingSeries]:
        rows = self._rows()
        if after is not None:
            rows = rows.filter(pk__gt=after[0]) if backwards else rows.filter(pk__lt=after[0])
        return list(rows.order_by("pk" if backwards else "-pk")[:limit])

    def _rows(self) -> "QuerySet[BookingSeries]":
        rows = BookingSeries.objects.filter(person_id=self.person_id)
        if self.with_past:
            return rows
        coming = SeriesDate.objects.filter(
            series=OuterRef("pk"), booking__state__in=LIVE, booking__day__gte=clock.today()
        )
        return rows.filter(Exists(coming))

    @staticmethod
    def key(series: BookingSeries) -> Key:
        return (series.pk,)


def shown_series(every: Sequence[BookingSeries], *, first: date | None = None) -> list[ShownSeries]:
    """The series with their dates from `first` on; a constant number of queries for any number of them."""
    rows = SeriesDate.objects.filter(series__in=[series.pk for series in every])
    if first is not None:
        rows = rows.filter(booking__day__gte=first)
    rows = rows.select_related("booking__desk", "booking__floor", "booking__booked_by__department")
    dates = list(rows.order_by("booking__day", "pk"))
    by_series: dict[int, list[ShownDate]] = defaultdict(list)
    for one, booking in zip(dates, shown([one.booking for one in dates]), strict=True):
        by_series[one.series_id].append(ShownDate(one.pattern_day, one.is_exception, booking))
    today = clock.today()
    return [
        ShownSeries(series, placed_desk(series.desk_id, max(today, series.first_day)), by_series[series.pk])
        for series in every
    ]


def dates_between(series_id: int, first: date, last: date) -> list[SeriesDate]:
    """The dates whose bookings lie from `first` to `last`, both included, in order."""
    rows = SeriesDate.objects.filter(series_id=series_id, booking__day__range=(first, last))
    return list(rows.select_related("booking").order_by("booking__day", "pk"))
