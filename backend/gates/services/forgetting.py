"""Passages that were kept long enough."""

from datetime import date

from core import clock
from gates.models import GateLogFile, GatePassage, UnknownCard


def forget_day(day: date) -> int:
    """Remove the passages of `day` and of those before it. See core.forgetting.Forget.

    A file that is imported late may bring back older ones, so what lies before goes with it. That a file was taken
    over stays on record, without the lines and cards it named.
    """
    gone, _by_model = GatePassage.objects.filter(at__lt=clock.day_end(day)).delete()
    cards, _by_model = UnknownCard.objects.filter(day__lte=day).delete()
    GateLogFile.objects.filter(last_day__lte=day).exclude(faults=[]).update(faults=[])
    return gone + cards
