"""What follows when a linked calendar cannot be spoken to: the link is paused, or its server left alone for a while."""

import logging

from django.db import transaction
from django.db.models import F

from audit.services import record
from calendars.models import CalendarLink, SilentServer
from calendars.policies.choices import LinkState
from calendars.policies.troubles import (
    MENDS_ITSELF,
    SILENCE,
    TOLD_AFTER,
    TRY_PAUSED_AGAIN,
    link_rests_for,
    silent_for,
)
from calendars.servers import CalendarUnavailable
from calendars.services.deferring import defer_bring_up
from calendars.services.opening import answers
from core import clock

logger = logging.getLogger(__name__)

PAUSED = "calendar.paused"
SILENT_DAY = "calendar.silent_day"
SUBJECT = "calendar_link"

SECONDS_FOR_ANOTHER = 5.0
"""How long somebody else's calendar may take to show that it is not the server that is silent."""


def may_be_tried(link: CalendarLink) -> bool:
    """Whether the link's server is not known to be silent, and the link itself is not to rest."""
    if link.try_at is not None and link.try_at > clock.now():
        return False
    return not SilentServer.objects.filter(host=link.host).exists()


def note_trouble(*, link_id: int, error: CalendarUnavailable) -> None:
    """Pause the link, or leave its server alone for a while; the person is told of the former.

    Where another calendar of that server answers, one alone is in trouble, and rests alone. To be called outside a
    transaction.
    """
    trouble = error.trouble.value
    logger.info("calendar %s: %s", link_id, error)
    if trouble not in SILENCE:
        _pause(link_id, trouble)
    elif _another_answers(link_id):
        _rest(link_id, trouble)
    else:
        _note_silence(link_id, trouble)


def note_answer(host: str) -> None:
    """The server answers. Where it was silent, everybody's calendars there are brought up now."""
    with transaction.atomic():
        gone, _ = SilentServer.objects.filter(host=host).delete()
        if not gone:
            return
        logger.info("the calendar server %s answers again", host)
        here = CalendarLink.objects.filter(host=host, ended_at__isnull=True)
        here.filter(trouble__in=SILENCE).update(trouble="", troubled_since=None)
        defer_bring_up(
            here.filter(sends=True, state=LinkState.ACTIVE.value).order_by("pk").values_list("pk", flat=True)
        )


def tell_of_silent_days() -> int:
    """Record, once for each, that a server has been silent for a day; answers how many."""
    now = clock.now()
    told = 0
    for server in SilentServer.objects.filter(since__lte=now - TOLD_AFTER, told_at__isnull=True):
        with transaction.atomic():
            if not SilentServer.objects.filter(pk=server.pk, told_at__isnull=True).update(told_at=now):
                continue
            links = CalendarLink.objects.filter(host=server.host, ended_at__isnull=True, state=LinkState.ACTIVE.value)
            people = sorted(set(links.values_list("person_id", flat=True)))
            record(
                kind=SILENT_DAY,
                subject_kind="calendar_server",
                subject_id=server.pk,
                after={"people": people, "host": server.host, "since": server.since.isoformat()},
            )
            told += 1
    return told


def _another_answers(link_id: int) -> bool:
    """Whether somebody else's calendar there answers. Not asked of a server that is known to be silent."""
    link = CalendarLink.objects.get(pk=link_id)
    if SilentServer.objects.filter(host=link.host).exists():
        return False
    others = CalendarLink.objects.filter(
        host=link.host, ended_at__isnull=True, state=LinkState.ACTIVE.value, trouble=""
    ).exclude(pk=link_id)
    other = others.order_by(F("read_at").desc(nulls_last=True), "pk").first()
    if other is None:
        return False
    error = answers(other, seconds=SECONDS_FOR_ANOTHER)
    return error is None or error.trouble.value not in SILENCE


def _rest(link_id: int, trouble: str) -> None:
    now = clock.now()
    with transaction.atomic():
        link = CalendarLink.objects.select_for_update().get(pk=link_id)
        link.tries += 1
        link.try_at = now + link_rests_for(link.tries)
        if not link.trouble:
            link.trouble, link.troubled_since = trouble, now
        link.save(update_fields=["tries", "try_at", "trouble", "troubled_since"])


def _note_silence(link_id: int, trouble: str) -> None:
    now = clock.now()
    with transaction.atomic():
        link = CalendarLink.objects.select_for_update().get(pk=link_id)
        server, is_new = SilentServer.objects.select_for_update().get_or_create(
            host=link.host,
            defaults={"trouble": trouble, "since": now, "tries": 1, "try_at": now + silent_for(1)},
        )
        if not is_new and server.try_at <= now:  # others who were on their way to it count once
            server.trouble, server.tries = trouble, server.tries + 1
            server.try_at = now + silent_for(server.tries)
            server.save(update_fields=["trouble", "tries", "try_at"])
        CalendarLink.objects.filter(pk=link_id, trouble="").update(trouble=trouble, troubled_since=now)


def _pause(link_id: int, trouble: str) -> None:
    now = clock.now()
    with transaction.atomic():
        link = CalendarLink.objects.select_for_update().get(pk=link_id)
        again = now + TRY_PAUSED_AGAIN if trouble in MENDS_ITSELF else None
        if link.state == LinkState.PAUSED and link.trouble == trouble:
            CalendarLink.objects.filter(pk=link_id).update(try_at=again)
            return
        CalendarLink.objects.filter(pk=link_id).update(
            state=LinkState.PAUSED.value, trouble=trouble, troubled_since=now, try_at=again
        )
        if link.ended_at is None:
            record(
                kind=PAUSED,
                subject_kind=SUBJECT,
                subject_id=link_id,
                after={"person": link.person_id, "link": link_id, "trouble": trouble},
            )
