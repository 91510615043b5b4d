"""Signing in and out."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from access.policies.throttle import ThrottlePolicy
from access.services.sessions import close_session, open_session
from access.services.throttle import count_try, counted, take_back
from access.sign_in import password_fits
from audit.context import acting_as, current_origin
from audit.services import record
from core import clock
from people.models import Account

SIGNED_IN = "account.signed_in"
SIGNED_OUT = "account.signed_out"
SIGN_IN_FAILED = "account.sign_in_failed"


class SignInFailed(Exception):
    """No such account, another password, or one that may not enter today: which of them is nobody's business."""


@dataclass(eq=False)
class SignInThrottled(Exception):
    """Too many failures; the next try counts after `wait_seconds`."""

    wait_seconds: int


def sign_in(*, username: str, password: str, leaving: str | None = None, policy: ThrottlePolicy | None = None) -> str:
    """Open a session for the account of `username` and answer its key.

    Ends the session `leaving` whose cookie came along: a new sign-in always has a new key. Raises SignInThrottled
    or SignInFailed; only failures count, and a success makes the account's count begin anew.
    """
    policy = policy or ThrottlePolicy()
    username = username.strip().lower()
    counts = counted(username, current_origin().source_address, policy)
    wait = count_try(counts=counts, policy=policy, now=clock.now())
    if wait is not None:
        raise SignInThrottled(wait)
    account = Account.objects.select_related("person").filter(username=username).first()
    if not password_fits(account, password) or account is None or not _may_enter(account, clock.today()):
        _note_failure(account)
        raise SignInFailed
    take_back(counts=counts)
    return _enter(account, leaving)


def sign_out(*, account: Account, key: str) -> None:
    """End the session of `key`."""
    with transaction.atomic():
        close_session(key=key)
        record(kind=SIGNED_OUT, subject_kind="account", subject_id=account.pk)


@transaction.atomic
def _enter(account: Account, leaving: str | None) -> str:
    if leaving:
        close_session(key=leaving)
    key = open_session(account=account)
    account.last_login = clock.now()
    account.save(update_fields=["last_login"])
    with acting_as(
        actor_id=account.pk,
        actor_name=account.person.name if account.person else account.username,
        request_id=current_origin().request_id,
    ):
        record(kind=SIGNED_IN, subject_kind="account", subject_id=account.pk)
    return key


@transaction.atomic
def _note_failure(account: Account | None) -> None:
    if account is not None:
        record(kind=SIGN_IN_FAILED, subject_kind="account", subject_id=account.pk)


def _may_enter(account: Account, today: date) -> bool:
    person = account.person
    if not account.is_active:
        return False
    if person is None:
        return True
    return (person.active_from is None or person.active_from <= today) and (
        person.active_to is None or person.active_to >= today
    )
