"""Who wants the monthly report."""

from collections.abc import Collection

from django.db import transaction

from audit.services import record
from core import clock
from occupancy.models import ReportSubscription

SUBSCRIBED = "occupancy.report_chosen"


@transaction.atomic
def choose_reports(*, person_id: int, everything: bool, floors: Collection[int]) -> None:
    """The person wants the report of everything, of these floors, or none; what was wanted already stays as it is."""
    wanted: set[int | None] = {*floors, *([None] if everything else [])}
    held = ReportSubscription.objects.select_for_update().filter(person_id=person_id)
    kept = {one.floor_id: one.pk for one in held}
    ReportSubscription.objects.filter(pk__in=[pk for floor, pk in kept.items() if floor not in wanted]).delete()
    ReportSubscription.objects.bulk_create(
        [
            ReportSubscription(person_id=person_id, floor_id=floor, asked_at=clock.now())
            for floor in wanted
            if floor not in kept
        ],
        ignore_conflicts=True,
    )
    if wanted != set(kept):
        record(
            kind=SUBSCRIBED,
            subject_kind="person",
            subject_id=person_id,
            after={"everything": everything, "floors": sorted(floors)},
        )
