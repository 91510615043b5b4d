"""How accounts come in: sessions, tokens, second factors, identities elsewhere."""

from access.models.api_token import ApiToken
from access.models.external_identity import ExternalIdentity
from access.models.round_trip import RoundTrip
from access.models.second_factor import Authenticator, Passkey, RecoveryCode, SpentChallenge
from access.models.session import Session
from access.models.sign_in_count import SignInCount

__all__ = [
    "ApiToken",
    "Authenticator",
    "ExternalIdentity",
    "Passkey",
    "RecoveryCode",
    "RoundTrip",
    "Session",
    "SignInCount",
    "SpentChallenge",
]
