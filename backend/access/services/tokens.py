"""Tokens for programs: made, used, revoked."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import Q

from access.models import ApiToken
from access.policies.idle import NOTED_EVERY
from access.policies.scopes import Scope
from access.policies.tokens import HINT_LENGTH, MOST_LIVE_TOKENS, PREFIX, TokenRefusal
from access.services.ending import TOKEN_REVOKED
from access.session_key import digest_of, new_key
from audit.services import record
from core import clock
from core.refused import Refused
from people.models import Account

TOKEN_CREATED = "account.token_created"  # noqa: S105 - the name of an event


@dataclass(frozen=True, slots=True)
class NewToken:
    """A token just made: its row, and the token itself, which nobody can read again later."""

    row: ApiToken
    token: str


@transaction.atomic
def create_token(*, account: Account, name: str, scopes: Collection[Scope], days: int) -> NewToken:
    """Make a token of `account` that opens `scopes` and lasts `days` days from now.

    Raises Refused where the account holds too many already.
    """
    Account.objects.select_for_update(no_key=True).get(pk=account.pk)
    now = clock.now()
    live = ApiToken.objects.filter(account=account, revoked_at__isnull=True, expires_at__gt=now).count()
    if live >= MOST_LIVE_TOKENS:
        raise Refused(TokenRefusal.TOO_MANY_TOKENS, {"most": MOST_LIVE_TOKENS})
    token = PREFIX + new_key()
    row = ApiToken.objects.create(
        digest=digest_of(token),
        hint=token[:HINT_LENGTH],
        account=account,
        name=name,
        scopes=[scope.value for scope in Scope if scope in scopes],
        created_at=now,
        expires_at=now + timedelta(days=days),
    )
    record(
        kind=TOKEN_CREATED,
        subject_kind="account",
        subject_id=account.pk,
        after={"token": row.pk, "name": name, "scopes": row.scopes, "expires_at": row.expires_at},
    )
    return NewToken(row, token)


@transaction.atomic
def revoke_token(*, id: int, account: Account | None = None, by: str = "oneself") -> ApiToken:
    """Revoke a token: one of `account`, or anybody's. Revoked again, nothing happens. Raises ApiToken.DoesNotExist."""
    whose = Q() if account is None else Q(account=account)
    token: ApiToken = (
        ApiToken.objects.select_for_update(of=("self",)).select_related("account__person").get(whose, pk=id)
    )
    if token.revoked_at is None:
        token.revoked_at = clock.now()
        token.save(update_fields=["revoked_at"])
        record(
            kind=TOKEN_REVOKED,
            subject_kind="account",
            subject_id=token.account_id,
            before={"token": token.pk, "name": token.name},
            after={"token": token.pk, "name": token.name, "by": by},
        )
    return token


def note_token_use(*, id: int) -> None:
    """Write down that a token was used, at most every few minutes."""
    now = clock.now()
    ApiToken.objects.filter(Q(used_at__isnull=True) | Q(used_at__lte=now - NOTED_EVERY), pk=id).update(used_at=now)
