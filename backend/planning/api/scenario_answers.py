"""The shapes of scenarios."""

from typing import Any

from rest_framework import serializers

from planning.api.need_answers import DesksNeedSerializer
from planning.api.suppositions import SupposedSerializer

Values = serializers.Serializer[Any]


class ScenarioSerializer(Values):
    """A scenario with what it supposes and the whole answer."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    supposed = SupposedSerializer()
    answer = DesksNeedSerializer(allow_null=True)
    answered_at = serializers.DateTimeField(allow_null=True)
    stale = serializers.BooleanField(help_text="facts of its days changed since it was answered")
    facts_version = serializers.IntegerField(allow_null=True, help_text="on which the answer stood")
    facts_from = serializers.DateField(allow_null=True)
    facts_to = serializers.DateField(allow_null=True)
    made_by = serializers.CharField(allow_blank=True, help_text="the name of whoever made it")
    made_at = serializers.DateTimeField()
    changed_at = serializers.DateTimeField()
    revision = serializers.IntegerField(help_text="send it with a change")


class _SuppositionSerializer(Values):
    """Says what is wrong with a supposition by the field alone: "growth", "history.from"."""

    def run_validation(self, data: Any = serializers.empty) -> Any:
        try:
            return super().run_validation(data)
        except serializers.ValidationError as error:
            if isinstance(error.detail, dict) and isinstance(inner := error.detail.get("supposed"), dict):
                others = {name: wrong for name, wrong in error.detail.items() if name != "supposed"}
                raise serializers.ValidationError({**inner, **others}) from error
            raise


class NewScenarioSerializer(_SuppositionSerializer):
    name = serializers.CharField(max_length=100)
    supposed = SupposedSerializer()


class ChangedScenarioSerializer(_SuppositionSerializer):
    """A new name, other suppositions, or both."""

    revision = serializers.IntegerField(min_value=1, max_value=2**31 - 1, help_text="the one that was seen")
    name = serializers.CharField(max_length=100, required=False)
    supposed = SupposedSerializer(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if "name" not in attrs and "supposed" not in attrs:
            raise serializers.ValidationError({"name": ["a name, or what is supposed"]})
        return attrs
