"""What stopped files leave behind."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from core import clock
from gates.models import GateLogFile, GateLogPart
from gates.policies.file_states import STOPPED
from gates.services.reading import start_over

KEPT_DAYS = 7
_PARTS = GateLogPart.objects.filter(file=OuterRef("pk"))


@transaction.atomic
def forget_stopped_files() -> int:
    """Of files that stopped KEPT_DAYS ago and nobody took up again, only why is kept; answers how many."""
    before = clock.now() - timedelta(days=KEPT_DAYS)
    stopped = GateLogFile.objects.filter(state__in=[state.value for state in STOPPED], touched_at__lt=before)
    files = list(stopped.filter(Q(staged__gt=0) | Exists(_PARTS)).select_for_update())
    for file in files:
        file.parts.all().delete()
        start_over(file)
    return len(files)
