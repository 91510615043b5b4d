"""What requests about linked calendars may hold."""

from typing import Any

from rest_framework import serializers

from calendars.api.link_answers import ACCEPTANCES, LINK_KINDS, ON_DELETED, Values
from calendars.policies.choices import Acceptance, LinkKind, OnDeleted

LONGEST_ADDRESS = 500
LONGEST_CALENDAR = 1000
LONGEST_NAME = 200
LONGEST_USERNAME = 255
LONGEST_PASSWORD = 512


class AddressField(serializers.CharField):
    """An address as people type it; whether it is one, and may be asked, is said when it is."""

    default_error_messages = {"form": "https://…"}

    def to_internal_value(self, data: Any) -> str:
        address: str = super().to_internal_value(data)
        if not address.isprintable():
            self.fail("form")
        return address


def _password(**more: Any) -> serializers.CharField:
    return serializers.CharField(
        max_length=LONGEST_PASSWORD, trim_whitespace=False, write_only=True, allow_blank=True, **more
    )


class AccountAskedSerializer(Values):
    """Where to look for calendars, and as whom. An ICS address needs neither name nor password."""

    kind = serializers.ChoiceField(choices=LINK_KINDS)
    address = AddressField(max_length=LONGEST_ADDRESS)
    username = serializers.CharField(max_length=LONGEST_USERNAME, allow_blank=True, default="")
    password = _password(default="")


class NewLinkSerializer(AccountAskedSerializer):
    """A calendar that was found and chosen."""

    calendar = AddressField(max_length=LONGEST_CALENDAR, help_text="the address that finding told")
    calendar_name = serializers.CharField(max_length=LONGEST_NAME, allow_blank=True, default="")
    sends = serializers.BooleanField()
    takes_in = serializers.BooleanField()
    on_deleted = serializers.ChoiceField(choices=ON_DELETED, default=OnDeleted.ASK.value)
    acceptance = serializers.ChoiceField(choices=ACCEPTANCES, default=Acceptance.ASK.value)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if attrs["kind"] == LinkKind.ICS and attrs["sends"]:
            raise serializers.ValidationError({"sends": ["an ICS address is only read"]})
        return attrs


class LinkChangeSerializer(Values):
    """What is to be otherwise; what is left out stays."""

    sends = serializers.BooleanField(required=False)
    takes_in = serializers.BooleanField(required=False)
    on_deleted = serializers.ChoiceField(choices=ON_DELETED, required=False)
    acceptance = serializers.ChoiceField(choices=ACCEPTANCES, required=False)


class ResumedSerializer(Values):
    """Another password, where the old one is good no more."""

    password = _password(required=False, allow_null=True)


class EndedSerializer(Values):
    """Whether what was written there stays."""

    keep = serializers.ChoiceField(choices=["0", "1"], default="0", help_text="1: our events stay in the calendar")
