"""What the ledger held of days that were long ago."""

from datetime import date

from plans.models import AttendancePlan, DayShift, OwnPlan
from plans.policies.claims import TELEWORK


def forget_day(day: date) -> int:
    """Remove what `day` and those before it held but telework, what people planned themselves, and single shifts.

    The first day that is forgotten is the first with something to count; people may have planned days before it.
    Telework stays: its record is one of working hours, which the law has kept for years. See core.forgetting.Forget.
    """
    held, _by_model = AttendancePlan.objects.filter(day__lte=day).exclude(holder_kind=TELEWORK).delete()
    own, _by_model = OwnPlan.objects.filter(day__lte=day).delete()
    shifts, _by_model = DayShift.objects.filter(day__lte=day).delete()
    return held + own + shifts
