"""What an identity provider has to say of somebody before we know who it is."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from access.policies.ways import Way


class Match(StrEnum):
    """What the provider's claim names."""

    USERNAME = "username"  # the account's name, which is the directory's name for signing in
    NUMBER = "number"  # 職員番号


class Ended(StrEnum):
    """How a sign-in elsewhere can end without a session, as far as an outsider is told."""

    UNKNOWN_ACCOUNT = "unknown_account"
    """The provider knows them. Whether we have no account or one that may not enter today is not told."""
    PROVIDER_REFUSED = "provider_refused"
    """It was broken off there, or what came back is not an answer to what we asked."""
    PROVIDER_UNAVAILABLE = "provider_unavailable"


@dataclass(frozen=True, slots=True)
class Provider:
    """An identity provider, as the settings describe it: what it is called, and how its people are ours."""

    way: Way
    name: str
    claim: str
    """The claim (OIDC) or attribute (SAML) that names somebody here; empty: the subject itself does."""
    match: Match
    domains: tuple[str, ...] = ()
    """Domains that may follow the name after an `@` and are cut off."""
    strong: bool = False
    """Whether it asks for a second factor itself, so that ours does not."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is at a provider: the issuer's name, its lasting subject there (None: it has none) and the claim."""

    issuer: str
    subject: str | None
    claimed: str | None


def named_by(claimed: str | None, *, domains: Collection[str]) -> str | None:
    """The name within `claimed`, in small letters; None when it names nobody or is of a foreign domain."""
    name, at, domain = (claimed or "").strip().lower().partition("@")
    if at and domain not in {known.lower() for known in domains}:
        return None
    return name or None


def only_value(claims: Mapping[str, object], name: str) -> str | None:
    """The value of a claim that has just one: text or a number, alone or as the only one of a list."""
    value = claims.get(name)
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        value = value[0] if len(value) == 1 else None
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else None
