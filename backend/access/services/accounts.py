"""Local accounts: a password kept here, for the day on which no directory can be asked."""

from collections.abc import Collection

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from access.models import Session
from audit.services import record
from people.models import Account
from people.policies.roles import Role
from people.services.roles import grant_role


@transaction.atomic
def set_local_password(*, username: str, password: str, create: bool = False, roles: Collection[Role] = ()) -> Account:
    """Give an account a password of its own, kept as Argon2, and end its sessions.

    `create` makes a break-glass account, which belongs to nobody on the roll, when there is none of that name;
    `roles` are granted on top. Raises Account.DoesNotExist, or ValidationError for a password that is too weak.
    """
    username = username.strip().lower()
    account = Account.objects.select_for_update().filter(username=username).first()
    if account is None:
        if not create:
            raise Account.DoesNotExist(f"there is no account {username}")
        account = Account(username=username)
    validate_password(password, account)
    account.set_password(password)
    account.save()
    Session.objects.filter(account=account).delete()
    record(kind="account.password_set", subject_kind="account", subject_id=account.pk)
    for role in roles:
        if role.value not in account.roles:
            grant_role(account=account, role=role)
    return account
