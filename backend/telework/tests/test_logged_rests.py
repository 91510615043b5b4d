"""A rest that only the log of terminals shows to have been too short."""

import pytest

from audit.models import Event
from telework.services.device_logs import import_device_log
from telework.services.work import end_work, start_work
from telework.tests.telework_days import approved
from tests.factories.hall import city_time
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def takes_over(hall):
    """`takes_over("agatsuma", "2026-12-01 20:00", "2026-12-01 23:00")`: the log of a stretch at the terminal."""

    def taken(person, on, off):
        number = hall.people[person].number
        return import_device_log(file="log.csv", content=f"職員番号,ログオン,ログオフ\n{number},{on},{off}\n".encode())

    return taken


def short_rests():
    rows = Event.objects.filter(kind="telework.short_rest").order_by("pk")
    told = [(event.subject_id, event.after or {}) for event in rows]
    return [(subject, after["day"], after["rest_minutes"], after["managers"]) for subject, after in told]


@pytest.fixture
def worked(hall, monday_morning):
    """我妻 worked at home on Tuesday from 8:30 to 17:15; it is Wednesday, 9:00."""
    request = approved(hall, day=TUESDAY)
    monday_morning.move_to(city_time(TUESDAY, "8:30"))
    start_work(request_id=request)
    monday_morning.move_to(city_time(TUESDAY, "17:15"))
    end_work(request_id=request)
    monday_morning.move_to(city_time(TUESDAY.replace(day=2), "9:00"))
    return request


def test_an_evening_that_was_logged_is_told_of_once_though_the_log_comes_twice(hall, worked, takes_over):
    for _ in range(2):
        takes_over("agatsuma", f"{MONDAY} 20:00", f"{MONDAY} 22:30")
    assert short_rests() == [(worked, "2026-12-01", 600, [hall.person("yamada")])]


def test_a_morning_after_telework_is_told_of_under_the_telework(hall, worked, takes_over):
    takes_over("agatsuma", f"{TUESDAY} 20:00", f"{TUESDAY} 22:00")
    takes_over("agatsuma", "2026-12-02 07:30", "2026-12-02 08:45")
    assert short_rests() == [(worked, "2026-12-02", 570, [hall.person("yamada")])]


def test_each_night_is_told_of_by_itself(worked, takes_over):
    takes_over("agatsuma", f"{MONDAY} 20:00", f"{MONDAY} 22:30")
    takes_over("agatsuma", "2026-12-02 03:00", "2026-12-02 03:30")
    assert [one[1] for one in short_rests()] == ["2026-12-01", "2026-12-02"]


def test_long_nights_and_other_people_are_told_of_to_nobody(worked, takes_over):
    takes_over("agatsuma", f"{MONDAY} 17:00", f"{MONDAY} 21:30")
    takes_over("kudo", f"{MONDAY} 20:00", f"{MONDAY} 23:00")
    takes_over("kudo", f"{TUESDAY} 07:00", f"{TUESDAY} 08:00")
    assert short_rests() == []
