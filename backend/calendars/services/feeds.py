"""Feeds are made, renewed and revoked; each stands in the event log, and no secret does."""

from django.db import transaction
from django.db.models import Q

from access.policies.throttle import ThrottlePolicy
from access.services.throttle import Counted, count_try
from audit.context import current_origin
from audit.services import record
from calendars.models import Feed
from calendars.policies.choices import FeedKind
from calendars.policies.feed_key import digest_of, new_secret
from calendars.seal import calendar_seal
from calendars.selectors.feeds import NOTED_EVERY
from core import clock
from core.locks import Locked, lock

FEED_MADE, FEED_RENEWED, FEED_REVOKED = "calendar.feed_made", "calendar.feed_renewed", "calendar.feed_revoked"
LONGEST_READER = 200


@transaction.atomic
def make_feed(*, person_id: int, kind: FeedKind, department_id: int | None = None) -> tuple[Feed, bool]:
    """The person's feed of that kind, and whether it was made just now: there is one of each at a time.

    `department_id` names the section of a section's feed, which the caller has found the person to manage.
    """
    lock((Locked.PERSON, person_id))
    live = Feed.objects.filter(person_id=person_id, kind=kind, revoked_at__isnull=True)
    of_section = Q(department__isnull=True) if department_id is None else Q(department_id=department_id)
    there = live.filter(of_section).first()
    if there is not None:
        return there, False
    feed = Feed(person_id=person_id, kind=kind.value, department_id=department_id, created_at=clock.now())
    _give_secret(feed)
    feed.save()
    _tell(FEED_MADE, feed)
    return feed, True


@transaction.atomic
def renew_feed(*, feed_id: int, person_id: int) -> Feed:
    """Give the person's feed another address; the one before shows nothing any more. Raises Feed.DoesNotExist."""
    feed = _locked(feed_id, person_id)
    _give_secret(feed)
    feed.renewed_at = clock.now()
    feed.last_read_at, feed.last_reader = None, ""
    feed.save()
    _tell(FEED_RENEWED, feed)
    return feed


@transaction.atomic
def revoke_feed(*, feed_id: int, person_id: int) -> None:
    """Its address shows nothing from now on, for good. Raises Feed.DoesNotExist."""
    feed = _locked(feed_id, person_id)
    feed.revoked_at = clock.now()
    feed.save(update_fields=["revoked_at"])
    _tell(FEED_REVOKED, feed)


def note_read(feed_id: int) -> None:
    """A calendar read the feed. Written down at most every hour, so that reading costs no write."""
    now = clock.now()
    stale = Q(last_read_at__isnull=True) | Q(last_read_at__lte=now - NOTED_EVERY)
    reader = "".join(sign for sign in current_origin().user_agent if sign.isprintable())[:LONGEST_READER]
    Feed.objects.filter(stale, pk=feed_id).update(last_read_at=now, last_reader=reader)


def wait_after_guess(address: str | None, *, policy: ThrottlePolicy | None = None) -> int | None:
    """Count an address that asked for a feed that is not there; answers the seconds it has to wait, if it has to."""
    policy = policy or ThrottlePolicy()
    if not address:
        return None
    return count_try(counts=[Counted(f"feed:{address}", policy.address_failures)], policy=policy, now=clock.now())


def _locked(feed_id: int, person_id: int) -> Feed:
    rows = Feed.objects.select_for_update(of=("self",)).select_related("department")
    feed: Feed = rows.get(pk=feed_id, person_id=person_id, revoked_at__isnull=True)
    return feed


def _give_secret(feed: Feed) -> None:
    secret = new_secret()
    feed.secret_digest = digest_of(secret)
    feed.sealed_secret = calendar_seal().seal(secret)


def _tell(kind: str, feed: Feed) -> None:
    record(
        kind=kind,
        subject_kind="feed",
        subject_id=feed.pk,
        after={"person": feed.person_id, "kind": feed.kind, "department": feed.department_id},
    )
