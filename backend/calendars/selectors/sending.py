"""What differs between what belongs into a linked calendar and what was written there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from calendars.items import as_item
from calendars.models import CalendarLink, SentEvent
from calendars.policies.choices import SentState
from calendars.policies.entries import Entry, chosen_of
from calendars.policies.sending import Plan, There, Wanted, plan_of
from calendars.policies.wording import wording_of
from calendars.selectors.choices import choices_of
from calendars.selectors.entries import entries_of
from calendars.selectors.proposals import made_from
from calendars.servers import Item

DAYS_BACK = 1
DAYS_AHEAD = 184


@dataclass(frozen=True, slots=True)
class Belonging:
    """An event that belongs there, and the digest of what it says."""

    entry: Entry
    item: Item
    digest: str


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be done in one calendar, with what belongs there and what was written, by UID."""

    plan: Plan
    belonging: Mapping[str, Belonging]
    sent: Mapping[str, SentEvent]


def work_for(link: CalendarLink, today: date) -> Work:
    """Compare from yesterday to half a year ahead; what was before stays as it was. Nothing belongs into a calendar
    that its person lets us only read."""
    first, last = today - timedelta(days=DAYS_BACK), today + timedelta(days=DAYS_AHEAD)
    belonging = _belonging(link, first, last) if link.sends else {}
    rows = link.sent.filter(Q(day__gte=first) | Q(uid__in=list(belonging)))
    sent = {row.uid: row for row in rows}
    plan = plan_of(
        [Wanted(uid, one.entry.day, one.digest) for uid, one in belonging.items()],
        [There(row.uid, row.day, row.digest, row.state == SentState.DELETED_THERE) for row in sent.values()],
        today,
    )
    return Work(plan, belonging, sent)


def _belonging(link: CalendarLink, first: date, last: date) -> dict[str, Belonging]:
    """All that its person wants, but for what came of this calendar's own events: they say it there already."""
    person_id = link.person_id
    chosen = choices_of([person_id])[person_id]
    theirs = made_from(link.pk) if link.takes_in else set()
    found = {}
    for entry in chosen_of(entries_of([person_id], first, last)[person_id], chosen):
        if (entry.holder_kind, entry.holder_id) in theirs:
            continue
        wording = wording_of(entry, chosen)
        item = as_item(wording, uid=entry.uid, sequence=entry.sequence, modified_at=entry.modified_at)
        found[entry.uid] = Belonging(entry, item, wording.digest)
    return found
