"""Enter afterwards, for somebody who phoned first: the manager records the day, and it is approved with that."""

from datetime import date

from django.db import transaction

from core import clock
from core.refused import Refused
from core.revision import revisions
from telework.models import TeleworkRequest
from telework.policies.request_refusals import RequestRefusal
from telework.policies.states import Actor, RequestAction
from telework.selectors.approvers import approvers_of_one
from telework.selectors.judging import person_days
from telework.selectors.requests import standing_towards
from telework.services.approving import approve_all, queue_for_approval
from telework.services.requests import Content, one_at_a_time, unsaved_request
from telework.services.transition import Decision, move


@transaction.atomic
def record_day(*, recorder_id: int, person_id: int, day: date, content: Content) -> TeleworkRequest:
    """Record a post hoc day of somebody about whom the recorder decides; `content` has the reason.

    It is requested in the person's name and approved by the recorder in one transaction. Raises Refused
    (`not_yours_to_decide`, `own_request`, or what speaks against the day).
    """
    today, slow = clock.today(), revisions()
    around = person_days(person_id, [day], slow)
    request = unsaved_request(around, person_id, day, content)
    approval = queue_for_approval([request])
    standing = standing_towards(recorder_id, request, approvers_of_one(person_id, today), slow, today)
    if standing is None:
        own = recorder_id == person_id
        raise Refused(RequestRefusal.OWN_REQUEST if own else RequestRefusal.NOT_YOURS_TO_DECIDE)
    wanted = content.recorded
    if (
        refused := person_days(person_id, [day], slow)
        .judge_stretch(day, request.interval, request.shift, wanted)
        .refused
    ):
        raise refused
    request.created_by_id = recorder_id
    with one_at_a_time(request):
        move(request, RequestAction.SUBMIT, Actor.ONESELF, more={"in_many": True, "recorded_by": recorder_id})
    decision = Decision(recorder_id, standing.decided_as, standing.decided_for)
    _, refused_after = approve_all(approval, [request], {request.pk: decision}, together=False)
    for why in refused_after.values():
        raise why
    return request
