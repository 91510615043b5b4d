"""Say that a desk somebody gave up for telework, a trip or a leave can be had again, once that came to nothing."""

from datetime import date

from django.db import transaction

from attendance.selectors.desks_back import desks_back
from audit.models import Event
from audit.services import record
from core import clock
from core.locks import Locked, lock
from core.revision import revisions

DESK_OFFERED = "attendance.desk_offered"


def wants_desk_back(event: Event) -> bool:
    """Whether a day that is not over is free again: not where something else took the place of what was planned."""
    told = event.after or {}
    if "person" not in told or "day" not in told or told.get("because") == "displaced":
        return False
    return date.fromisoformat(str(told["day"])) >= clock.today()


@transaction.atomic
def offer_desks_back(event: Event) -> None:
    """Record an offer for each desk that the person could have back; an event heard twice offers once."""
    told = event.after or {}
    person_id, day = int(told["person"]), date.fromisoformat(str(told["day"]))
    lock((Locked.PERSON, person_id))
    offered = Event.objects.filter(subject_kind="person", subject_id=person_id, kind=DESK_OFFERED)
    if offered.filter(after__event=event.pk).exists():
        return
    for one in desks_back(person_id, day, revisions()):
        record(
            kind=DESK_OFFERED,
            subject_kind="person",
            subject_id=person_id,
            after={
                "person": person_id,
                "day": day,
                "start": one.start,
                "end": one.end,
                "desk": one.desk.id,
                "desk_code": one.desk.code,
                "booking": one.booking,
                "event": event.pk,
            },
        )
