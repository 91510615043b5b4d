"""What requests about attendance may hold."""

from datetime import date
from typing import Any

from rest_framework import serializers

from core import clock
from core.fields import DayField
from people.policies.visibility import Visibility

LONGEST_OWN_DAYS = 62
LONGEST_SECTION_DAYS = 35
MOST_WORKING_DAYS = 20


class _PeriodSerializer(serializers.Serializer[dict[str, Any]]):
    """From one day to another, both included."""

    longest_days = LONGEST_OWN_DAYS

    to = DayField(help_text="the last day")

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return {"from": DayField(help_text="the first day"), **super().get_fields()}

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        days = (attrs["to"] - attrs["from"]).days + 1
        if days < 1:
            raise serializers.ValidationError({"to": ["not before from"]})
        if days > self.longest_days:
            raise serializers.ValidationError({"to": [f"at most {self.longest_days} days"]})
        return attrs


class OwnPeriodSerializer(_PeriodSerializer):
    """At most 62 days."""


class SectionPeriodSerializer(_PeriodSerializer):
    """At most 35 days: five weeks, and any month."""

    longest_days = LONGEST_SECTION_DAYS


class DayWantedSerializer(serializers.Serializer[dict[str, Any]]):
    day = DayField(required=False, help_text="today where it is left out")


class WhereSerializer(serializers.Serializer[dict[str, Any]]):
    """On which day, and on how many working days from then on."""

    day = DayField(required=False, help_text="today or later; today where it is left out")
    days = serializers.IntegerField(
        min_value=0, max_value=MOST_WORKING_DAYS, required=False, default=0, help_text="working days counted from day"
    )

    def validate_day(self, day: date) -> date:
        if day < clock.today():
            raise serializers.ValidationError("today or later")
        return day

    @property
    def wanted(self) -> dict[str, Any]:
        """The day and the number of working days, as `whereabouts` takes them."""
        values = self.validated_data
        return {"day": values.get("day") or clock.today(), "working_days": values["days"]}


class PeopleSearchSerializer(WhereSerializer):
    q = serializers.CharField(max_length=100, help_text="name, reading, staff number or section, as people type them")


class MeChangeSerializer(serializers.Serializer[dict[str, Any]]):
    """What a person decides about themselves; what is left out stays."""

    language = serializers.ChoiceField(choices=["ja", "en"], required=False)
    visibility = serializers.ChoiceField(
        choices=[one.value for one in Visibility], required=False, help_text="who may see where I am"
    )
