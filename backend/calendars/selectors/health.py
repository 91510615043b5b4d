"""How calendars do as a whole: counts, and nothing of anybody's."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Max, Min, Q, Sum

from calendars.models import CalendarLink, Feed, Invitation, ReadReply, SilentServer
from calendars.policies.choices import LinkState
from core import clock

REPLIES_OF = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Sending:
    """Live links by state, how many changes wait to be written, and since when the oldest has waited."""

    by_state: Mapping[str, int]
    waiting: int
    oldest_waiting_at: datetime | None


def sending_now() -> Sending:
    """One query."""
    states = {state.value: Count("pk", filter=Q(state=state.value)) for state in LinkState}
    # A paused link waits for its person, and not for us.
    active = Q(state=LinkState.ACTIVE.value)
    found = CalendarLink.objects.filter(ended_at__isnull=True).aggregate(
        **states, left=Sum("waiting", filter=active), oldest=Min("waiting_since", filter=active)
    )
    return Sending({state.value: found[state.value] for state in LinkState}, found["left"] or 0, found["oldest"])


def calendar_figures() -> dict[str, tuple[str, float | Mapping[str, float]]]:
    """Gauges as {name: (help, value)}; where the value is by state, {state: value}."""
    sending = sending_now()
    oldest = sending.oldest_waiting_at
    age = (clock.now() - oldest).total_seconds() if oldest else 0.0
    return {
        "kyoseki_calendar_links": ("Linked calendars", {state: float(n) for state, n in sending.by_state.items()}),
        "kyoseki_calendar_waiting": ("Changes not yet written into linked calendars", sending.waiting),
        "kyoseki_calendar_oldest_waiting_seconds": ("How long the oldest of them has waited", age),
        "kyoseki_calendar_silent_servers": ("Servers of calendars that do not answer", SilentServer.objects.count()),
    }


def calendar_health() -> dict[str, Any]:
    """What IT sees: counts by state and trouble, servers that are silent, what waits. A few small queries."""
    now, sending = clock.now(), sending_now()
    live = CalendarLink.objects.filter(ended_at__isnull=True)
    paused = live.filter(state=LinkState.PAUSED.value)
    troubles = paused.values("trouble").annotate(count=Count("pk")).order_by("-count", "trouble")
    links_there = dict(live.values_list("host").annotate(count=Count("pk")))
    recent = ReadReply.objects.filter(read_at__gte=now - REPLIES_OF)
    outcomes = recent.values("outcome").annotate(count=Count("pk")).order_by("-count", "outcome")
    return {
        "links": sum(sending.by_state.values()),
        "by_state": [{"state": state, "count": count} for state, count in sending.by_state.items()],
        "by_trouble": list(troubles),
        "silent_servers": [
            {
                "host": server.host,
                "trouble": server.trouble,
                "since": server.since,
                "try_at": server.try_at,
                "links": links_there.get(server.host, 0),
            }
            for server in SilentServer.objects.order_by("since", "host")
        ],
        "waiting": sending.waiting,
        "oldest_waiting_at": sending.oldest_waiting_at,
        "feeds": Feed.objects.filter(revoked_at__isnull=True).count(),
        "feeds_read_last_day": Feed.objects.filter(
            revoked_at__isnull=True, last_read_at__gte=now - timedelta(days=1)
        ).count(),
        "invitations_due": Invitation.objects.filter(due_at__lte=now).count(),
        "replies": {
            "last_read_at": recent.aggregate(last=Max("read_at"))["last"],
            "by_outcome": list(outcomes),
        },
    }
