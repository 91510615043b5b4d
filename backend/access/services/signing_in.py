"""Signing in with a name and a password, and out."""

from dataclasses import dataclass

from django.db import transaction

from access.policies.entering import Refusal
from access.policies.throttle import ThrottlePolicy
from access.policies.ways import Way
from access.services.entering import Entered, SignInFailed, enter, note_refusal
from access.services.sessions import close_session
from access.services.throttle import count_try, counted, take_back
from access.sign_in import password_fits
from audit.context import current_origin
from audit.services import record
from core import clock
from people.models import Account

SIGNED_OUT = "account.signed_out"


@dataclass(eq=False)
class SignInThrottled(Exception):
    """Too many failures; the next try counts after `wait_seconds`."""

    wait_seconds: int


def sign_in(
    *, username: str, password: str, leaving: str | None = None, policy: ThrottlePolicy | None = None
) -> Entered:
    """Open a session for the account of `username`: see `enter` for what follows.

    Raises SignInThrottled or SignInFailed; only failures count, and a success makes the account's count begin anew.
    """
    policy = policy or ThrottlePolicy()
    username = username.strip().lower()
    counts = counted(username, current_origin().source_address, policy)
    wait = count_try(counts=counts, policy=policy, now=clock.now())
    if wait is not None:
        raise SignInThrottled(wait)
    account = Account.objects.select_related("person").filter(username=username).first()
    if not password_fits(account, password) or account is None:
        note_refusal(account=account, reason=Refusal.UNKNOWN if account is None else Refusal.PASSWORD, way=Way.PASSWORD)
        raise SignInFailed
    entered = enter(account=account, way=Way.PASSWORD, leaving=leaving)
    take_back(counts=counts)
    return entered


def sign_out(*, account: Account, key: str) -> None:
    """End the session of `key`."""
    with transaction.atomic():
        close_session(key=key)
        record(kind=SIGNED_OUT, subject_kind="account", subject_id=account.pk)
