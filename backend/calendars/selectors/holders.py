"""What proposals would give up, or what came of them: whether it still stands, and what people call it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bookings.models import Booking
from bookings.policies.states import BookingState
from plans.models import OwnPlan
from plans.policies.claims import BOOKING, OWN, OWN_OFFICE, TELEWORK
from telework.models import TeleworkRequest
from telework.policies.states import STANDING_REQUESTS, RequestState

Holding = tuple[str, int]
"""Kind and id of what holds a stretch."""

_STANDING = (RequestState.DRAFT.value, RequestState.RETURNED.value, *STANDING_REQUESTS)


@dataclass(frozen=True, slots=True)
class LiveHolder:
    """What stands; its desk where it has one."""

    kind: str
    id: int
    desk_code: str | None


def live_holders(holders: Iterable[Holding]) -> Mapping[Holding, LiveHolder]:
    """Those of these that stand; at most three queries. A desk somebody sits at already is given up by checking out."""
    ids: dict[str, set[int]] = {}
    for kind, number in holders:
        ids.setdefault(kind, set()).add(number)
    found: dict[Holding, LiveHolder] = {}
    if ids.get(BOOKING):
        rows = Booking.objects.filter(pk__in=ids[BOOKING], state=BookingState.BOOKED)
        for pk, code in rows.values_list("pk", "desk__code"):
            found[BOOKING, pk] = LiveHolder(BOOKING, pk, code)
    if ids.get(TELEWORK):
        requests = TeleworkRequest.objects.filter(pk__in=ids[TELEWORK], state__in=_STANDING)
        for pk in requests.values_list("pk", flat=True):
            found[TELEWORK, pk] = LiveHolder(TELEWORK, pk, None)
    own = ids.get(OWN, set()) | ids.get(OWN_OFFICE, set())
    if own:
        standing = set(OwnPlan.objects.filter(pk__in=own, withdrawn_at__isnull=True).values_list("pk", flat=True))
        for kind in (OWN, OWN_OFFICE):
            found.update({(kind, pk): LiveHolder(kind, pk, None) for pk in ids.get(kind, set()) & standing})
    return found
