"""What the API says of places."""

from typing import Any

from rest_framework import serializers

from core.paged import page_of
from people.api.answers import DepartmentBriefSerializer, PersonBriefSerializer
from spaces.models import DeskMode, Feature

Values = serializers.Serializer[Any]

DESK_MODES = DeskMode.values
FEATURES = Feature.values


class PartHoursSerializer(Values):
    start = serializers.CharField(help_text="HH:MM")
    end = serializers.CharField(help_text="HH:MM")


class DayPartsSerializer(Values):
    full = PartHoursSerializer()
    am = PartHoursSerializer()
    pm = PartHoursSerializer()


class BuildingSerializer(Values):
    id = serializers.IntegerField()
    code = serializers.CharField()
    name = serializers.CharField()
    opens_at = serializers.CharField(help_text="HH:MM; a desk can be held from then")
    closes_at = serializers.CharField(help_text="HH:MM")
    step_minutes = serializers.IntegerField(help_text="times of bookings are multiples of this")
    parts = DayPartsSerializer()


class FloorSerializer(Values):
    id = serializers.IntegerField()
    building = serializers.IntegerField()
    code = serializers.CharField()
    name = serializers.CharField()
    desks = serializers.IntegerField(help_text="in service")


class AreaBriefSerializer(Values):
    id = serializers.IntegerField()
    code = serializers.CharField()
    name = serializers.CharField()
    floor = serializers.IntegerField()


class DeskPlaceSerializer(Values):
    id = serializers.IntegerField()
    code = serializers.CharField()
    area = serializers.IntegerField()
    area_name = serializers.CharField()
    floor = serializers.IntegerField()
    floor_name = serializers.CharField()


class AreaSerializer(Values):
    id = serializers.IntegerField()
    code = serializers.CharField()
    name = serializers.CharField()
    x = serializers.FloatField(help_text="metres from the floor's upper left")
    y = serializers.FloatField()
    width = serializers.FloatField()
    height = serializers.FloatField()
    departments = DepartmentBriefSerializer(many=True, help_text="at home here that day; empty: common, for all")
    mine = serializers.BooleanField(help_text="my section is at home here that day")


class DeskSerializer(Values):
    id = serializers.IntegerField()
    code = serializers.CharField()
    area = serializers.IntegerField()
    x = serializers.FloatField(help_text="metres from the floor's upper left, before turning")
    y = serializers.FloatField()
    width = serializers.FloatField()
    height = serializers.FloatField()
    rotation = serializers.FloatField(help_text="degrees, about the desk's middle")
    mode = serializers.ChoiceField(choices=DESK_MODES)
    features = serializers.ListField(child=serializers.ChoiceField(choices=FEATURES))
    assigned_to = PersonBriefSerializer(allow_null=True, help_text="null too when hidden from me")


class FloorDetailSerializer(Values):
    id = serializers.IntegerField()
    building = serializers.IntegerField()
    code = serializers.CharField()
    name = serializers.CharField()
    layout = serializers.IntegerField()
    effective_from = serializers.DateField()
    width = serializers.FloatField(help_text="metres")
    height = serializers.FloatField(help_text="metres")
    plan_url = serializers.CharField(help_text="SVG of what is behind the desks; never changes under this address")
    areas = AreaSerializer(many=True)
    desks = DeskSerializer(many=True)


class DeskFoundSerializer(Values):
    id = serializers.IntegerField()
    code = serializers.CharField()
    floor = serializers.IntegerField()
    floor_name = serializers.CharField()
    area_name = serializers.CharField()
    mode = serializers.ChoiceField(choices=DESK_MODES)


PaginatedDeskFoundListSerializer = page_of(DeskFoundSerializer)
