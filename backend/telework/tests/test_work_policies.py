"""The day itself, its report, the log beside it and the rest after it, decided without a database."""

from datetime import date, datetime, timedelta

import pytest

from core.interval import Interval
from core.rules import BY_DEFAULT, Rule
from telework.policies.request_refusals import RequestRefusal
from telework.policies.rest import short_rest_minutes
from telework.policies.work import (
    Worked,
    WorkHours,
    ends_at,
    going_on_refused,
    likely_break_minutes,
    paused_minutes,
    start_refused,
    worked_minutes,
)
from telework.policies.work_device import device_span, logged_window, minutes_apart, span_minutes
from telework.policies.work_refusals import WorkRefusal
from telework.policies.work_report import Reported, ReportRules, report_faults, report_refused
from tests.factories.hall import city_time

DAY = date(2026, 12, 1)
MIDNIGHT = Interval(city_time(DAY, "0:00"), city_time(DAY + timedelta(days=1), "0:00"))


def at(clock_time: str) -> datetime:
    return city_time(DAY, clock_time)


def worked(*stretches: str) -> list[Worked]:
    """`worked("8:30-12:00", "13:00-")`."""
    found = []
    for stretch in stretches:
        start, _, end = stretch.partition("-")
        found.append(Worked(at(start), at(end) if end else None))
    return found


def rule(value: object) -> Rule:
    return Rule(value, BY_DEFAULT)


HOURS = WorkHours(Interval(at("5:00"), at("22:00")), rule("5:00"), rule("22:00"))
RULES = ReportRules(overtime=rule(False), day_minutes=rule(465), difference_minutes=rule(30))


@pytest.mark.parametrize(
    ("clock_time", "today", "code"),
    [
        ("4:59", DAY, RequestRefusal.OUTSIDE_TELEWORK_HOURS),
        ("5:00", DAY, None),
        ("21:59", DAY, None),
        ("22:00", DAY, RequestRefusal.OUTSIDE_TELEWORK_HOURS),
        ("9:00", DAY - timedelta(days=1), WorkRefusal.NOT_THE_DAY),
        ("9:00", DAY + timedelta(days=1), WorkRefusal.NOT_THE_DAY),
    ],
)
def test_work_starts_on_its_day_within_the_hours_of_telework(clock_time, today, code):
    refused = start_refused(day=DAY, today=today, now=at(clock_time), hours=HOURS)

    assert (refused and refused.code) == code


def test_a_pause_belongs_to_the_day():
    assert going_on_refused(day=DAY, today=DAY) is None
    refused = going_on_refused(day=DAY, today=DAY + timedelta(days=1))
    assert refused is not None
    assert (refused.code, refused.facts) == (WorkRefusal.NOT_THE_DAY, {"day": DAY})


def test_who_forgot_to_end_it_ends_it_at_the_planned_time():
    next_day = DAY + timedelta(days=1)

    def end(today: date, started: str = "8:30") -> datetime:
        return ends_at(day=DAY, today=today, now=at("18:20"), planned_end=at("17:15"), started_at=at(started))

    assert end(DAY) == at("18:20")
    assert end(next_day) == at("17:15")
    assert end(next_day, started="19:00") == at("19:00")


def test_minutes_are_those_of_the_stretches():
    assert worked_minutes(worked("8:30-12:00", "13:00-"), at("14:10")) == 210 + 70
    assert worked_minutes([], at("14:10")) == 0
    assert paused_minutes(worked("8:30-12:00", "12:40-15:00", "15:20-17:15")) == 60


@pytest.mark.parametrize(
    ("stretches", "minutes"),
    [
        (["8:30-17:15"], 60),
        (["8:30-12:00", "12:20-17:15"], 60),
        (["8:30-11:00", "13:00-17:15"], 120),
        (["8:30-12:00"], 0),
        (["13:00-17:15"], 0),
        ([], 0),
    ],
)
def test_a_report_begins_with_the_pauses_and_at_least_the_noon_break(stretches, minutes):
    assert likely_break_minutes(worked(*stretches), Interval(at("12:00"), at("13:00"))) == minutes


