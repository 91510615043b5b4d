"""A desk that becomes free is offered to the first in line whom it suits, before anybody else can take it.

Everything here runs in the transaction that frees the desk, under its lock. No lock is waited for: a row of the line
that another transaction is at belongs to somebody who is being served or is leaving, and is passed over.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from procrastinate.contrib.django import app

from audit.context import acting_as, current_origin
from bookings.models import Booking
from bookings.selectors.facts import Wish, wish_for
from bookings.services.offering import offer_desk
from core import clock
from core.interval import Interval
from core.refused import Refused
from spaces.selectors import placed_desk
from spaces.selectors.desks import DeskOnFloor
from waitlists.models import Wait
from waitlists.policies.fitting import fits, still_wanted
from waitlists.policies.states import WaitState
from waitlists.selectors.line import desks_worth_serving, waiting_days
from waitlists.selectors.terms import offered_until
from waitlists.services.line_lock import nobody_joins
from waitlists.services.recording import record_wait

SERVE_DAY = "waitlists.serve_day"
BOOK_AT_ONCE = "waitlists.book_at_once"
WAITLIST = "waitlist"


def serve_desk(desk_id: int, day: date, during: Interval) -> None:
    """Offer what is free of the desk in `during` to those who wait, in the order in which they joined.

    The caller holds the desk's lock. A day on which nobody waits costs two short statements.
    """
    if not nobody_joins(day):
        # Who joins at this moment may not see that the desk is free: the line is looked at again in a moment.
        app.configure_task(SERVE_DAY).defer(day=day.isoformat())
        return
    waiting = Wait.objects.filter(day=day, state=WaitState.WAITING, during__overlap=during.as_range()).order_by("pk")
    line = list(waiting)
    if not line:
        return
    place = placed_desk(desk_id, day)
    if place is not None:
        with acting_as(actor_name=WAITLIST, request_id=current_origin().request_id):
            _offer(place, day, line)


def serve_places() -> None:
    """Look at every line anew: any desk may have become free. The caller holds the lock of all places alone."""
    for day in waiting_days():
        serve_each(desks_worth_serving(day), day)


def serve_each(desk_ids: Iterable[int], day: date) -> None:
    """Offer what is free of each desk on `day`."""
    for desk_id in desk_ids:
        serve_desk(desk_id, day, Interval(clock.day_start(day), clock.day_end(day)))


def back_in_line(booking_id: int) -> None:
    """Somebody's offer was taken back: that person waits on, at the same place in line."""
    for wait in Wait.objects.select_for_update().filter(booking_id=booking_id, state=WaitState.OFFERED):
        wait.state, wait.booking, wait.offer_until = WaitState.WAITING, None, None
        wait.save(update_fields=["state", "booking", "offer_until"])
        record_wait("offer_withdrawn", wait)


def _offer(place: DeskOnFloor, day: date, line: list[Wait]) -> None:
    desk = place.desk
    holding = Booking.objects.holding().on(day).filter(desk_id=desk.id)
    held = [booking.interval for booking in holding]
    for seen in line:
        wish = still_wanted(seen.interval, clock.this_minute())
        if wish is None or desk.area_id not in seen.area_ids:
            continue
        if not fits(wanted_features=seen.features, features=desk.features, wish=wish, held=held):
            continue
        if offer := _offer_to(seen, desk.id, wish):
            held.append(offer.interval)


def _offer_to(seen: Wait, desk_id: int, during: Interval) -> Booking | None:
    wish = _allowed(seen.person_id, desk_id, during)
    until = offered_until(wish) if wish else None
    if wish is None or until is None:
        return None
    line = Wait.objects.select_for_update(skip_locked=True)
    wait: Wait | None = line.filter(pk=seen.pk, state=WaitState.WAITING).first()
    if wait is None:
        return None
    offer = offer_desk(wish, asked=seen.interval, until=until)
    if offer is None:
        return None
    wait.state, wait.booking, wait.offer_until = WaitState.OFFERED, offer, until
    wait.save(update_fields=["state", "booking", "offer_until"])
    at_once = wait.book_until is not None and clock.now() < wait.book_until
    record_wait("offered", wait, until=until.isoformat(), booking=offer.pk, at_once=at_once, **desk_facts(wish.place))
    if at_once:
        app.configure_task(BOOK_AT_ONCE).defer(wait_id=wait.pk)
    return offer


def _allowed(person_id: int, desk_id: int, during: Interval) -> Wish | None:
    """The wish where no rule or closure refuses it; the allowance and the day are asked when it is accepted."""
    try:
        wish = wish_for(person_id=person_id, desk_id=desk_id, during=during)
    except Refused:
        return None
    return None if next(wish.refusals(0), None) else wish


def desk_facts(place: DeskOnFloor) -> dict[str, Any]:
    """A desk as an event says it."""
    return {
        "desk": place.desk.id,
        "desk_code": place.desk.code,
        "area_name": place.area.name,
        "floor_name": place.plan.floor.name,
    }
