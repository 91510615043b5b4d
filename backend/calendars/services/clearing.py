"""What we wrote into a calendar is taken away when its link has ended and the person wanted it so."""

from datetime import timedelta

from calendars.models import CalendarLink
from calendars.policies.choices import SentState
from calendars.policies.troubles import SILENCE, silent_for
from calendars.servers import CalendarUnavailable, Conflict
from calendars.services.alone import alone_with
from calendars.services.bringing_up import remove_from
from calendars.services.opening import open_calendar
from core import clock

TRIED_FOR = timedelta(days=7)
REMOVED_AT_ONCE = 60


def clear_out(*, link_id: int) -> int:
    """Take our events away, then forget the password; answers how many are left for another turn at once.

    A server that is silent is tried again for a week; one that refuses keeps what it has. Raises LinkBusy.
    """
    with alone_with(link_id):
        link = CalendarLink.objects.filter(pk=link_id, ended_at__isnull=False, sealed_password__isnull=False).first()
        if link is None:
            return 0
        if link.keeps_events:
            return _forget_password(link)
        rows = list(link.sent.filter(state=SentState.STORED.value).order_by("-day")[:REMOVED_AT_ONCE])
        try:
            calendar = open_calendar(link)
            for row in rows:
                remove_from(calendar, row)
        except (CalendarUnavailable, Conflict) as error:
            return _try_later(link, error)
        left = link.sent.filter(state=SentState.STORED.value).count()
        return left or _forget_password(link)


def _try_later(link: CalendarLink, error: CalendarUnavailable | Conflict) -> int:
    refuses = isinstance(error, CalendarUnavailable) and error.trouble.value not in SILENCE
    if refuses or link.ended_at is None or clock.now() - link.ended_at > TRIED_FOR:
        return _forget_password(link)
    tries = link.tries + 1
    CalendarLink.objects.filter(pk=link.pk).update(tries=tries, try_at=clock.now() + silent_for(tries))
    return 0


def _forget_password(link: CalendarLink) -> int:
    CalendarLink.objects.filter(pk=link.pk).update(sealed_password=None, waiting=0, waiting_since=None, try_at=None)
    return 0
