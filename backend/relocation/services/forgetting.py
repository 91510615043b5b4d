"""What closures and layouts took from somebody, long ago."""

from datetime import date

from relocation.models import Displacement


def forget_day(day: date) -> int:
    """Remove whose desk of `day` was taken. See core.forgetting.Forget."""
    gone, _by_model = Displacement.objects.filter(day=day).delete()
    return gone
