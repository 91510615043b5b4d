"""What the API says of bookings and availability."""

from typing import Any

from rest_framework import serializers

from bookings.policies.desk_state import DeskState
from bookings.policies.parts import Part
from bookings.policies.presence import Action
from bookings.policies.states import OFFERS, BookingState
from core.answers import ProblemSerializer, RuleNamedSerializer
from people.api.answers import PersonBriefSerializer
from spaces.api.answers import AreaBriefSerializer, DeskPlaceSerializer, DeskSerializer, FloorSerializer

Values = serializers.Serializer[Any]

PARTS = [part.value for part in Part]
BOOKING_STATES = [state.value for state in BookingState if state.value not in OFFERS]
HELD_STATES = [*BOOKING_STATES, BookingState.OFFERED.value]
DESK_STATES = [state.value for state in DeskState]


class DeskAvailabilitySerializer(Values):
    desk = serializers.IntegerField()
    state = serializers.ChoiceField(choices=DESK_STATES)
    holder = PersonBriefSerializer(required=False, allow_null=True, help_text="taken: who; null when hidden from me")
    visitor = serializers.BooleanField(required=False, help_text="taken by a visitor, whose name is not for everyone")
    booking = serializers.IntegerField(required=False, help_text="mine: my booking")
    partly = serializers.BooleanField(required=False, help_text="taken for only a part of the interval asked for")
    to_me = serializers.BooleanField(required=False, help_text="offered: to me")
    reason = serializers.CharField(required=False, help_text="closed: why")


class FloorAvailabilitySerializer(Values):
    floor = serializers.IntegerField()
    layout = serializers.IntegerField()
    day = serializers.DateField()
    start = serializers.DateTimeField(help_text="the interval asked for; today it is cut at now")
    end = serializers.DateTimeField()
    desks = DeskAvailabilitySerializer(many=True)


class AreaCountSerializer(Values):
    area = serializers.IntegerField()
    free = serializers.IntegerField()
    drop_in = serializers.IntegerField()


class FloorCountSerializer(Values):
    floor = serializers.IntegerField()
    in_service = serializers.IntegerField()
    free = serializers.IntegerField(help_text="bookable and free")
    drop_in = serializers.IntegerField(help_text="free drop-in desks")
    areas = AreaCountSerializer(many=True)


class BookingSerializer(Values):
    id = serializers.IntegerField()
    person = serializers.IntegerField(help_text="whose it is")
    booked_by = PersonBriefSerializer(allow_null=True, help_text="who booked it for that person; null: the person")
    desk = DeskPlaceSerializer()
    day = serializers.DateField()
    part = serializers.ChoiceField(choices=PARTS, allow_null=True, help_text="null: hours of its own")
    start = serializers.DateTimeField()
    end = serializers.DateTimeField()
    state = serializers.ChoiceField(choices=BOOKING_STATES)
    walk_up = serializers.BooleanField()
    spilled_over = serializers.BooleanField(help_text="in an overflow area")
    checked_in_at = serializers.DateTimeField(allow_null=True)
    checked_out_at = serializers.DateTimeField(allow_null=True)
    check_in_from = serializers.DateTimeField(allow_null=True)
    check_in_until = serializers.DateTimeField(
        allow_null=True, help_text="released then if nobody checked in; null: never released"
    )
    undo_until = serializers.DateTimeField(allow_null=True, help_text="restore is possible until then")
    rule = RuleNamedSerializer(allow_null=True, help_text="the release rule and whose it is")
    may = serializers.ListField(
        child=serializers.ChoiceField(choices=[action.value for action in Action]), help_text="what can be done now"
    )
    moved_from = serializers.IntegerField(allow_null=True, help_text="the booking that this one continues")
    ended_because = serializers.CharField(
        help_text="person, no_show, closure, displaced, left, moved; empty while it stands"
    )


class DeskHeldSerializer(Values):
    kind = serializers.ChoiceField(choices=["booking", "closure"])
    start = serializers.DateTimeField()
    end = serializers.DateTimeField()
    state = serializers.ChoiceField(choices=HELD_STATES, allow_null=True)
    holder = PersonBriefSerializer(allow_null=True)
    mine = serializers.BooleanField()
    visitor = serializers.BooleanField(required=False)
    reason = serializers.CharField(required=False)


class BookingAnswerSerializer(Values):
    allowed = serializers.BooleanField()
    refusal = ProblemSerializer(allow_null=True)


class DeskDaySerializer(Values):
    desk = DeskSerializer()
    floor = FloorSerializer()
    area = AreaBriefSerializer()
    day = serializers.DateField()
    opens_at = serializers.DateTimeField()
    closes_at = serializers.DateTimeField()
    state = serializers.ChoiceField(choices=DESK_STATES)
    held = DeskHeldSerializer(many=True)
    neighbours = PersonBriefSerializer(many=True, help_text="who sits next to it in the interval asked for")
    my_booking = BookingSerializer(allow_null=True, help_text="mine that overlaps the interval, at any desk")
    next_taken_at = serializers.DateTimeField(allow_null=True, help_text="null: free to the end of the day")
    answer = BookingAnswerSerializer()
    check_in = serializers.ChoiceField(
        choices=["none", "my_booking", "walk_up"], help_text="what a check-in here and now would do"
    )


class DeskLoanSerializer(Values):
    id = serializers.IntegerField()
    desk = DeskPlaceSerializer()
    day = serializers.DateField()
    withdrawn = serializers.BooleanField()
