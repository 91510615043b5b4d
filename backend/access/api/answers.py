"""What the API says of signing in."""

from typing import Any

from rest_framework import serializers

from access.policies.scopes import Scope
from access.policies.ways import Way
from people.api.answers import ROLES

Values = serializers.Serializer[Any]

WAYS = [way.value for way in Way]
SCOPES = [scope.value for scope in Scope]
FACTORS = ["authenticator", "passkey", "recovery_code"]


class DemonstrationAccountSerializer(Values):
    role = serializers.ChoiceField(choices=ROLES)
    username = serializers.CharField()
    name = serializers.CharField()
    title = serializers.CharField()
    department = serializers.CharField()


class WayInSerializer(Values):
    way = serializers.ChoiceField(choices=WAYS)
    name = serializers.CharField(help_text="of the provider; empty where the screens have a word for the way itself")
    address = serializers.CharField(allow_null=True, help_text="where to go for it; null: it is done by this API")


class PendingSerializer(Values):
    factors = serializers.ListField(child=serializers.ChoiceField(choices=FACTORS), help_text="those that were set up")
    must_set_up = serializers.BooleanField(help_text="a second factor is required, and none is set up yet")


class SessionStateSerializer(Values):
    signed_in = serializers.BooleanField()
    pending = PendingSerializer(allow_null=True, help_text="signed in but for the second factor")
    ways = WayInSerializer(many=True, help_text="how one may sign in here, the usual way first")
    demonstration = serializers.BooleanField(help_text="the fictional city hall, whose passwords are known")
    demonstration_accounts = DemonstrationAccountSerializer(many=True, help_text="one per role; empty elsewhere")
    csrf_token = serializers.CharField(help_text="for the X-CSRFToken header of every write")
    languages = serializers.ListField(child=serializers.CharField())


class SignInSerializer(Values):
    username = serializers.CharField(max_length=150)
    password = serializers.CharField(max_length=512, trim_whitespace=False)
