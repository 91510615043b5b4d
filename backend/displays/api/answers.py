"""What the API says of displays."""

from typing import Any

from rest_framework import serializers

from bookings.policies.desk_state import DeskState
from displays.models import DisplayLink

Values = serializers.Serializer[Any]
DESK_STATES = [state.value for state in DeskState]


class DisplayLinkSerializer(Values):
    id = serializers.IntegerField()
    floor = serializers.IntegerField()
    floor_name = serializers.CharField()
    building_name = serializers.CharField()
    name = serializers.CharField()
    names = serializers.BooleanField()
    created_at = serializers.DateTimeField()
    created_by = serializers.CharField(allow_blank=True, help_text="the name of whoever set it up")
    revoked_at = serializers.DateTimeField(allow_null=True)
    last_seen_at = serializers.DateTimeField(allow_null=True, help_text="to within five minutes; null: never")


class NewDisplayLinkSerializer(DisplayLinkSerializer):
    address = serializers.CharField(help_text="where the screen has to go; told this once")


class DisplayedPersonSerializer(Values):
    name = serializers.CharField(help_text="a family name")
    desk_code = serializers.CharField()


class DisplayedAreaSerializer(Values):
    id = serializers.IntegerField()
    name = serializers.CharField()
    x = serializers.FloatField()
    y = serializers.FloatField()
    width = serializers.FloatField()
    height = serializers.FloatField()
    free = serializers.IntegerField()
    drop_in = serializers.IntegerField()
    in_service = serializers.IntegerField()
    people = DisplayedPersonSerializer(
        many=True, help_text="those whom everyone may see, where the display shows names"
    )


class DisplayedDeskSerializer(Values):
    id = serializers.IntegerField()
    x = serializers.FloatField()
    y = serializers.FloatField()
    width = serializers.FloatField()
    height = serializers.FloatField()
    rotation = serializers.FloatField()
    state = serializers.ChoiceField(choices=DESK_STATES)


class DisplayedFloorSerializer(Values):
    name = serializers.CharField(help_text="of the display")
    building_name = serializers.CharField()
    floor_name = serializers.CharField()
    now = serializers.DateTimeField()
    until = serializers.DateTimeField(help_text="a desk counts as free when it is free until then")
    working_day = serializers.BooleanField()
    names = serializers.BooleanField()
    layout = serializers.IntegerField()
    width = serializers.FloatField(help_text="metres")
    height = serializers.FloatField(help_text="metres")
    free = serializers.IntegerField()
    drop_in = serializers.IntegerField()
    in_service = serializers.IntegerField()
    areas = DisplayedAreaSerializer(many=True)
    desks = DisplayedDeskSerializer(many=True)


def display_link_shape(link: DisplayLink) -> dict[str, Any]:
    """A DisplayLink; its floor, building and account have to be at hand."""
    account = link.created_by
    return {
        "id": link.pk,
        "floor": link.floor_id,
        "floor_name": link.floor.name,
        "building_name": link.floor.building.name,
        "name": link.name,
        "names": link.names,
        "created_at": link.created_at,
        "created_by": "" if account is None else account.person.name if account.person else account.username,
        "revoked_at": link.revoked_at,
        "last_seen_at": link.last_seen_at,
    }
