"""The shape of problems in the schema."""

from typing import Any

from rest_framework import serializers

from core.words import every_code, language_of


class RivalSerializer(serializers.Serializer[Any]):
    """What stands in the way, and when."""

    kind = serializers.ChoiceField(choices=["booking", "closure", "plan", "telework", "own", "own_office"])
    id = serializers.IntegerField(required=False, allow_null=True)
    start = serializers.DateTimeField()
    end = serializers.DateTimeField()
    desk = serializers.IntegerField(required=False, allow_null=True)
    desk_code = serializers.CharField(required=False, allow_null=True)
    place = serializers.CharField(required=False)
    reason = serializers.CharField(required=False)


class RuleNamedSerializer(serializers.Serializer[Any]):
    """Which rule, whose it is, for what, and what it says."""

    name = serializers.CharField()
    owner = serializers.CharField()
    scope = serializers.CharField()
    value = serializers.JSONField(allow_null=True)

    def to_representation(self, instance: Any) -> dict[str, Any]:
        """A rule that has words in two languages says those of the reader, who comes with the request in `context`."""
        if hasattr(instance, "in_language"):
            instance = instance.in_language(language_of(self.context.get("request")))
        shape: dict[str, Any] = super().to_representation(instance)
        return shape


class AlternativeSerializer(serializers.Serializer[Any]):
    """A desk that would be allowed instead."""

    desk = serializers.IntegerField()
    desk_code = serializers.CharField()
    area_name = serializers.CharField()
    floor = serializers.IntegerField()


class MistakeNamedSerializer(serializers.Serializer[Any]):
    """Something to mend before it can be done."""

    code = serializers.CharField()
    subject = serializers.CharField()
    subject_code = serializers.CharField()
    words = serializers.CharField(help_text="in the reader's language")


class RefusedDateSerializer(serializers.Serializer[Any]):
    """One of several dates wanted at once, and why it cannot be had: a problem of its own."""

    day = serializers.DateField()
    refusal = serializers.DictField(help_text="a Problem")


class PersonConcernedSerializer(serializers.Serializer[Any]):
    """Whom a refusal is about, where something was asked for several people at once."""

    id = serializers.IntegerField()
    name = serializers.CharField()


class LetGoSerializer(serializers.Serializer[Any]):
    """What would be given up: a desk, or a request of telework."""

    kind = serializers.ChoiceField(choices=["booking", "telework"])
    id = serializers.IntegerField()
    start = serializers.DateTimeField()
    end = serializers.DateTimeField()
    place = serializers.CharField()
    desk_code = serializers.CharField(allow_null=True)


class PossibleSerializer(serializers.Serializer[Any]):
    """Parts of the same day and other days that would be allowed."""

    units = serializers.ListField(child=serializers.CharField())
    days = serializers.ListField(child=serializers.DateField())


class ProblemSerializer(serializers.Serializer[Any]):
    """RFC 9457. `code` is one of an enum; the other members are there where they help to recover."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField(help_text="in the reader's language")
    fields = serializers.DictField(  # type: ignore[assignment]  # the member's name is RFC 9457 practice
        child=serializers.ListField(child=serializers.CharField()), required=False, help_text="400: what is wrong"
    )
    conflicts_with = RivalSerializer(required=False)
    rule = RuleNamedSerializer(required=False)
    allowed_from = serializers.CharField(required=False)
    allowed_until = serializers.CharField(required=False)
    limited_until = serializers.CharField(
        required=False, help_text="the last day of a limit that follows from no-shows"
    )
    reason = serializers.CharField(required=False)
    dates = RefusedDateSerializer(many=True, required=False, help_text="each date that cannot be had")
    person = PersonConcernedSerializer(required=False, help_text="one of several: whose booking was refused")
    instead = AlternativeSerializer(many=True, required=False)
    possible = PossibleSerializer(required=False, allow_null=True, help_text="what would leave enough people on site")
    own_areas = serializers.ListField(child=serializers.IntegerField(), required=False, help_text="where I may book")
    areas_with_room = serializers.ListField(
        child=serializers.IntegerField(), required=False, help_text="areas that come before and still have free desks"
    )
    revision = serializers.IntegerField(required=False, help_text="the stored one, where somebody else saved meanwhile")
    state = serializers.CharField(required=False, help_text="where it stands now, where somebody acted meanwhile")
    version = serializers.IntegerField(required=False, help_text="the one that stands")
    most = serializers.IntegerField(required=False, help_text="what the limit allows")
    least = serializers.IntegerField(required=False, help_text="what the limit asks for")
    days = serializers.IntegerField(required=False, help_text="what it would come to, in the limit's own unit")
    waiting = serializers.IntegerField(required=False, help_text="those who come first")
    half = serializers.ChoiceField(choices=["am", "pm"], required=False, help_text="in which too few would be on site")
    before = serializers.IntegerField(required=False, help_text="on site now")
    after = serializers.IntegerField(required=False, help_text="on site then")
    minimum = serializers.IntegerField(required=False, help_text="on site at least")
    lets_go = LetGoSerializer(many=True, required=False, help_text="what would be given up; say so to go on")
    mistakes = MistakeNamedSerializer(many=True, required=False, help_text="what has to be mended first")
    trouble = serializers.CharField(required=False, help_text="what is wrong with a server elsewhere")
    trouble_detail = serializers.CharField(required=False, help_text="for whoever runs that server")
    retry_after_seconds = serializers.IntegerField(required=False)
    request_id = serializers.CharField(required=False)

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return {**super().get_fields(), "code": serializers.ChoiceField(choices=sorted(every_code()))}
