"""Waits for days that were long ago."""

from datetime import date

from waitlists.models import Wait


def forget_day(day: date) -> int:
    """Remove who waited for a desk on `day`. See core.forgetting.Forget."""
    gone, _by_model = Wait.objects.filter(day=day).delete()
    return gone
