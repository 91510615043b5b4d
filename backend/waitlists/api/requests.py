"""What requests about waits may hold."""

from datetime import datetime, time, timedelta
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from bookings.api.requests import StretchSerializer
from core import clock
from core.fields import LARGEST_ID, DayField, IdField, WhenField
from core.interval import Interval
from spaces.api.answers import FEATURES

LONGEST_PERIOD_DAYS = 400


@extend_schema_field({"type": "string", "maxLength": 40})
class BookUntilField(WhenField):
    """As WhenField; a clock time is that of the wish's day."""


class NewWaitSerializer(StretchSerializer):
    """A wish to wait for: an area or any of one's own, a stretch of a day, and what the desk has to have."""

    area = IdField(required=False, allow_null=True, help_text="null or left out: any of my areas")
    features = serializers.ListField(
        child=serializers.ChoiceField(choices=FEATURES), required=False, default=list, max_length=len(FEATURES)
    )
    book_automatically = serializers.BooleanField(
        required=False, default=False, help_text="book without asking, if a desk comes before book_until"
    )
    book_until = BookUntilField(
        required=False, help_text="HH:MM on the day, or an instant; the start of the stretch where it is left out"
    )
    person = IdField(required=False, help_text="for whom; oneself where it is left out")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        attrs = super().validate(attrs)
        if "day" not in attrs and "start" not in attrs:
            raise serializers.ValidationError({"day": ["required"]})
        if "book_until" in attrs and not attrs["book_automatically"]:
            raise serializers.ValidationError({"book_until": ["only with book_automatically"]})
        return attrs

    def book_until_of(self, during: Interval) -> datetime | None:
        """The instant up to which a desk is booked without asking, or None where it never is."""
        if not self.validated_data["book_automatically"]:
            return None
        until: time | datetime | None = self.validated_data.get("book_until")
        if isinstance(until, time):
            return clock.at(clock.city_day(during.start), until)
        return until or during.start


class WaitListSerializer(serializers.Serializer[dict[str, Any]]):
    """Whose waits to list."""

    person = serializers.IntegerField(
        min_value=1, max_value=LARGEST_ID, required=False, help_text="somebody for whom I may book"
    )


class OfferAcceptSerializer(serializers.Serializer[dict[str, Any]]):
    """Yes; `leave_other` gives up what is held meanwhile."""

    leave_other = serializers.BooleanField(required=False, default=False)


class DemandPeriodSerializer(serializers.Serializer[dict[str, Any]]):
    """From which day to which, both included; at most 400 days."""

    to = DayField(help_text="the last day")

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return {"from": DayField(help_text="the first day"), **super().get_fields()}

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if attrs["to"] < attrs["from"]:
            raise serializers.ValidationError({"to": ["not before from"]})
        if attrs["to"] - attrs["from"] > timedelta(days=LONGEST_PERIOD_DAYS):
            raise serializers.ValidationError({"to": [f"at most {LONGEST_PERIOD_DAYS} days"]})
        return attrs
