"""What requests about choices, draws and groups may hold."""

from typing import Any

from rest_framework import serializers

from bookings.api.requests import StretchSerializer
from core.fields import LARGEST_ID, IdField
from spaces.models import Feature

MOST_PEOPLE = 200
MOST_IN_A_GROUP = 30
MOST_BESIDES = 100
FEATURES = [feature.value for feature in Feature]


def features_field(**options: Any) -> serializers.ListField:
    """A list of features of desks."""
    return serializers.ListField(
        child=serializers.ChoiceField(choices=FEATURES), required=False, max_length=len(FEATURES), **options
    )


class StretchOfADaySerializer(StretchSerializer):
    """A stretch of one day, which has to be named."""

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        attrs = super().validate(attrs)
        if "day" not in attrs and "start" not in attrs:
            raise serializers.ValidationError({"day": ["required"]})
        return attrs


class NewChoiceSerializer(StretchOfADaySerializer):
    """For whom a desk is to be chosen, when, and how it should be."""

    person = IdField(required=False, help_text="for whom; oneself where it is left out")
    near = IdField(required=False, help_text="a colleague to sit near; the own section where it is left out")
    features = features_field(help_text="those that the desk should have")
    besides = serializers.ListField(
        child=IdField(), required=False, max_length=MOST_BESIDES, help_text="desks offered already: another one"
    )
    change = IdField(required=False, help_text="the booking that would be moved there")
    book = serializers.BooleanField(required=False, default=False, help_text="book it in the same act")


class BookChoiceSerializer(serializers.Serializer[dict[str, Any]]):
    change = IdField(required=False, help_text="the booking to move there, instead of making a second one")


class NeedSerializer(serializers.Serializer[dict[str, Any]]):
    person = IdField()
    features = serializers.ListField(child=serializers.ChoiceField(choices=FEATURES), min_length=1, max_length=5)


class NewDrawSerializer(StretchOfADaySerializer):
    """Which department draws, for when, who takes part and where."""

    department = IdField()
    people = serializers.ListField(
        child=IdField(),
        required=False,
        max_length=MOST_PEOPLE,
        help_text="of the department; all who are not elsewhere where it is left out",
    )
    areas = serializers.ListField(
        child=IdField(),
        required=False,
        max_length=50,
        help_text="the department's own and those after them if left out",
    )
    existing = serializers.ChoiceField(
        choices=["keep", "redraw"], required=False, default="keep", help_text="of those who hold a desk already"
    )
    needs = NeedSerializer(many=True, required=False, help_text="features that somebody's desk has to have")


class GroupPeopleSerializer(StretchOfADaySerializer):
    """Who wants to sit together, and when."""

    people = serializers.ListField(child=IdField(), min_length=1, max_length=MOST_IN_A_GROUP)


class GroupSeatWantedSerializer(serializers.Serializer[dict[str, Any]]):
    person = IdField()
    desk = IdField()


class NewGroupSerializer(StretchOfADaySerializer):
    """Who gets which desk."""

    seats = serializers.ListField(child=GroupSeatWantedSerializer(), min_length=1, max_length=MOST_IN_A_GROUP)
    note = serializers.CharField(required=False, allow_blank=True, max_length=100, default="")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        attrs = super().validate(attrs)
        for name in ("person", "desk"):
            if len({seat[name] for seat in attrs["seats"]}) < len(attrs["seats"]):
                raise serializers.ValidationError({"seats": [f"each {name} once"]})
        return attrs


class DrawListSerializer(serializers.Serializer[dict[str, Any]]):
    """Which draws to list."""

    department = serializers.IntegerField(required=False, min_value=1, max_value=LARGEST_ID)
