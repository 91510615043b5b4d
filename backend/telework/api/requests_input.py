"""What may be sent about requests of telework."""

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Any

from rest_framework import serializers

from core.fields import DayField, IdField, WhenField
from core.revision import Slow
from plans.policies.shifts import SHIFTS
from plans.selectors.working_days import city_calendar
from telework.api.answers import words_of
from telework.models import TeleworkRequest
from telework.policies.forms import Form, Terminal, Treatment, Unit
from telework.policies.request_hours import LONGEST_DAYS, MOST_DAYS, DayPattern
from telework.policies.states import RequestState
from telework.services.requests import Content

MOST_WEEKS = 52
Input = serializers.Serializer[dict[str, Any]]


class ClockField(WhenField):
    """A clock time of the city as HH:MM."""

    def to_internal_value(self, data: Any) -> time:
        value = super().to_internal_value(data)
        if not isinstance(value, time):
            self.fail("form")
        return value


class ContentSerializer(Input):
    """What a request says beside its day; what is left out is as a form would have it."""

    unit = serializers.ChoiceField(choices=words_of(Unit), required=False, default=Unit.FULL.value)
    start = ClockField(required=False, help_text="HH:MM; with end, for unit hours")
    end = ClockField(required=False)
    form = serializers.ChoiceField(choices=words_of(Form), required=False, default=Form.HOME.value)
    place = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")
    shift = serializers.ChoiceField(
        choices=list(SHIFTS), required=False, allow_blank=True, default="", help_text="empty: the day's own"
    )
    tasks = serializers.CharField(max_length=400, required=False, allow_blank=True, default="")
    contact = serializers.CharField(max_length=100, required=False, allow_blank=True, default="")
    terminal = serializers.ChoiceField(choices=words_of(Terminal), required=False, default=Terminal.OWN_OFFICE.value)
    documents = serializers.CharField(
        max_length=200, required=False, allow_blank=True, default="", help_text="taken out; empty is none"
    )
    treatment = serializers.ChoiceField(choices=words_of(Treatment), required=False, default=Treatment.DUTY.value)
    post_hoc_reason = serializers.CharField(
        max_length=200,
        required=False,
        allow_blank=True,
        default="",
        help_text="why it is entered afterwards; a request of that day or one before needs it",
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if "unit" in attrs:
            _check_hours(attrs["unit"], attrs.get("start"), attrs.get("end"))
        return attrs

    def content(self) -> Content:
        return content_of(self.validated_data)


class NewRequestSerializer(ContentSerializer):
    """A request for one day."""

    day = DayField()
    submit = serializers.BooleanField(required=False, default=True, help_text="false: a draft")
    person = IdField(required=False, help_text="whose day; a manager who records it afterwards")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        attrs = super().validate(attrs)
        if "person" in attrs and not attrs["post_hoc_reason"].strip():
            raise serializers.ValidationError({"post_hoc_reason": ["why it is entered afterwards"]})
        return attrs


class DaysSerializer(ContentSerializer):
    """A request for each of several days: either `days`, or a pattern."""

    days = serializers.ListField(child=DayField(), required=False, min_length=1, max_length=MOST_DAYS)
    until = DayField(required=False, help_text=f"the last day, at most {LONGEST_DAYS} days after the first")
    weekdays = serializers.ListField(
        child=serializers.IntegerField(min_value=0, max_value=6),
        required=False,
        min_length=1,
        max_length=7,
        help_text="Monday is 0; days on which the city is closed are left out",
    )
    every_weeks = serializers.IntegerField(min_value=1, max_value=MOST_WEEKS, required=False, default=1)

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return {"from": DayField(required=False, help_text="the first day of a pattern"), **super().get_fields()}

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        attrs = super().validate(attrs)
        pattern = {"from", "until", "weekdays"} & set(attrs)
        if "days" in attrs and pattern:
            raise serializers.ValidationError({"days": ["either days, or from, until and weekdays"]})
        if "days" not in attrs and len(pattern) < 3:
            raise serializers.ValidationError({"days": ["days, or from, until and weekdays"]})
        if pattern and not timedelta() <= attrs["until"] - attrs["from"] <= timedelta(days=LONGEST_DAYS):
            raise serializers.ValidationError({"until": [f"0-{LONGEST_DAYS} days after from"]})
        return attrs

    def wanted_days(self, slow: Mapping[Slow, int]) -> list[date]:
        """The days asked for, in order and each once. Raises ValidationError when there is none, or too many."""
        values = self.validated_data
        if "days" in values:
            return sorted(set(values["days"]))
        pattern = DayPattern(frozenset(values["weekdays"]), values["every_weeks"], values["from"], values["until"])
        days = pattern.days(city_calendar(slow[Slow.CALENDAR]).is_working_day)
        if not 1 <= len(days) <= MOST_DAYS:
            raise serializers.ValidationError({"weekdays": [f"1-{MOST_DAYS} working days"]})
        return days


class ChangedRequestSerializer(Input):
    """What changes of a draft or a returned request."""

    version = serializers.IntegerField(min_value=0, max_value=2**31 - 1, required=False)
    day = DayField(required=False)

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        fields = ContentSerializer().get_fields()
        for one in fields.values():
            one.required, one.default = False, serializers.empty
        return {**super().get_fields(), **fields}

    def merged(self, request: TeleworkRequest, start: time, end: time) -> tuple[date, Content]:
        """The day and the whole content as they are then; `start` and `end` are those that stand."""
        values = self.validated_data
        standing = {name: getattr(request, name) for name in _KEPT}
        unit = values.get("unit", request.unit)
        if unit == Unit.HOURS and request.unit == Unit.HOURS:
            standing |= {"start": start, "end": end}
        merged = {**standing, **values}
        _check_hours(unit, merged.get("start"), merged.get("end"))
        return values.get("day", request.day), content_of(merged)


class ActSerializer(Input):
    """With which version in view, and what is said to it."""

    version = serializers.IntegerField(min_value=0, max_value=2**31 - 1, required=False)
    comment = serializers.CharField(max_length=400, required=False, allow_blank=True, default="")


class RequestListSerializer(Input):
    """Which of my requests to list."""

    to = DayField(required=False)
    state = serializers.ChoiceField(choices=words_of(RequestState), required=False)

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return {"from": DayField(required=False), **super().get_fields()}


_KEPT = (
    "unit",
    "form",
    "place",
    "shift",
    "tasks",
    "contact",
    "terminal",
    "documents",
    "treatment",
    "post_hoc_reason",
)


def content_of(values: Mapping[str, Any]) -> Content:
    """Checked values as the services take them."""
    unit = Unit(values["unit"])
    hours = (values["start"], values["end"]) if unit is Unit.HOURS else None
    return Content(
        unit,
        values["form"],
        values["terminal"],
        values["treatment"],
        hours,
        values["place"],
        values["shift"],
        values["tasks"],
        values["contact"],
        values["documents"],
        values["post_hoc_reason"].strip(),
    )


def _check_hours(unit: str, start: time | None, end: time | None) -> None:
    if unit != Unit.HOURS:
        return
    if start is None or end is None:
        raise serializers.ValidationError({"start" if start is None else "end": ["required for unit hours"]})
    if end <= start:
        raise serializers.ValidationError({"end": ["after start"]})
