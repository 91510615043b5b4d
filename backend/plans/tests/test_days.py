"""The picture of half-days: the ledger, then the usual week, then a presumption; a closed day expects nobody."""

from datetime import date, timedelta

import pytest

from core import clock
from core.revision import revisions
from plans.models import DayShift, Place, WeeklyPattern
from plans.selectors.days import halves_of, on_site
from plans.services.closing_days import set_closing_day
from plans.services.ledger import Holder, claim
from tests.factories.hall import city_time
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]
WEEK = ["office", "home", "", "office", "home", "", ""]


def usual_week(hall, person, first, am=WEEK, pm=WEEK, shifts=("",) * 7):
    return WeeklyPattern.objects.create(
        person=hall.people[person],
        active_from=first,
        am=list(am),
        pm=list(pm),
        shifts=list(shifts),
        set_at=clock.now(),
    )


def told(hall, person, first, last=None):
    days = halves_of([hall.person(person)], first, last or first, revisions())[hall.person(person)]
    return [
        tuple(half and (half.place, str(half.source)) for half in (one.am, one.pm)) for _, one in sorted(days.items())
    ]


def test_nothing_known_is_presumed_to_be_the_office_and_a_closed_day_is_nothing(hall):
    assert told(hall, "kudo", date(2026, 11, 28), TUESDAY) == [
        (None, None),
        (None, None),
        (("office", "default"), ("office", "default")),
        (("office", "default"), ("office", "default")),
    ]
    set_closing_day(day=TUESDAY, name="創立記念日")
    assert told(hall, "kudo", TUESDAY) == [(None, None)]


def test_the_usual_week_holds_where_nothing_else_does(hall, between):
    usual_week(hall, "kudo", date(2026, 11, 1))
    claim(person_id=hall.person("kudo"), during=between("13:00", "17:15"), place=Place.LEAVE, holder=Holder("own", 1))
    assert told(hall, "kudo", TUESDAY, TUESDAY + timedelta(days=1)) == [
        (("home", "pattern"), ("leave", "own")),
        (("office", "default"), ("office", "default")),
    ]


def test_a_desk_a_request_and_an_own_word_say_what_they_are(hall, between):
    claim(
        person_id=hall.person("kudo"), during=between("8:30", "12:00"), place=Place.OFFICE, holder=Holder("booking", 1)
    )
    claim(
        person_id=hall.person("kudo"), during=between("13:00", "17:15"), place=Place.HOME, holder=Holder("telework", 1)
    )
    assert told(hall, "kudo", TUESDAY) == [(("office", "booking"), ("home", "request"))]
    day = halves_of([hall.person("kudo")], TUESDAY, TUESDAY, revisions())[hall.person("kudo")][TUESDAY]
    assert day.pm is not None
    assert (day.pm.holder_kind, day.pm.holder_id, day.pm.start) == ("telework", 1, city_time(TUESDAY, "13:00"))


def test_each_day_follows_the_week_that_was_in_force(hall):
    usual_week(hall, "kudo", date(2026, 11, 1), am=["trip"] * 7)
    usual_week(hall, "kudo", TUESDAY, am=["home"] * 7)
    assert [am for am, _ in told(hall, "kudo", MONDAY, TUESDAY)] == [("trip", "pattern"), ("home", "pattern")]


def test_the_shift_class_is_that_of_the_day_else_of_the_week(hall):
    usual_week(hall, "kudo", date(2026, 11, 1), shifts=["0930"] * 7)
    DayShift.objects.create(person=hall.people["kudo"], day=TUESDAY, shift="0730")
    days = halves_of([hall.person("kudo")], MONDAY, TUESDAY, revisions())[hall.person("kudo")]
    assert [days[day].shift for day in (MONDAY, TUESDAY)] == ["0930", "0730"]
    am, pm = days[TUESDAY].am, days[TUESDAY].pm
    assert am is not None
    assert pm is not None
    assert (am.start, pm.end) == (
        city_time(TUESDAY, "7:30"),
        city_time(TUESDAY, "16:15"),
    )


def test_everyone_not_known_to_be_elsewhere_counts_on_site(hall, between):
    claim(person_id=hall.person("kudo"), during=between("13:00", "17:15"), place=Place.LEAVE, holder=Holder("own", 1))
    usual_week(hall, "yamada", date(2026, 11, 1), am=["home"] * 7, pm=[""] * 7)
    people = [hall.person(name) for name in ("kudo", "yamada", "agatsuma")]
    assert on_site(people, TUESDAY, revisions()) == {"am": 2, "pm": 2}


def test_the_number_of_queries_is_the_same_for_one_and_for_three(hall, django_assert_num_queries):
    slow = revisions()
    people = [hall.person(name) for name in ("kudo", "yamada", "agatsuma")]
    halves_of(people, MONDAY, TUESDAY, slow)
    for asked in (people[:1], people):
        with django_assert_num_queries(2):
            halves_of(asked, MONDAY, MONDAY + timedelta(days=30), slow)
