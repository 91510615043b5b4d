"""In which browsers an account is signed in."""

from django.conf import settings
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from access.models import Session
from access.policies.idle import idle_before
from core import clock

ID_LENGTH = 12
"""Of a session's digest, this much tells it from the account's others."""


def sessions_of(account_id: int) -> "QuerySet[Session]":
    """The sessions of an account that still open something, the one used last before the others."""
    now = clock.now()
    last_used = idle_before(now=now, idle_minutes=settings.SESSION_IDLE_MINUTES)
    in_use = Q(used_at__gt=last_used) if last_used else Q()
    return (
        Session.objects.annotate(used_at=Coalesce(F("seen_at"), F("created_at")))
        .filter(in_use, account=account_id, pending=False, expires_at__gt=now)
        .order_by("-used_at", "key_digest")
    )
