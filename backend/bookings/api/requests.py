"""What requests about bookings may hold."""

from datetime import date, datetime, time
from typing import Any

from rest_framework import serializers

from bookings.api.answers import BOOKING_STATES
from bookings.policies.parts import Part
from bookings.selectors.asked import Backwards, asked_interval
from core.fields import LARGEST_ID, DayField, IdField, WhenField
from core.interval import Interval
from spaces.policies.floor_plan import BuildingHours


class StretchSerializer(serializers.Serializer[dict[str, Any]]):
    """A stretch of a day: `day` with `part`, or with `start` and `end`."""

    day = DayField(required=False, help_text="YYYY-MM-DD; today where it is left out")
    part = serializers.ChoiceField(
        choices=[part.value for part in Part], required=False, help_text="the full day where it is left out"
    )
    start = WhenField(required=False, help_text="HH:MM of the city's clocks or ISO 8601; with end, instead of part")
    end = WhenField(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        start, end = attrs.get("start"), attrs.get("end")
        if (start is None) != (end is None):
            raise serializers.ValidationError({"end" if end is None else "start": ["start and end go together"]})
        if start is not None and "part" in attrs:
            raise serializers.ValidationError({"part": ["either part, or start and end"]})
        if (isinstance(start, time) or isinstance(end, time)) and "day" not in attrs:
            raise serializers.ValidationError({"day": ["a clock time needs its day"]})
        if isinstance(start, time) is not isinstance(end, time):
            raise serializers.ValidationError({"end": ["of the same form as start"]})
        if start is not None and end is not None and end <= start:
            raise serializers.ValidationError({"end": ["after start"]})
        return attrs

    def during(self, building: BuildingHours) -> Interval:
        """The interval asked for, at this building."""
        return interval_of(self.validated_data, building)


class DeskDayWantedSerializer(StretchSerializer):
    """A stretch of a day, and for whom it is asked."""

    person = serializers.IntegerField(
        min_value=1, max_value=LARGEST_ID, required=False, help_text="somebody for whom I may book; else myself"
    )


class NewBookingSerializer(StretchSerializer):
    """A wish for a desk. `day` may be left out only where start and end are instants."""

    desk = IdField()
    person = IdField(required=False, help_text="for whom; oneself where it is left out")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        attrs = super().validate(attrs)
        if "day" not in attrs and "start" not in attrs:
            raise serializers.ValidationError({"day": ["required"]})
        return attrs


class BookingChangeSerializer(StretchSerializer):
    """What is to be different: the desk, the stretch, or both. What is left out stays as it is."""

    desk = IdField(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if not attrs:
            raise serializers.ValidationError({"desk": ["nothing to change"]})
        return super().validate(attrs)

    @property
    def changes_time(self) -> bool:
        return any(name in self.validated_data for name in ("day", "part", "start"))


class DeskCheckInSerializer(serializers.Serializer[dict[str, Any]]):
    """A check-in at a desk; `leave_other` gives up whatever other desk is held now."""

    leave_other = serializers.BooleanField(required=False, default=False)


class NewDeskLoanSerializer(serializers.Serializer[dict[str, Any]]):
    desk = IdField()
    day = DayField()


class BookingListSerializer(serializers.Serializer[dict[str, Any]]):
    """Which bookings to list: one's own, or those of somebody for whom one may book."""

    person = serializers.IntegerField(
        min_value=1,
        max_value=LARGEST_ID,
        required=False,
        help_text="somebody for whom I may book; of others, today and the coming days only",
    )
    to = DayField(required=False, help_text="the last day")
    state = serializers.ChoiceField(choices=BOOKING_STATES, required=False)
    order = serializers.ChoiceField(choices=["asc", "desc"], required=False, default="asc")

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return {"from": DayField(required=False, help_text="the first day"), **super().get_fields()}


def interval_of(values: dict[str, Any], building: BuildingHours) -> Interval:
    """The interval that validated `values` mean at `building`. Raises ValidationError when it runs backwards."""
    day: date | None = values.get("day")
    start: time | datetime | None = values.get("start")
    end: time | datetime | None = values.get("end")
    try:
        return asked_interval(building, day=day, part=values.get("part"), start=start, end=end)
    except Backwards as error:
        raise serializers.ValidationError({"end": ["after start"]}) from error
