"""Coming in by an identity provider: whose account it is, and the door."""

from django.db import IntegrityError, transaction

from access.models import ExternalIdentity, RoundTrip
from access.policies.entering import Refusal
from access.policies.federation import Identity, Match, Provider, named_by
from access.services.entering import Entered, SignInFailed, enter, note_refusal
from audit.services import record
from core import clock
from people.models import Account

IDENTITY_BOUND = "account.identity_bound"
IDENTITIES_FORGOTTEN = "account.identities_forgotten"


def enter_by_identity(*, provider: Provider, identity: Identity, leaving: str | None = None) -> Entered:
    """Open a session for whom the provider vouched for; what follows is `enter`'s.

    The account is the one its subject is bound to; else the one that the claim names, which the subject is bound to
    from then on, so that a name given to somebody else later opens nothing. No account is ever made here. Raises
    SignInFailed, with the refusal on record.
    """
    account = _bound(identity) or _named(provider, identity)
    if account is None:
        note_refusal(account=None, reason=Refusal.PROVIDER_UNKNOWN, way=provider.way)
        raise SignInFailed
    return enter(account=account, way=provider.way, strong=provider.strong, leaving=leaving)


@transaction.atomic
def forget_identities(*, account: Account) -> int:
    """Let the account be bound anew, for somebody whom the provider has made anew; answers how many were forgotten."""
    deleted, _ = ExternalIdentity.objects.filter(account=account).delete()
    if deleted:
        record(kind=IDENTITIES_FORGOTTEN, subject_kind="account", subject_id=account.pk)
    return deleted


def forget_old_round_trips() -> int:
    """Remove what was remembered of ways to a provider that nobody came back from; answers how many."""
    deleted, _ = RoundTrip.objects.filter(expire_date__lte=clock.now()).delete()
    return deleted


def _bound(identity: Identity) -> Account | None:
    if identity.subject is None:
        return None
    return (
        Account.objects.select_related("person")
        .filter(external_identities__provider=identity.issuer, external_identities__subject=identity.subject)
        .first()
    )


def _named(provider: Provider, identity: Identity) -> Account | None:
    name = named_by(identity.claimed, domains=provider.domains)
    if name is None:
        return None
    # Of people alone: an account that belongs to nobody is for the day on which no provider answers.
    accounts = Account.objects.select_related("person").filter(person__isnull=False, is_active=True)
    account = accounts.filter(
        **({"username": name} if provider.match is Match.USERNAME else {"person__number__iexact": name})
    ).first()
    if account is None or identity.subject is None:
        return account
    return account if _bind(account, identity.issuer, identity.subject) else None


def _bind(account: Account, issuer: str, subject: str) -> bool:
    """Whether the subject is the account's from now on: not when it has another there already."""
    try:
        with transaction.atomic():
            ExternalIdentity.objects.create(account=account, provider=issuer, subject=subject, created_at=clock.now())
            record(kind=IDENTITY_BOUND, subject_kind="account", subject_id=account.pk, after={"provider": issuer})
    except IntegrityError:
        return ExternalIdentity.objects.filter(account=account, provider=issuer, subject=subject).exists()
    return True
