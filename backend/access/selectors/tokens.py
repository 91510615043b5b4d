"""Which tokens there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q, QuerySet

from access.models import ApiToken
from core import clock
from core.pagination import Key

ENDED_SHOWN_DAYS = 30
"""A token that ended stays in its owner's list for so long, so that a program that fails can be explained."""


def tokens_of(account_id: int) -> "QuerySet[ApiToken]":
    """The tokens of an account that open something or ended lately, the newest first."""
    since = clock.now() - timedelta(days=ENDED_SHOWN_DAYS)
    return (
        _with_people()
        .filter(Q(revoked_at__isnull=True) | Q(revoked_at__gt=since), account=account_id, expires_at__gt=since)
        .order_by("-pk")
    )


def token_name(token_id: int) -> str:
    """What its owner called a token."""
    return ApiToken.objects.values_list("name", flat=True).get(pk=token_id)


@dataclass(frozen=True, slots=True)
class TokenPages:
    """Every account's tokens, the newest first, to be fetched page by page; with `live`, those that open something."""

    live: bool = False

    def fetch(self, after: Key | None, backwards: bool, limit: int) -> Sequence[ApiToken]:
        """At most `limit` tokens beyond the key `after`: core.pagination's fetch."""
        rows = _with_people()
        if self.live:
            rows = rows.filter(revoked_at__isnull=True, expires_at__gt=clock.now())
        if after is not None:
            rows = rows.filter(pk__gt=after[0]) if backwards else rows.filter(pk__lt=after[0])
        return list(rows.order_by("pk" if backwards else "-pk")[:limit])

    @staticmethod
    def key(token: ApiToken) -> Key:
        return (token.pk,)


def _with_people() -> "QuerySet[ApiToken]":
    return ApiToken.objects.select_related("account__person__department")
