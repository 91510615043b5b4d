"""Events of ours that their person deleted, moved or put back in the linked calendar."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from calendars.ics import Item, Occurrence
from calendars.models import CalendarLink, Proposal, SentEvent
from calendars.policies.choices import OnDeleted, ProposalKind, ProposalState, SentState
from calendars.policies.proposal_refusals import ProposalRefusal
from calendars.policies.sources import release_source
from calendars.selectors.files_read import FileRead
from calendars.selectors.sending import Belonging, work_for
from calendars.services.deferring import defer_bring_up
from calendars.services.withdrawing import withdraw
from core import clock
from core.interval import Interval

MOST_UNASKED = 5
"""More than so many deleted at once may be a mistake, or somebody who cleans up: then the person is asked."""


def events_are_there(link: CalendarLink, files: Sequence[FileRead], *, sight: Interval) -> None:
    """Where somebody else changed an event of ours: moved in time it is written anew, for we know where it is.

    Anything else that was added to it stays. One that was deleted and is back is as if it had never gone. `sight` is
    the time of which `files` tell what is there.
    """
    if not files:
        return
    found = {one.uid: (file, one) for file in files for one in file.ours}
    by_href = {one.href: one for one in files if one.readable}
    rows = list(SentEvent.objects.filter(link=link))
    changed = [row for row in rows if row.uid in found and _is_other(row, found[row.uid][0])]
    away = [row for row in rows if row.uid not in found and row.href in by_href and _is_other(row, by_href[row.href])]
    if not changed and not away:
        return
    belonging = work_for(link, clock.today()).belonging
    moved_away = [row for row in away if row.uid in belonging and _is_seen(belonging[row.uid].item, sight)]
    for row in moved_away:
        row.digest, row.etag, row.state = "", by_href[row.href].etag, SentState.STORED.value
        row.save(update_fields=["digest", "etag", "state"])
    for row in changed:
        file, occurrence = found[row.uid]
        wanted = belonging.get(row.uid)
        if wanted is not None and not _says(occurrence, wanted.item):
            row.digest = ""
        row.href, row.etag, row.state = file.href, file.etag, SentState.STORED.value
        row.save(update_fields=["href", "etag", "state", "digest"])
    back = [release_source(row.uid) for row in changed]
    withdraw(Proposal.objects.filter(link=link, source__in=back, state=ProposalState.OPEN.value))
    if moved_away or any(row.digest == "" for row in changed):
        defer_bring_up([link.pk])


def events_are_gone(link: CalendarLink, *, gone: Collection[str], there: frozenset[str] | None) -> None:
    """What of ours is not there any more, by what the person chose: asked about, given up, or put back.

    `there` is every file there is, None where only changes were told. Of days that are over nothing is asked. A
    calendar in which nothing is left was rather set up anew than cleaned up event by event: then the person is asked.
    """
    rows = SentEvent.objects.filter(link=link, state=SentState.STORED.value)
    lost = [row for row in rows if row.href in gone or (there is not None and row.href not in there)]
    unasked = _seen_by_writing(link)
    if not lost and not unasked:
        return
    belonging = work_for(link, clock.today()).belonging
    asked = [row for row in (*lost, *unasked) if row.uid in belonging and row.day >= clock.today()]
    emptied = there is not None and not there and len(asked) > 1
    many = len(asked) > MOST_UNASKED or emptied
    if link.on_deleted == OnDeleted.PUT_BACK and not many:
        SentEvent.objects.filter(pk__in=[row.pk for row in asked]).delete()
        defer_bring_up([link.pk])
        asked = []
    SentEvent.objects.filter(pk__in=[row.pk for row in lost]).update(state=SentState.DELETED_THERE.value)
    for row in asked:
        _ask(link, row, belonging[row.uid], refused=ProposalRefusal.MANY_DELETED.value if many else "")


def _is_other(row: SentEvent, file: FileRead) -> bool:
    return row.state == SentState.DELETED_THERE or (row.href, row.etag) != (file.href, file.etag)


def _seen_by_writing(link: CalendarLink) -> list[SentEvent]:
    """Those that were missing when they were to be written over, of which the person was not asked yet."""
    rows = list(SentEvent.objects.filter(link=link, state=SentState.DELETED_THERE.value, day__gte=clock.today()))
    if not rows:
        return []
    sources = {release_source(row.uid): row for row in rows}
    asked = Proposal.objects.filter(link=link, source__in=list(sources)).exclude(state=ProposalState.WITHDRAWN.value)
    known = set(asked.values_list("source", flat=True))
    return [row for source, row in sources.items() if source not in known]


def _ask(link: CalendarLink, row: SentEvent, wanted: Belonging, *, refused: str) -> None:
    Proposal.objects.update_or_create(
        link=link,
        source=release_source(row.uid),
        day=wanted.entry.day,
        defaults={
            "person_id": link.person_id,
            "href": row.href,
            "kind": ProposalKind.RELEASE.value,
            "part": wanted.entry.part.value,
            "state": ProposalState.OPEN.value,
            "automatic": False,
            "refused": refused,
            "holder_kind": wanted.entry.holder_kind,
            "holder_id": wanted.entry.holder_id,
            "told_at": None,
            "made_at": clock.now(),
            "decided_at": None,
        },
    )


def _is_seen(ours: Item, sight: Interval) -> bool:
    """Whether it would be told of if it were where it belongs."""
    return sight.start <= _instant(ours.start) and _instant(ours.end) <= sight.end


def _says(there: Occurrence, ours: Item) -> bool:
    return not there.cancelled and (there.start, there.end) == (_instant(ours.start), _instant(ours.end))


def _instant(when: datetime | date) -> datetime:
    return when if isinstance(when, datetime) else clock.day_start(when)
