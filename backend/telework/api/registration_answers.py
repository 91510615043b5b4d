"""What the API says of registrations, and what it takes."""

from typing import Any

from rest_framework import serializers

from core.answers import ProblemSerializer
from core.fields import DayField
from people.api.answers import PersonBriefSerializer
from telework.policies.forms import DecidedAs, ReasonClass, Terminal, UsualPlace
from telework.policies.states import RegistrationAction, RegistrationState
from telework.services.registrations import Written

Values = serializers.Serializer[Any]

REGISTRATION_STATES = [state.value for state in RegistrationState]
REASON_CLASSES = [reason.value for reason in ReasonClass]
USUAL_PLACES = [place.value for place in UsualPlace]
TERMINALS = [terminal.value for terminal in Terminal]
DECIDED_AS = [decided.value for decided in DecidedAs]
FIRST_YEAR, LAST_YEAR = 2000, 2098


class RegistrationSerializer(Values):
    """A registration. Reason, place and contact are for the person, for whoever decides about it, and for HR."""

    id = serializers.IntegerField()
    person = PersonBriefSerializer()
    fiscal_year = serializers.IntegerField()
    state = serializers.ChoiceField(choices=REGISTRATION_STATES)
    reason_class = serializers.ChoiceField(choices=REASON_CLASSES)
    place_kind = serializers.ChoiceField(choices=USUAL_PLACES)
    place = serializers.CharField()
    contact = serializers.CharField()
    terminal = serializers.ChoiceField(choices=TERMINALS)
    trained_on = serializers.DateField(allow_null=True)
    pledged_at = serializers.DateTimeField(allow_null=True)
    valid_from = serializers.DateField(allow_null=True)
    valid_to = serializers.DateField()
    comment = serializers.CharField()
    submitted_at = serializers.DateTimeField(allow_null=True)
    decided_at = serializers.DateTimeField(allow_null=True)
    decided_by = PersonBriefSerializer(allow_null=True)
    decided_as = serializers.ChoiceField(choices=["", *DECIDED_AS])
    decided_for = PersonBriefSerializer(allow_null=True, help_text="in whose place")
    decides_as = serializers.ChoiceField(choices=["", *DECIDED_AS], help_text="as what whoever asks decides; or not")
    in_place_of = PersonBriefSerializer(allow_null=True, help_text="in whose place whoever asks would decide")
    deciders = PersonBriefSerializer(many=True, help_text="who decides about it: its 所属長")
    missing = ProblemSerializer(many=True, help_text="what has to be mended before it can be submitted")
    warnings = ProblemSerializer(many=True, help_text="for whoever decides")
    may = serializers.ListField(child=serializers.ChoiceField(choices=[action.value for action in RegistrationAction]))
    version = serializers.IntegerField()


class MyRegistrationSerializer(Values):
    """Where whoever asks stands: this fiscal year's registration, and from February on the next one's."""

    fiscal_year = serializers.IntegerField(help_text="2026 is 令和8年度")
    valid_to = serializers.DateField()
    registration = RegistrationSerializer(allow_null=True)
    next = RegistrationSerializer(allow_null=True, help_text="of the next fiscal year")
    next_open = serializers.BooleanField(help_text="one can register for the next fiscal year")
    may_telework = serializers.BooleanField(help_text="today")
    why_not = ProblemSerializer(allow_null=True)
    registration_needed = serializers.BooleanField()
    training_since = serializers.DateField(allow_null=True, help_text="training before this day is too old")
    deciders = PersonBriefSerializer(many=True, help_text="who would decide: the 所属長")


class RegistrationWrittenSerializer(serializers.Serializer[dict[str, Any]]):
    """What the person writes; a draft may still lack some of it."""

    reason_class = serializers.ChoiceField(choices=REASON_CLASSES, required=False, default=ReasonClass.NONE.value)
    place_kind = serializers.ChoiceField(choices=USUAL_PLACES, required=False, default=UsualPlace.OWN_HOME.value)
    place = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")
    contact = serializers.CharField(max_length=100, required=False, allow_blank=True, default="")
    terminal = serializers.ChoiceField(choices=TERMINALS, required=False, default=Terminal.OWN_OFFICE.value)
    trained_on = DayField(required=False, allow_null=True, default=None)
    pledged = serializers.BooleanField(required=False, default=False)
    submit = serializers.BooleanField(required=False, default=False, help_text="to the 所属長; else a draft")

    @property
    def written(self) -> Written:
        names = ("reason_class", "place_kind", "place", "contact", "terminal", "trained_on", "pledged")
        return Written(**{name: self.validated_data[name] for name in names})


class NewRegistrationSerializer(RegistrationWrittenSerializer):
    """A new registration, for a fiscal year that is open."""

    fiscal_year = serializers.IntegerField(min_value=FIRST_YEAR, max_value=LAST_YEAR)


class ChangedRegistrationSerializer(RegistrationWrittenSerializer):
    """What a draft or a returned registration is to say, whole; `version` is the one that was on the screen."""

    version = serializers.IntegerField(min_value=1, max_value=2**31 - 1, required=False)


class RegistrationDecisionSerializer(serializers.Serializer[dict[str, Any]]):
    """`version` is the one that was on the screen; a decision against somebody needs a comment."""

    version = serializers.IntegerField(min_value=1, max_value=2**31 - 1, required=False)
    comment = serializers.CharField(max_length=400, required=False, allow_blank=True, default="")
