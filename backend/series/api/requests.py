"""What requests about series may carry."""

from datetime import date, time, timedelta
from typing import Any

from rest_framework import serializers

from bookings.policies.parts import Part
from core import clock
from core.fields import DayField, IdField, WhenField
from series.policies.change import SeriesChange
from series.policies.pattern import LONGEST_DAYS, Pattern, WhenClosed
from series.policies.wish import Hours, SeriesWish

PARTS = [part.value for part in Part]
MOST_DATES = LONGEST_DAYS + 1
MOST_WEEKS = 52

Values = serializers.Serializer[dict[str, Any]]


class ClockTimeField(WhenField):
    """A clock time of the city as HH:MM."""

    def to_internal_value(self, data: Any) -> time:
        value = super().to_internal_value(data)
        if not isinstance(value, time):
            self.fail("form")
        return value


class ChosenDateSerializer(Values):
    """One of the days of a series, and the desk chosen for it where it is another one."""

    day = DayField()
    desk = IdField(required=False)


class HoursSerializer(Values):
    """Part of the day, or two clock times; the full day where nothing is said."""

    part = serializers.ChoiceField(choices=PARTS, required=False)
    start = ClockTimeField(required=False, help_text="HH:MM; with end, instead of part")
    end = ClockTimeField(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        start, end = attrs.get("start"), attrs.get("end")
        if (start is None) != (end is None):
            raise serializers.ValidationError({"end" if end is None else "start": ["start and end go together"]})
        if start is not None and "part" in attrs:
            raise serializers.ValidationError({"part": ["either part, or start and end"]})
        if start is not None and end is not None and end <= start:
            raise serializers.ValidationError({"end": ["after start"]})
        return attrs

    def hours(self) -> Hours | None:
        """The hours asked for; None where the request says nothing of them."""
        values = self.validated_data
        if "start" in values:
            return Hours(start=values["start"], end=values["end"])
        return Hours(part=values["part"]) if "part" in values else None


class _From(Values):
    """`from` is a word of Python, so the field is added by its name."""

    from_help = "the first day"

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return {"from": DayField(help_text=self.from_help), **super().get_fields()}


class SeriesWishSerializer(_From, HoursSerializer):
    """A desk on some weekdays of every n-th week, from a first day until a last one."""

    desk = IdField()
    person = IdField(required=False, help_text="for whom; oneself where it is left out")
    weekdays = serializers.ListField(
        child=serializers.IntegerField(min_value=0, max_value=6), min_length=1, max_length=7, help_text="Monday is 0"
    )
    every_weeks = serializers.IntegerField(min_value=1, max_value=MOST_WEEKS, required=False, default=1)
    until = DayField(help_text=f"the last day, at most {LONGEST_DAYS} days after the first")
    when_closed = serializers.ChoiceField(
        choices=[way.value for way in WhenClosed],
        required=False,
        default=WhenClosed.SKIP.value,
        help_text="what becomes of a date on which the city or the desk's place is closed",
    )
    dates = serializers.ListField(
        child=ChosenDateSerializer(),
        required=False,
        max_length=MOST_DATES,
        help_text="the days to book, each with its desk where that is another; all but the skipped ones if left out",
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        attrs = super().validate(attrs)
        first, last = attrs["from"], attrs["until"]
        if first < clock.today():
            raise serializers.ValidationError({"from": ["not in the past"]})
        if last < first or last - first > timedelta(days=LONGEST_DAYS):
            raise serializers.ValidationError({"until": [f"0-{LONGEST_DAYS} days after from"]})
        if len(set(attrs["weekdays"])) != len(attrs["weekdays"]):
            raise serializers.ValidationError({"weekdays": ["each once"]})
        if not _pattern(attrs).days():
            raise serializers.ValidationError({"weekdays": ["no such day from first to last"]})
        return attrs

    def wish(self) -> SeriesWish:
        values = self.validated_data
        return SeriesWish(
            desk_id=values["desk"],
            pattern=_pattern(values),
            hours=self.hours() or Hours(part=Part.FULL.value),
            when_closed=WhenClosed(values["when_closed"]),
            desks=chosen_desks(values.get("dates", [])),
        )

    def chosen(self) -> set[date] | None:
        """The days to book, None for all."""
        dates = self.validated_data.get("dates")
        return None if dates is None else {one["day"] for one in dates}


class SeriesCancelSerializer(_From):
    """Which dates to give up: from a day on, or until another."""

    to = DayField(required=False, help_text="the last day; the rest where it is left out")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if "to" in attrs and attrs["to"] < attrs["from"]:
            raise serializers.ValidationError({"to": ["not before from"]})
        return attrs


class SeriesChangeSerializer(_From, HoursSerializer):
    """Another desk, other hours or both, from a day on, or until another."""

    to = DayField(required=False, help_text="the last day; the rest where it is left out")
    desk = IdField(required=False)
    dates = serializers.ListField(
        child=ChosenDateSerializer(), required=False, max_length=MOST_DATES, help_text="other desks for some days"
    )
    exceptions_too = serializers.BooleanField(
        required=False, default=False, help_text="also dates changed alone before"
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        attrs = super().validate(attrs)
        if "to" in attrs and attrs["to"] < attrs["from"]:
            raise serializers.ValidationError({"to": ["not before from"]})
        if not any(name in attrs for name in ("desk", "part", "start", "dates")):
            raise serializers.ValidationError({"desk": ["nothing to change"]})
        return attrs

    def change(self) -> SeriesChange:
        values = self.validated_data
        return SeriesChange(
            first=values["from"],
            last=values.get("to", date.max),
            desk_id=values.get("desk"),
            hours=self.hours(),
            desks=chosen_desks(values.get("dates", [])),
            exceptions_too=values["exceptions_too"],
        )


class SeriesRestoreSerializer(Values):
    """Which cancelled bookings of the series to take back."""

    bookings = serializers.ListField(child=IdField(), min_length=1, max_length=MOST_DATES)


class SeriesListSerializer(Values):
    """Whose series to list, and whether also those that are over."""

    person = serializers.IntegerField(
        min_value=1, max_value=2**63 - 1, required=False, help_text="somebody for whom I may book"
    )
    past = serializers.BooleanField(required=False, default=False, help_text="also those without a date to come")


def chosen_desks(dates: list[dict[str, Any]]) -> dict[date, int]:
    """The desks chosen for single days."""
    return {one["day"]: one["desk"] for one in dates if "desk" in one}


def _pattern(values: dict[str, Any]) -> Pattern:
    return Pattern(frozenset(values["weekdays"]), values["every_weeks"], values["from"], values["until"])
