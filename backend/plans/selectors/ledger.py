"""What the ledger holds of people's days."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from core.interval import Interval
from core.prepared import prepared_cursor
from plans.models import AttendancePlan
from plans.policies import Stretch


def stretches(person_ids: Iterable[int], first: date, last: date) -> dict[int, dict[date, list[Stretch]]]:
    """The standing stretches of several people from `first` to `last`, both included: person, day, in order of time."""
    with prepared_cursor() as cursor:
        cursor.execute(_STRETCHES, {"people": list(person_ids), "first": first, "last": last})
        rows = cursor.fetchall()
    found: dict[int, dict[date, list[Stretch]]] = {}
    for person_id, day, start, end, place, holder_kind, holder_id in rows:
        stretch = Stretch(Interval(start, end), place, holder_kind, holder_id)
        found.setdefault(person_id, {}).setdefault(day, []).append(stretch)
    return found


# Written out, for a bureau's week is thousands of rows: ranges would be taken apart one by one here.
_STRETCHES = """
SELECT person_id, day, lower(during), upper(during), place, holder_kind, holder_id
  FROM plans_attendanceplan
 WHERE person_id = ANY(%(people)s) AND day BETWEEN %(first)s AND %(last)s AND withdrawn_at IS NULL
 ORDER BY person_id, lower(during)
"""


def held_stretch(
    person_id: int, during: Interval, *, but: tuple[str, int] | None = None, unless: Collection[str] = ()
) -> Stretch | None:
    """The first standing stretch of the person that overlaps `during`.

    Other than the one held by `but` (kind, id), and than those of a kind in `unless`: those that would yield.
    """
    rows = AttendancePlan.objects.filter(
        person_id=person_id, during__overlap=during.as_range(), withdrawn_at__isnull=True
    )
    if but is not None:
        rows = rows.exclude(holder_kind=but[0], holder_id=but[1])
    if unless:
        rows = rows.exclude(holder_kind__in=unless)
    row = rows.order_by("during").first()
    if row is None:
        return None
    return Stretch(Interval.of_range(row.during), row.place, row.holder_kind, row.holder_id)


def held_within(person_id: int, during: Interval) -> list[Stretch]:
    """The standing stretches of the person that overlap `during`, in order of time."""
    rows = AttendancePlan.objects.filter(
        person_id=person_id, during__overlap=during.as_range(), withdrawn_at__isnull=True
    ).order_by("during")
    return [Stretch(Interval.of_range(row.during), row.place, row.holder_kind, row.holder_id) for row in rows]


def holders_within(during_by_person: Mapping[int, Iterable[Interval]], kind: str) -> list[int]:
    """The ids of the holders of `kind` that have something of these people's stretches; one query."""
    wanted = {person_id: list(stretches) for person_id, stretches in during_by_person.items()}
    every = [one for stretches in wanted.values() for one in stretches]
    if not every:
        return []
    whole = Interval(min(one.start for one in every), max(one.end for one in every))
    rows = AttendancePlan.objects.filter(
        person_id__in=list(wanted), holder_kind=kind, during__overlap=whole.as_range(), withdrawn_at__isnull=True
    ).values_list("person_id", "during", "holder_id")
    return sorted(
        {
            holder_id
            for person_id, during, holder_id in rows
            if any(one.overlaps(Interval.of_range(during)) for one in wanted[person_id])
        }
    )
