"""Who asked for monthly reports, and which of them are due."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from core import clock
from occupancy.models import ReportSubscription
from people.models import Account
from people.policies.roles import Role


@dataclass(frozen=True, slots=True)
class ReportsWanted:
    """What one person wants each month, and the first day of the last month that was sent."""

    everything: bool
    floors: tuple[int, ...]
    last_sent_for: date | None


def reports_wanted(person_id: int) -> ReportsWanted:
    """Nothing of somebody who never asked."""
    rows = ReportSubscription.objects.filter(person_id=person_id).values_list("floor_id", "sent_for")
    wanted = dict(rows)
    sent = [day for day in wanted.values() if day is not None]
    return ReportsWanted(None in wanted, tuple(sorted(floor for floor in wanted if floor)), max(sent, default=None))


def due_subscriptions(month: date) -> list[int]:
    """Ids of the subscriptions that were not sent for `month`, of those who may read reports today and have an address.

    What somebody asked for who may read them no longer stays and sleeps.
    """
    today = clock.today()
    readers = Account.objects.filter(is_active=True, roles__contains=[Role.FACILITIES.value]).values("person_id")
    rows = ReportSubscription.objects.filter(
        Q(sent_for__isnull=True) | Q(sent_for__lt=month), person__in=readers
    ).exclude(person__mail="")
    here = rows.exclude(person__active_from__gt=today).exclude(person__active_to__lt=today)
    return list(here.order_by("pk").values_list("pk", flat=True))
