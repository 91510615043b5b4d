"""The day itself: start, pause, resume, end, and what the clock makes of a day on which nobody started."""

from datetime import date, timedelta

import pytest

from audit.models import Event
from core.refused import Refused
from plans.models import AttendancePlan
from telework.models import DeviceLog, TeleworkRequest, WorkStretch
from telework.policies.states import Actor
from telework.services.sweeping import lapse_unstarted
from telework.services.work import end_work, pause_work, resume_work, start_work
from telework.tests.telework_days import approved, instant
from tests.factories.hall import city_time
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]
FRIDAY = date(2026, 11, 27)


def state(request_id):
    return TeleworkRequest.objects.get(pk=request_id).state


def stretches(request_id):
    rows = WorkStretch.objects.filter(request_id=request_id).order_by("pk")
    return [(one.started_at, one.ended_at) for one in rows]


def kinds():
    return list(Event.objects.filter(subject_kind="telework_request").order_by("pk").values_list("kind", flat=True))


def test_a_day_is_started_paused_resumed_and_ended(hall, monday_morning):
    request = approved(hall)
    for clock_time, act in (("8:31", start_work), ("12:00", pause_work), ("13:05", resume_work), ("17:20", end_work)):
        monday_morning.move_to(city_time(MONDAY, clock_time))
        act(request_id=request)

    assert state(request) == "ended"
    assert stretches(request) == [
        (instant("8:31"), instant("12:00")),
        (instant("13:05"), instant("17:20")),
    ]
    assert kinds() == ["telework.started", "telework.paused", "telework.resumed", "telework.ended"]


@pytest.mark.parametrize("act", [start_work, pause_work, resume_work, end_work])
def test_what_a_phone_says_twice_is_done_once(hall, monday_morning, act):
    request = approved(hall)
    for step in (start_work, pause_work, resume_work, end_work):
        monday_morning.shift(timedelta(hours=1))
        answer = step(request_id=request)
        if step is act:
            break
    before = kinds()
    monday_morning.shift(timedelta(minutes=1))

    again = act(request_id=request, version=answer.version - 1)

    assert (again.version, kinds()) == (answer.version, before)


def test_work_starts_on_its_own_day(hall):
    request = approved(hall, day=TUESDAY)

    with pytest.raises(Refused) as refused:
        start_work(request_id=request)

    assert (refused.value.code, refused.value.facts) == ("not_the_day", {"day": TUESDAY})


def test_work_starts_within_the_hours_of_telework(hall, monday_morning):
    request = approved(hall)
    monday_morning.move_to(city_time(MONDAY, "4:59"))

    with pytest.raises(Refused) as refused:
        start_work(request_id=request)

    assert (refused.value.code, refused.value.facts["allowed_from"]) == (
        "outside_telework_hours",
        city_time(MONDAY, "5:00"),
    )


def test_two_halves_of_a_day_are_not_under_way_at_once(hall):
    morning, afternoon = approved(hall, unit="am"), approved(hall, unit="pm")
    start_work(request_id=morning)

    with pytest.raises(Refused) as refused:
        start_work(request_id=afternoon)
    assert (refused.value.code, refused.value.facts) == ("other_work_under_way", {"request": morning})

    end_work(request_id=morning)
    assert start_work(request_id=afternoon).state == "started"


def test_a_manager_starts_nobody_elses_work(hall):
    request = approved(hall)

    with pytest.raises(Refused) as refused:
        start_work(request_id=request, actor=Actor.APPROVER)

    assert refused.value.code == "only_oneself"


def test_who_forgot_to_end_a_day_ends_it_at_the_planned_time(hall, monday_morning):
    request = approved(hall)
    start_work(request_id=request)
    monday_morning.move_to(city_time(TUESDAY, "8:30"))

    with pytest.raises(Refused):
        pause_work(request_id=request)
    end_work(request_id=request)

    assert stretches(request) == [(instant("8:00"), instant("17:15"))]


def test_a_day_nobody_started_was_not_performed(hall, monday_morning):
    left, started = approved(hall), approved(hall, "kudo")
    start_work(request_id=started)

    monday_morning.move_to(city_time(MONDAY, "23:59"))
    assert lapse_unstarted() == 0
    monday_morning.move_to(city_time(TUESDAY, "0:00"))
    assert (lapse_unstarted(), lapse_unstarted()) == (1, 0)

    assert [state(one) for one in (left, started)] == ["not_performed", "started"]
    held = AttendancePlan.objects.filter(withdrawn_at__isnull=True).values_list("holder_id", flat=True)
    assert set(held) == {started}
    with pytest.raises(Refused) as refused:
        start_work(request_id=left)
    assert (refused.value.code, refused.value.facts["state"]) == ("wrong_state", "not_performed")


def short_rests():
    rows = Event.objects.filter(kind="telework.short_rest").order_by("pk")
    told = [(event.subject_id, event.after or {}) for event in rows]
    return [(subject, after["day"], after["rest_minutes"], after["managers"]) for subject, after in told]


def test_a_short_night_is_told_once_to_the_person_and_the_manager(hall, monday_morning):
    first, second = approved(hall), approved(hall, day=TUESDAY)
    start_work(request_id=first)
    monday_morning.move_to(city_time(MONDAY, "21:45"))
    end_work(request_id=first)
    monday_morning.move_to(city_time(TUESDAY, "8:30"))
    start_work(request_id=second)
    start_work(request_id=second)

    assert short_rests() == [(second, "2026-12-01", 645, [hall.person("yamada")])]


def test_the_log_of_terminals_knows_of_evenings_at_the_office(hall, monday_morning):
    request = approved(hall)
    DeviceLog.objects.create(
        person=hall.people["agatsuma"],
        day=MONDAY - timedelta(days=1),
        logged_on_at=city_time(MONDAY - timedelta(days=1), "20:00"),
        logged_off_at=city_time(MONDAY - timedelta(days=1), "23:00"),
    )

    start_work(request_id=request)

    assert short_rests() == [(request, "2026-11-30", 540, [hall.person("yamada")])]


def test_a_long_night_is_told_to_nobody(hall, monday_morning):
    first, second = approved(hall), approved(hall, day=TUESDAY)
    start_work(request_id=first)
    monday_morning.move_to(city_time(MONDAY, "21:30"))
    end_work(request_id=first)
    monday_morning.move_to(city_time(TUESDAY, "8:30"))
    start_work(request_id=second)

    assert short_rests() == []
