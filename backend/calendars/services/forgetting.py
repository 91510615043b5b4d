"""What was read of calendars is forgotten: the link has ended, takes in no longer, or the day has passed."""

from collections.abc import Collection

from django.db import transaction

from calendars.models import CalendarLink, Proposal, SeenResource, SeenStretch
from calendars.policies.choices import ProposalState
from calendars.services.withdrawing import withdraw
from core import clock


@transaction.atomic
def forget_read(*, link_ids: Collection[int]) -> None:
    """Withdraw what these calendars propose and drop what was read of them; read again, they are read whole."""
    withdraw(Proposal.objects.filter(link_id__in=link_ids, state=ProposalState.OPEN.value))
    SeenStretch.objects.filter(link_id__in=link_ids).delete()
    SeenResource.objects.filter(link_id__in=link_ids).delete()
    CalendarLink.objects.filter(pk__in=link_ids).update(token="", read_whole_at=None)


@transaction.atomic
def end_over() -> int:
    """What was proposed for days that have passed is over, and what calendars said of them is dropped; how many."""
    today = clock.today()
    SeenStretch.objects.filter(during__fully_lt=(clock.day_start(today), None)).delete()
    over = Proposal.objects.filter(state=ProposalState.OPEN.value, day__lt=today)
    return over.update(state=ProposalState.OVER.value, decided_at=clock.now())
