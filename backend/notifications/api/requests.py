"""What requests about notices may hold."""

from typing import Any

from rest_framework import serializers

from core.fields import IdField
from notifications.policies.groups import MailWhen

MAIL_WHEN = [when.value for when in MailWhen]


class ReadAllWantedSerializer(serializers.Serializer[dict[str, Any]]):
    until = IdField(required=False, help_text="the newest notice that was shown; later ones stay unread")


class MailChoiceSerializer(serializers.Serializer[dict[str, Any]]):
    """When which group of notices is mailed; what is left out stays."""

    bookings = serializers.ChoiceField(choices=MAIL_WHEN, required=False)
    offers = serializers.ChoiceField(choices=MAIL_WHEN, required=False)
    moves = serializers.ChoiceField(choices=MAIL_WHEN, required=False)
    section = serializers.ChoiceField(choices=MAIL_WHEN, required=False)
    telework = serializers.ChoiceField(choices=MAIL_WHEN, required=False)
    approvals = serializers.ChoiceField(choices=MAIL_WHEN, required=False)
    privacy = serializers.ChoiceField(choices=MAIL_WHEN, required=False)
