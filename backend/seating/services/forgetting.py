"""Groups, draws and chosen desks of days that were long ago."""

from datetime import date

from seating.models import DeskChoice, GroupBooking, SectionDraw


def forget_day(day: date) -> int:
    """Remove who sat together, for whom desks were drawn, and for whom one was chosen. See core.forgetting.Forget."""
    found = 0
    for model in (GroupBooking, SectionDraw, DeskChoice):
        gone, _by_model = model.objects.filter(day=day).delete()
        found += gone
    return found
