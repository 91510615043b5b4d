"""What the clock does for linked calendars: nothing that was missed, or had to wait, waits for long."""

from datetime import timedelta

from django.db.models import F, Q, QuerySet

from calendars.models import CalendarLink, SilentServer
from calendars.policies.choices import LinkState
from calendars.services.deferring import (
    defer_bring_up,
    defer_clear_out,
    defer_probe,
    defer_try_again,
)
from calendars.services.troubles import tell_of_silent_days
from core import clock

LOOKED_AT_EVERY = timedelta(minutes=15)
LINKS_AT_ONCE = 500


def sweep() -> None:
    """Every minute: links not looked at for long, servers that may answer again, what is left of links that ended."""
    _look_at_links()
    _probe_servers()
    _try_paused_again()
    _clear_out()
    tell_of_silent_days()


def _look_at_links() -> None:
    now = clock.now()
    stale = Q(sent_at__isnull=True) | Q(sent_at__lt=now - LOOKED_AT_EVERY) | Q(waiting__gt=0, try_at__lte=now)
    rested = Q(try_at__isnull=True) | Q(try_at__lte=now)
    links = _live().filter(stale, rested, state=LinkState.ACTIVE.value, sends=True)
    links = links.exclude(host__in=SilentServer.objects.values("host"))
    ordered = links.order_by(F("sent_at").asc(nulls_first=True), "pk")
    defer_bring_up(ordered.values_list("pk", flat=True)[:LINKS_AT_ONCE], behind=True, at_once=True)


def _probe_servers() -> None:
    for server in SilentServer.objects.filter(try_at__lte=clock.now()).order_by("try_at"):
        here = _live().filter(host=server.host, state=LinkState.ACTIVE.value)
        ids = list(here.order_by("-waiting", "pk").values_list("pk", flat=True))
        if not ids:
            server.delete()
        else:
            # By turns: a calendar that is broken for itself would keep the others from ever being asked.
            defer_probe(ids[(server.tries - 1) % len(ids)])


def _try_paused_again() -> None:
    paused = _live().filter(state=LinkState.PAUSED.value, try_at__lte=clock.now())
    for link_id in paused.order_by("try_at").values_list("pk", flat=True)[:LINKS_AT_ONCE]:
        defer_try_again(link_id)


def _clear_out() -> None:
    now = clock.now()
    ended = CalendarLink.objects.filter(ended_at__isnull=False, sealed_password__isnull=False)
    due = ended.filter(Q(try_at__isnull=True) | Q(try_at__lte=now))
    for link_id in due.order_by("ended_at").values_list("pk", flat=True)[:LINKS_AT_ONCE]:
        defer_clear_out(link_id)


def _live() -> QuerySet[CalendarLink]:
    return CalendarLink.objects.filter(ended_at__isnull=True)
