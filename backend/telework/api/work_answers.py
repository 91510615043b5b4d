"""What the API says of the day itself and of its log, and what requests about them hold."""

from datetime import date, datetime, time
from typing import Any

from rest_framework import serializers

from core import clock
from core.answers import ProblemSerializer
from core.fields import LARGEST_ID, WhenField
from telework.models import TeleworkRequest
from telework.policies.work_device import span_minutes
from telework.policies.work_report import Reported, report_faults
from telework.selectors.work import WorkOfDay, whole_day

Values = serializers.Serializer[Any]
LARGEST_VERSION = 2_147_483_647
LONGEST_MINUTES = 1_440
MOST_CONFIRMED = 200


class WorkActionSerializer(Values):
    """The version that was on the screen, where the caller wants to be told of changes."""

    version = serializers.IntegerField(required=False, min_value=1, max_value=LARGEST_VERSION)


class SentBackSerializer(WorkActionSerializer):
    comment = serializers.CharField(max_length=400, allow_blank=True, default="", help_text="needed: what to mend")


class NewReportSerializer(WorkActionSerializer):
    """Times are clock times of the request's day, or instants. `context["day"]` is that day."""

    started_at = WhenField()
    ended_at = WhenField()
    break_minutes = serializers.IntegerField(min_value=0, max_value=LONGEST_MINUTES, default=0)
    tasks_done = serializers.CharField(max_length=800)
    overtime_minutes = serializers.IntegerField(min_value=0, max_value=LONGEST_MINUTES, default=0)
    overtime_ordered = serializers.BooleanField(default=False)
    explanation = serializers.CharField(max_length=400, allow_blank=True, default="")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        faults = report_faults(self._reported(attrs), day=whole_day(self._day), now=clock.now())
        if faults:
            raise serializers.ValidationError(faults)
        return attrs

    @property
    def reported(self) -> Reported:
        """What was reported, once it is valid."""
        return self._reported(self.validated_data)

    @property
    def _day(self) -> date:
        day: date = self.context["day"]
        return day

    def _reported(self, values: dict[str, Any]) -> Reported:
        def instant(when: time | datetime) -> datetime:
            return clock.at(self._day, when) if isinstance(when, time) else when

        return Reported(
            started_at=instant(values["started_at"]),
            ended_at=instant(values["ended_at"]),
            break_minutes=values["break_minutes"],
            tasks_done=values["tasks_done"],
            overtime_minutes=values["overtime_minutes"],
            overtime_ordered=values["overtime_ordered"],
            explanation=values["explanation"],
        )


class ReportSeenSerializer(Values):
    id = serializers.IntegerField(min_value=1, max_value=LARGEST_ID)
    version = serializers.IntegerField(required=False, min_value=1, max_value=LARGEST_VERSION)


class ManyReportsSerializer(Values):
    requests = serializers.ListField(child=ReportSeenSerializer(), min_length=1, max_length=MOST_CONFIRMED)


class RefusedReportSerializer(Values):
    id = serializers.IntegerField()
    problem = ProblemSerializer()


class ManyConfirmedSerializer(Values):
    done = serializers.ListField(child=serializers.IntegerField())
    refused = RefusedReportSerializer(many=True)


class WorkedStretchSerializer(Values):
    started_at = serializers.DateTimeField()
    ended_at = serializers.DateTimeField(allow_null=True)


class LoggedStretchSerializer(Values):
    logged_on_at = serializers.DateTimeField()
    logged_off_at = serializers.DateTimeField()
    device = serializers.CharField(allow_blank=True)


class WorkOfDaySerializer(Values):
    """The stretches of a request, the terminals' log of its day, and what a report begins with."""

    stretches = WorkedStretchSerializer(many=True)
    worked_minutes = serializers.IntegerField(help_text="an open stretch counts until now")
    likely_break_minutes = serializers.IntegerField(help_text="the pauses, and the noon break that was worked across")
    logged = LoggedStretchSerializer(many=True, help_text="of the whole day")
    device_from = serializers.DateTimeField(allow_null=True, help_text="the first log-on that belongs to the request")
    device_until = serializers.DateTimeField(allow_null=True, help_text="the last log-off that belongs to it")
    device_minutes = serializers.IntegerField(allow_null=True)
    difference_minutes = serializers.IntegerField(help_text="beyond so many minutes a report explains itself")
    overtime_needs_order = serializers.BooleanField()
    day_minutes = serializers.IntegerField(help_text="of a working day; more is overtime")


def work_of_day_shape(
    work: WorkOfDay, *, difference_minutes: int, overtime_needs_order: bool, day_minutes: int
) -> dict[str, Any]:
    """A WorkOfDay, with the rules that a report will be held to."""
    return {
        "stretches": [{"started_at": one.started_at, "ended_at": one.ended_at} for one in work.stretches],
        "worked_minutes": work.worked_minutes,
        "likely_break_minutes": work.likely_break_minutes,
        "logged": [
            {"logged_on_at": one.logged_on_at, "logged_off_at": one.logged_off_at, "device": one.device}
            for one in work.logged
        ],
        "device_from": work.device.start if work.device else None,
        "device_until": work.device.end if work.device else None,
        "device_minutes": span_minutes(work.device),
        "difference_minutes": difference_minutes,
        "overtime_needs_order": overtime_needs_order,
        "day_minutes": day_minutes,
    }


def report_wanted(request: TeleworkRequest, data: Any) -> NewReportSerializer:
    """The report in a request's body; its clock times are those of the telework day. Raises ValidationError."""
    wanted = NewReportSerializer(data=data, context={"day": request.day})
    wanted.is_valid(raise_exception=True)
    return wanted
