"""What the clock does for those who wait; any number of workers may do it at once, and a restart loses nothing."""

from datetime import date

from django.db import transaction

from audit.context import acting_as
from bookings.models import Booking
from bookings.selectors.facts import wish_for
from bookings.services.offering import locked_offer, withdraw_offer
from core import clock
from core.locks import PLACES_AS_THEY_ARE, Locked, lock
from core.refused import Refused
from waitlists.models import Wait
from waitlists.policies.fitting import still_wanted
from waitlists.policies.states import WaitState
from waitlists.selectors.line import desks_worth_serving, waiting_days
from waitlists.services.answering import accept_offer
from waitlists.services.joining import end_wait_and_offer
from waitlists.services.recording import record_wait
from waitlists.services.serving import WAITLIST, serve_each


def keep_lines() -> None:
    """Every minute: end what is over, pass lapsed offers on, book at once where wished, and look at every line anew."""
    end_waits_that_are_over()
    lapse_offers()
    withdraw_impossible_offers()
    for wait_id in _to_book_at_once():
        book_at_once(wait_id)
    for day in waiting_days():
        serve_day(day)


def lapse_offers() -> int:
    """Pass on every desk whose offer nobody answered in time; answers how many. Each in a transaction of its own."""
    due = Booking.objects.offered().filter(release_at__lte=clock.now()).order_by("release_at", "pk")
    return sum(_lapse(booking_id) for booking_id in list(due.values_list("pk", flat=True)))


def end_waits_that_are_over() -> int:
    """End the waits of whoever waited in vain; answers how many."""
    today = Wait.objects.filter(state=WaitState.WAITING, day__lte=clock.today())
    over = [wait.pk for wait in today if still_wanted(wait.interval, clock.this_minute()) is None]
    return sum(_end(wait_id) for wait_id in over)


def withdraw_impossible_offers() -> int:
    """Take back offers of desks that a layout or closure took away; answers how many. Their people wait on."""
    offers = Booking.objects.offered().filter(release_at__gt=clock.now())
    return sum(_withdraw(offer.pk) for offer in offers if _impossible(offer))


def book_at_once(wait_id: int) -> bool:
    """Accept the offer for whoever wished so; False where it is refused, and stays for the person to answer."""
    with acting_as(actor_name=WAITLIST):
        try:
            accept_offer(wait_id=wait_id, at_once=True)
        except Refused:
            return False
    return True


def serve_day(day: date) -> None:
    """Offer whatever is free on `day` to those who wait for it: what opened without anybody's doing, and what slipped
    by. Each desk in a transaction of its own.
    """
    for desk_id in desks_worth_serving(day):
        with transaction.atomic():
            lock((Locked.DESK, desk_id), shared=[PLACES_AS_THEY_ARE])
            serve_each([desk_id], day)


def _to_book_at_once() -> list[int]:
    rows = Wait.objects.filter(state=WaitState.OFFERED, book_until__gt=clock.now(), offer_until__gt=clock.now())
    return list(rows.order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def _lapse(booking_id: int) -> bool:
    try:
        offer, _ = locked_offer(booking_id)
    except Refused:
        return False
    if offer.release_at is None or offer.release_at > clock.now():
        return False
    wait = Wait.objects.filter(booking_id=booking_id).first()
    if wait is None or not end_wait_and_offer(wait, offer, WaitState.LAPSED):
        withdraw_offer(offer, because="withdrawn")
    return True


@transaction.atomic
def _end(wait_id: int) -> bool:
    wait = Wait.objects.select_for_update(skip_locked=True).filter(pk=wait_id, state=WaitState.WAITING).first()
    if wait is None:
        return False
    wait.state, wait.ended_at = WaitState.ENDED, clock.now()
    wait.save(update_fields=["state", "ended_at"])
    record_wait("ended", wait)
    return True


@transaction.atomic
def _withdraw(booking_id: int) -> bool:
    try:
        offer, _ = locked_offer(booking_id)
    except Refused:
        return False
    if not _impossible(offer):
        return False
    withdraw_offer(offer, because="withdrawn")
    return True


def _impossible(offer: Booking) -> bool:
    try:
        wish = wish_for(person_id=offer.person_id, desk_id=offer.desk_id, during=offer.interval)
    except Refused:
        return True
    return bool(wish.closures()) or wish.desk_facts().mode in ("unavailable", "drop_in")
