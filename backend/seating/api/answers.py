"""What the API says of choices, draws and groups."""

from typing import Any

from rest_framework import serializers

from bookings.api.answers import BookingSerializer
from core.answers import ProblemSerializer
from people.api.answers import DepartmentBriefSerializer, PersonBriefSerializer
from seating.api.requests import FEATURES
from spaces.api.answers import DeskPlaceSerializer

Values = serializers.Serializer[Any]

CHOICE_REASONS = [
    "near_person",
    "near_unknown",
    "own_area",
    "concurrent_area",
    "common_area",
    "overflow_area",
    "has_features",
    "lacks_features",
    "not_sat_lately",
    "sat_lately",
    "drawn",
    "only_best",
]
SEAT_REASONS = [
    "drawn",
    "swapped",
    "own_area",
    "overflow_area",
    "common_area",
    "needs_met",
    "needs_unmet",
    "keeps",
    "assigned",
    "elsewhere",
    "no_desk_left",
    "refused",
]
DRAW_STATES = ["proposed", "done", "undone"]
OUTCOMES = ["gets", "keeps", "assigned", "elsewhere", "none", "hidden"]


class ChoiceReasonSerializer(Values):
    """One reason for a desk; the other members belong to its code."""

    code = serializers.ChoiceField(choices=CHOICE_REASONS)
    person = serializers.CharField(required=False, help_text="near_person, near_unknown: the colleague's name")
    metres = serializers.FloatField(required=False, allow_null=True, help_text="near_person; null: on another floor")
    area = serializers.CharField(required=False)
    features = serializers.ListField(child=serializers.ChoiceField(choices=FEATURES), required=False)
    days = serializers.IntegerField(required=False, help_text="working days before")
    among = serializers.IntegerField(required=False, help_text="how many desks were as good")


class EqualDeskSerializer(Values):
    desk = serializers.IntegerField()
    desk_code = serializers.CharField()
    lot = serializers.CharField(help_text="the first 64 bits of SHA-256 over `<seed>:<desk code>`, as a decimal number")


class DeskChoiceSerializer(Values):
    id = serializers.IntegerField()
    person = serializers.IntegerField()
    day = serializers.DateField()
    start = serializers.DateTimeField()
    end = serializers.DateTimeField()
    desk = DeskPlaceSerializer()
    features = serializers.ListField(child=serializers.ChoiceField(choices=FEATURES))
    reasons = ChoiceReasonSerializer(many=True, help_text="why this desk")
    seed = serializers.CharField()
    equals = EqualDeskSerializer(many=True, help_text="the desks that were as good, lowest lot first")
    considered = serializers.IntegerField(help_text="how many free desks there were to choose from")
    missed = serializers.ListField(child=serializers.CharField(), help_text="desks that somebody was quicker to book")
    recomputed = serializers.BooleanField(help_text="drawn again from its record, this desk comes out")
    booking = BookingSerializer(allow_null=True)


class SeatReasonSerializer(Values):
    """One reason for what a person of a draw gets; the other members belong to its code."""

    code = serializers.ChoiceField(choices=SEAT_REASONS)
    place = serializers.IntegerField(required=False, help_text="drawn: in which place the person drew")
    among = serializers.IntegerField(required=False, help_text="drawn: of how many")
    area = serializers.CharField(required=False)
    features = serializers.ListField(child=serializers.ChoiceField(choices=FEATURES), required=False)
    refusal = ProblemSerializer(required=False, help_text="refused: by what")


class DrawnSeatSerializer(Values):
    person = PersonBriefSerializer()
    outcome = serializers.ChoiceField(
        choices=OUTCOMES, help_text="hidden: the person does not let whoever asks know where they are"
    )
    desk = DeskPlaceSerializer(allow_null=True)
    booking_state = serializers.CharField(allow_null=True, help_text="of the booking made or kept")
    reasons = SeatReasonSerializer(many=True)


class SectionDrawBriefSerializer(Values):
    """A draw in a list: which it was, and not who got what."""

    id = serializers.IntegerField()
    department = DepartmentBriefSerializer()
    day = serializers.DateField()
    start = serializers.DateTimeField()
    end = serializers.DateTimeField()
    state = serializers.ChoiceField(choices=DRAW_STATES)
    existing = serializers.ChoiceField(choices=["keep", "redraw"])
    drawn_by = PersonBriefSerializer(allow_null=True)
    done_at = serializers.DateTimeField(allow_null=True)
    undone_at = serializers.DateTimeField(allow_null=True)


class SectionDrawSerializer(SectionDrawBriefSerializer):
    seed = serializers.CharField()
    desks = serializers.IntegerField(help_text="how many desks were in the draw")
    repeated = serializers.IntegerField(help_text="pairs of neighbours who sat together lately, each time counted")
    recomputed = serializers.BooleanField(help_text="drawn again from its record, the same seats come out")
    seats = DrawnSeatSerializer(many=True, help_text="all, for whoever may draw; one's own for anybody else")
    not_restored = PersonBriefSerializer(many=True, help_text="whose earlier desk could not be given back")


class GroupDeskSerializer(Values):
    person = PersonBriefSerializer()
    desk = DeskPlaceSerializer()


class GroupProblemSerializer(Values):
    """Somebody who could not be booked, and why."""

    person = PersonBriefSerializer()
    refusal = ProblemSerializer()


class DesksTogetherSerializer(Values):
    seats = GroupDeskSerializer(many=True)
    touching = serializers.BooleanField(help_text="all side by side or face to face; else an aisle lies between some")
    metres = serializers.FloatField(help_text="from one to another on average")
    floor = serializers.IntegerField()
    own_area = serializers.BooleanField(help_text="all in the areas of the person who asks")


class GroupPreviewSerializer(Values):
    day = serializers.DateField()
    start = serializers.DateTimeField()
    end = serializers.DateTimeField()
    proposals = DesksTogetherSerializer(many=True, help_text="at most three, the best first")
    free = serializers.IntegerField(help_text="how many desks were free for them")
    problems = GroupProblemSerializer(many=True, help_text="who could not be booked at all, such as being elsewhere")


class GroupSeatSerializer(Values):
    person = PersonBriefSerializer()
    desk = DeskPlaceSerializer()
    booking = serializers.IntegerField()
    state = serializers.CharField()


class GroupBookingSerializer(Values):
    id = serializers.IntegerField()
    made_by = PersonBriefSerializer()
    mine = serializers.BooleanField(help_text="made by whoever asks, who may cancel it as a whole")
    day = serializers.DateField()
    start = serializers.DateTimeField()
    end = serializers.DateTimeField()
    note = serializers.CharField()
    seats = GroupSeatSerializer(many=True)
