"""Which second factors an account has, and whose sign-in waits for one."""

from dataclasses import dataclass
from typing import TypedDict

from django.conf import settings

from access.models import Authenticator, Passkey, RecoveryCode, Session
from access.policies.factor_proof import Factor, Proof, Shown, is_fresh
from access.session_key import digest_of
from core import clock
from people.models import Account


class Pending(TypedDict):
    """What a pending session is asked for: the factors its account has, or to set one up."""

    factors: list[str]
    must_set_up: bool


@dataclass(frozen=True, slots=True)
class FactorHolder:
    """Whoever may set up factors: signed in, or waiting for the first factor that a role demands of them."""

    account: Account
    session_digest: str
    pending: bool


def has_second_factor(account_id: int) -> bool:
    """Whether the account has set up an authenticator or a passkey. A code on paper alone is none."""
    return (
        Authenticator.objects.filter(account_id=account_id, confirmed_at__isnull=False).exists()
        or Passkey.objects.filter(account_id=account_id).exists()
    )


def factors_of(account_id: int) -> list[Factor]:
    """What the account can show besides its password; codes on paper stand in for another factor only."""
    factors: list[Factor] = []
    if Authenticator.objects.filter(account_id=account_id, confirmed_at__isnull=False).exists():
        factors.append(Factor.AUTHENTICATOR)
    if Passkey.objects.filter(account_id=account_id).exists():
        factors.append(Factor.PASSKEY)
    if factors and RecoveryCode.objects.filter(account_id=account_id, used_at__isnull=True).exists():
        factors.append(Factor.RECOVERY_CODE)
    return factors


def is_demanded_of(account: Account) -> bool:
    """Whether one of the account's roles demands a second factor."""
    return not settings.SECOND_FACTOR_ROLES.isdisjoint(account.roles)


def pending_sign_in(key: str) -> FactorHolder | None:
    """Whose sign-in waits for a second factor under the cookie's `key`; None when none does, or it waited too long."""
    digest = digest_of(key)
    session = (
        Session.objects.select_related("account__person")
        .filter(key_digest=digest, pending=True, expires_at__gt=clock.now(), account__is_active=True)
        .first()
    )
    return FactorHolder(session.account, digest, pending=True) if session else None


def pending_state(key: str) -> Pending | None:
    """What a browser is told of the sign-in that waits under `key`: the factors, and whether one has to be set up."""
    holder = pending_sign_in(key)
    if holder is None:
        return None
    factors = factors_of(holder.account.pk)
    return {"factors": [factor.value for factor in factors], "must_set_up": not factors}


def may_change_factors(holder: FactorHolder) -> bool:
    """Whether the holder's session has shown lately whose it is; a first set-up has just shown its password."""
    if holder.pending:
        return True
    session = Session.objects.filter(key_digest=holder.session_digest).first()
    if session is None:
        return False
    shown = Shown(session.created_at, session.second_factor_at, session.proved_at)
    return is_fresh(shown, has_factor=has_second_factor(holder.account.pk), now=clock.now())


def proofs_of(account: Account) -> list[Proof]:
    """With what the account can show anew whose session it is: its second factors, or without any the password."""
    return [Proof(factor.value) for factor in factors_of(account.pk)] or [Proof.PASSWORD]
