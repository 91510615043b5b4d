"""What is asked and told of the facts of days."""

from typing import Any

from rest_framework import serializers

from core.fields import DayField
from occupancy.policies.periods import LONGEST_DAYS, Period


class DaysAskedSerializer(serializers.Serializer[dict[str, Any]]):
    """A period, both days included."""

    to = DayField(help_text="the last day")

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return {"from": DayField(help_text="the first day"), **super().get_fields()}

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if not Period(attrs["from"], attrs["to"]).is_sound:
            raise serializers.ValidationError({"to": [f"not before from, at most {LONGEST_DAYS} days"]})
        return attrs


class DaySourcesSerializer(serializers.Serializer[Any]):
    gate = serializers.BooleanField()
    booking = serializers.BooleanField()
    count = serializers.BooleanField()
    sensor = serializers.BooleanField()


class OccupancyDaySerializer(serializers.Serializer[Any]):
    day = serializers.DateField()
    working_day = serializers.BooleanField()
    closed_as = serializers.CharField(help_text="the 祝日 or closing day; empty on other days")
    built_at = serializers.DateTimeField(allow_null=True, help_text="null: waits to be built for the first time")
    provisional = serializers.BooleanField(help_text="built before the day was over")
    stale = serializers.BooleanField(help_text="something came in since: it is built again soon")
    sealed = serializers.BooleanField(help_text="personal records are gone: never built again")
    sources = DaySourcesSerializer()
    cleaning = serializers.DictField(child=serializers.IntegerField(), help_text="by rule of cleaning")


class DaysWaitSerializer(serializers.Serializer[Any]):
    days = serializers.IntegerField(help_text="how many days the worker builds")
