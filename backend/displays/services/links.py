"""Displays are set up and revoked; both stand in the event log."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import Q

from access.policies.throttle import ThrottlePolicy
from access.services.throttle import Counted, count_try
from audit.services import record
from core import clock
from displays.models import DisplayLink
from displays.policies.display_key import digest_of, new_key
from people.models import Account

SEEN_AGAIN_AFTER = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class NewDisplay:
    """A display just set up, and the key of its address, which is told this once."""

    link: DisplayLink
    key: str


@transaction.atomic
def set_up_display(*, floor_id: int, name: str, names: bool, created_by: Account) -> NewDisplay:
    """Make an address under which the floor is shown; the floor has to exist."""
    key = new_key()
    link = DisplayLink.objects.create(
        floor_id=floor_id,
        name=name,
        names=names,
        key_digest=digest_of(key),
        created_by=created_by,
        created_at=clock.now(),
    )
    record(
        kind="display.set_up",
        subject_kind="display",
        subject_id=link.pk,
        after={"floor": floor_id, "name": name, "names": names},
    )
    return NewDisplay(link, key)


@transaction.atomic
def revoke_display(*, link_id: int) -> DisplayLink:
    """Its address shows nothing from now on; done twice it stays as it was. Raises DisplayLink.DoesNotExist."""
    link = DisplayLink.objects.select_for_update().get(pk=link_id)
    if link.revoked_at is None:
        link.revoked_at = clock.now()
        link.save(update_fields=["revoked_at"])
        record(
            kind="display.revoked",
            subject_kind="display",
            subject_id=link.pk,
            after={"floor": link.floor_id, "name": link.name},
        )
    return link


def note_seen(link: DisplayLink) -> None:
    """A screen asked. Written down every five minutes, so that polling costs no write."""
    now = clock.now()
    if link.last_seen_at is None or link.last_seen_at <= now - SEEN_AGAIN_AFTER:
        stale = Q(last_seen_at__isnull=True) | Q(last_seen_at__lte=now - SEEN_AGAIN_AFTER)
        DisplayLink.objects.filter(stale, pk=link.pk).update(last_seen_at=now)


def wait_after_guess(address: str | None, *, policy: ThrottlePolicy | None = None) -> int | None:
    """Count an address that asked for a display that is not there; answers the seconds it has to wait, if it has to."""
    policy = policy or ThrottlePolicy()
    if not address:
        return None
    return count_try(counts=[Counted(f"display:{address}", policy.address_failures)], policy=policy, now=clock.now())
