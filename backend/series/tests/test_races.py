"""Series against single bookings, cancellations and changes at once, over real parallel connections."""

from functools import partial

import pytest

from bookings.models import Booking
from bookings.services.booking import book_desk, cancel_booking
from bookings.tests.test_races import outcomes, overlaps
from series.models import BookingSeries, SeriesDate
from series.policies.change import SeriesChange
from series.policies.pattern import Pattern, WhenClosed
from series.policies.wish import Hours, SeriesWish
from series.services.booking import book_series
from series.services.cancelling import cancel_dates
from series.services.changing import change_dates
from series.tests.conftest import december
from tests.factories.hall import add_person

pytestmark = [
    pytest.mark.race,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("monday_morning"),
]

TUESDAYS = Pattern(frozenset({1}), 1, december(1), december(22))


def tuesdays(hall, code):
    return SeriesWish(hall.desk(code), TUESDAYS, Hours(part="full"), WhenClosed.SKIP)


@pytest.fixture
def crowd(hall):
    """Eight people of 広聴課."""
    return [add_person(hall, f"crowd{number}", f"広聴 {number}", "030202").pk for number in range(8)]


def test_of_many_series_for_one_desk_one_is_booked_whole(hall, crowd):
    wish = tuesdays(hall, "06A-001")
    found = outcomes([partial(book_series, person_id=who, wish=wish) for who in crowd])
    assert found == {"done": 1, "series_dates_refused": 7}
    assert (Booking.objects.live().count(), SeriesDate.objects.count(), overlaps()) == (4, 4, 0)


def test_a_series_against_single_bookings_is_booked_whole_or_not_at_all(hall, crowd, between):
    singles = [
        partial(
            book_desk,
            person_id=crowd[number],
            desk_id=hall.desk("06A-001"),
            during=between("8:30", "17:15", day=december(day)),
        )
        for number, day in enumerate((15, 8, 1))
    ]
    series = [partial(book_series, person_id=who, wish=tuesdays(hall, "06A-001")) for who in crowd[4:]]
    outcomes([*series, *singles])
    dates = SeriesDate.objects.count()
    won = BookingSeries.objects.count()
    assert dates == 4 * won
    assert (Booking.objects.live().count(), overlaps()) == (4 if won else 3, 0)


def test_two_series_of_one_person_at_once_do_not_hold_the_person_twice(hall):
    who = hall.person("agatsuma")
    found = outcomes(
        [partial(book_series, person_id=who, wish=tuesdays(hall, code)) for code in ("06A-001", "06A-002")]
    )
    assert (found, overlaps()) == ({"done": 1, "series_dates_refused": 1}, 0)


def test_two_series_that_swap_desks_at_once_wait_for_each_other_and_never_deadlock(hall):
    one = book_series(person_id=hall.person("agatsuma"), wish=tuesdays(hall, "06A-001"))
    other = book_series(person_id=hall.person("kudo"), wish=tuesdays(hall, "06A-002"))
    to_other = SeriesChange(december(1), december(31), desk_id=hall.desk("06A-002"))
    to_one = SeriesChange(december(1), december(31), desk_id=hall.desk("06A-001"))
    found = outcomes(
        [
            partial(change_dates, series_id=one.pk, change=to_other),
            partial(change_dates, series_id=other.pk, change=to_one),
        ]
    )
    assert (found, overlaps()) == ({"series_dates_refused": 2}, 0)


def test_cancelling_the_rest_against_single_cancellations_gives_each_date_up_once(hall):
    series = book_series(person_id=hall.person("agatsuma"), wish=tuesdays(hall, "06A-001"))
    singles = [partial(cancel_booking, booking_id=pk) for pk in Booking.objects.values_list("pk", flat=True)]
    outcomes([partial(cancel_dates, series_id=series.pk, first=december(1)), *singles])
    states = Booking.objects.values_list("state", flat=True)
    assert list(states) == ["cancelled"] * 4
