"""What people plan themselves follows the roll: whoever left is nowhere from then on."""

from collections import Counter

from audit.services import Happening, record_all
from core import clock
from core.interval import Interval
from directory.policies.roll_changed import Effect, RollChanged
from plans.models import OwnPlan, Place
from plans.policies.claims import OWN, OWN_OFFICE
from plans.services.ledger import let_go_all

LEFT = "left"


def own_plans_end(change: RollChanged) -> None:
    """Withdraw the trips, leaves and office days that leavers planned from the day on, in few statements."""
    if not change.left:
        return
    rows = OwnPlan.objects.select_for_update().filter(
        person_id__in=change.left, day__gte=change.day, withdrawn_at__isnull=True
    )
    plans = list(rows.order_by("pk"))
    now = clock.now()
    OwnPlan.objects.filter(pk__in=[plan.pk for plan in plans]).update(withdrawn_at=now)
    at_office = [plan.pk for plan in plans if plan.place == Place.OFFICE]
    let_go_all(kind=OWN_OFFICE, holder_ids=at_office, at=now)
    let_go_all(kind=OWN, holder_ids=[plan.pk for plan in plans if plan.place != Place.OFFICE], at=now)
    record_all([_withdrawn(plan) for plan in plans])


def ending_own_plans(change: RollChanged) -> list[Effect]:
    """How many days of their own words each leaver would lose: nobody else reads where and what for."""
    rows = OwnPlan.objects.filter(person_id__in=change.left, day__gte=change.day, withdrawn_at__isnull=True)
    days = Counter(rows.order_by("person_id").values_list("person_id", flat=True))
    return [Effect("own_plan", person_id, {"count": count}) for person_id, count in days.items()]


def _withdrawn(plan: OwnPlan) -> Happening:
    during = Interval.of_range(plan.during)
    return Happening(
        kind="own_plan.withdrawn",
        subject_kind="own_plan",
        subject_id=plan.pk,
        after={
            "person": plan.person_id,
            "day": plan.day,
            "start": during.start,
            "end": during.end,
            "place": str(plan.place),
            "because": LEFT,
        },
    )
