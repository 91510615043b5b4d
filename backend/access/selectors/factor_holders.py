"""Accounts as IT looks for them, with what they sign in by; and what one has set up oneself."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from access.models import Authenticator, Passkey, RecoveryCode
from core import clock
from core.pagination import Key
from people.models import Account
from people.name import search_terms


@dataclass(frozen=True, slots=True)
class OwnFactors:
    """An account's second factors; codes are counted and never shown again."""

    authenticator: Authenticator | None
    passkeys: list[Passkey]
    recovery_codes_left: int


def own_factors(account_id: int) -> OwnFactors:
    """What the account has set up: the passkeys in the order in which they were added."""
    return OwnFactors(
        Authenticator.objects.filter(account_id=account_id, confirmed_at__isnull=False).first(),
        list(Passkey.objects.filter(account_id=account_id).order_by("pk")),
        RecoveryCode.objects.filter(account_id=account_id, used_at__isnull=True).count(),
    )


@dataclass(frozen=True, slots=True)
class AccountPages:
    """Accounts by user name, to be fetched page by page: those in whose user name, or whose person's name, kana or
    number, every word of `sought` is found.
    """

    sought: str = ""

    def fetch(self, after: Key | None, backwards: bool, limit: int) -> Sequence[Account]:
        """At most `limit` accounts beyond the key `after`: core.pagination's fetch."""
        found = Account.objects.all()
        for word in search_terms(self.sought):
            found = found.filter(Q(username__contains=word) | Q(person__search_text__contains=word))
        if after is not None:
            found = found.filter(username__lt=after[0]) if backwards else found.filter(username__gt=after[0])
        rows = found.order_by("-username" if backwards else "username")[:limit]
        counted = {account.pk: account for account in _with_counts(Account.objects.filter(pk__in=[r.pk for r in rows]))}
        return [counted[row.pk] for row in rows]

    @staticmethod
    def key(account: Account) -> Key:
        return (account.username,)


def account_with_counts(id: int) -> Account:
    """One account as `AccountPages` gives it. Raises Account.DoesNotExist."""
    return _with_counts(Account.objects.all()).get(pk=id)


def _with_counts(accounts: QuerySet[Account]) -> QuerySet[Account]:
    live = Q(sessions__expires_at__gt=clock.now(), sessions__pending=False)
    return accounts.select_related("person__department").annotate(
        session_count=Count("sessions", filter=live, distinct=True),
        passkey_count=Count("passkeys", distinct=True),
        has_authenticator=Exists(Authenticator.objects.filter(account=OuterRef("pk"), confirmed_at__isnull=False)),
    )
