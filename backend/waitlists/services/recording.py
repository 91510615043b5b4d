"""What the event log keeps of a wait."""

from typing import Any

from audit.context import acting_for
from audit.services import record
from waitlists.models import Wait


def record_wait(kind: str, wait: Wait, **more: Any) -> None:
    """Write the event `waitlist.<kind>` with the wait as it is now, and `more` that its sentence needs."""
    during = wait.interval
    after = {
        "person": wait.person_id,
        "day": wait.day.isoformat(),
        "start": during.start.isoformat(),
        "end": during.end.isoformat(),
        "area": wait.area_id,
        "state": str(wait.state),
        **more,
    }
    acted_by = acting_for(wait.person_id)
    if acted_by is not None:
        after["acted_by"] = acted_by
    record(
        kind=f"waitlist.{kind}",
        subject_kind="wait",
        subject_id=wait.pk,
        after=after,
        on_behalf_of=None if acted_by is None else wait.person_id,
    )
