"""Second factors that go: removed by whose they are, or all of them by IT when the device is lost."""

from collections.abc import Callable
from typing import Any

from django.db import transaction

from access.models import Authenticator, Passkey, RecoveryCode
from access.policies.factor_proof import may_remove
from access.policies.factor_refusals import FactorRefusal
from access.selectors.second_factors import is_demanded_of
from access.services.ending import end_sessions
from audit.services import record
from core.refused import Refused
from people.models import Account

FACTOR_REMOVED = "account.factor_removed"
FACTORS_RESET = "account.factors_reset"


def remove_authenticator(*, account: Account) -> None:
    """Forget the authenticator app. Raises Refused: NO_AUTHENTICATOR, FACTOR_DEMANDED."""

    def forget() -> dict[str, Any]:
        if not Authenticator.objects.filter(account=account).delete()[0]:
            raise Refused(FactorRefusal.NO_AUTHENTICATOR)
        return {"factor": "authenticator"}

    _remove(account, forget)


def remove_passkey(*, account: Account, id: int) -> None:
    """Forget one of the account's passkeys. Raises Passkey.DoesNotExist, Refused(FACTOR_DEMANDED)."""

    def forget() -> dict[str, Any]:
        passkey = Passkey.objects.get(account=account, pk=id)
        passkey.delete()
        return {"factor": "passkey", "name": passkey.name}

    _remove(account, forget)


@transaction.atomic
def reset_factors(*, account: Account, actor_id: int | None) -> None:
    """Take every second factor of somebody who has lost them, and end their sessions.

    They sign in with the password alone, and whom a role demands one of sets one up at once. Raises
    Refused(OWN_FACTORS): nobody resets their own, which would be a way around what they are asked.
    """
    if account.pk == actor_id:
        raise Refused(FactorRefusal.OWN_FACTORS)
    Account.objects.select_for_update().get(pk=account.pk)
    passkeys, _ = Passkey.objects.filter(account=account).delete()
    authenticators, _ = Authenticator.objects.filter(account=account).delete()
    RecoveryCode.objects.filter(account=account).delete()
    end_sessions(accounts=[account.pk], because="factors_reset")
    record(
        kind=FACTORS_RESET,
        subject_kind="account",
        subject_id=account.pk,
        before={"passkeys": passkeys, "authenticators": authenticators},
    )


@transaction.atomic
def _remove(account: Account, forget: Callable[[], dict[str, Any]]) -> None:
    Account.objects.select_for_update().get(pk=account.pk)  # two at once would each see the other's factor left
    removed = forget()
    left = (
        Authenticator.objects.filter(account=account, confirmed_at__isnull=False).count()
        + Passkey.objects.filter(account=account).count()
    )
    if not may_remove(demanded=is_demanded_of(account), factors_left=left):
        raise Refused(FactorRefusal.FACTOR_DEMANDED)
    if not left:
        RecoveryCode.objects.filter(account=account).delete()
    record(kind=FACTOR_REMOVED, subject_kind="account", subject_id=account.pk, before=removed)
