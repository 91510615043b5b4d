"""What the API says of people's days."""

from typing import Any

from rest_framework import serializers

from core.paged import page_of
from people.api.answers import DepartmentBriefSerializer, PersonBriefSerializer
from people.policies.roles import Role
from people.policies.visibility import Visibility
from plans.models import Place
from plans.policies.picture import Source
from plans.policies.shifts import SHIFTS
from spaces.api.answers import AreaBriefSerializer, DeskPlaceSerializer
from telework.policies.forms import Form, Unit
from telework.policies.rules import Strictness
from telework.policies.states import RequestState

Values = serializers.Serializer[Any]
VISIBILITIES = [one.value for one in Visibility]
PLACES = [place.value for place in Place]
FORMS = [form.value for form in Form]
UNITS = [unit.value for unit in Unit]
REQUEST_STATES = [state.value for state in RequestState]
SHIFT_CODES = list(SHIFTS)
STRICTNESS = [strictness.value for strictness in Strictness]
SOURCES = [source.value for source in Source]


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


class RequestBehindSerializer(Values):
    """The telework request behind a stretch."""

    id = serializers.IntegerField()
    state = serializers.ChoiceField(choices=REQUEST_STATES)
    form = serializers.ChoiceField(choices=FORMS)


class WaitingRequestSerializer(Values):
    """A telework request that holds nothing yet."""

    id = serializers.IntegerField()
    state = serializers.ChoiceField(choices=["draft", "submitted", "returned"])
    form = serializers.ChoiceField(choices=FORMS)
    unit = serializers.ChoiceField(choices=UNITS)
    start = serializers.DateTimeField()
    end = serializers.DateTimeField()


class TeamDayShownSerializer(Values):
    """チーム出社日 of a department of mine."""

    department_id = serializers.IntegerField()
    name = serializers.CharField(help_text="of the department")
    part = serializers.ChoiceField(choices=["full", "am", "pm"])
    rule = serializers.ChoiceField(choices=STRICTNESS, help_text="what telework on it meets")


class StretchSerializer(Values):
    start = serializers.DateTimeField()
    end = serializers.DateTimeField()
    place = serializers.ChoiceField(choices=PLACES)
    source = serializers.ChoiceField(  # type: ignore[assignment]  # a field of that name
        choices=SOURCES,
        help_text="pattern: the usual week says so; default: nothing is known, presumed to be at the office",
    )
    request = RequestBehindSerializer(allow_null=True, help_text="for oneself, the section and the managers")
    note = serializers.CharField(allow_blank=True, help_text="of a trip or a leave, for oneself and the managers")
    working = serializers.ChoiceField(
        choices=["not_started", "started", "paused", "ended"],
        allow_null=True,
        help_text="how far the day's telework is; null for any other stretch and for days to come",
    )
    desk = DeskPlaceSerializer(allow_null=True)
    booking = serializers.IntegerField(allow_null=True)
    present = serializers.BooleanField(help_text="checked in")


class CalendarDaySerializer(Values):
    day = serializers.DateField()
    working_day = serializers.BooleanField()
    holiday = serializers.CharField(allow_null=True, help_text="the name of the 祝日 or closing day")


class PlanDaySerializer(CalendarDaySerializer):
    am = StretchSerializer(allow_null=True, help_text="what is held, else the usual week, else the office")
    pm = StretchSerializer(allow_null=True)
    stretches = StretchSerializer(many=True, help_text="only what is held")
    shift = serializers.ChoiceField(choices=SHIFT_CODES, allow_null=True, help_text="null where the day is not shown")
    pending = WaitingRequestSerializer(many=True, help_text="for oneself; those that were sent for the managers too")
    team_day = TeamDayShownSerializer(allow_null=True, help_text="in one's own plan alone")
    visible = serializers.BooleanField(help_text="false: not for you to know; then nothing is said of the day")


class MyPlanSerializer(Values):
    days = PlanDaySerializer(many=True)


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
