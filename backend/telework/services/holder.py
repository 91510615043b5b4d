"""How telework holds a stretch of somebody's day in the ledger, and how it lets go."""

from collections.abc import Collection

from audit.services import record
from core import clock
from core.interval import Interval
from core.locks import Locked, lock
from core.refused import Refused
from core.revision import revisions
from plans.models import Place
from plans.selectors.halves import half_days
from plans.services.ledger import Holder, let_go, let_go_all, reclaim
from telework.models import TeleworkRequest
from telework.policies.forms import Form, Unit
from telework.policies.limits import without
from telework.policies.request_hours import hours_of
from telework.policies.request_refusals import RequestRefusal
from telework.policies.states import HOLDING_REQUESTS, Actor, RequestAction, RequestState
from telework.services.transition import SUBJECT, locked_request, move, snapshot

KIND = "telework"
PLACES = {Form.HOME: Place.HOME, Form.SATELLITE: Place.SATELLITE, Form.MOBILE: Place.SATELLITE}


def holder_of(request_id: int) -> Holder:
    return Holder(KIND, request_id)


def place_of(form: str) -> Place:
    """The place that a form of telework has in the ledger."""
    return PLACES[Form(form)]


def give_up(request_id: int) -> None:
    """Let go of whatever the request holds, as of now; in the caller's transaction."""
    let_go(holder=holder_of(request_id), at=clock.now())


def give_up_all(request_ids: Collection[int]) -> None:
    """The same for many, in one statement."""
    let_go_all(kind=KIND, holder_ids=request_ids, at=clock.now())


def let_request_go(request_id: int, during: Interval) -> None:
    """Give up what the request holds of `during`, because its person has planned a trip or a leave then.

    The longest part that is left stays telework; where nothing is left, the request is cancelled. Raises Refused
    (`telework_begun`) for one that has begun: what was worked is not undone by a plan.
    """
    seen = TeleworkRequest.objects.only("person_id").get(pk=request_id)
    lock((Locked.PERSON, seen.person_id))
    request = locked_request(request_id)
    if request.state not in HOLDING_REQUESTS or not request.interval.overlaps(during):
        return
    left = sorted(without([request.interval], during), key=lambda one: -one.length)
    more = {"because": "displaced"}
    if request.state != RequestState.APPROVED:
        raise Refused(RequestRefusal.TELEWORK_BEGUN, {"state": request.state})
    if not left:
        move(request, RequestAction.CANCEL, Actor.ONESELF, more=more)
        give_up(request_id)
        return
    before = snapshot(request)
    request.during = left[0].as_range()
    request.unit = _unit_of(request, left[0]).value
    request.version += 1
    request.save(update_fields=["during", "unit", "version"])
    reclaim(person_id=request.person_id, during=left[0], holder=holder_of(request_id))
    record(
        kind="telework.shortened",
        subject_kind=SUBJECT,
        subject_id=request.pk,
        before=before,
        after={**snapshot(request), **more},
    )


def _unit_of(request: TeleworkRequest, during: Interval) -> Unit:
    """The unit whose hours the stretch has, by the request's shift; hours of its own where there is none."""
    halves = half_days(revisions())
    for unit in (Unit.AM, Unit.PM):
        if hours_of(request.day, unit, request.shift, halves, clock.city_zone()) == clock.in_city(during):
            return unit
    return Unit.HOURS
