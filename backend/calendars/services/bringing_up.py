"""A linked calendar is brought up to what belongs there: compared, never told of single changes.

Every put and every removal is written down by itself as soon as the server has it. Who is killed between the two does
it again: a put is found by its UID, a removal finds nothing.
"""

import time

from django.db.models import QuerySet

from calendars.models import CalendarLink, SentEvent
from calendars.policies.choices import LinkState, OnDeleted, SentState
from calendars.policies.sending import Step
from calendars.policies.troubles import SILENCE, link_rests_for
from calendars.selectors.sending import Belonging, Work, work_for
from calendars.servers import Calendar, CalendarUnavailable, Conflict, Stored
from calendars.services.alone import alone_with
from calendars.services.opening import open_calendar
from calendars.services.troubles import may_be_tried, note_answer, note_trouble
from core import clock

STEPS_AT_ONCE = 60
LONGEST_TAG = 255
"""Of a tag the beginning is kept; it meets none, and so the file is read before it is written over."""
SECONDS_AT_ONCE = 20.0
"""What one turn may do, so that one calendar with much to do lets others have theirs."""


class _DeletedThere(Exception):
    """The person has taken the event away."""


def bring_up(*, link_id: int, most: int | None = None) -> int:
    """Write what belongs there and take away what does not; answers how many changes wait for another turn at once.

    With `most`, nothing is done where more than so many wait. What cannot be done now waits for the clock: 0 then too.
    Raises LinkBusy.
    """
    with alone_with(link_id):
        link = CalendarLink.objects.filter(pk=link_id, ended_at__isnull=True).first()
        if link is None:
            return 0
        work = _work_for(link)
        if link.state != LinkState.ACTIVE:
            return 0
        if not work.plan.steps:
            _rows(link).update(sent_at=clock.now())
            return 0
        if not may_be_tried(link):
            return 0
        if most is not None and len(work.plan.steps) > most:
            return len(work.plan.steps)
        left = _turn(link, work)
    if left is None:
        return 0
    note_answer(link.host)
    return left


def works_again(*, link_id: int) -> bool:
    """Whether a paused link can be written into now: as much is written as in any turn. Raises LinkBusy."""
    with alone_with(link_id):
        link = CalendarLink.objects.filter(pk=link_id, ended_at__isnull=True, state=LinkState.PAUSED.value).first()
        return link is not None and _turn(link, _work_for(link)) is not None


def _work_for(link: CalendarLink) -> Work:
    work = work_for(link, clock.today())
    SentEvent.objects.filter(link=link, uid__in=work.plan.forgotten).delete()
    _note_waiting(link, len(work.plan.steps))
    return work


def _turn(link: CalendarLink, work: Work) -> int | None:
    """How many changes are left; None where the calendar cannot be spoken to, which is noted."""
    try:
        done, conflicts = _work_through(link, open_calendar(link), work)
    except CalendarUnavailable as error:
        note_trouble(link_id=link.pk, error=error)
        _note_waiting(link, len(work_for(link, clock.today()).plan.steps))
        return None
    left = len(work.plan.steps) - done - conflicts
    _note_waiting(link, left + conflicts)
    _note_end_of_turn(link, conflicts=conflicts, left=left)
    return left


def _work_through(link: CalendarLink, calendar: Calendar, work: Work) -> tuple[int, int]:
    """How many steps were done, and how many met with a file that changed under our hands twice."""
    give_up_at = time.monotonic() + SECONDS_AT_ONCE
    done = conflicts = 0
    for step in work.plan.steps[:STEPS_AT_ONCE]:
        if time.monotonic() >= give_up_at:
            break
        try:
            _take(step, link, calendar, work)
            done += 1
        except Conflict:
            conflicts += 1
    return done, conflicts


def _take(step: Step, link: CalendarLink, calendar: Calendar, work: Work) -> None:
    row = work.sent.get(step.uid)
    if step.removes:
        if row is not None:
            remove_from(calendar, row)
        return
    wanted = work.belonging[step.uid]
    try:
        stored = _put(calendar, wanted, row)
    except _DeletedThere:
        if link.on_deleted == OnDeleted.PUT_BACK:
            _note_put(link, wanted, calendar.put(wanted.item))
        else:
            SentEvent.objects.filter(link=link, uid=step.uid).update(state=SentState.DELETED_THERE.value)
        return
    _note_put(link, wanted, stored)


def remove_from(calendar: Calendar, row: SentEvent) -> None:
    """Take one event of ours away, whatever the person wrote into it meanwhile, and forget it. Raises Conflict."""
    try:
        calendar.remove(row.href, row.etag)
    except Conflict:
        there = calendar.read(row.href)
        if there is not None:
            calendar.remove(row.href, there.etag)
    row.delete()


def _put(calendar: Calendar, wanted: Belonging, row: SentEvent | None) -> Stored:
    """Write it over what was there; where that was changed meanwhile, over what is there now. Raises Conflict."""
    if row is None:
        try:
            return calendar.put(wanted.item)
        except Conflict:
            return calendar.put(wanted.item)
    try:
        return calendar.put(wanted.item, href=row.href, etag=row.etag)
    except Conflict:
        there = calendar.read(row.href)
        if there is None:
            raise _DeletedThere from None
        return calendar.put(wanted.item, href=row.href, etag=there.etag)


def _note_put(link: CalendarLink, wanted: Belonging, stored: Stored) -> None:
    SentEvent.objects.update_or_create(
        link=link,
        uid=wanted.entry.uid,
        defaults={
            "href": stored.href,
            "etag": stored.etag[:LONGEST_TAG],
            "digest": wanted.digest,
            "holder_kind": wanted.entry.holder_kind,
            "holder_id": wanted.entry.holder_id,
            "day": wanted.entry.day,
            "state": SentState.STORED.value,
            "sent_at": clock.now(),
        },
    )


def _note_waiting(link: CalendarLink, waiting: int) -> None:
    since = (link.waiting_since or clock.now()) if waiting else None
    if (waiting, since) != (link.waiting, link.waiting_since):
        link.waiting, link.waiting_since = waiting, since
        _rows(link).update(waiting=waiting, waiting_since=since)


def _note_end_of_turn(link: CalendarLink, *, conflicts: int, left: int) -> None:
    if conflicts:
        tries = link.tries + 1
        _rows(link).update(tries=tries, try_at=clock.now() + link_rests_for(tries))
    elif left:
        _rows(link).update(tries=0, try_at=None)
    else:
        _rows(link).update(tries=0, try_at=None, sent_at=clock.now())
    if link.trouble in SILENCE:
        _rows(link).update(trouble="", troubled_since=None)


def _rows(link: CalendarLink) -> QuerySet[CalendarLink]:
    return CalendarLink.objects.filter(pk=link.pk)
