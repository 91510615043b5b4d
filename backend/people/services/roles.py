"""Roles that are given to an account and taken away again."""

from django.db import transaction

from audit.services import record
from people.models import Account
from people.policies.roles import GRANTED, Role


@transaction.atomic
def grant_role(*, account: Account, role: Role) -> None:
    """Give `role` to an account. Raises ValueError for a role that follows from the person and the posts."""
    _set_roles(account, role, "account.role_granted", [*account.roles, role.value])


@transaction.atomic
def take_role_away(*, account: Account, role: Role) -> None:
    """Take `role` from an account; it holds from the next request on. Raises ValueError as `grant_role` does."""
    _set_roles(account, role, "account.role_taken_away", [held for held in account.roles if held != role.value])


def _set_roles(account: Account, role: Role, kind: str, roles: list[str]) -> None:
    if role not in GRANTED:
        raise ValueError(f"{role} is not granted")
    before = list(account.roles)
    account.roles = list(dict.fromkeys(roles))
    if account.roles == before:
        return
    account.save(update_fields=["roles"])
    record(
        kind=kind,
        subject_kind="account",
        subject_id=account.pk,
        before={"roles": before},
        after={"roles": account.roles},
    )
