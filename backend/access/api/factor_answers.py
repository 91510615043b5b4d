"""What the API says of second factors."""

from typing import Any

from rest_framework import serializers

from access.models import Passkey
from access.policies.factor_proof import Proof
from access.selectors.factor_holders import OwnFactors
from people.api.answers import PersonBriefSerializer
from people.policies.roles import GRANTED

Values = serializers.Serializer[Any]

LONGEST_CODE = 64
PROOFS = [proof.value for proof in Proof]


class AuthenticatorSerializer(Values):
    confirmed_at = serializers.DateTimeField()


class PasskeySerializer(Values):
    id = serializers.IntegerField()
    name = serializers.CharField()
    created_at = serializers.DateTimeField()
    used_at = serializers.DateTimeField(allow_null=True)


class OwnFactorsSerializer(Values):
    demanded = serializers.BooleanField(help_text="a role of mine demands a second factor: the last one stays")
    fresh = serializers.BooleanField(help_text="it was shown lately that it is me: factors may be changed now")
    proofs = serializers.ListField(
        child=serializers.ChoiceField(choices=PROOFS), help_text="with what I show it anew: one of them"
    )
    authenticator = AuthenticatorSerializer(allow_null=True)
    passkeys = PasskeySerializer(many=True)
    recovery_codes_left = serializers.IntegerField()


class BegunAuthenticatorSerializer(Values):
    secret = serializers.CharField(help_text="base 32, to be typed where the picture cannot be read")
    uri = serializers.CharField(help_text="what the picture says: otpauth://totp/…")
    qr_svg = serializers.CharField(help_text="the picture: an SVG element")


class RecoveryCodesSerializer(Values):
    recovery_codes = serializers.ListField(
        child=serializers.CharField(), help_text="shown this once; empty when those I have stay as they are"
    )


class AddedPasskeySerializer(RecoveryCodesSerializer):
    passkey = PasskeySerializer()


class PasskeyOptionsSerializer(Values):
    options = serializers.DictField(help_text="for PublicKeyCredential.parse…OptionsFromJSON")


class CodeSerializer(Values):
    code = serializers.CharField(max_length=LONGEST_CODE)


class NewPasskeySerializer(Values):
    name = serializers.CharField(max_length=60)
    credential = serializers.DictField(help_text="PublicKeyCredential.toJSON()")


class PasskeyAnswerSerializer(Values):
    credential = serializers.DictField(help_text="PublicKeyCredential.toJSON()")


class ShownFactorSerializer(Values):
    code = serializers.CharField(max_length=LONGEST_CODE, required=False, help_text="six digits of the authenticator")
    recovery_code = serializers.CharField(max_length=LONGEST_CODE, required=False)
    passkey = serializers.DictField(required=False, help_text="PublicKeyCredential.toJSON()")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if len(attrs) != 1:
            raise serializers.ValidationError(f"one of: {', '.join(self.fields)}")
        return attrs


class ProofSerializer(ShownFactorSerializer):
    password = serializers.CharField(max_length=512, trim_whitespace=False, required=False)


class AccountSerializer(Values):
    id = serializers.IntegerField()
    username = serializers.CharField()
    person = PersonBriefSerializer(allow_null=True, help_text="null: a break-glass account")
    roles = serializers.ListField(child=serializers.ChoiceField(choices=[role.value for role in GRANTED]))
    in_use = serializers.BooleanField()
    sessions = serializers.IntegerField(help_text="browsers that are signed in")
    authenticator = serializers.BooleanField()
    passkeys = serializers.IntegerField()
    demanded = serializers.BooleanField(help_text="a role demands a second factor")


def passkey_shape(passkey: Passkey) -> dict[str, Any]:
    """One passkey: its name and when it was used, never its key."""
    return {
        "id": passkey.pk,
        "name": passkey.name,
        "created_at": passkey.created_at,
        "used_at": passkey.used_at,
    }


def factors_shape(factors: OwnFactors) -> dict[str, Any]:
    """What is set up, without what belongs to the session."""
    return {
        "authenticator": {"confirmed_at": factors.authenticator.confirmed_at} if factors.authenticator else None,
        "passkeys": [passkey_shape(passkey) for passkey in factors.passkeys],
        "recovery_codes_left": factors.recovery_codes_left,
    }
