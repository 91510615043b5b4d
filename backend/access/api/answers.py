"""What the API says of signing in."""

from typing import Any

from rest_framework import serializers

from people.api.answers import ROLES

Values = serializers.Serializer[Any]


class DemonstrationAccountSerializer(Values):
    role = serializers.ChoiceField(choices=ROLES)
    username = serializers.CharField()
    name = serializers.CharField()
    title = serializers.CharField()
    department = serializers.CharField()


class SessionStateSerializer(Values):
    signed_in = serializers.BooleanField()
    demonstration = serializers.BooleanField(help_text="the fictional city hall, whose passwords are known")
    demonstration_accounts = DemonstrationAccountSerializer(many=True, help_text="one per role; empty elsewhere")
    csrf_token = serializers.CharField(help_text="for the X-CSRFToken header of every write")
    languages = serializers.ListField(child=serializers.CharField())


class SignInSerializer(Values):
    username = serializers.CharField(max_length=150)
    password = serializers.CharField(max_length=512, trim_whitespace=False)
