"""The shape of the forecast."""

from typing import Any

from rest_framework import serializers

Values = serializers.Serializer[Any]

PAST_SOURCES = ("gate", "check_in")


class ForecastFloorNamedSerializer(Values):
    id = serializers.IntegerField()
    code = serializers.CharField()
    name = serializers.CharField()


class FloorExpectedSerializer(Values):
    floor = ForecastFloorNamedSerializer()
    expected = serializers.IntegerField(help_text="people at once at the day's peak")
    low = serializers.IntegerField(help_text="80 % of days lie between low and high")
    high = serializers.IntegerField()
    in_service = serializers.IntegerField(help_text="desks of the layout in force that day, closed ones apart")
    naive = serializers.IntegerField(allow_null=True, help_text="the same weekday of the last week with facts")
    booked = serializers.IntegerField(help_text="people with a desk booked there by now")


class DayExpectedSerializer(Values):
    day = serializers.DateField()
    floors = FloorExpectedSerializer(many=True)


class ForecastErrorsSerializer(Values):
    mae = serializers.FloatField(help_text="mean of |expected - was|, people per floor and day")
    wape = serializers.FloatField(help_text="sum of |expected - was| / sum of what was")


class ForecastErrorSerializer(Values):
    held_back_weeks = serializers.IntegerField()
    days = serializers.IntegerField(help_text="days forecast as if they were to come, each at its own distance")
    ours = ForecastErrorsSerializer(allow_null=True)
    naive = ForecastErrorsSerializer(allow_null=True)
    better = serializers.ChoiceField(choices=("ours", "naive", "same"), allow_null=True)


class ForecastSerializer(Values):
    """Ten working days from the next one on. Without enough history `days` is empty and `why_not` says so."""

    source = serializers.ChoiceField(choices=PAST_SOURCES, allow_null=True)  # type: ignore[assignment]  # a field of that name
    counts = serializers.ChoiceField(choices=("people", "desks"), allow_null=True)
    history_from = serializers.DateField(allow_null=True)
    history_to = serializers.DateField(allow_null=True)
    history_days = serializers.IntegerField()
    weight_of_plans = serializers.FloatField(help_text="0: by history alone; 1: by plans and show-up rates alone")
    days = DayExpectedSerializer(many=True)
    error = ForecastErrorSerializer()
    why_not = serializers.ChoiceField(choices=("no_facts", "too_few_days"), allow_null=True)
    facts_version = serializers.IntegerField(allow_null=True)


class OfBuildingSerializer(Values):
    building = serializers.IntegerField(
        min_value=1, max_value=2**63 - 1, required=False, help_text="left out: all buildings"
    )
