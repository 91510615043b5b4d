"""What the API says of series."""

from typing import Any

from rest_framework import serializers

from bookings.api.answers import PARTS, BookingSerializer
from core.answers import AlternativeSerializer, ProblemSerializer
from series.policies.pattern import WhenClosed
from series.selectors.changed import ChangeOutcome
from series.selectors.planned import Outcome
from spaces.api.answers import DeskPlaceSerializer

Values = serializers.Serializer[Any]


class SeriesDateSerializer(Values):
    """A date of a series with its booking."""

    pattern_day = serializers.DateField(help_text="the day of the pattern; the booking's differs where it was moved")
    exception = serializers.BooleanField(help_text="changed by itself")
    booking = BookingSerializer()


class SeriesSerializer(Values):
    """A desk on some weekdays of every n-th week."""

    id = serializers.IntegerField()
    person = serializers.IntegerField(help_text="whose it is")
    desk = DeskPlaceSerializer(allow_null=True, help_text="null: it stands nowhere any more")
    weekdays = serializers.ListField(child=serializers.IntegerField(), help_text="Monday is 0")
    every_weeks = serializers.IntegerField()
    first_day = serializers.DateField()
    last_day = serializers.DateField()
    part = serializers.ChoiceField(choices=PARTS, allow_null=True, help_text="null: hours of its own")
    start = serializers.CharField(allow_null=True, help_text="HH:MM, where it has hours of its own")
    end = serializers.CharField(allow_null=True)
    when_closed = serializers.ChoiceField(choices=[way.value for way in WhenClosed])
    dates = SeriesDateSerializer(many=True, help_text="from today on in a list; all of them for one series")


class PlannedDateSerializer(Values):
    """A date of the pattern, and what booking it would come to."""

    pattern_day = serializers.DateField()
    day = serializers.DateField(help_text="the next working day where the person chose that")
    outcome = serializers.ChoiceField(choices=[outcome.value for outcome in Outcome])
    desk = serializers.IntegerField()
    desk_code = serializers.CharField(help_text="empty where the desk does not stand that day")
    start = serializers.DateTimeField()
    end = serializers.DateTimeField()
    refusal = ProblemSerializer(allow_null=True, help_text="why it is refused or skipped")
    alternatives = AlternativeSerializer(many=True, help_text="up to three desks free that date, the nearest first")


class SeriesPreviewSerializer(Values):
    """What a series would come to. Nothing was saved."""

    dates = PlannedDateSerializer(many=True)
    will_book = serializers.IntegerField(help_text="how many dates would be booked")


class ChangedDateSerializer(Values):
    """A date of a series, and what a change would come to on it."""

    day = serializers.DateField()
    booking = serializers.IntegerField()
    outcome = serializers.ChoiceField(choices=[outcome.value for outcome in ChangeOutcome])
    desk = serializers.IntegerField()
    desk_code = serializers.CharField()
    start = serializers.DateTimeField()
    end = serializers.DateTimeField()
    refusal = ProblemSerializer(allow_null=True)
    alternatives = AlternativeSerializer(many=True)


class SeriesChangePreviewSerializer(Values):
    """What a change would come to. Nothing was saved."""

    dates = ChangedDateSerializer(many=True)
    will_change = serializers.IntegerField()


class SeriesCancelledSerializer(Values):
    """What was given up, and which dates could not be since somebody sits there."""

    cancelled = BookingSerializer(many=True)
    left = BookingSerializer(many=True)


class SeriesBookingsSerializer(Values):
    """The bookings that an act on a series changed."""

    bookings = BookingSerializer(many=True)
