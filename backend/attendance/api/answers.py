"""What the API says of people's days."""

from typing import Any

from rest_framework import serializers

from core.paged import page_of
from people.api.answers import DepartmentBriefSerializer, PersonBriefSerializer
from people.policies.roles import Role
from people.policies.visibility import Visibility
from plans.models import Place
from spaces.api.answers import AreaBriefSerializer, DeskPlaceSerializer

Values = serializers.Serializer[Any]
VISIBILITIES = [one.value for one in Visibility]
PLACES = [place.value for place in Place]


class MyPersonSerializer(Values):
    id = serializers.IntegerField()
    number = serializers.CharField()
    name = serializers.CharField()
    family_name = serializers.CharField()
    kana = serializers.CharField()
    title = serializers.CharField()
    department = DepartmentBriefSerializer(allow_null=True)
    visibility = serializers.ChoiceField(choices=VISIBILITIES)


class MeSerializer(Values):
    username = serializers.CharField()
    person = MyPersonSerializer(allow_null=True, help_text="null: an account that belongs to nobody on the roll")
    roles = serializers.ListField(child=serializers.ChoiceField(choices=[role.value for role in Role]))
    approves = serializers.BooleanField(help_text="leads a department, or approves in somebody's place today")
    language = serializers.ChoiceField(choices=["ja", "en"])
    home_areas = AreaBriefSerializer(many=True)
    demonstration = serializers.BooleanField()
    today = serializers.DateField(help_text="the city's day")
    working_days = serializers.ListField(
        child=serializers.DateField(), help_text="today if it is one, and the next ones, 30 in all"
    )


class StretchSerializer(Values):
    start = serializers.DateTimeField()
    end = serializers.DateTimeField()
    place = serializers.ChoiceField(choices=PLACES)
    desk = DeskPlaceSerializer(allow_null=True)
    booking = serializers.IntegerField(allow_null=True)
    present = serializers.BooleanField(help_text="checked in")


class CalendarDaySerializer(Values):
    day = serializers.DateField()
    working_day = serializers.BooleanField()
    holiday = serializers.CharField(allow_null=True, help_text="the name of the 祝日 or closing day")


class PlanDaySerializer(CalendarDaySerializer):
    am = StretchSerializer(allow_null=True)
    pm = StretchSerializer(allow_null=True)
    stretches = StretchSerializer(many=True)
    visible = serializers.BooleanField(help_text="false: not for you to know; then nothing is said of the day")


class MyPlanSerializer(Values):
    days = PlanDaySerializer(many=True)


class SectionDaySerializer(CalendarDaySerializer):
    on_site_am = serializers.IntegerField(help_text="of those whom you may see")
    on_site_pm = serializers.IntegerField()


class SectionPersonSerializer(Values):
    person = PersonBriefSerializer()
    title = serializers.CharField()
    manages = serializers.BooleanField()
    me = serializers.BooleanField()
    visible = serializers.BooleanField(help_text="whether you may see any of the days")
    days = PlanDaySerializer(many=True)


class SectionAttendanceSerializer(Values):
    department = DepartmentBriefSerializer()
    minimum_on_site = serializers.IntegerField(help_text="0: no minimum")
    days = SectionDaySerializer(many=True)
    people = SectionPersonSerializer(many=True)


class PersonFoundSerializer(Values):
    id = serializers.IntegerField()
    number = serializers.CharField()
    name = serializers.CharField()
    family_name = serializers.CharField()
    kana = serializers.CharField()
    title = serializers.CharField()
    department = DepartmentBriefSerializer(allow_null=True)
    place = serializers.ChoiceField(
        choices=PLACES,
        allow_null=True,
        help_text="today where now or next, else where the day begins; null when unknown or hidden",
    )
    desk = DeskPlaceSerializer(allow_null=True)
    visible = serializers.BooleanField(help_text="false: where this person is is not for you to know")
    favourite = serializers.BooleanField(help_text="marked by me")
    days = PlanDaySerializer(many=True, help_text="the working days asked for")


class PersonPageSerializer(PersonFoundSerializer):
    me = serializers.BooleanField()
    may_book = serializers.BooleanField(help_text="whether I may book a desk for this person")


class LookSerializer(Values):
    """Somebody looked at where I was."""

    at = serializers.DateTimeField()
    by = serializers.CharField(help_text="the name of whoever looked")
    first_day = serializers.DateField(help_text="the days looked at, both included")
    last_day = serializers.DateField()
    department = serializers.CharField(
        allow_null=True, help_text="looked at with all of this department; null: at me alone"
    )


class WhereaboutsSerializer(Values):
    person = PersonBriefSerializer()
    day = serializers.DateField()
    visible = serializers.BooleanField()
    stretches = StretchSerializer(many=True)


PaginatedPersonFoundListSerializer = page_of(PersonFoundSerializer)
PaginatedLookListSerializer = page_of(LookSerializer)
