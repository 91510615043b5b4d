"""What a department's counter needs."""

from django.db import transaction

from audit.services import record
from core.revision import Slow, bump
from people.models import Department


@transaction.atomic
def set_department_duties(*, department: Department, counter_duty: bool, minimum_on_site: int) -> bool:
    """Say whether a department serves a counter and how many people it needs there; answers whether that is new."""
    before = {"counter_duty": department.counter_duty, "minimum_on_site": department.minimum_on_site}
    after = {"counter_duty": counter_duty, "minimum_on_site": minimum_on_site}
    if before == after:
        return False
    department.counter_duty = counter_duty
    department.minimum_on_site = minimum_on_site
    department.save(update_fields=["counter_duty", "minimum_on_site"])
    bump(Slow.PEOPLE)
    record(
        kind="department.duties_set",
        subject_kind="department",
        subject_id=department.pk,
        before=before,
        after=after,
    )
    return True
