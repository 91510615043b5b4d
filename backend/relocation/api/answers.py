"""What the API says of displaced bookings."""

from typing import Any

from rest_framework import serializers

from bookings.api.answers import BookingSerializer
from people.api.answers import PersonBriefSerializer
from relocation.policies.causes import Because, DisplacementState
from spaces.api.answers import DeskPlaceSerializer
from spaces.api.draft_answers import DraftChangesSerializer, DraftMistakeSerializer
from spaces.policies.layout_change import Displaced

Values = serializers.Serializer[Any]

DISPLACED = [choice.value for choice in Displaced]
BECAUSE = [because.value for because in Because]
STATES = [state.value for state in DisplacementState]


class ProposalSerializer(Values):
    desk = serializers.IntegerField(allow_null=True, help_text="null: a desk that is only drawn yet")
    desk_code = serializers.CharField()
    area_name = serializers.CharField()
    floor = serializers.IntegerField()
    floor_name = serializers.CharField()


class DisplacedSerializer(Values):
    booking = serializers.IntegerField()
    person = PersonBriefSerializer()
    day = serializers.DateField()
    start = serializers.DateTimeField(help_text="of what another desk is needed for")
    end = serializers.DateTimeField()
    desk_code = serializers.CharField(help_text="the desk that is lost")
    area_name = serializers.CharField()
    because = serializers.ChoiceField(choices=BECAUSE)
    proposal = ProposalSerializer(allow_null=True, help_text="null: no desk is free where the person may sit")
    moved = serializers.BooleanField(help_text="the booking is at the desk proposed now")


class DraftReviewSerializer(Values):
    mistakes = DraftMistakeSerializer(many=True)
    changes = DraftChangesSerializer(allow_null=True, help_text="null: nothing changes")
    displaced = DisplacedSerializer(many=True, help_text="the first of them, in order of day and start")
    displaced_total = serializers.IntegerField()
    proposals_total = serializers.IntegerField(help_text="how many of them have a proposal")


class PublishedSerializer(Values):
    layout = serializers.IntegerField()
    moved = serializers.IntegerField(help_text="bookings moved to another desk")
    given_up = serializers.IntegerField(help_text="bookings given up; their people may choose another desk")


class DisplacementSerializer(Values):
    id = serializers.IntegerField()
    day = serializers.DateField()
    start = serializers.DateTimeField()
    end = serializers.DateTimeField()
    from_desk_code = serializers.CharField(help_text="the desk that was lost; of a restored one, where I am now")
    because = serializers.ChoiceField(choices=BECAUSE)
    reason = serializers.CharField(help_text="of a closure, in its own words; else empty")
    state = serializers.ChoiceField(choices=STATES)
    booking = BookingSerializer(allow_null=True, help_text="what I hold for that time now")
    choices = DeskPlaceSerializer(many=True, help_text="desks to take instead, free a moment ago; the best first")


class DeskAcceptSerializer(Values):
    desk = serializers.IntegerField(
        min_value=1, max_value=2**63 - 1, required=False, allow_null=True, help_text="left out: stay where I was moved"
    )
