"""Handing out the roles of the demonstration hall."""

from django.db import transaction

from audit.services import record
from people.demonstration import CAST
from people.models import Account
from people.policies.roles import GRANTED, Role
from people.selectors.demonstration import played_by


@transaction.atomic
def grant_demonstration_roles() -> list[Account]:
    """Give each granted role to the person who plays it; answers those whose roles changed."""
    changed = []
    for part in CAST:
        account = played_by(part) if part.role in GRANTED else None
        if account is not None and part.role.value not in account.roles:
            grant_role(account=account, role=part.role)
            changed.append(account)
    return changed


@transaction.atomic
def grant_role(*, account: Account, role: Role) -> None:
    """Give `role` to an account. Raises ValueError for a role that follows from the person and the posts."""
    if role not in GRANTED:
        raise ValueError(f"{role} is not granted")
    before = list(account.roles)
    account.roles = [*before, role.value]
    account.save(update_fields=["roles"])
    record(
        kind="account.role_granted",
        subject_kind="account",
        subject_id=account.pk,
        before={"roles": before},
        after={"roles": account.roles},
    )
