"""`/booking-rules/simulate/`: what would this rule have refused?"""

from datetime import timedelta
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from bookings.api.rules import SETS_RULES, BookingRuleSerializer
from bookings.models import BookingRule
from bookings.selectors.simulation import Simulated, candidate_rows, simulate
from core import clock
from core.answers import ProblemSerializer, RuleNamedSerializer
from core.fields import DayField, IdField
from core.words import language_of
from people.models import Department
from spaces.models import Area

LONGEST_DAYS = 62
USUAL_DAYS = 30
SMALLEST_GROUP = 5
"""Fewer people than these are not told by their section, so that nobody is recognised in a count."""

Values = serializers.Serializer[Any]


class SimulationWantedSerializer(serializers.Serializer[dict[str, Any]]):
    """A rule that is not set yet, and the days in which the bookings were made that it is tried on."""

    rule = BookingRuleSerializer()
    replaces = IdField(required=False, help_text="the row of rules that it would take the place of")
    to = DayField(required=False, help_text="the last day; today if left out")

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        first = DayField(required=False, help_text=f"the first day; {USUAL_DAYS} days before the last if left out")
        return {"from": first, **super().get_fields()}

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        last = attrs.setdefault("to", clock.today())
        first = attrs.setdefault("from", last - timedelta(days=USUAL_DAYS))
        if not timedelta(0) <= last - first <= timedelta(days=LONGEST_DAYS):
            raise serializers.ValidationError({"to": [f"0-{LONGEST_DAYS} days after from"]})
        return attrs


class RefusedByRuleSerializer(Values):
    code = serializers.CharField(help_text="the code of the Problem")
    rule = RuleNamedSerializer()
    count = serializers.IntegerField()


class RefusedByDepartmentSerializer(Values):
    department = serializers.IntegerField(allow_null=True, help_text="null: sections with few people, taken together")
    name = serializers.CharField(allow_null=True)
    count = serializers.IntegerField()
    judged = serializers.IntegerField(help_text="bookings of the section in the period")


class RefusedExampleSerializer(Values):
    """A booking that would have been refused, without the person and the desk."""

    code = serializers.CharField(help_text="the code of the Problem")
    day = serializers.DateField()
    made_on = serializers.DateField()
    area = serializers.CharField(help_text="its code")
    department = serializers.CharField(allow_null=True, help_text="null: too few people to say")
    start = serializers.DateTimeField()
    end = serializers.DateTimeField()


class SimulationSerializer(Values):
    """What the rule would have refused of what was allowed."""

    judged = serializers.IntegerField(help_text="bookings made in the period")
    not_judged = serializers.IntegerField(help_text="walk-ups, which no rule refuses, and desks that stand no more")
    refused = serializers.IntegerField()
    by_rule = RefusedByRuleSerializer(many=True, help_text="most first")
    by_department = RefusedByDepartmentSerializer(many=True, help_text="most first")
    by_weekday = serializers.ListField(
        child=serializers.IntegerField(), min_length=7, max_length=7, help_text="of the day booked, Monday first"
    )
    examples = RefusedExampleSerializer(many=True, help_text="the first ten")

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return {"from": serializers.DateField(), "to": serializers.DateField(), **super().get_fields()}


class SimulateRuleView(APIView):
    """Trying a rule on what was."""

    permission_classes = [SETS_RULES]

    @extend_schema(
        operation_id="booking_rules_simulate_create",
        request=SimulationWantedSerializer,
        responses={200: SimulationSerializer, 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def post(self, request: Request) -> Response:
        """Ask of every booking made in the period whether the rule would have refused it. Changes nothing."""
        wanted = SimulationWantedSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        values = wanted.validated_data
        present, candidate = candidate_rows(BookingRule(**values["rule"]), values.get("replaces"))
        found = simulate(present, candidate, first=values["from"], last=values["to"])
        return Response({"from": values["from"], "to": values["to"], **_shape(found, request)})


def _shape(found: Simulated, request: Request) -> dict[str, Any]:
    language = language_of(request)
    names = _names(found)
    areas = dict(Area.objects.filter(pk__in={one.area_id for one, _ in found.examples}).values_list("pk", "code"))
    return {
        "judged": found.judged,
        "not_judged": found.not_judged,
        "refused": found.refused,
        "by_rule": [
            {"code": key[0], "rule": found.rules[key].in_language(language), "count": count}
            for key, count in found.by_rule.most_common()
        ],
        "by_department": _departments(found, names),
        "by_weekday": [found.by_weekday[number] for number in range(7)],
        "examples": [
            {
                "day": one.day,
                "made_on": clock.city_day(one.created_at),
                "area": areas[one.area_id],
                "department": names.get(one.department_id or 0),
                "code": refused.code,
                "start": one.asked_from,
                "end": one.asked_until,
            }
            for one, refused in found.examples
        ],
    }


def _names(found: Simulated) -> dict[int, str]:
    """The sections large enough to be told by name."""
    large = {pk for pk, people in found.people_by_department.items() if pk and len(people) >= SMALLEST_GROUP}
    return dict(Department.objects.filter(pk__in=large).values_list("pk", "name"))


def _departments(found: Simulated, names: dict[int, str]) -> list[dict[str, Any]]:
    told = [
        {"department": pk, "name": names[pk], "count": count, "judged": found.judged_by_department[pk]}
        for pk, count in found.by_department.most_common()
        if pk in names
    ]
    small = [pk for pk in found.by_department if pk not in names]
    if small:
        count = sum(found.by_department[pk] for pk in small)
        judged = sum(found.judged_by_department[pk] for pk in small)
        told.append({"department": None, "name": None, "count": count, "judged": judged})
    return told
