"""Reports: written by the person, sent back or confirmed by whoever decides, as whom that is."""

from datetime import date, timedelta

import pytest

from audit.models import Event
from core.refused import Refused
from people.models import Delegation
from telework.models import DeviceLog, TeleworkRequest, WorkReport
from telework.policies.work_report import Reported
from telework.services.device_logs import import_device_log
from telework.services.reporting import confirm_report, confirm_reports, report_work, send_report_back
from telework.services.work import end_work, start_work
from telework.tests.telework_days import approved, instant
from tests.factories.hall import add_person, city_time
from tests.fixtures.cast import MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]
FRIDAY = date(2026, 11, 27)


def report(start="8:30", end="17:15", *, day=MONDAY, **more):
    values = {"break_minutes": 60, "tasks_done": "照会への回答", **more}
    return Reported(started_at=city_time(day, start), ended_at=city_time(day, end), **values)


@pytest.fixture
def ended(hall, monday_morning):
    """An ended request of 我妻; it is 17:30."""
    request = approved(hall)
    monday_morning.move_to(city_time(MONDAY, "8:30"))
    start_work(request_id=request)
    monday_morning.move_to(city_time(MONDAY, "17:30"))
    end_work(request_id=request)
    return request


@pytest.fixture
def reported(ended):
    report_work(request_id=ended, reported=report())
    return ended


def log(hall, start, end, *, day=MONDAY):
    DeviceLog.objects.create(
        person=hall.people["agatsuma"],
        day=day,
        logged_on_at=city_time(day, start),
        logged_off_at=city_time(day, end),
        device="PC1",
    )


def test_a_report_keeps_what_was_said_and_what_the_log_says(hall, ended):
    log(hall, "8:42", "12:00")
    log(hall, "13:00", "17:20")

    request = report_work(request_id=ended, reported=report())

    kept = WorkReport.objects.get(request=ended)
    assert request.state == "reported"
    assert (kept.started_at, kept.ended_at, kept.break_minutes) == (instant("8:30"), instant("17:15"), 60)
    assert (kept.device_minutes, kept.difference_minutes) == (518, 12)


def test_a_report_before_the_work_has_ended_is_refused(hall):
    request = approved(hall)

    with pytest.raises(Refused) as refused:
        report_work(request_id=request, reported=report())

    assert (refused.value.code, refused.value.facts["state"]) == ("wrong_state", "approved")


def test_a_large_difference_has_to_be_explained(hall, ended):
    log(hall, "9:30", "17:15")

    with pytest.raises(Refused) as refused:
        report_work(request_id=ended, reported=report())
    assert (refused.value.code, refused.value.facts["minutes"]) == ("difference_unexplained", 60)
    assert refused.value.facts["rule"].value == 30

    assert report_work(request_id=ended, reported=report(explanation="端末の更新")).state == "reported"


def test_overtime_has_to_be_ordered(ended):
    late = report("8:30", "17:30", overtime_minutes=15)

    with pytest.raises(Refused) as refused:
        report_work(request_id=ended, reported=late)

    assert refused.value.code == "overtime_not_ordered"
    assert not WorkReport.objects.exists()


def test_a_day_entered_afterwards_is_reported_without_buttons(hall):
    request = approved(hall, day=FRIDAY, origin="post_hoc", state="ended")

    answer = report_work(request_id=request, reported=report(day=FRIDAY))

    kept = WorkReport.objects.get(request=request)
    assert answer.state == "reported"
    assert (kept.started_at, kept.ended_at) == (instant("8:30", FRIDAY), instant("17:15", FRIDAY))


def test_the_manager_confirms(hall, reported):
    answer = confirm_report(request_id=reported, by=hall.person("yamada"))

    kept = WorkReport.objects.get(request=reported)
    assert answer.state == "confirmed"
    assert (kept.confirmed_by_id, kept.confirmed_as, kept.confirmed_for_id) == (hall.person("yamada"), "manager", None)


def test_a_delegate_confirms_as_such(hall, reported):
    Delegation.objects.create(
        delegator=hall.people["yamada"],
        delegate=hall.people["kudo"],
        scope="approve",
        active_from=MONDAY,
        active_to=MONDAY,
    )

    confirm_report(request_id=reported, by=hall.person("kudo"))

    kept = WorkReport.objects.get(request=reported)
    assert (kept.confirmed_as, kept.confirmed_for_id) == ("delegate", hall.person("yamada"))


def test_the_next_up_covers_for_a_manager_who_does_not_answer(hall, reported, monday_morning):
    chief = add_person(hall, "chief", "局長 一郎", "03", manages=True).pk

    with pytest.raises(Refused) as refused:
        confirm_report(request_id=reported, by=chief)
    assert refused.value.code == "not_yours_to_decide"

    monday_morning.move_to(city_time(date(2026, 12, 3), "9:00"))
    confirm_report(request_id=reported, by=chief)
    kept = WorkReport.objects.get(request=reported)
    assert (kept.confirmed_as, kept.confirmed_for_id) == ("cover", hall.person("yamada"))


