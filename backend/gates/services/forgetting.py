"""Passages that were kept long enough."""

from datetime import date

from django.db.models import Q

from core import clock
from gates.models import GateLogFile, GatePassage, UnknownCard


def forget_day(day: date) -> int:
    """Remove the passages of `day` and of those before it. See core.forgetting.Forget.

    A file that is imported late may bring back older ones, so what lies before goes with it. That a file was taken
    over stays on record, without the lines and cards it named.
    """
    gone, _by_model = GatePassage.objects.filter(at__lt=clock.day_end(day)).delete()
    cards, _by_model = UnknownCard.objects.filter(day__lte=day).delete()
    told = GateLogFile.objects.filter(Q(last_day__lte=day) | Q(last_day=None, finished_at__lt=clock.day_end(day)))
    told.exclude(faults=[]).update(faults=[])
    for file in GateLogFile.objects.filter(earlier__isnull=False, finished_at__lt=clock.day_end(day)):
        GateLogFile.objects.filter(pk=file.pk).update(earlier={**(file.earlier or {}), "left_out": []})
    return gone + cards
