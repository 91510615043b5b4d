"""Everything that calendars keep sealed is sealed with the present key."""

from dataclasses import dataclass

from django.db import transaction

from calendars.models import CalendarLink, Feed
from calendars.seal import calendar_seal
from core.sealing import Unreadable


@dataclass(frozen=True, slots=True)
class Resealed:
    """How many secrets have the present key now, and how many none of the keys opens."""

    done: int
    unreadable: int


@transaction.atomic
def reseal_calendar_secrets() -> Resealed:
    """Passwords of links and secrets of feeds; what no key opens stays as it is."""
    seal, done, unreadable = calendar_seal(), 0, 0
    links = CalendarLink.objects.select_for_update().filter(sealed_password__isnull=False).order_by("pk")
    for link in links.only("pk", "sealed_password"):
        try:
            sealed = seal.reseal(bytes(link.sealed_password or b""))
        except Unreadable:
            unreadable += 1
        else:
            CalendarLink.objects.filter(pk=link.pk).update(sealed_password=sealed)
            done += 1
    for feed in Feed.objects.select_for_update().filter(revoked_at__isnull=True).only("pk", "sealed_secret"):
        try:
            sealed = seal.reseal(bytes(feed.sealed_secret))
        except Unreadable:
            unreadable += 1
        else:
            Feed.objects.filter(pk=feed.pk).update(sealed_secret=sealed)
            done += 1
    return Resealed(done, unreadable)
