"""Signing in with a name and a password, and out."""

from dataclasses import dataclass

from django.db import transaction

from access.policies.entering import Refusal
from access.policies.throttle import ThrottlePolicy
from access.policies.ways import Way
from access.services.entering import Entered, SignInFailed, enter, note_refusal
from access.services.sessions import close_session
from access.services.throttle import counted, take_back, take_back_addresses, try_counted
from access.sign_in import DirectoryDown, asks_directory, take_as_long, who_vouches
from audit.context import current_origin
from audit.services import record
from core import clock
from people.models import Account

SIGNED_OUT = "account.signed_out"


@dataclass(eq=False)
class SignInThrottled(Exception):
    """Too many failures; the next try counts after `wait_seconds`."""

    wait_seconds: int


class DirectoryUnavailable(Exception):
    """The directory cannot be asked now, and nobody here knows this password: whether the account exists or not."""


def sign_in(
    *, username: str, password: str, leaving: str | None = None, policy: ThrottlePolicy | None = None
) -> Entered:
    """Open a session for the account of `username`: see `enter` for what follows.

    Raises SignInThrottled, DirectoryUnavailable or SignInFailed; only failures count, and a success makes the
    account's count begin anew. While the directory is away a try counts against the name and not against the address,
    behind which a whole office may be trying.
    """
    policy = policy or ThrottlePolicy()
    username = username.strip().lower()
    counts = counted(username, current_origin().source_address, policy)
    account = Account.objects.select_related("person").filter(username=username).first()
    usual = Way.DIRECTORY if asks_directory() else Way.PASSWORD
    tried = try_counted(counts=counts, policy=policy, now=clock.now())
    if tried.wait_seconds is not None:
        if tried.just_used_up:
            note_refusal(account=account, reason=Refusal.THROTTLED, way=usual)
        raise SignInThrottled(tried.wait_seconds)
    try:
        way = who_vouches(account, username=username, password=password)
    except DirectoryDown as error:
        note_refusal(account=account, reason=Refusal.DIRECTORY_UNAVAILABLE, way=Way.DIRECTORY)
        take_back_addresses(counts=counts)
        raise DirectoryUnavailable from error
    if account is None or way is None:
        note_refusal(account=account, reason=Refusal.UNKNOWN if account is None else Refusal.PASSWORD, way=usual)
        raise SignInFailed
    try:
        entered = enter(account=account, way=way, leaving=leaving)
    except SignInFailed:
        take_as_long()
        raise
    take_back(counts=counts)
    return entered


def sign_out(*, account: Account, key: str) -> None:
    """End the session of `key`."""
    with transaction.atomic():
        close_session(key=key)
        record(kind=SIGNED_OUT, subject_kind="account", subject_id=account.pk)
