"""The seam to whoever knows the passwords: this product itself, and the city's directory."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from django.conf import settings
from django.utils.crypto import constant_time_compare

from access.policies.ways import Way
from integrations.directory.settings import DirectorySettings
from people.models import Account

DEMONSTRATION_PASSWORD = "kyoseki"  # noqa: S105 - the fictional hall's, printed in its README; settings allow it only there

_BIND = "access.directory_bind"
"""Loaded by name, because django-auth-ldap is installed only where a directory's server is asked."""


class DirectoryDown(Exception):
    """The directory cannot be asked for a password now."""


@dataclass(frozen=True, slots=True)
class Identity:
    """By what an entry of the directory is known to be an account's person; empty where it is not known."""

    uuid: str = ""
    number: str = ""


def who_vouches(account: Account | None, *, username: str, password: str) -> Way | None:
    """Which way vouches that `password` is the account's; None where none does.

    A password set here (Argon2) comes first and alone: break-glass accounts need nobody else. Then the directory, by a
    bind under the name that was typed; where none is asked, and only in the demonstration hall, its one password.

    A refusal takes as long for an account that does not exist as for one that does: both look here and both ask the
    directory. Raises DirectoryDown for both alike while it cannot be asked, but never to whoever had a right local
    password.
    """
    local = account is not None and account.has_usable_password()
    if account is not None and local and account.check_password(password):
        return Way.PASSWORD
    try:
        if _bound(None if local else account, username, password):
            return Way.DIRECTORY
    except DirectoryDown:
        if not local:
            take_as_long()
        raise
    if local:
        return None
    if account is not None and _demonstration_password_fits(account, password):
        return Way.PASSWORD
    take_as_long()
    return None


def password_fits(account: Account | None, password: str) -> bool:
    """Whether `password` is the account's, whoever vouches for it. Raises DirectoryDown."""
    username = account.username if account is not None else ""
    return who_vouches(account, username=username, password=password) is not None


def asks_directory() -> bool:
    """Whether people sign in with the passwords of a directory."""
    return _directory() is not None


def take_as_long() -> None:
    """Take as long as looking at a local password would."""
    Account().set_password("as long")


def _bound(account: Account | None, username: str, password: str) -> bool:
    """Whether the directory takes the password; for nobody it is asked all the same, and always says no."""
    directory = _directory()
    if directory is None:
        return False
    person = account.person if account is not None else None
    known = Identity(person.directory_uuid or "", person.number) if person is not None else None
    bind = cast("Callable[..., bool]", import_module(_BIND).bind)
    fits = bind(
        directory,
        settings.DIRECTORY_PASSWORD,
        username=username,
        password=password if known else secrets.token_urlsafe(24),
        identity=known or Identity(),
    )
    return fits and known is not None


def _directory() -> DirectorySettings | None:
    found: DirectorySettings | None = settings.DIRECTORY if settings.PASSWORD_SIGN_IN else None
    return found if found is not None and found.sign_in.enabled else None


def _demonstration_password_fits(account: Account, password: str) -> bool:
    known = settings.DEMONSTRATION and account.person is not None and account.person.directory_id is not None
    asked = settings.PASSWORD_SIGN_IN and not asks_directory()
    return known and asked and constant_time_compare(password, DEMONSTRATION_PASSWORD)
