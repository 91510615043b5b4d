"""Recovery codes: ten at a time, each opens once."""

from django.db import transaction

from access.models import RecoveryCode
from access.policies.recovery_codes import digest_of_code, new_codes
from audit.services import record
from core import clock
from people.models import Account


@transaction.atomic
def renew_recovery_codes(*, account: Account) -> list[str]:
    """Give the account ten new codes, which nobody can read again later; the old ones open nothing more."""
    Account.objects.select_for_update().get(pk=account.pk)
    RecoveryCode.objects.filter(account=account).delete()
    codes = new_codes()
    RecoveryCode.objects.bulk_create(RecoveryCode(account=account, digest=digest_of_code(code)) for code in codes)
    record(kind="account.recovery_codes_made", subject_kind="account", subject_id=account.pk)
    return codes


@transaction.atomic
def recovery_code_fits(*, account: Account, code: str) -> bool:
    """Whether the code is one of the account's, used up if so: of two who show it at once, one is right."""
    unused = RecoveryCode.objects.filter(account=account, digest=digest_of_code(code), used_at__isnull=True)
    if unused.update(used_at=clock.now()) != 1:
        return False
    left = RecoveryCode.objects.filter(account=account, used_at__isnull=True).count()
    record(kind="account.recovery_code_used", subject_kind="account", subject_id=account.pk, after={"left": left})
    return True
