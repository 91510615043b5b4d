"""What the ledger holds of people's days."""

from collections.abc import Iterable
from datetime import date

from core.interval import Interval
from plans.models import AttendancePlan
from plans.policies import Stretch


def stretches(person_ids: Iterable[int], first: date, last: date) -> dict[int, dict[date, list[Stretch]]]:
    """The standing stretches of several people from `first` to `last`, both included: person, day, in order of time."""
    rows = (
        AttendancePlan.objects.filter(
            person_id__in=list(person_ids), day__range=(first, last), withdrawn_at__isnull=True
        )
        .order_by("person_id", "during")
        .values_list("person_id", "day", "during", "place", "holder_kind", "holder_id")
    )
    found: dict[int, dict[date, list[Stretch]]] = {}
    for person_id, day, during, place, holder_kind, holder_id in rows:
        stretch = Stretch(Interval.of_range(during), place, holder_kind, holder_id)
        found.setdefault(person_id, {}).setdefault(day, []).append(stretch)
    return found


def held_stretch(person_id: int, during: Interval, *, but: tuple[str, int] | None = None) -> Stretch | None:
    """The first standing stretch of the person that overlaps `during`, other than the one held by `but` (kind, id)."""
    rows = AttendancePlan.objects.filter(
        person_id=person_id, during__overlap=during.as_range(), withdrawn_at__isnull=True
    )
    if but is not None:
        rows = rows.exclude(holder_kind=but[0], holder_id=but[1])
    row = rows.order_by("during").first()
    if row is None:
        return None
    return Stretch(Interval.of_range(row.during), row.place, row.holder_kind, row.holder_id)