@pytest.mark.parametrize(
    ("name", "code"), [("agatsuma", "own_request"), ("kudo", "not_yours_to_decide"), ("hoshi", "not_yours_to_decide")]
)
def test_nobody_else_confirms(hall, reported, name, code):
    with pytest.raises(Refused) as refused:
        confirm_report(request_id=reported, by=hall.person(name))

    assert refused.value.code == code
    assert TeleworkRequest.objects.get(pk=reported).state == "reported"


def test_a_report_sent_back_is_written_anew(hall, reported):
    with pytest.raises(Refused) as refused:
        send_report_back(request_id=reported, by=hall.person("yamada"), comment=" ")
    assert refused.value.code == "comment_needed"

    send_report_back(request_id=reported, by=hall.person("yamada"), comment="休憩を確かめてください")
    assert WorkReport.objects.get(request=reported).comment == "休憩を確かめてください"

    answer = report_work(request_id=reported, reported=report(break_minutes=45))
    kept = WorkReport.objects.get(request=reported)
    assert (answer.state, kept.break_minutes, kept.comment) == ("reported", 45, "")


def test_a_stale_screen_does_not_confirm(hall, reported):
    seen = TeleworkRequest.objects.get(pk=reported).version
    send_report_back(request_id=reported, by=hall.person("yamada"), comment="x")
    report_work(request_id=reported, reported=report())

    with pytest.raises(Refused) as refused:
        confirm_report(request_id=reported, by=hall.person("yamada"), version=seen)

    assert (refused.value.code, refused.value.facts["state"]) == ("telework_changed", "reported")


def test_of_many_reports_one_that_is_refused_stops_none_of_the_others(hall, reported):
    waiting = approved(hall, "kudo")

    found = confirm_reports(wanted=[(waiting, None), (reported, None), (999_999, None)], by=hall.person("yamada"))

    assert found.done == [reported]
    assert [(one, refused.code) for one, refused in found.refused] == [
        (waiting, "wrong_state"),
        (999_999, "not_yours_to_decide"),
    ]
    many = Event.objects.get(kind="telework.confirmed_many")
    assert many.after == {
        "people": [hall.person("agatsuma")],
        "days": {str(hall.person("agatsuma")): ["2026-11-30"]},
        "requests": [reported],
        "comment": "",
    }
    assert (Event.objects.get(kind="telework.confirmed").after or {})["in_many"] is True


HEAD = "職員番号,ログオン,ログオフ,端末\n"


def test_a_log_that_comes_later_is_held_beside_the_report(hall, reported, monday_morning):
    monday_morning.shift(timedelta(days=1))
    number = hall.people["agatsuma"].number
    content = f"{HEAD}{number},2026/11/30 09:10,2026/11/30 17:15,PC1\n".encode("cp932")

    found = import_device_log(file="log.csv", content=content)

    kept = WorkReport.objects.get(request=reported)
    assert (found.read, found.stored, found.known, found.mistakes) == (1, 1, 0, [])
    assert (kept.device_minutes, kept.difference_minutes) == (485, 40)


def test_nothing_is_stored_twice_and_a_stretch_may_grow(hall, monday_morning):
    monday_morning.shift(timedelta(days=1))
    number = hall.people["agatsuma"].number
    lines = [f"{number},2026/11/30 08:30,2026/11/30 12:00,PC1", f"{number},2026/11/30 13:00,2026/11/30 17:15,PC1"]

    def stored(*rows):
        found = import_device_log(file="log.csv", content=(HEAD + "\n".join(rows)).encode())
        return found.read, found.stored, found.known

    assert stored(*lines, lines[0]) == (3, 2, 1)
    assert stored(*lines) == (2, 0, 2)
    assert stored(lines[0].replace("12:00", "12:30")) == (1, 1, 0)
    assert DeviceLog.objects.count() == 2


def test_a_file_with_a_mistake_is_not_taken_at_all(hall, monday_morning):
    monday_morning.shift(timedelta(days=1))
    number = hall.people["agatsuma"].number
    content = f"{HEAD}{number},2026/11/30 08:30,2026/11/30 12:00,PC1\n999999,2026/11/30 08:30,2026/11/30 12:00,PC2"

    found = import_device_log(file="log.csv", content=content.encode())

    assert (found.read, found.stored) == (2, 0)
    assert [(one.line, one.code, one.value) for one in found.mistakes] == [(3, "unknown_person", "999999")]
    assert not DeviceLog.objects.exists()
