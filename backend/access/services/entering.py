"""Coming in, whoever vouched for it: the one door behind every way."""

from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from access.models import Session
from access.policies.entering import Refusal, may_enter, second_factor_due
from access.policies.ways import Way
from access.selectors.second_factors import has_second_factor
from access.services.sessions import close_session, open_session
from access.session_key import digest_of
from audit.context import acting_as, current_origin
from audit.services import record
from core import clock
from people.models import Account

SIGNED_IN = "account.signed_in"
SIGN_IN_FAILED = "account.sign_in_failed"
NOBODY = 0
"""The subject of a refusal that is about no account we know."""


class SignInFailed(Exception):
    """No such account, another password, or one that may not enter today: which of them is nobody's business."""


@dataclass(frozen=True, slots=True)
class Entered:
    """A session that was opened: the key for its cookie, and whether its second factor is still to come."""

    account: Account
    key: str
    pending: bool


def enter(*, account: Account, way: Way, strong: bool = False, leaving: str | None = None) -> Entered:
    """Open a session for `account`, for whom `way` has vouched.

    Ends the session `leaving` whose cookie came along: a new sign-in always has a new key. A way that is `strong` is
    its own second factor; otherwise the session may be pending (see access.policies.entering). Raises SignInFailed,
    with the refusal on record, for an account out of use or whose person is not on the roll today.
    """
    if not _on_the_roll(account):
        note_refusal(account=account, reason=Refusal.LEFT, way=way)
        raise SignInFailed
    with transaction.atomic():
        if leaving:
            close_session(key=leaving)
        pending = second_factor_due(
            roles=account.roles,
            required_of=settings.SECOND_FACTOR_ROLES,
            has_factor=not strong and has_second_factor(account.pk),
            strong=strong,
        )
        key = open_session(account=account, way=way, pending=pending, second_factor=strong)
        if not pending:
            _note_entry(account, way)
    return Entered(account, key, pending)


def complete(*, key: str) -> Entered:
    """Turn the pending session of `key` into one that is signed in, under a new key: its second factor was right.

    Raises SignInFailed when it is over, was completed already, or its account may not enter any more.
    """
    with transaction.atomic():
        pending = (
            Session.objects.select_for_update(of=("self",))
            .select_related("account__person")
            .filter(key_digest=digest_of(key), pending=True, expires_at__gt=clock.now())
            .first()
        )
        if pending is None or not _on_the_roll(pending.account):
            raise SignInFailed
        way = Way(pending.way)
        pending.delete()
        opened = open_session(account=pending.account, way=way, second_factor=True)
        _note_entry(pending.account, way)
    return Entered(pending.account, opened, pending=False)


@transaction.atomic
def note_refusal(*, account: Account | None, reason: Refusal, way: Way) -> None:
    """Put a refused sign-in on record, also one that is about no account we know; never what was typed."""
    record(
        kind=SIGN_IN_FAILED,
        subject_kind="account",
        subject_id=account.pk if account is not None else NOBODY,
        after={"reason": reason.value, "way": way.value},
    )


def _note_entry(account: Account, way: Way) -> None:
    account.last_login = clock.now()
    account.save(update_fields=["last_login"])
    with acting_as(
        actor_id=account.pk,
        actor_name=account.person.name if account.person else account.username,
        request_id=current_origin().request_id,
    ):
        record(kind=SIGNED_IN, subject_kind="account", subject_id=account.pk, after={"way": way.value})


def _on_the_roll(account: Account) -> bool:
    person = account.person
    return may_enter(
        is_active=account.is_active,
        first_day=person.active_from if person else None,
        last_day=person.active_to if person else None,
        today=clock.today(),
    )
