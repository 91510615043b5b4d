"""What the API says of waits."""

from typing import Any

from rest_framework import serializers

from bookings.api.answers import PARTS, BookingSerializer
from spaces.api.answers import FEATURES, AreaBriefSerializer, DeskPlaceSerializer
from waitlists.policies.states import WaitState

Values = serializers.Serializer[Any]


class GivenUpSerializer(Values):
    id = serializers.IntegerField()
    desk_code = serializers.CharField()
    start = serializers.DateTimeField()
    end = serializers.DateTimeField()


class WaitOfferSerializer(Values):
    desk = DeskPlaceSerializer()
    start = serializers.DateTimeField()
    end = serializers.DateTimeField()
    until = serializers.DateTimeField(help_text="the desk is kept until then")
    holds = GivenUpSerializer(many=True, help_text="my bookings that accepting takes the place of")


class WaitSerializer(Values):
    id = serializers.IntegerField()
    person = serializers.IntegerField(help_text="who waits")
    day = serializers.DateField()
    part = serializers.ChoiceField(choices=PARTS, allow_null=True, help_text="null: hours of its own")
    start = serializers.DateTimeField()
    end = serializers.DateTimeField()
    area = AreaBriefSerializer(allow_null=True, help_text="null: any of the person's areas")
    areas = AreaBriefSerializer(many=True, help_text="those waited for")
    features = serializers.ListField(child=serializers.ChoiceField(choices=FEATURES))
    book_until = serializers.DateTimeField(
        allow_null=True, help_text="a desk that comes before then is booked without asking"
    )
    state = serializers.ChoiceField(choices=[state.value for state in WaitState])
    position = serializers.IntegerField(allow_null=True, help_text="in line, 1 is the first; null unless waiting")
    length = serializers.IntegerField(allow_null=True, help_text="of the line, oneself included; null unless waiting")
    joined_at = serializers.DateTimeField()
    ended_at = serializers.DateTimeField(allow_null=True)
    offer = WaitOfferSerializer(allow_null=True)
    last_offered = serializers.CharField(allow_null=True, help_text="the code of the desk offered last")


class WaitAcceptedSerializer(Values):
    """The wait, and the booking that its offer has become."""

    wait = WaitSerializer()
    booking = BookingSerializer()


class DemandSerializer(Values):
    day = serializers.DateField()
    area = serializers.IntegerField(allow_null=True, help_text="null: any of one's own areas")
    waited = serializers.IntegerField(allow_null=True, help_text="people; null: fewer than five")
    seated = serializers.IntegerField(allow_null=True, help_text="of them; null: a group of fewer than five")