def report(start: str = "8:30", end: str = "17:15", **more: object) -> Reported:
    values = {"break_minutes": 60, "tasks_done": "照会への回答", **more}
    return Reported(started_at=at(start), ended_at=at(end), **values)  # type: ignore[arg-type]  # a test's keywords


@pytest.mark.parametrize(
    ("reported", "fields"),
    [
        (report(), {}),
        (report("17:15", "8:30"), {"ended_at": ["after the start"]}),
        (report("8:30", "8:30"), {"ended_at": ["after the start"]}),
        (report(break_minutes=525), {"break_minutes": ["shorter than the work"]}),
        (report(overtime_minutes=466), {"overtime_minutes": ["at most the time worked"]}),
        (report("8:30", "18:01"), {"ended_at": ["not yet"]}),
    ],
)
def test_a_report_that_cannot_be_names_its_field(reported, fields):
    assert report_faults(reported, day=MIDNIGHT, now=at("18:00")) == fields


def test_a_report_is_of_its_day():
    before = Reported(at("8:30") - timedelta(days=1), at("17:15"), 60, "x")
    after = Reported(at("8:30"), at("17:15") + timedelta(days=1), 60, "x")
    later = at("18:00") + timedelta(days=2)

    assert report_faults(before, day=MIDNIGHT, now=later) == {"started_at": ["on the day of the request"]}
    assert report_faults(after, day=MIDNIGHT, now=later) == {"ended_at": ["on the day of the request"]}


@pytest.mark.parametrize(
    ("reported", "rules", "apart", "code"),
    [
        (report(), RULES, None, None),
        (report(), RULES, 30, None),
        (report(), RULES, 31, WorkRefusal.DIFFERENCE_UNEXPLAINED),
        (report(explanation="  "), RULES, 31, WorkRefusal.DIFFERENCE_UNEXPLAINED),
        (report(explanation="端末の更新"), RULES, 31, None),
        (report("8:30", "17:45"), RULES, None, None),
        (report("8:30", "17:46"), RULES, None, WorkRefusal.OVERTIME_UNSAID),
        (report("8:30", "18:15", overtime_minutes=60), RULES, None, WorkRefusal.OVERTIME_NOT_ORDERED),
        (report("8:30", "18:15", overtime_minutes=60, overtime_ordered=True), RULES, None, None),
        (
            report("8:30", "18:15", overtime_minutes=60),
            ReportRules(rule(True), rule(465), rule(30)),
            None,
            None,
        ),
    ],
)
def test_overtime_needs_an_order_and_a_difference_an_explanation(reported, rules, apart, code):
    refused = report_refused(reported, rules, difference_minutes=apart)

    assert (refused and refused.code) == code


def test_the_log_of_the_other_half_is_left_out():
    office_and_home = [Interval(at("8:20"), at("17:20"))]
    morning = logged_window("am", Interval(at("8:30"), at("12:00")), MIDNIGHT)
    hours = logged_window("hours", Interval(at("10:00"), at("12:00")), MIDNIGHT)

    assert device_span(office_and_home, morning) == Interval(at("8:20"), at("12:00"))
    assert device_span(office_and_home, hours) == Interval(at("10:00"), at("12:00"))
    assert device_span([Interval(at("13:00"), at("17:00"))], morning) is None


def test_the_difference_is_the_larger_of_both_ends():
    span = device_span([Interval(at("8:50"), at("12:00")), Interval(at("13:00"), at("17:10"))], MIDNIGHT)

    assert span_minutes(span) == 500
    assert minutes_apart(Interval(at("8:30"), at("17:15")), span) == 20
    assert minutes_apart(Interval(at("8:30"), at("17:15")), None) is None


@pytest.mark.parametrize(
    ("ended", "hours", "rest"),
    [("21:30", 11, None), ("21:31", 11, 659), ("23:30", 11, 540), ("23:30", 9, None), ("23:30", 0, None)],
)
def test_eleven_hours_lie_between_two_working_days(ended, hours, rest):
    assert short_rest_minutes(at(ended), at("8:30") + timedelta(days=1), hours) == rest
