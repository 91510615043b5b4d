"""What requests about places may ask."""

from typing import Any

from rest_framework import serializers

from core.fields import DayField
from spaces.policies.desk_code import LONGEST_TYPED


class DaySerializer(serializers.Serializer[dict[str, Any]]):
    day = DayField(required=False, help_text="YYYY-MM-DD; today where it is left out")


class DeskSearchSerializer(serializers.Serializer[dict[str, Any]]):
    """`q` finds codes that begin so, `code` the one desk that is meant; both as people type them."""

    q = serializers.CharField(required=False, allow_blank=True, max_length=LONGEST_TYPED)
    code = serializers.CharField(required=False, max_length=LONGEST_TYPED)
