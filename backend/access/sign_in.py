"""The seam to whoever knows the passwords: today this product itself, a city's directory or identity provider later."""

from django.conf import settings
from django.utils.crypto import constant_time_compare

from people.models import Account

DEMONSTRATION_PASSWORD = "kyoseki"  # noqa: S105 - the fictional hall's, printed in its README; settings allow it only there


def password_fits(account: Account | None, password: str) -> bool:
    """Whether `password` is the account's. Takes as long for an account that does not exist as for one that does.

    A password set here (Argon2) comes first. Without one, and only in the demonstration hall, everyone who came from
    its directory has the hall's one password; nowhere else does anybody have a password nobody set.
    """
    if account is None:
        Account().set_password(password)
        return False
    if account.has_usable_password():
        return account.check_password(password)
    if settings.DEMONSTRATION and account.person is not None and account.person.directory_id is not None:
        return constant_time_compare(password, DEMONSTRATION_PASSWORD)
    Account().set_password(password)
    return False
