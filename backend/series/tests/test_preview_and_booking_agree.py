"""What a preview says of a date is what booking that date comes to, whatever stands around it."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bookings.models import BookingRule
from bookings.services.booking import book_desk
from core.interval import Interval
from core.refused import Refused
from core.revision import Slow, bump
from plans.models import Place
from plans.services.closing_days import set_closing_day
from plans.services.ledger import Holder, claim
from series.policies.pattern import Pattern, WhenClosed
from series.policies.wish import Hours, SeriesWish
from series.selectors.planned import Outcome, planned_dates
from series.tests.conftest import december
from spaces.policies.closed_places import ClosedPlaceWanted
from spaces.services.closures import close_place
from tests.factories.hall import city_time

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

DAYS = [december(day) for day in (1, 3, 8, 10, 15, 17, 22, 24)]
DESKS = ["06A-001", "06A-002", "06A-005", "06A-006", "06B-001", "06C-001", "07A-001"]
HOURS = [("8:30", "17:15"), ("8:30", "12:00"), ("13:00", "17:15"), ("10:00", "11:00")]

days = st.sampled_from(DAYS)
hours = st.sampled_from(HOURS)
desks = st.sampled_from(DESKS)
people = st.sampled_from(["agatsuma", "kudo", "sasaki", "hoshi"])
settings_of_rules = st.fixed_dictionaries(
    {
        "window_working_days": st.integers(0, 10),
        "series_window_days": st.integers(0, 30),
        "max_series_dates": st.integers(0, 8),
        "longest_minutes": st.sampled_from([0, 120, 240]),
        "who_may_book": st.sampled_from(["everyone", "own_first", "own_only"]),
        "closed_days_bookable": st.booleans(),
    }
)


def stretch(day, both):
    return Interval(city_time(day, both[0]), city_time(day, both[1]))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rules=settings_of_rules,
    taken=st.lists(st.tuples(people, desks, days, hours), max_size=12),
    closed=st.lists(st.tuples(st.sampled_from(["06A", "06B"]), days, hours), max_size=2),
    closing_days=st.sets(days, max_size=2),
    elsewhere=st.lists(st.tuples(days, hours), max_size=2),
    desk=desks,
    part=st.sampled_from(["full", "am", "pm"]),
    when_closed=st.sampled_from(list(WhenClosed)),
)
def test_preview_and_booking_agree(hall, rules, taken, closed, closing_days, elsewhere, desk, part, when_closed):
    def try_out():
        _surround(hall, rules, taken, closed, closing_days, elsewhere)
        wish = SeriesWish(
            desk_id=hall.desk(desk),
            pattern=Pattern(frozenset({1, 3}), 1, DAYS[0], DAYS[-1]),
            hours=Hours(part=part),
            when_closed=when_closed,
        )
        for one in planned_dates(hall.person("agatsuma"), wish):
            came_to = _booked(hall.person("agatsuma"), one.wanted)
            if one.outcome is Outcome.SKIPPED:
                assert came_to is not None, one  # told why it is closed; a rule may come first
            else:
                assert came_to == (one.refused and str(one.refused.code)), one
        transaction.set_rollback(True)

    with transaction.atomic():
        try_out()


def _booked(person_id, wanted):
    """The code of the refusal, or None where the date was booked."""
    try:
        with transaction.atomic():
            book_desk(person_id=person_id, desk_id=wanted.desk_id, during=wanted.during, repeated=True)
    except Refused as refused:
        return str(refused.code)
    return None


def _surround(hall, rules, taken, closed, closing_days, elsewhere):
    for name, code, day, both in taken:
        try:
            with transaction.atomic():
                book_desk(
                    person_id=hall.person(name), desk_id=hall.desk(code), during=stretch(day, both), repeated=True
                )
        except Refused:
            continue
    for area, day, both in closed:
        place = ClosedPlaceWanted(area_id=hall.areas[area].pk)
        close_place(place=place, during=stretch(day, both), reason="工事")
    for number, (day, both) in enumerate(elsewhere):
        try:
            with transaction.atomic():
                claim(
                    person_id=hall.person("agatsuma"),
                    during=stretch(day, both),
                    place=Place.HOME,
                    holder=Holder("telework", number + 1),
                )
        except Refused:
            continue
    for day in closing_days:
        set_closing_day(day=day, name="閉庁")
    BookingRule.objects.create(name="規則", owner="庁舎管理課", **rules)
    bump(Slow.RULES)


def test_a_skipped_date_would_be_refused_for_the_same_reason(hall):
    set_closing_day(day=date(2026, 12, 1), name="閉庁")
    wish = SeriesWish(
        desk_id=hall.desk("06A-001"),
        pattern=Pattern(frozenset({1}), 1, december(1), december(1) + timedelta(days=6)),
        hours=Hours(part="full"),
        when_closed=WhenClosed.SKIP,
    )
    (skipped,) = planned_dates(hall.person("agatsuma"), wish)
    assert (skipped.outcome, _booked(hall.person("agatsuma"), skipped.wanted)) == (
        Outcome.SKIPPED,
        "not_a_working_day",
    )
