"""What requests about labels and displays may hold."""

from typing import Any

from rest_framework import serializers

from core.fields import LARGEST_ID, DayField, IdField
from displays.policies.label_sheets import MOST_SHIFT, SHEETS

MOST_DESKS_NAMED = 500


class QueryIdField(serializers.IntegerField):
    """An id in a query, which is text."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=1, max_value=LARGEST_ID, **kwargs)


class LabelsWantedSerializer(serializers.Serializer[dict[str, Any]]):
    """Which desks, on which sheet. At least one of `floor`, `area` and `desks`; each that is given has to hold."""

    floor = QueryIdField(required=False)
    area = QueryIdField(required=False)
    desks = serializers.CharField(
        required=False,
        max_length=10_000,
        help_text=f"ids of desks with commas between them, at most {MOST_DESKS_NAMED}",
    )
    sheet = serializers.ChoiceField(choices=list(SHEETS), default="24", help_text="labels on an A4 sheet")
    first = serializers.IntegerField(
        default=1, min_value=1, max_value=99, help_text="position of the first label on the first sheet; 1: upper left"
    )
    shift_right = serializers.FloatField(
        default=0.0, min_value=-MOST_SHIFT, max_value=MOST_SHIFT, help_text="millimetres, for printers off the mark"
    )
    shift_down = serializers.FloatField(default=0.0, min_value=-MOST_SHIFT, max_value=MOST_SHIFT)
    day = DayField(required=False, help_text="the layout in force on this day; today where it is left out")

    def validate_desks(self, value: str) -> list[int]:
        parts = [part.strip() for part in value.split(",")]
        if len(parts) > MOST_DESKS_NAMED or not all(
            part.isascii() and part.isdigit() and 0 < int(part[:20]) <= LARGEST_ID for part in parts
        ):
            raise serializers.ValidationError(f"1-{MOST_DESKS_NAMED} ids, separated by commas")
        return [int(part) for part in parts]

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if not {"floor", "area", "desks"} & set(attrs):
            raise serializers.ValidationError({"floor": ["floor, area or desks"]})
        if attrs["first"] > SHEETS[attrs["sheet"]].labels:
            raise serializers.ValidationError({"first": [f"1-{SHEETS[attrs['sheet']].labels}"]})
        return attrs


class NewDisplaySerializer(serializers.Serializer[dict[str, Any]]):
    """A display to be set up."""

    floor = IdField()
    name = serializers.CharField(max_length=60, help_text="where it hangs, for those who look after it")
    names = serializers.BooleanField(
        default=False, help_text="show the family names of those whom everyone may see at their desks"
    )
