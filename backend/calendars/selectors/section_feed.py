"""The days of a section, for the calendar of the one who manages it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.conf import settings

from attendance.selectors.section import Section, section
from attendance.selectors.section_facts import SectionFacts, section_facts
from attendance.selectors.section_roll import SectionRoll, section_roll
from calendars.ics import Item
from calendars.items import as_item
from calendars.policies.choices import SectionAs
from calendars.policies.section_wording import HalfSeen, MemberDay, SectionDaySeen, each_of, summary_of
from calendars.policies.spans import section_days
from calendars.policies.wording import Wording
from calendars.selectors.entries import entries_of
from calendars.selectors.feeds import OpenedFeed
from core import clock
from core.revision import Slow
from plans.policies.picture import Half

EVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Change:
    """How often and when last something of a day changed: bookings, requests, plans; those given up count too."""

    number: int
    at: datetime


def section_fingerprint(feed: OpenedFeed, today: date, slow: Mapping[Slow, int]) -> tuple[object, ...]:
    """What differs whenever the section's feed would; one query."""
    roll, facts = _roll_and_facts(feed, today, slow)
    slowly = (slow[Slow.PEOPLE], slow[Slow.PLACES], slow[Slow.CALENDAR])
    return (roll is not None, *facts.moved, sorted(feed.viewer.manages), *slowly) if facts else ()


def section_items(feed: OpenedFeed, today: date, slow: Mapping[Slow, int]) -> list[Item]:
    """From today on, as the viewer may see it: an event a day, or one for each who is elsewhere."""
    roll, facts = _roll_and_facts(feed, today, slow)
    if roll is None or facts is None:
        return []
    days = section_days(today)
    found = section(roll, facts, feed.viewer, days.first, days.last, slow)
    seen = [one for number in range(len(found.days)) if (one := _seen(found, number)).expected]
    changes, language = _changes(roll, today, slow), feed.chosen.language
    if feed.chosen.section_as is SectionAs.SUMMARY:
        return [_item(feed, summary_of(feed.department_name, one, language), one.day, changes) for one in seen]
    return [
        _item(feed, wording, one.day, changes, part=part, person_id=member.person_id)
        for one in seen
        for member in one.members
        for part, wording in each_of(member, one.day, language)
    ]


def _roll_and_facts(
    feed: OpenedFeed, today: date, slow: Mapping[Slow, int]
) -> tuple[SectionRoll | None, SectionFacts | None]:
    days = section_days(today)
    roll = section_roll(feed.department_id or 0, days.first, days.last, slow[Slow.PEOPLE])
    if roll is None:
        return None, None
    return roll, section_facts(roll, feed.viewer, days.first, days.last, today=today)


def _seen(found: Section, number: int) -> SectionDaySeen:
    members = [
        MemberDay(one.member.person.pk, one.member.person.name, _half(day.am), _half(day.pm))
        for one in found.people
        if (day := one.days[number]) is not None
    ]
    return SectionDaySeen(found.days[number].date.day, members, found.days[number].unseen)


def _half(half: Half | None) -> HalfSeen | None:
    if half is None:
        return None
    zone = clock.city_zone()
    return HalfSeen(half.place, half.start.astimezone(zone), half.end.astimezone(zone))


def _changes(roll: SectionRoll, today: date, slow: Mapping[Slow, int]) -> Mapping[tuple[date, int | None], _Change]:
    """By day and person, and by day alone (None) for all of them."""
    days = section_days(today)
    found: dict[tuple[date, int | None], _Change] = defaultdict(lambda: _Change(0, EVER))
    entries = entries_of(roll.person_ids, days.first, days.last, cancelled_since=EVER, slow=slow)
    for entry in (one for entries_of_one in entries.values() for one in entries_of_one):
        for key in ((entry.day, entry.person_id), (entry.day, None)):
            before = found[key]
            found[key] = _Change(before.number + entry.sequence + 1, max(before.at, entry.modified_at))
    return found


def _item(
    feed: OpenedFeed,
    wording: Wording,
    day: date,
    changes: Mapping[tuple[date, int | None], _Change],
    *,
    part: str = "",
    person_id: int | None = None,
) -> Item:
    change = changes[day, person_id]
    names = [str(one) for one in ("section", feed.department_id, person_id, f"{day:%Y%m%d}", part) if one]
    return as_item(
        wording,
        uid=f"{'-'.join(names)}@{settings.CALENDAR['domain']}",
        sequence=change.number,
        modified_at=max(change.at, feed.made_at),
    )
