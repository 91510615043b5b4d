"""Which second factors an account has."""

from access.models import Authenticator, Passkey


def has_second_factor(account_id: int) -> bool:
    """Whether the account has set up an authenticator or a passkey. A code on paper alone is none."""
    return (
        Authenticator.objects.filter(account_id=account_id, confirmed_at__isnull=False).exists()
        or Passkey.objects.filter(account_id=account_id).exists()
    )
