"""What may be asked of reports."""

from datetime import time
from typing import Any

from rest_framework import serializers

from core.fields import LARGEST_ID, DayField
from occupancy.policies.periods import LONGEST_DAYS, By, Period
from occupancy.policies.slots import SLOT_MINUTES
from occupancy.policies.sources import PlaceKind, Source

_PLACES = (PlaceKind.BUILDING, PlaceKind.FLOOR, PlaceKind.AREA, PlaceKind.DEPARTMENT)
_KINDS = ("bureau", "division", "section", "unit")


def _id(text: str) -> serializers.IntegerField:
    return serializers.IntegerField(min_value=1, max_value=LARGEST_ID, required=False, help_text=text)


def _day(text: str, *, required: bool = True) -> DayField:
    return DayField(required=required, help_text=text)


class ReportSerializer(serializers.Serializer[dict[str, Any]]):
    """A period of at most five years, one place or department, and a source."""

    to = _day("the last day")
    building = _id("only of it")
    floor = _id("only of it")
    area = _id("only of it")
    department = _id("only of it, with all below it")
    source = serializers.ChoiceField(  # type: ignore[assignment]  # a parameter of that name
        choices=[one.value for one in Source], required=False, default=Source.BOOKING.value
    )

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return {"from": _day("the first day"), **super().get_fields()}

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        _check_period(attrs, "from", "to")
        if len(named := [kind.value for kind in _PLACES if kind.value in attrs]) > 1:
            raise serializers.ValidationError({named[1]: [f"not together with {named[0]}"]})
        return attrs

    @property
    def period(self) -> Period:
        return Period(self.validated_data["from"], self.validated_data["to"])

    @property
    def source_asked(self) -> Source:
        return Source(self.validated_data["source"])

    @property
    def place_asked(self) -> tuple[PlaceKind, int | None]:
        """The kind of the place and its id; None of everything."""
        for kind in _PLACES:
            if (number := self.validated_data.get(kind.value)) is not None:
                return kind, number
        return PlaceKind.ALL, None


def _check_period(attrs: dict[str, Any], first: str, last: str) -> None:
    if not Period(attrs[first], attrs[last]).is_sound:
        raise serializers.ValidationError({last: [f"not before {first}, at most {LONGEST_DAYS} days"]})


class SummaryAskedSerializer(ReportSerializer):
    """A report, and perhaps another period to compare it with."""

    compare_from = _day("the first day of the other period", required=False)
    compare_to = _day("its last day", required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        attrs = super().validate(attrs)
        if ("compare_from" in attrs) != ("compare_to" in attrs):
            missing = "compare_to" if "compare_from" in attrs else "compare_from"
            raise serializers.ValidationError({missing: ["required"]})
        if "compare_from" in attrs:
            _check_period(attrs, "compare_from", "compare_to")
        return attrs

    @property
    def other_period(self) -> Period | None:
        if "compare_from" not in self.validated_data:
            return None
        return Period(self.validated_data["compare_from"], self.validated_data["compare_to"])


class TimelineAskedSerializer(ReportSerializer):
    """A report, cut into days, weeks or months."""

    by = serializers.ChoiceField(choices=[one.value for one in By], required=False, default=By.DAY.value)


class DepartmentsAskedSerializer(ReportSerializer):
    """A report on the departments of one kind, perhaps of those below another only."""

    under = _id("only departments below it")
    kind = serializers.ChoiceField(choices=_KINDS, required=False, default="section")


class DesksAskedSerializer(ReportSerializer):
    """A report on the desks of a floor or an area, or everywhere on those that were never used."""

    slot = serializers.RegexField(
        r"^([01][0-9]|2[0-3]):[03]0$", required=False, help_text="HH:MM at which a slot begins: only in it"
    )
    never_used = serializers.BooleanField(required=False, default=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        attrs = super().validate(attrs)
        if not attrs["never_used"] and "floor" not in attrs and "area" not in attrs:
            raise serializers.ValidationError({"floor": ["required, unless never_used is asked for"]})
        return attrs

    @property
    def slot_asked(self) -> int | None:
        """The slot of the day, or None for the core window."""
        if (said := self.validated_data.get("slot")) is None:
            return None
        clock_time = time.fromisoformat(said)
        return (clock_time.hour * 60 + clock_time.minute) // SLOT_MINUTES
