"""A linked calendar is read: what it says is kept, what it proposes is worked out, and what of ours is gone is seen."""

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from calendars.models import CalendarLink, Proposal, SeenResource
from calendars.policies.choices import LinkState, ProposalState
from calendars.policies.troubles import SILENCE
from calendars.policies.window import whole_is_due
from calendars.selectors.files_read import FileRead, Reader
from calendars.servers import CalendarUnavailable, Changes, Resource
from calendars.services.alone import LinkBusy, alone_with
from calendars.services.deleted_there import events_are_gone, events_are_there
from calendars.services.noting import forget_files, note_files
from calendars.services.opening import open_calendar
from calendars.services.proposing import work_out
from calendars.services.settling import settle
from calendars.services.troubles import may_be_tried, note_answer, note_trouble
from core import clock
from core.interval import Interval

SECONDS_FOR_ALL = 60.0
"""A server may take its time when it is asked for everything: some have to read each file first."""

LONGEST_HREF = 1000
LONGEST_TAG = 255
"""Of names and tags of files. One whose name is longer is left alone; of a longer tag the beginning is kept."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Read:
    """What came of one reading: files that were understood, names of those that are gone, the token to go on with."""

    token: str
    files: Sequence[FileRead]
    gone: Collection[str]
    there: frozenset[str] | None
    """Every file there is, where everything was told; None where only changes were."""
    whole: bool
    sight: Interval


def take_in(*, link_id: int) -> None:
    """Read what changed in a linked calendar and let proposals follow.

    A link that is paused or whose server is silent waits; so does one that somebody else is speaking to. Nothing of
    what was read is lost by an end in between: the token goes on only with what was kept.
    """
    try:
        with alone_with(link_id):
            link = _to_be_read(link_id)
            if link is None:
                return
            try:
                read = _read(link)
            except CalendarUnavailable as error:
                note_trouble(link_id=link_id, error=error)
                return
            changed = _keep(link, read)
    except LinkBusy:
        return
    note_answer(link.host)
    if link.takes_in and (changed or _new_day(link) or _is_asked(link.person_id)):
        work_out(person_id=link.person_id)
    settle(person_id=link.person_id)


def _to_be_read(link_id: int) -> CalendarLink | None:
    link = CalendarLink.objects.filter(pk=link_id, ended_at__isnull=True, state=LinkState.ACTIVE.value).first()
    if link is None or not (link.takes_in or link.sends) or not may_be_tried(link):
        return None
    return link


def _read(link: CalendarLink) -> _Read:
    """Ask the server and understand what it says, outside any transaction. Raises CalendarUnavailable."""
    due = whole_is_due(link.read_whole_at, clock.now())
    calendar = open_calendar(link, seconds=SECONDS_FOR_ALL if due else None)
    changes = _that_can_be_kept(calendar.changes("" if due else link.token))
    known = dict(SeenResource.objects.filter(link=link).values_list("href", "etag"))
    reader = Reader(clock.today())
    files = [reader.read(one) for one in _worth_reading(changes, known, anew=due)]
    there = frozenset(one.href for one in changes.changed) if changes.whole else None
    gone = set(changes.gone) if there is None else set(known) - there
    return _Read(changes.token, files, gone, there, due, reader.sight)


def _that_can_be_kept(changes: Changes) -> Changes:
    changed = (replace(one, etag=one.etag[:LONGEST_TAG]) for one in changes.changed if len(one.href) <= LONGEST_HREF)
    return replace(changes, changed=tuple(changed))


def _worth_reading(changes: Changes, known: dict[str, str], *, anew: bool) -> list[Resource]:
    """Those that are other than when they were read last; all of them where everything is to be read `anew`."""
    by_href = {one.href: one for one in changes.changed}
    return [one for one in by_href.values() if anew or not one.etag or known.get(one.href) != one.etag]


@transaction.atomic
def _keep(link: CalendarLink, read: _Read) -> bool:
    """Write down what was read, the token with it; answers whether the calendar says something else than before."""
    CalendarLink.objects.select_for_update().get(pk=link.pk)
    says = note_files(link.pk, read.files) if link.takes_in else _note_names(link.pk, read.files)
    lost = forget_files(link.pk, read.gone)
    if link.sends:
        events_are_there(link, read.files, sight=read.sight)
        events_are_gone(link, gone=read.gone, there=read.there)
    now = clock.now()
    mended = {"trouble": "", "troubled_since": None, "tries": 0, "try_at": None} if link.trouble in SILENCE else {}
    CalendarLink.objects.filter(pk=link.pk).update(
        token=read.token, read_at=now, read_whole_at=now if read.whole else link.read_whole_at, **mended
    )
    _tell_of_malformed(link.pk, read.files)
    return says or lost


def _note_names(link_id: int, files: Sequence[FileRead]) -> bool:
    """Of a calendar that proposes nothing, only names and tags are kept."""
    note_files(link_id, [FileRead(one.href, one.etag, (), ()) for one in files])
    return False


def _tell_of_malformed(link_id: int, files: Sequence[FileRead]) -> None:
    for one in files:
        if one.malformed:
            logger.warning(
                "calendar %s: %s parts of a file could not be read, the first at line %s",
                link_id,
                one.malformed,
                one.malformed_line,
            )


def _is_asked(person_id: int) -> bool:
    """Whether the person is asked something: what was said by hand meanwhile may have answered it."""
    return Proposal.objects.filter(person_id=person_id, state=ProposalState.OPEN.value).exists()


def _new_day(link: CalendarLink) -> bool:
    last: datetime | None = link.read_at
    return last is None or clock.city_day(last) != clock.today()
