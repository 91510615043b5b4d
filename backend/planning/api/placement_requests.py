"""What the API reads about placements."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from core.fields import LARGEST_ID, DayField, IdField
from planning.policies.placing_asked import USUAL

MOST_DESKS = 100_000
MOST_WEIGHT = 1000
MOST_SECTIONS = 2000
MOST_FLOORS = 200
MOST_PAIRS = 2000
LONGEST_SECONDS = 600

Values = serializers.Serializer[Any]


@extend_schema_field(
    {"oneOf": [{"type": "string", "enum": ["today"]}, {"type": "integer", "minimum": 1, "maximum": LARGEST_ID}]}
)
class StartField(serializers.Field[Any, Any, Any, Any]):
    """`today`, or the id of a placement."""

    default_error_messages = {"form": "today, or the id of a placement"}

    def to_internal_value(self, data: Any) -> Any:
        if data == "today":
            return data
        if isinstance(data, bool) or not isinstance(data, int) or not 1 <= data <= LARGEST_ID:
            self.fail("form")
        return data

    def to_representation(self, value: Any) -> Any:
        return value


class SectionWantedSerializer(Values):
    department = IdField()
    desks = serializers.IntegerField(min_value=1, max_value=MOST_DESKS)
    counter = serializers.BooleanField(required=False, help_text="else whether the section has counter duty")
    fixed_floor = IdField(allow_null=True, required=False, default=None)


class FixedWantedSerializer(Values):
    department = IdField()
    floor = IdField()


class FloorWantedSerializer(Values):
    floor = IdField()
    capacity = serializers.IntegerField(min_value=0, max_value=MOST_DESKS)


class NearWantedSerializer(Values):
    a = IdField(help_text="a department of `sections`")
    b = IdField()
    weight = serializers.IntegerField(min_value=1, max_value=MOST_WEIGHT, default=4)


class NewPlacementSerializer(Values):
    """What is asked of the optimiser. All but the name may be left out."""

    name = serializers.CharField(max_length=100)
    building = IdField(required=False, help_text="else the first")
    day = DayField(required=False, help_text="whose layouts and departments; else today")
    scenario = IdField(allow_null=True, required=False, default=None, help_text="whose answer says the desks needed")
    sections = serializers.ListField(
        child=SectionWantedSerializer(),
        required=False,
        allow_empty=False,
        max_length=MOST_SECTIONS,
        help_text="else those with people, and their desks by the scenario, by history, or 0.7 of the roll",
    )
    floors = serializers.ListField(
        child=FloorWantedSerializer(),
        required=False,
        allow_empty=False,
        max_length=MOST_FLOORS,
        help_text="else those with a layout",
    )
    fixed = serializers.ListField(
        child=FixedWantedSerializer(),
        required=False,
        default=list,
        max_length=MOST_SECTIONS,
        help_text="laid over the sections",
    )
    counters = serializers.ListField(
        child=IdField(),
        required=False,
        allow_null=True,
        default=None,
        max_length=MOST_SECTIONS,
        help_text="the sections with a counter, laid over the sections; null: as they are",
    )
    sharing = serializers.BooleanField(default=True, help_text="sections of a floor share its desks, where facts say")
    same_division = serializers.IntegerField(min_value=0, max_value=MOST_WEIGHT, default=USUAL["same_division"])
    same_bureau = serializers.IntegerField(min_value=0, max_value=MOST_WEIGHT, default=USUAL["same_bureau"])
    near = serializers.ListField(child=NearWantedSerializer(), required=False, default=list, max_length=MOST_PAIRS)
    counters_low = serializers.IntegerField(
        min_value=0,
        max_value=MOST_WEIGHT,
        default=USUAL["counters_low"],
        help_text="for each level a counter lies above the lowest floor",
    )
    few_moves = serializers.IntegerField(
        min_value=0,
        max_value=MOST_WEIGHT,
        default=USUAL["few_moves"],
        help_text="for each section that leaves the floor it starts on",
    )
    start_from = StartField(allow_null=True, required=False, default="today")
    most_moves = serializers.IntegerField(
        min_value=0, max_value=MOST_SECTIONS, allow_null=True, required=False, default=None
    )
    seconds = serializers.IntegerField(min_value=1, max_value=LONGEST_SECONDS, default=USUAL["seconds"])
    gap = serializers.FloatField(
        min_value=0,
        max_value=0.5,
        default=USUAL["gap"],
        help_text="it stops when the best found is this near to the bound",
    )


class ProposalQuerySerializer(Values):
    scenario = serializers.IntegerField(min_value=1, max_value=LARGEST_ID, required=False)
    building = serializers.IntegerField(min_value=1, max_value=LARGEST_ID, required=False)
    day = DayField(required=False)


class PlacementDraftsWantedSerializer(Values):
    effective_from = DayField(required=False, help_text="first day of the drafts; else the placement's, from tomorrow")
