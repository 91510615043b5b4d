"""Coming in by the word of a reverse proxy, which asked Kerberos or the like; and its word from the wrong address."""

from django.db import transaction

from access.policies.entering import Refusal
from access.policies.throttle import ThrottlePolicy
from access.policies.ways import Way
from access.services.entering import NOBODY, Entered, SignInFailed, enter, note_refusal
from access.services.throttle import Counted, try_counted
from audit.context import current_origin
from audit.services import record
from core import clock
from people.models import Account

PROXY_HEADER_REFUSED = "account.proxy_header_refused"


def enter_by_proxy(*, username: str, leaving: str | None = None) -> Entered:
    """Open a session for whom the proxy named; what follows is `enter`'s.

    Only people's accounts come in so: one that belongs to nobody is for the day on which no proxy answers. Nobody is
    ever made here. Raises SignInFailed, with the refusal on record.
    """
    account = Account.objects.select_related("person").filter(username=username, person__isnull=False).first()
    if account is None:
        note_refusal(account=None, reason=Refusal.PROVIDER_UNKNOWN, way=Way.PROXY)
        raise SignInFailed
    return enter(account=account, way=Way.PROXY, leaving=leaving)


def note_header_refused() -> None:
    """Put on record that the proxy's header came from an address that is none of its own, once a window an address."""
    now, policy = clock.now(), ThrottlePolicy()
    once = Counted(f"proxy:{current_origin().source_address}", 0)
    if try_counted(counts=[once], policy=policy, now=now).just_used_up:
        with transaction.atomic():
            record(kind=PROXY_HEADER_REFUSED, subject_kind="account", subject_id=NOBODY)
