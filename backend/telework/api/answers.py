"""What the API says of requests."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from rest_framework import serializers

from core import clock
from core.answers import ProblemSerializer
from core.problems import refusal_problem
from core.refused import Refused
from core.words import Language
from people.api.answers import DepartmentBriefSerializer, PersonBriefSerializer, department_brief, person_brief
from people.models import Person
from plans.models import Place
from plans.policies import Stretch
from telework.models import TeleworkRequest, WorkReport
from telework.policies.forms import DecidedAs, Form, Origin, Terminal, Treatment, Unit
from telework.policies.limits import OnSite
from telework.policies.states import RequestAction, RequestState
from telework.selectors.requests import ShownRequest

Values = serializers.Serializer[Any]


def words_of(words: Any) -> list[str]:
    """The values of an enumeration."""
    return [one.value for one in words]


class WorkSerializer(Values):
    """What was worked so far, by the presses of start and end."""

    started_at = serializers.DateTimeField(allow_null=True)
    ended_at = serializers.DateTimeField(allow_null=True)
    paused = serializers.BooleanField()
    worked_minutes = serializers.IntegerField(help_text="until now while it runs")


class WorkReportSerializer(Values):
    started_at = serializers.DateTimeField()
    ended_at = serializers.DateTimeField()
    break_minutes = serializers.IntegerField()
    tasks_done = serializers.CharField()
    overtime_minutes = serializers.IntegerField()
    overtime_ordered = serializers.BooleanField()
    device_minutes = serializers.IntegerField(allow_null=True, help_text="by the terminals' log; null: none")
    difference_minutes = serializers.IntegerField(allow_null=True, help_text="from the log; null: none")
    explanation = serializers.CharField(allow_blank=True)
    reported_at = serializers.DateTimeField()
    confirmed_at = serializers.DateTimeField(allow_null=True)
    confirmed_by = PersonBriefSerializer(allow_null=True)
    comment = serializers.CharField(allow_blank=True)


class TeleworkRequestSerializer(Values):
    """For the person, those who decide, and HR."""

    id = serializers.IntegerField()
    person = PersonBriefSerializer()
    department = DepartmentBriefSerializer(allow_null=True, help_text="of the main post on the day")
    day = serializers.DateField()
    unit = serializers.ChoiceField(choices=words_of(Unit))
    start = serializers.DateTimeField()
    end = serializers.DateTimeField()
    form = serializers.ChoiceField(choices=words_of(Form))
    place = serializers.CharField(allow_blank=True)
    shift = serializers.CharField(allow_blank=True)
    tasks = serializers.CharField(allow_blank=True)
    contact = serializers.CharField(allow_blank=True)
    terminal = serializers.ChoiceField(choices=words_of(Terminal))
    documents = serializers.CharField(allow_blank=True)
    treatment = serializers.ChoiceField(choices=words_of(Treatment))
    origin = serializers.ChoiceField(choices=words_of(Origin))
    post_hoc_reason = serializers.CharField(allow_blank=True)
    state = serializers.ChoiceField(choices=words_of(RequestState))
    comment = serializers.CharField(allow_blank=True, help_text="of whoever decided")
    series = serializers.UUIDField(allow_null=True)
    order = serializers.IntegerField(allow_null=True)
    submitted_at = serializers.DateTimeField(allow_null=True)
    decided_at = serializers.DateTimeField(allow_null=True)
    decided_by = PersonBriefSerializer(allow_null=True)
    decided_as = serializers.ChoiceField(choices=["", *words_of(DecidedAs)])
    decided_for = PersonBriefSerializer(allow_null=True, help_text="in whose place")
    work = WorkSerializer()
    report = WorkReportSerializer(allow_null=True)
    report_due = serializers.DateField(allow_null=True, help_text="while the report is to come")
    may = serializers.ListField(child=serializers.ChoiceField(choices=words_of(RequestAction)))
    version = serializers.IntegerField()


class LetsGoSerializer(Values):
    """What would be given up."""

    kind = serializers.ChoiceField(choices=["booking", "own_office"])
    id = serializers.IntegerField()
    start = serializers.DateTimeField()
    end = serializers.DateTimeField()
    place = serializers.ChoiceField(choices=Place.values)


class OnSiteSerializer(Values):
    """People of the section on site in a half-day."""

    half = serializers.ChoiceField(choices=["am", "pm"])
    before = serializers.IntegerField()
    after = serializers.IntegerField()
    minimum = serializers.IntegerField()


class JudgedDaySerializer(Values):
    """One day that is wished for."""

    day = serializers.DateField()
    start = serializers.DateTimeField()
    end = serializers.DateTimeField()
    outcome = serializers.ChoiceField(choices=["ok", "warned", "refused"])
    problems = ProblemSerializer(many=True)
    warnings = ProblemSerializer(many=True)
    lets_go = LetsGoSerializer(many=True)
    on_site = OnSiteSerializer(many=True, help_text="empty where no number is set")
    week_days = serializers.IntegerField(help_text="telework days of the week, this one with them")
    month_days = serializers.IntegerField()
    in_a_row = serializers.IntegerField()


class TeleworkPreviewSerializer(Values):
    days = JudgedDaySerializer(many=True)


def request_shape(shown: ShownRequest, now: datetime | None = None) -> dict[str, Any]:
    """A TeleworkRequest; everything has to be at hand (`with_everything`)."""
    one = shown.request
    during = one.interval
    return {
        "id": one.pk,
        "person": person_brief(one.person),
        "department": department_brief(one.department),
        "day": one.day,
        "unit": one.unit,
        "start": during.start,
        "end": during.end,
        "form": one.form,
        "place": one.place,
        "shift": one.shift,
        "tasks": one.tasks,
        "contact": one.contact,
        "terminal": one.terminal,
        "documents": one.documents,
        "treatment": one.treatment,
        "origin": one.origin,
        "post_hoc_reason": one.post_hoc_reason,
        "state": one.state,
        "comment": one.comment,
        "series": None if one.series is None else str(one.series),
        "order": one.order_id,
        "submitted_at": one.submitted_at,
        "decided_at": one.decided_at,
        "decided_by": _brief(one.decided_by),
        "decided_as": one.decided_as,
        "decided_for": _brief(one.decided_for),
        "work": work_shape(one, now or clock.now()),
        "report": report_shape(one),
        "report_due": shown.report_due,
        "may": [action.value for action in shown.may],
        "version": one.version,
    }


def work_shape(request: TeleworkRequest, now: datetime) -> dict[str, Any]:
    """What was worked so far; a stretch that runs counts until `now`."""
    stretches = sorted(request.stretches.all(), key=lambda one: one.started_at)
    seconds = sum(((one.ended_at or now) - one.started_at).total_seconds() for one in stretches)
    running = any(one.ended_at is None for one in stretches)
    paused = request.state == RequestState.PAUSED
    return {
        "started_at": stretches[0].started_at if stretches else None,
        "ended_at": stretches[-1].ended_at if stretches and not running and not paused else None,
        "paused": paused,
        "worked_minutes": max(0, int(seconds // 60)),
    }


def report_shape(request: TeleworkRequest) -> dict[str, Any] | None:
    """The report, or None where there is none yet."""
    report: WorkReport | None = getattr(request, "report", None)
    if report is None:
        return None
    return {
        "started_at": report.started_at,
        "ended_at": report.ended_at,
        "break_minutes": report.break_minutes,
        "tasks_done": report.tasks_done,
        "overtime_minutes": report.overtime_minutes,
        "overtime_ordered": report.overtime_ordered,
        "device_minutes": report.device_minutes,
        "difference_minutes": report.difference_minutes,
        "explanation": report.explanation,
        "reported_at": report.reported_at,
        "confirmed_at": report.confirmed_at,
        "confirmed_by": _brief(report.confirmed_by),
        "comment": report.comment,
    }


def on_site_shapes(on_site: Sequence[OnSite]) -> list[dict[str, Any]]:
    """What an approval would leave on site, half by half."""
    return [{"half": one.half, "before": one.before, "after": one.after, "minimum": one.minimum} for one in on_site]


def lets_go_shapes(stretches: Sequence[Stretch]) -> list[dict[str, Any]]:
    """What would be given up."""
    return [
        {
            "kind": one.holder_kind,
            "id": one.holder_id,
            "start": one.during.start,
            "end": one.during.end,
            "place": one.place,
        }
        for one in stretches
    ]


def problem_shapes(refusals: Sequence[Refused], language: Language) -> list[Mapping[str, Any]]:
    """Refusals as problems inside another answer."""
    return [refusal_problem(one, language) for one in refusals]


def _brief(person: Person | None) -> dict[str, Any] | None:
    return None if person is None else person_brief(person)
