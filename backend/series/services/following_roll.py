"""Series follow the roll: one of which nothing is left ends on the day before.

Their dates are bookings, and followed as such before.
"""

from collections import Counter

from django.db.models import Exists, OuterRef, QuerySet

from audit.services import Happening, record_all
from bookings.policies.states import LIVE
from bookings.selectors.after_moving import bookings_of_the_moved
from directory.policies.roll_changed import Effect, RollChanged
from series.models import BookingSeries, SeriesDate

LEFT = "left"
MOVED = "moved"


def series_end(change: RollChanged) -> None:
    """End the series of leavers and of the moved that have no date left, in few statements."""
    people = [*change.left, *change.moved_ids]
    if not people:
        return
    left = set(change.left)
    last_day = change.before
    over = _running(change, people).exclude(Exists(_coming(change))).select_for_update(of=("self",))
    ended = list(over.order_by("pk"))
    for series in ended:
        series.last_day = max(series.first_day, last_day)
    BookingSeries.objects.bulk_update(ended, ["last_day"], batch_size=500)
    record_all(
        [
            Happening(
                kind="series.ended",
                subject_kind="series",
                subject_id=series.pk,
                after={
                    "person": series.person_id,
                    "desk": series.desk_id,
                    "last_day": series.last_day,
                    "because": LEFT if series.person_id in left else MOVED,
                },
            )
            for series in ended
        ]
    )


def ending_series(change: RollChanged) -> list[Effect]:
    """Each series that would lose dates: how many, and until when it goes now."""
    coming = SeriesDate.objects.filter(booking__state__in=LIVE, booking__day__gte=change.day)
    owners = coming.filter(series__person_id__in=change.moved_ids).values_list("series__person_id", flat=True)
    _, gone = bookings_of_the_moved(change, among=set(owners))
    lost = SeriesDate.objects.filter(booking_id__in=[booking.pk for booking in gone if booking.repeated])
    leaving = coming.filter(series__person_id__in=change.left)
    dates = Counter([*lost.values_list("series_id", flat=True), *leaving.values_list("series_id", flat=True)])
    left = set(change.left)
    rows = BookingSeries.objects.filter(pk__in=list(dates)).select_related("desk").order_by("person_id", "pk")
    return [
        Effect(
            "series",
            series.person_id,
            {
                "desk_code": series.desk.code,
                "weekdays": sorted(series.weekdays),
                "every_weeks": series.every_weeks,
                "until": series.last_day.isoformat(),
                "dates": dates[series.pk],
                "because": LEFT if series.person_id in left else MOVED,
            },
        )
        for series in rows
    ]


def _running(change: RollChanged, people: list[int]) -> "QuerySet[BookingSeries]":
    return BookingSeries.objects.filter(person_id__in=people, last_day__gte=change.day)


def _coming(change: RollChanged) -> "QuerySet[SeriesDate]":
    return SeriesDate.objects.filter(series=OuterRef("pk"), booking__state__in=LIVE, booking__day__gte=change.day)
