"""Authenticator apps: set up, confirmed by a first code, asked for codes, removed."""

from dataclasses import dataclass

from django.db import transaction

from access.models import Authenticator
from access.policies.authenticator_codes import address_of, fitting_step, new_secret
from access.policies.factor_refusals import FactorRefusal
from access.sealing import Unreadable, seal, unseal
from audit.services import record
from core import clock
from core.refused import Refused
from people.models import Account

FACTOR_ADDED = "account.factor_added"


@dataclass(frozen=True, slots=True)
class AuthenticatorBegun:
    """What the app has to be told: the secret in base 32, and the same as the address in a QR code."""

    secret: str
    address: str


@transaction.atomic
def begin_authenticator(*, account: Account) -> AuthenticatorBegun:
    """Give the account a new secret, which counts once its first code was right.

    Raises Refused(AUTHENTICATOR_THERE) when one is set up already: it is removed first.
    """
    secret = new_secret()
    kept, made = Authenticator.objects.select_for_update().get_or_create(
        account=account, defaults={"secret": seal(secret), "created_at": clock.now()}
    )
    if not made:
        if kept.confirmed_at is not None:
            raise Refused(FactorRefusal.AUTHENTICATOR_THERE)
        kept.secret, kept.created_at, kept.last_step = seal(secret), clock.now(), 0
        kept.save(update_fields=["secret", "created_at", "last_step"])
    return AuthenticatorBegun(secret, address_of(secret, username=account.username))


def first_code_fits(*, account: Account, code: str) -> bool:
    """Whether the code is that of the secret that waits for its first; used up if so.

    Raises Refused(NO_AUTHENTICATOR) when none waits.
    """
    waiting = Authenticator.objects.filter(account=account, confirmed_at__isnull=True).first()
    if waiting is None:
        raise Refused(FactorRefusal.NO_AUTHENTICATOR)
    return _use_code(waiting, code)


@transaction.atomic
def confirm_authenticator(*, account: Account) -> None:
    """From now on the authenticator counts. Its first code was right: see `first_code_fits`."""
    confirmed = Authenticator.objects.filter(account=account, confirmed_at__isnull=True).update(
        confirmed_at=clock.now()
    )
    if not confirmed:
        raise Refused(FactorRefusal.NO_AUTHENTICATOR)
    record(kind=FACTOR_ADDED, subject_kind="account", subject_id=account.pk, after={"factor": "authenticator"})


def code_fits(*, account: Account, code: str) -> bool:
    """Whether the code is right now the account's, used up if so: of two who show it at once, one is right."""
    authenticator = Authenticator.objects.filter(account=account, confirmed_at__isnull=False).first()
    return authenticator is not None and _use_code(authenticator, code)


def _use_code(authenticator: Authenticator, code: str) -> bool:
    try:
        secret = unseal(bytes(authenticator.secret))
    except Unreadable:
        return False
    step = fitting_step(secret=secret, code=code, now=clock.now(), last_step=authenticator.last_step)
    if step is None:
        return False
    # Sealed anew while it is at hand, so that an old secret key of the product can go one day.
    used = Authenticator.objects.filter(pk=authenticator.pk, secret=authenticator.secret, last_step__lt=step)
    return used.update(last_step=step, secret=seal(secret)) == 1
