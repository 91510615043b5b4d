"""A person's linked calendars."""

from collections.abc import Sequence
from datetime import timedelta

from django.db.models import Count, Q, QuerySet

from calendars.models import CalendarLink, SilentServer
from calendars.policies.choices import LinkState, SentState
from core import clock


def links_of(person_id: int) -> Sequence[CalendarLink]:
    """The live ones, the oldest first, each with `sent_count`; one whose server is silent shows that trouble."""
    return _shown(CalendarLink.objects.filter(person_id=person_id, ended_at__isnull=True))


def link_of(person_id: int, link_id: int) -> CalendarLink | None:
    """One of them; None where the person has none of that id."""
    found = _shown(CalendarLink.objects.filter(person_id=person_id, pk=link_id, ended_at__isnull=True))
    return found[0] if found else None


def _shown(rows: QuerySet[CalendarLink]) -> list[CalendarLink]:
    ours = Q(sent__state=SentState.STORED.value, sent__day__gte=clock.today() - timedelta(days=1))
    links: list[CalendarLink] = list(rows.annotate(sent_count=Count("sent", filter=ours)).order_by("pk"))
    silent = {one.host: one for one in SilentServer.objects.filter(host__in=[link.host for link in links])}
    for link in links:
        server = silent.get(link.host)
        if server is not None and link.state == LinkState.ACTIVE:
            link.trouble, link.troubled_since = server.trouble, server.since
    return links
