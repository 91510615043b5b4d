"""What the API says of a section's days."""

from typing import Any

from rest_framework import serializers

from attendance.api.answers import FORMS, PLACES, REQUEST_STATES, SOURCES, UNITS, CalendarDaySerializer
from people.api.answers import DepartmentBriefSerializer, PersonBriefSerializer

Values = serializers.Serializer[Any]


class SectionTeamDaySerializer(Values):
    id = serializers.IntegerField()
    department = serializers.CharField(help_text="the name of the department that set it")
    part = serializers.ChoiceField(choices=["full", "am", "pm"])
    note = serializers.CharField()
    mine = serializers.BooleanField(help_text="I manage the department: I may take the day away")


class SectionDaySerializer(CalendarDaySerializer):
    on_site_am = serializers.IntegerField(help_text="of those whom you may see and whose main post is here")
    on_site_pm = serializers.IntegerField()
    short_am = serializers.IntegerField(help_text="how many are missing to the minimum; 0 where you may not see all")
    short_pm = serializers.IntegerField()
    unseen = serializers.IntegerField(help_text="how many are not for you to see that day")
    team_day = SectionTeamDaySerializer(allow_null=True)


class SectionDeskSerializer(Values):
    id = serializers.IntegerField()
    code = serializers.CharField()
    floor = serializers.IntegerField()
    floor_name = serializers.CharField()


class SectionRequestSerializer(Values):
    id = serializers.IntegerField()
    state = serializers.ChoiceField(choices=REQUEST_STATES)
    form = serializers.ChoiceField(choices=FORMS)


class SectionHalfSerializer(Values):
    place = serializers.ChoiceField(choices=PLACES)
    source = serializers.ChoiceField(  # type: ignore[assignment]  # a field of that name
        choices=SOURCES, help_text="pattern: the usual week; default: nobody has said"
    )
    start = serializers.DateTimeField(help_text="of what holds the half; of the shift where nothing does")
    end = serializers.DateTimeField()
    desk = SectionDeskSerializer(allow_null=True)
    request = SectionRequestSerializer(allow_null=True, help_text="for oneself and those who decide")
    note = serializers.CharField(allow_blank=True, help_text="of a trip or a leave, for oneself and the managers")
    present = serializers.BooleanField(help_text="checked in")


class SectionPendingSerializer(SectionRequestSerializer):
    version = serializers.IntegerField()
    unit = serializers.ChoiceField(choices=UNITS)
    am = serializers.BooleanField(help_text="asks for the morning, or a part of it")
    pm = serializers.BooleanField()
    start = serializers.DateTimeField()
    end = serializers.DateTimeField()


class SectionCellSerializer(Values):
    visible = serializers.BooleanField(help_text="false: not for you to know; then nothing is said of the day")
    am = SectionHalfSerializer(allow_null=True)
    pm = SectionHalfSerializer(allow_null=True)
    pending = SectionPendingSerializer(many=True, help_text="for oneself, drafts too; for those who decide")


class SectionPersonSerializer(Values):
    person = PersonBriefSerializer()
    title = serializers.CharField()
    unit = serializers.CharField(help_text="the department of the main post where it is one below this; else empty")
    manages = serializers.BooleanField()
    counted = serializers.BooleanField(help_text="the main post is here: counts towards those on site")
    me = serializers.BooleanField()
    may_decide = serializers.BooleanField(help_text="whether requests of this person may wait for you")
    visible = serializers.BooleanField(help_text="whether you may see any of the days")
    days = SectionCellSerializer(many=True, help_text="one for each of the section's days, in their order")


class SectionAttendanceSerializer(Values):
    department = DepartmentBriefSerializer()
    minimum_on_site = serializers.IntegerField(help_text="0: no minimum")
    manages = serializers.BooleanField(help_text="I am 所属長 here: I may set team days")
    days = SectionDaySerializer(many=True)
    people = SectionPersonSerializer(many=True)
