"""The check of an ID token, OpenID Connect Core 1.0, 3.1.3.7: signature, issuer, audience, times, nonce."""

from collections.abc import Mapping
from typing import Any

import jwt
from django.utils.crypto import constant_time_compare

# Of key pairs alone: whoever knows only what a provider publishes can sign with none of them.
ALGORITHMS = frozenset({"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"})
LEEWAY_SECONDS = 60


class BadToken(Exception):
    """The token is not what the provider answered to what was asked; the text is for the log."""


def claims_of(token: str, *, keys: Mapping[str, Any], issuer: str, client_id: str, nonce: str) -> dict[str, Any]:
    """The claims of `token`, signed by one of `keys` (a JWK set) for this client and this one question.

    The signature is checked although the token comes from the provider itself: it costs a millisecond. Raises
    BadToken.
    """
    try:
        key = _key_of(token, keys)
        claims: dict[str, Any] = jwt.decode(
            token,
            key.key,
            algorithms=[key.algorithm_name],
            audience=client_id,
            issuer=issuer,
            leeway=LEEWAY_SECONDS,
            options={"require": ["exp", "iat", "iss", "aud", "sub"]},
        )
    except (jwt.PyJWTError, KeyError, TypeError, ValueError) as error:
        raise BadToken(f"{type(error).__name__}: {error}") from error
    if not constant_time_compare(str(claims.get("nonce", "")), nonce):
        raise BadToken("the nonce is another's")
    audiences = claims["aud"] if isinstance(claims["aud"], list) else [claims["aud"]]
    if claims.get("azp", client_id if len(audiences) == 1 else None) != client_id:
        raise BadToken("it was issued to another client")
    if not isinstance(claims["sub"], str) or not claims["sub"]:
        raise BadToken("it names no subject")
    return claims


def _key_of(token: str, keys: Mapping[str, Any]) -> jwt.PyJWK:
    header = jwt.get_unverified_header(token)
    algorithm, name = header.get("alg"), header.get("kid")
    if algorithm not in ALGORITHMS:
        raise BadToken(f"it is signed by {algorithm}")
    fitting = [
        key
        for key in keys["keys"]
        if key.get("use", "sig") == "sig"
        and key.get("alg", algorithm) == algorithm
        and key.get("kty") == _kind_of(algorithm)
        and (name is None or key.get("kid") == name)
    ]
    if len(fitting) != 1:
        raise BadToken(f"{len(fitting)} keys of the provider fit")
    return jwt.PyJWK(fitting[0], algorithm=algorithm)


def _kind_of(algorithm: str) -> str:
    return {"E": "EC", "R": "RSA", "P": "RSA"}[algorithm[0]] if algorithm != "EdDSA" else "OKP"
