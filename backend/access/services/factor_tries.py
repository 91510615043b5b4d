"""Trying a second factor: counted as passwords are, so that six digits cannot be guessed."""

from collections.abc import Callable

from access.policies.entering import Refusal
from access.policies.throttle import ThrottlePolicy
from access.policies.ways import Way
from access.services.entering import note_refusal
from access.services.signing_in import SignInThrottled
from access.services.throttle import Counted, count_try, take_back
from audit.context import current_origin
from core import clock
from people.models import Account


def try_factor(*, account: Account, way: Way, fits: Callable[[], bool], policy: ThrottlePolicy | None = None) -> bool:
    """Ask `fits` unless too many tries have failed; whether it said yes. What failed is counted and on record.

    The count is the account's own for second factors: a right password does not make it begin anew. Raises
    SignInThrottled. To be called outside a transaction, which a refusal would take the count back with.
    """
    policy = policy or ThrottlePolicy()
    counts = [Counted(f"factor:{account.pk}", policy.account_failures)]
    if address := current_origin().source_address:
        counts.append(Counted(f"address:{address}", policy.address_failures))
    wait = count_try(counts=counts, policy=policy, now=clock.now())
    if wait is not None:
        raise SignInThrottled(wait)
    if not fits():
        note_refusal(account=account, reason=Refusal.FACTOR, way=way)
        return False
    take_back(counts=counts)
    return True
