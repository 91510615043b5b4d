"""What moves when gates say something new."""

from django.db.models import Max

from gates.models import GatePassage


def passages_revision() -> int:
    """A number that goes up with every passage kept; 0 before the first."""
    return int(GatePassage.objects.aggregate(newest=Max("pk"))["newest"] or 0)
