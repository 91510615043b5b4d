"""The day itself: start, pause, resume, end. What a phone says twice, for want of an answer, is done once."""

from django.db import transaction

from core import clock
from core.locks import Locked, lock
from core.refused import Refused
from core.revision import revisions
from telework.models import TeleworkRequest, WorkStretch
from telework.policies.states import Actor, RequestAction, RequestState
from telework.policies.work import ends_at, going_on_refused, start_refused
from telework.policies.work_refusals import WorkRefusal
from telework.selectors.work import other_work_under_way, rules_of, work_hours
from telework.services.resting import warn_of_short_rest
from telework.services.transition import locked_request, move, refuse_unless_possible


@transaction.atomic
def start_work(*, request_id: int, actor: Actor = Actor.ONESELF, version: int | None = None) -> TeleworkRequest:
    """Begin the work of an approved request, from this minute.

    Who has started it already gets the same answer: nothing happens twice. Raises Refused on another day
    (`not_the_day`), outside the hours of telework (`outside_telework_hours`), while other telework of the day is under
    way (`other_work_under_way`), and as `move` does; TeleworkRequest.DoesNotExist.
    """
    request = locked_with_person(request_id)
    if _done(request, actor, RequestState.STARTED):
        return request
    refuse_unless_possible(request, RequestAction.START, actor, version=version)
    rules = rules_of(request, revisions())
    now = clock.now()
    hours = work_hours(request.day, rules)
    if refused := start_refused(day=request.day, today=clock.today(), now=now, hours=hours):
        raise refused
    if (other := other_work_under_way(request)) is not None:
        raise Refused(WorkRefusal.OTHER_WORK_UNDER_WAY, {"request": other})
    WorkStretch.objects.create(request=request, started_at=clock.this_minute())
    move(request, RequestAction.START, actor, version=version)
    warn_of_short_rest(request, rules.rest_hours)
    return request


@transaction.atomic
def pause_work(*, request_id: int, actor: Actor = Actor.ONESELF, version: int | None = None) -> TeleworkRequest:
    """Interrupt it. Raises Refused on another day, and as `move` does."""
    request = locked_with_person(request_id)
    if _done(request, actor, RequestState.PAUSED):
        return request
    refuse_unless_possible(request, RequestAction.PAUSE, actor, version=version)
    _refuse_another_day(request)
    _close_stretch(request)
    return move(request, RequestAction.PAUSE, actor, version=version)


@transaction.atomic
def resume_work(*, request_id: int, actor: Actor = Actor.ONESELF, version: int | None = None) -> TeleworkRequest:
    """Take it up again. Raises Refused on another day, while other telework is under way, and as `move` does."""
    request = locked_with_person(request_id)
    if _done(request, actor, RequestState.STARTED):
        return request
    refuse_unless_possible(request, RequestAction.RESUME, actor, version=version)
    _refuse_another_day(request)
    WorkStretch.objects.create(request=request, started_at=clock.this_minute())
    return move(request, RequestAction.RESUME, actor, version=version)


@transaction.atomic
def end_work(*, request_id: int, actor: Actor = Actor.ONESELF, version: int | None = None) -> TeleworkRequest:
    """End the day's work; on a later day, for whoever forgot, at the time that was planned. Raises as `move` does."""
    request = locked_with_person(request_id)
    if _done(request, actor, RequestState.ENDED):
        return request
    refuse_unless_possible(request, RequestAction.END, actor, version=version)
    _close_stretch(request)
    return move(request, RequestAction.END, actor, version=version)


def locked_with_person(request_id: int) -> TeleworkRequest:
    """The request's row, locked after its person's day. Raises TeleworkRequest.DoesNotExist."""
    person_id = TeleworkRequest.objects.values_list("person_id", flat=True).get(pk=request_id)
    lock((Locked.PERSON, person_id))
    return locked_request(request_id)


def _done(request: TeleworkRequest, actor: Actor, state: RequestState) -> bool:
    return actor is Actor.ONESELF and request.state == state


def _refuse_another_day(request: TeleworkRequest) -> None:
    if refused := going_on_refused(day=request.day, today=clock.today()):
        raise refused


def _close_stretch(request: TeleworkRequest) -> None:
    stretch = WorkStretch.objects.filter(request=request, ended_at__isnull=True).first()
    if stretch is None:
        return
    stretch.ended_at = ends_at(
        day=request.day,
        today=clock.today(),
        now=clock.this_minute(),
        planned_end=request.interval.end,
        started_at=stretch.started_at,
    )
    stretch.save(update_fields=["ended_at"])
