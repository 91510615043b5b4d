"""What is counted around a wish for telework: other requests, days in the office, shared terminals."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from core import clock
from core.interval import Interval
from telework.models import Registration, TeleworkRequest, TeleworkRule
from telework.policies.forms import Origin, Terminal
from telework.policies.limits import FIRST_IN_LINE, Pool
from telework.policies.request_rules import OtherRequest
from telework.policies.states import HOLDING_REQUESTS, STANDING_REQUESTS, RegistrationState, RequestState

LONGEST_ROW_DAYS = 40
"""How far from a day other days are looked at: a month either way, and the weeks that begin or end in it."""


def standing_of(
    person_ids: Collection[int], first: date, last: date, *, but: Collection[int] = ()
) -> dict[int, list[TeleworkRequest]]:
    """The standing requests of these people around the days from `first` to `last`, by person; one query."""
    rows = (
        TeleworkRequest.objects.filter(
            person_id__in=list(person_ids),
            day__range=(first - timedelta(days=LONGEST_ROW_DAYS), last + timedelta(days=LONGEST_ROW_DAYS)),
            state__in=STANDING_REQUESTS,
        )
        .exclude(pk__in=list(but))
        .order_by("day", "pk")
    )
    found: dict[int, list[TeleworkRequest]] = {}
    for one in rows:
        found.setdefault(one.person_id, []).append(one)
    return found


def other_requests(rows: Sequence[TeleworkRequest]) -> list[OtherRequest]:
    """Requests as the policies take them."""
    return [OtherRequest(one.pk, one.day, one.interval, one.form, one.state) for one in rows]


def counted_days(rows: Sequence[TeleworkRequest]) -> set[date]:
    """The days that count towards the limits: not those that were ordered."""
    return {one.day for one in rows if one.origin != Origin.ORDER}


@dataclass(frozen=True, slots=True)
class PoolWhere:
    """Whose terminals are shared: those of a department with all below it, or of the whole hall (None)."""

    department_id: int | None
    terminals: int


def pool_of(lineage: Sequence[int]) -> PoolWhere | None:
    """The pool that the people of a department share: the nearest word of the rules; None where it is not limited."""
    rows = TeleworkRule.objects.filter(
        Q(department_id__in=list(lineage)) | Q(department__isnull=True), pool_terminals__isnull=False
    ).values_list("department_id", "pool_terminals")
    nearness = {pk: place for place, pk in enumerate(lineage, start=1)}
    found = sorted(rows, key=lambda row: -nearness.get(row[0] or 0, 0))
    if not found:
        return None
    department_id, terminals = found[0]
    return PoolWhere(department_id, terminals or 0)


def pool_at(where: PoolWhere, during: Interval, *, but: Collection[int] = ()) -> tuple[Pool, list[TeleworkRequest]]:
    """The pool in `during`, and those who wait for a terminal of it, in the order in which they come.

    Childcare and care first, then whoever asked first.
    """
    rows = TeleworkRequest.objects.filter(
        during__overlap=during.as_range(), terminal=Terminal.POOL, state__in=STANDING_REQUESTS
    ).exclude(pk__in=list(but))
    if where.department_id is not None:
        rows = rows.filter(department__lineage__contains=[where.department_id])
    standing = list(rows.select_related("person__department").order_by("submitted_at", "pk"))
    waiting = [one for one in standing if one.state == RequestState.SUBMITTED]
    reasons = reason_classes({one.person_id for one in waiting}, clock.city_day(during.start))
    first = [one for one in waiting if reasons.get(one.person_id) in FIRST_IN_LINE]
    given = sum(one.state in HOLDING_REQUESTS for one in standing)
    line = [*first, *(one for one in waiting if one not in first)]
    return Pool(where.terminals, given, len(first)), line


def reason_classes(person_ids: Collection[int], day: date) -> Mapping[int, str]:
    """The reason classes of the registrations in force on `day`, by person; one query."""
    rows = Registration.objects.filter(
        person_id__in=list(person_ids), state=RegistrationState.APPROVED, valid_from__lte=day, valid_to__gte=day
    )
    return dict(rows.values_list("person_id", "reason_class"))
