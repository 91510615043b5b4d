"""Handing out the roles of the demonstration hall."""

from django.db import transaction

from people.demonstration import CAST
from people.models import Account
from people.policies.roles import GRANTED
from people.selectors.demonstration import played_by
from people.services.roles import grant_role


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
