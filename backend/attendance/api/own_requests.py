"""What people may send about their own days."""

from datetime import timedelta
from typing import Any

from rest_framework import serializers

from attendance.api.answers import PLACES, SHIFT_CODES
from core.fields import DayField
from plans.models.week import DAYS_A_WEEK
from plans.policies.own_days import NOTE_LENGTH, Wish, Word

Values = serializers.Serializer[dict[str, Any]]
MOST_DAYS = 62
MONDAY = 0


class DayInPathSerializer(Values):
    day = DayField()


class OwnWordSerializer(Values):
    """Where I am in a half of a day: `usual` takes my own word back and leaves it to my usual week."""

    place = serializers.ChoiceField(choices=[wish.value for wish in Wish])
    note = serializers.CharField(required=False, allow_blank=True, default="", max_length=NOTE_LENGTH)


class OwnDaySerializer(Values):
    """The halves that are spoken of; a half that is left out stays as it is."""

    am = OwnWordSerializer(required=False)
    pm = OwnWordSerializer(required=False)
    shift = serializers.ChoiceField(choices=SHIFT_CODES, required=False)
    let_go = serializers.BooleanField(
        required=False, default=False, help_text="give up the desk or the request of telework that stands there"
    )

    @property
    def words(self) -> dict[str, Any]:
        """As `plan_own_day` takes it."""
        values = self.validated_data
        return {
            "am": word_of(values.get("am")),
            "pm": word_of(values.get("pm")),
            "shift": values.get("shift"),
            "letting_go": values["let_go"],
        }


class ForeseenDayWantedSerializer(Values):
    day = DayField()
    am = OwnWordSerializer(required=False)
    pm = OwnWordSerializer(required=False)


class ForeseenWantedSerializer(Values):
    days = serializers.ListField(child=ForeseenDayWantedSerializer(), min_length=1, max_length=MOST_DAYS)


class UsualWeekWantedSerializer(Values):
    """Seven of each, Monday first; an empty place or shift says nothing."""

    active_from = DayField()
    am = serializers.ListField(
        child=serializers.ChoiceField(choices=PLACES, allow_blank=True), min_length=DAYS_A_WEEK, max_length=DAYS_A_WEEK
    )
    pm = serializers.ListField(
        child=serializers.ChoiceField(choices=PLACES, allow_blank=True), min_length=DAYS_A_WEEK, max_length=DAYS_A_WEEK
    )
    shifts = serializers.ListField(
        child=serializers.ChoiceField(choices=SHIFT_CODES, allow_blank=True),
        min_length=DAYS_A_WEEK,
        max_length=DAYS_A_WEEK,
    )


class CopyWeekSerializer(Values):
    """Two Mondays; `preview` says what would come of it and changes nothing."""

    from_week = DayField()
    to_week = DayField()
    preview = serializers.BooleanField(required=False, default=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        for name in ("from_week", "to_week"):
            if attrs[name].weekday() != MONDAY:
                raise serializers.ValidationError({name: ["a Monday"]})
        if abs(attrs["to_week"] - attrs["from_week"]) < timedelta(days=DAYS_A_WEEK):
            raise serializers.ValidationError({"to_week": ["another week"]})
        return attrs


def word_of(value: dict[str, Any] | None) -> Word | None:
    """A word as the services take it."""
    return Word(Wish(value["place"]), value["note"]) if value else None
