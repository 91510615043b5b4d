"""Ending sessions and tokens: one's own, somebody's, and those of people who left or changed their password."""

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import transaction

from access.models import ApiToken, Session
from access.policies.ways import Way
from audit.services import Happening, record, record_all
from core import clock
from people.models import Account

SESSION_ENDED = "account.session_ended"
TOKEN_REVOKED = "account.token_revoked"  # noqa: S105 - the name of an event


@transaction.atomic
def end_session(*, account: Account, id: str) -> bool:
    """End one session of the account, by the beginning of its digest; False when there is none."""
    ended, _ = Session.objects.filter(account=account, key_digest__startswith=id).delete()
    if ended:
        _note_sessions_ended(account.pk, ended, "oneself")
    return bool(ended)


@transaction.atomic
def end_other_sessions(*, account: Account, keep: str) -> int:
    """End the account's sessions but the one whose digest is `keep`; answers how many."""
    ended, _ = Session.objects.filter(account=account).exclude(key_digest=keep).delete()
    if ended:
        _note_sessions_ended(account.pk, ended, "oneself")
    return ended


@transaction.atomic
def end_sessions(*, accounts: Collection[int], because: str) -> int:
    """End every session of these accounts; answers how many. `because` is a word for the event log."""
    return _end(Session.objects.filter(account__in=accounts).values_list("key_digest", "account_id"), because)


@transaction.atomic
def end_access(*, person_ids: Collection[int], because: str = "left") -> int:
    """End sessions and tokens of people who left; their second factors stay, should they come back.

    Answers how many sessions and tokens ended.
    """
    accounts = list(Account.objects.filter(person__in=person_ids).values_list("pk", flat=True))
    sessions = end_sessions(accounts=accounts, because=because)
    live = ApiToken.objects.select_for_update().filter(account__in=accounts, revoked_at__isnull=True).order_by("pk")
    tokens = list(live)
    ApiToken.objects.filter(pk__in=[token.pk for token in tokens]).update(revoked_at=clock.now())
    record_all(
        [
            Happening(
                kind=TOKEN_REVOKED,
                subject_kind="account",
                subject_id=token.account_id,
                after={"token": token.pk, "name": token.name, "by": because},
            )
            for token in tokens
        ]
    )
    return sessions + len(tokens)


@transaction.atomic
def end_directory_sessions(changed: Mapping[int, datetime]) -> int:
    """End sessions that a password of the directory opened before it was changed; answers how many.

    `changed` is when the password was changed, by person's id. Sessions that something else vouched for go on.
    """
    opened = Session.objects.filter(account__person__in=changed.keys(), way=Way.DIRECTORY.value).values_list(
        "key_digest", "account_id", "account__person_id", "created_at"
    )
    old = [
        (digest, account_id)
        for digest, account_id, person_id, created_at in opened
        if person_id is not None and created_at < changed[person_id]
    ]
    return _end(old, "password_changed")


def _end(sessions: "Collection[tuple[str, int]]", because: str) -> int:
    counts: dict[int, int] = {}
    digests = []
    for digest, account_id in sessions:
        digests.append(digest)
        counts[account_id] = counts.get(account_id, 0) + 1
    ended, _ = Session.objects.filter(key_digest__in=digests).delete()
    for account_id in sorted(counts):
        _note_sessions_ended(account_id, counts[account_id], because)
    return ended


def _note_sessions_ended(account_id: int, count: int, because: str) -> None:
    record(
        kind=SESSION_ENDED,
        subject_kind="account",
        subject_id=account_id,
        after={"by": because, "sessions": count},
    )
