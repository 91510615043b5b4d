"""What requests about drafts may hold: shapes, sizes and limits; whether it makes sense is for the review to say."""

from typing import Any

from rest_framework import serializers

from core.fields import LARGEST_ID, DayField, IdField
from spaces.importing.area_rows import LONGEST_AREA_CODE
from spaces.importing.desk_rows import LONGEST_DESK_CODE
from spaces.importing.drawing import LONGEST_SIDE_METRES
from spaces.models import DeskMode, Feature

MOST_AREAS, MOST_DESKS = 100, 2_000
LARGEST_REVISION = 2**31 - 1


class NumberField(serializers.FloatField):
    """A number as JSON writes it: no text, no true, and so neither infinite nor NaN; to four places.

    In metres that is a tenth of a millimetre: a drag and its undo meet again.
    """

    def to_internal_value(self, data: Any) -> float:
        if isinstance(data, bool) or not isinstance(data, int | float):
            self.fail("invalid")
        return round(float(data), 4) + 0.0


class MetresField(NumberField):
    def __init__(self, least: float = -LONGEST_SIDE_METRES, **more: Any) -> None:
        super().__init__(min_value=least, max_value=LONGEST_SIDE_METRES, **more)


class HomeSerializer(serializers.Serializer[Any]):
    department = serializers.CharField(max_length=16)
    weekday = serializers.IntegerField(min_value=0, max_value=6, allow_null=True, help_text="Monday is 0; null: always")


class DraftAreaSerializer(serializers.Serializer[Any]):
    code = serializers.CharField(max_length=LONGEST_AREA_CODE, allow_blank=True)
    name = serializers.CharField(max_length=50, allow_blank=True)
    x = MetresField()
    y = MetresField()
    width = MetresField(0)
    height = MetresField(0)
    overflow = serializers.ListField(child=serializers.CharField(max_length=LONGEST_AREA_CODE), max_length=MOST_AREAS)
    homes = serializers.ListField(child=HomeSerializer(), max_length=200)


class DraftDeskSerializer(serializers.Serializer[Any]):
    code = serializers.CharField(max_length=LONGEST_DESK_CODE, allow_blank=True)
    area = serializers.CharField(max_length=LONGEST_AREA_CODE, allow_blank=True, help_text="its code, or empty")
    x = MetresField()
    y = MetresField()
    width = MetresField(0)
    height = MetresField(0)
    rotation = NumberField(min_value=-360, max_value=360, help_text="degrees, about the desk's middle")
    mode = serializers.ChoiceField(choices=DeskMode.values)
    features = serializers.ListField(child=serializers.ChoiceField(choices=Feature.values), max_length=20)
    assigned_to = serializers.CharField(max_length=16, allow_blank=True, help_text="a person's number, or empty")

    def validate_features(self, value: list[str]) -> list[str]:
        return [feature for feature in Feature.values if feature in value]


class DraftContentSerializer(serializers.Serializer[Any]):
    """A floor by codes, in metres from its upper left."""

    width = MetresField(1)
    height = MetresField(1)
    areas = serializers.ListField(child=DraftAreaSerializer(), max_length=MOST_AREAS)
    desks = serializers.ListField(child=DraftDeskSerializer(), max_length=MOST_DESKS)


class NewDraftSerializer(serializers.Serializer[Any]):
    floor = IdField()
    effective_from = DayField()
    name = serializers.CharField(max_length=100, required=False, default="", allow_blank=True)
    from_layout = IdField(required=False, help_text="copied instead of the layout in force on the day")
    from_draft = IdField(required=False, help_text="a draft of this floor, copied as saved last, with its drawing")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if "from_layout" in attrs and "from_draft" in attrs:
            raise serializers.ValidationError({"from_draft": ["not together with from_layout"]})
        return attrs


class DraftSaveSerializer(serializers.Serializer[Any]):
    """The whole draft as it is to be; `revision` is the one it was read with."""

    revision = serializers.IntegerField(min_value=1, max_value=LARGEST_REVISION)
    name = serializers.CharField(max_length=100, allow_blank=True)
    effective_from = DayField()
    content = DraftContentSerializer()


class OfFloorSerializer(serializers.Serializer[Any]):
    floor = serializers.IntegerField(
        min_value=1, max_value=LARGEST_ID, required=False, help_text="all floors if absent"
    )
