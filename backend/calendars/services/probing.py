"""Servers that were silent and links that are paused are tried again."""

from django.db import transaction

from audit.services import record
from calendars.models import CalendarLink, SentEvent, SilentServer
from calendars.policies.choices import LinkState
from calendars.policies.troubles import EMPTIED, SILENCE
from calendars.services.alone import alone_with
from calendars.services.bringing_up import works_again
from calendars.services.deferring import defer_bring_up
from calendars.services.opening import answers
from calendars.services.troubles import SUBJECT, note_answer, note_trouble
from core import clock

RESUMED = "calendar.resumed"


def probe(*, link_id: int) -> None:
    """Ask a server that was silent, once its time has come, for all who have a calendar there. Raises LinkBusy."""
    with alone_with(link_id):
        link = CalendarLink.objects.filter(pk=link_id, ended_at__isnull=True).first()
        if link is None or not SilentServer.objects.filter(host=link.host, try_at__lte=clock.now()).exists():
            return
        error = answers(link)
        if error is not None:
            note_trouble(link_id=link_id, error=error)
        if error is not None and error.trouble.value in SILENCE:
            return
    note_answer(link.host)


def try_again(*, link_id: int) -> None:
    """Try a paused link whose trouble somebody else may have mended; it goes on by itself. Raises LinkBusy."""
    link = CalendarLink.objects.filter(pk=link_id, ended_at__isnull=True, state=LinkState.PAUSED.value).first()
    if link is None:
        return
    with alone_with(link_id):
        error = answers(link)
        if error is not None:
            note_trouble(link_id=link_id, error=error)
            return
    if works_again(link_id=link_id):
        go_on(link_id)


@transaction.atomic
def go_on(link_id: int) -> None:
    """The link is active again; what belongs there is compared whole. Done twice it is done once."""
    link = CalendarLink.objects.select_for_update().get(pk=link_id)
    if link.state != LinkState.PAUSED:
        return
    if link.trouble in EMPTIED:
        SentEvent.objects.filter(link=link).delete()
    CalendarLink.objects.filter(pk=link_id).update(
        state=LinkState.ACTIVE.value, trouble="", troubled_since=None, tries=0, try_at=None, sent_at=None, token=""
    )
    record(
        kind=RESUMED,
        subject_kind=SUBJECT,
        subject_id=link_id,
        before={"trouble": link.trouble},
        after={"person": link.person_id, "link": link_id},
    )
    if link.sends:
        defer_bring_up([link_id], at_once=True)
