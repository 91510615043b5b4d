"""What a feed shows, and the tag under which it is known to whoever has it already."""

import gzip
from collections.abc import Mapping
from datetime import date, timedelta

from django.conf import settings

from calendars.ics import Item, calendar_of
from calendars.items import worded_all
from calendars.policies.choices import FeedKind
from calendars.policies.spans import BACK_DAYS, personal_days
from calendars.selectors.entries import entries_of, fingerprint_of
from calendars.selectors.feeds import OpenedFeed
from calendars.selectors.section_feed import section_fingerprint, section_items
from core import clock
from core.etag import etag_of
from core.revision import KeptByRevision, Slow
from core.words import Language

FORM = 1
"""Of how feeds are written: whoever changes that counts it up, and every calendar reads its feed anew."""

_FEEDS_KEPT = 2048
"""Packed, a year of events takes some ten kilobytes."""
_LEVEL = 1

OWN_DAYS: Mapping[Language, str] = {"ja": "座席と勤務予定", "en": "Desk and work plan"}
SECTION_DAYS: Mapping[Language, str] = {"ja": "{section}の勤務予定", "en": "Attendance of {section}"}


def name_of(feed: OpenedFeed) -> str:
    """What calendars call the feed."""
    if feed.kind is FeedKind.PERSONAL:
        return OWN_DAYS[feed.chosen.language]
    return SECTION_DAYS[feed.chosen.language].format(section=feed.department_name)


def tag_of(feed: OpenedFeed, today: date, slow: Mapping[Slow, int]) -> str:
    """The ETag of the feed as it stands; one query."""
    if feed.kind is FeedKind.PERSONAL:
        days = personal_days(today)
        moved: tuple[object, ...] = (fingerprint_of(feed.person_id, days.first, days.last), slow[Slow.PLACES])
    else:
        moved = section_fingerprint(feed, today, slow)
    ours = (FORM, settings.ADDRESS, settings.CALENDAR["domain"])
    return etag_of(*ours, feed.id, feed.chosen, feed.department_name, feed.made_at, today, *moved)


def packed_feed(feed: OpenedFeed, tag: str, today: date, slow: Mapping[Slow, int]) -> bytes:
    """The feed as a file, compressed by gzip; the process keeps it until its tag is another."""
    return _packed.get(feed.id, tag, lambda: _pack(feed, today, slow))


def items_of(feed: OpenedFeed, today: date, slow: Mapping[Slow, int]) -> list[Item]:
    """The events of the feed. A personal feed holds its person's days and nothing of anybody else."""
    if feed.kind is FeedKind.SECTION:
        return section_items(feed, today, slow)
    days = personal_days(today)
    since = clock.day_start(today - timedelta(days=BACK_DAYS))
    entries = entries_of([feed.person_id], days.first, days.last, cancelled_since=since, slow=slow)
    return worded_all(entries[feed.person_id], feed.chosen)


def _pack(feed: OpenedFeed, today: date, slow: Mapping[Slow, int]) -> bytes:
    return gzip.compress(calendar_of(items_of(feed, today, slow), name=name_of(feed)), _LEVEL, mtime=0)


_packed: KeptByRevision[int, bytes] = KeptByRevision(most=_FEEDS_KEPT)
