"""Order telework, with no request needed, and withdraw an order."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from audit.services import record, record_all
from core import clock
from core.interval import Interval
from core.locks import Locked, lock
from core.refused import Refused
from core.revision import revisions
from people.models import Department
from plans.models import Place
from plans.services.ledger import Claim, claim_all, queue_for_claims
from telework.models import TeleworkOrder, TeleworkRequest
from telework.policies.forms import DecidedAs, Form, OrderReason, Origin
from telework.policies.request_orders import OrderedDay, period_refused
from telework.policies.request_refusals import RequestRefusal
from telework.policies.request_rules import DISPLACES
from telework.policies.states import Actor, RequestAction, RequestState
from telework.selectors.ordering import OrderWish, Reach, reach_of
from telework.services.displacing import Displacing, desk_codes, displace_all
from telework.services.holder import give_up_all, holder_of
from telework.services.transition import WRITTEN_AT_ONCE, Decision, Move, happening, locked_requests, move_all

SUBJECT = "telework_order"
_BY_ORDER = {"in_many": True, "because": "order"}


@transaction.atomic
def order_telework(
    *, wish: OrderWish, reason_kind: OrderReason, reason: str, ordered_by_id: int | None
) -> TeleworkOrder:
    """Make every working day of the period a telework day at home for everybody whom the order reaches.

    Waiting requests of those days are replaced, desks given up; telework that stands, trips and leave are left alone.
    No registration is needed and nothing is counted against a limit. Raises Refused (`day_is_over`,
    `no_day_to_order`).
    """
    if refused := period_refused(wish.first, wish.last, clock.today()):
        raise refused
    lock((Locked.SECTION, wish.department_id or 0))
    slow = revisions()
    wanted = reach_of(wish, slow)
    if not wanted.days:
        raise Refused(RequestRefusal.NO_DAY_TO_ORDER)
    during: dict[int, list[Interval]] = {}
    for one in wanted.days:
        during.setdefault(one.person_id, []).append(one.during)
    queue_for_claims(during, during, DISPLACES)
    reach = reach_of(wish, slow, people=frozenset(during))
    order = TeleworkOrder.objects.create(
        department_id=wish.department_id,
        first_day=wish.first,
        last_day=wish.last,
        reason_kind=reason_kind.value,
        reason=reason,
        ordered_by_id=ordered_by_id,
        ordered_at=clock.now(),
    )
    order.except_people.set(wish.except_people)
    _replace_waiting(reach)
    desks, going = _displace(reach)
    departments = Department.objects.in_bulk(set(reach.departments.values()))
    requests = TeleworkRequest.objects.bulk_create(
        [_ordered(order, one, reach, departments) for one in going], batch_size=WRITTEN_AT_ONCE
    )
    claim_all([Claim(one.person_id, one.interval, Place.HOME, holder_of(one.pk)) for one in requests])
    record_all([happening(RequestAction.APPROVE, one, before=None, **_BY_ORDER) for one in requests])
    _record("telework.ordered", order, requests, desks)
    return order


@transaction.atomic
def withdraw_order(*, order_id: int, withdrawn_by_id: int | None) -> TeleworkOrder:
    """Withdraw an order: those of its days that have not begun are no telework days any more.

    Desks that were given up are not booked again; whoever lost one is offered it. Raises Refused (`order_is_over`).
    """
    order = TeleworkOrder.objects.select_for_update(of=("self",)).select_related("department").get(pk=order_id)
    if order.withdrawn_at is not None or order.last_day < clock.today():
        raise Refused(RequestRefusal.ORDER_IS_OVER)
    rows = TeleworkRequest.objects.filter(order=order, state=RequestState.APPROVED, day__gte=clock.today())
    people = dict(rows.values_list("pk", "person_id"))
    if people:
        lock(*[(Locked.PERSON, person_id) for person_id in sorted(set(people.values()))])
    requests = [one for one in locked_requests(list(people)) if one.state == RequestState.APPROVED]
    decision = Decision(withdrawn_by_id, DecidedAs.ORDER)
    move_all([Move(one, RequestAction.REVOKE, Actor.APPROVER, decision=decision, more=_BY_ORDER) for one in requests])
    give_up_all([one.pk for one in requests])
    order.withdrawn_at = clock.now()
    order.save(update_fields=["withdrawn_at"])
    _record("telework.order_withdrawn", order, requests, {})
    return order


def _ordered(
    order: TeleworkOrder, one: OrderedDay, reach: Reach, departments: Mapping[int, Department]
) -> TeleworkRequest:
    now = clock.now()
    return TeleworkRequest(
        person_id=one.person_id,
        department=departments[reach.departments[one.person_id, one.day]],
        day=one.day,
        during=one.during.as_range(),
        unit=one.unit.value,
        form=Form.HOME.value,
        shift=reach.shifts[one.person_id, one.day],
        origin=Origin.ORDER.value,
        order=order,
        state=RequestState.APPROVED.value,
        created_at=now,
        created_by_id=order.ordered_by_id,
        submitted_at=now,
        decided_at=now,
        decided_by_id=order.ordered_by_id,
        decided_as=DecidedAs.ORDER.value,
    )


def _replace_waiting(reach: Reach) -> None:
    """Take back the requests that wait for the days of the order: the person no longer needs them."""
    wanted: dict[tuple[int, date], Interval] = {(one.person_id, one.day): one.during for one in reach.days}
    days = {one.day for one in reach.days}
    rows = TeleworkRequest.objects.filter(
        person_id__in=reach.people, day__range=(min(days), max(days)), state=RequestState.SUBMITTED
    )
    waiting = [
        one.pk
        for one in rows
        if (during := wanted.get((one.person_id, one.day))) is not None and one.interval.overlaps(during)
    ]
    requests = [one for one in locked_requests(waiting) if one.state == RequestState.SUBMITTED]
    move_all([Move(one, RequestAction.WITHDRAW, Actor.ONESELF, more=_BY_ORDER) for one in requests])


def _displace(reach: Reach) -> tuple[dict[str, list[str]], list[OrderedDay]]:
    """Let go what the order takes the place of; answers the desks by person, and the days that could be had.

    Whoever sits at a desk in that time stays there: the order reaches them with the next day.
    """
    displaced, refused = displace_all(
        [
            Displacing(number, one.person_id, one.during, reach.ledger.get(one.person_id, {}).get(one.day, ()))
            for number, one in enumerate(reach.days)
        ]
    )
    desks: dict[str, list[str]] = {}
    for number, codes in desk_codes(displaced).items():
        if codes:
            desks.setdefault(str(reach.days[number].person_id), []).extend(codes)
    return desks, [one for number, one in enumerate(reach.days) if number not in refused]


def _record(
    kind: str, order: TeleworkOrder, requests: Sequence[TeleworkRequest], desks: Mapping[str, Sequence[str]]
) -> None:
    after = {
        "people": sorted({one.person_id for one in requests}),
        "first_day": order.first_day.isoformat(),
        "last_day": order.last_day.isoformat(),
        "reason_kind": order.reason_kind,
        "reason": order.reason,
        "department": order.department_id,
        "department_name": order.department.name if order.department else None,
        "desks": desks,
    }
    record(kind=kind, subject_kind=SUBJECT, subject_id=order.pk, after=after)
