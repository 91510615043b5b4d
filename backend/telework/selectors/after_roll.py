"""What waits or is to come of telework, of people who leave or move."""

from collections.abc import Collection, Iterable

from core import clock
from directory.policies.roll_changed import Effect, RollChanged
from directory.selectors.managing_no_more import managing_no_more
from telework.models import Registration, TeleworkRequest
from telework.policies.states import STANDING_REGISTRATIONS, RegistrationState, RequestState
from telework.selectors.approvers import approvers_of

OPEN = (RequestState.DRAFT.value, RequestState.SUBMITTED.value, RequestState.RETURNED.value)
WITH_THE_APPROVER = (RequestState.SUBMITTED.value, RequestState.REPORTED.value)
LEFT = "left"
MOVED = "moved"
MANAGER = "manager"


def requests_of_leavers(change: RollChanged) -> list[TeleworkRequest]:
    """The requests of leavers that are open, and the approved ones from the day on, in order of id."""
    if not change.left:
        return []
    rows = TeleworkRequest.objects.filter(person_id__in=change.left)
    to_come = rows.filter(state=RequestState.APPROVED, day__gte=change.day)
    return sorted([*rows.filter(state__in=OPEN), *to_come], key=lambda one: one.pk)


def registrations_of_leavers(change: RollChanged) -> list[Registration]:
    """The registrations of leavers that stand and would on the day, in order of id."""
    if not change.left:
        return []
    rows = Registration.objects.filter(person_id__in=change.left, state__in=STANDING_REGISTRATIONS)
    return list(rows.filter(valid_to__gte=change.day).order_by("pk"))


def waiting_for_approvers(but: Collection[int] = ()) -> tuple[list[TeleworkRequest], list[Registration]]:
    """The requests, reports and registrations that wait for somebody to decide; not those of the people `but`."""
    requests = TeleworkRequest.objects.filter(state__in=WITH_THE_APPROVER).exclude(person_id__in=list(but))
    registrations = Registration.objects.filter(state=RegistrationState.SUBMITTED).exclude(person_id__in=list(but))
    return list(requests.order_by("pk")), list(registrations.order_by("pk"))


def following_telework(change: RollChanged) -> list[Effect]:
    """Each request and registration of a leaver that would end, and each that would wait for somebody else."""
    ended = [_of_request("telework", one, because=LEFT) for one in requests_of_leavers(change)]
    ended += [_of_registration("registration", one, because=LEFT) for one in registrations_of_leavers(change)]
    return ended + _handed_over(change)


def _handed_over(change: RollChanged) -> list[Effect]:
    if not change.left and not change.moved:
        return []
    requests, registrations = waiting_for_approvers(but=change.left)
    moved = {one.person_id for one in change.moved_section}
    gone = {*change.left, *managing_no_more(change)}
    everyone = {one.person_id for one in requests} | {one.person_id for one in registrations}
    deciding = approvers_of(everyone, clock.today())

    def why(person_id: int) -> str | None:
        if person_id in moved:
            return MOVED
        return MANAGER if gone & deciding[person_id].managers else None

    return [
        *(_of_request("approval", one, because=because) for one in requests if (because := why(one.person_id))),
        *(
            _of_registration("approval", one, because=because)
            for one in registrations
            if (because := why(one.person_id))
        ),
    ]


def new_approvers(person_ids: Iterable[int], change: RollChanged) -> dict[int, tuple[int, ...]]:
    """Who decides about each of these people from the day on and did not before; people without such are left out."""
    people = set(person_ids)
    before = approvers_of(people, change.before)
    after = approvers_of(people, change.day)
    found = {
        person: tuple(sorted({*after[person].everybody(covered=False)} - {*before[person].everybody(covered=False)}))
        for person in people
    }
    return {person: approvers for person, approvers in found.items() if approvers}


def _of_request(kind: str, request: TeleworkRequest, *, because: str) -> Effect:
    facts = {"what": "request", "day": request.day.isoformat(), "state": request.state, "because": because}
    return Effect(kind, request.person_id, facts)


def _of_registration(kind: str, registration: Registration, *, because: str) -> Effect:
    facts = {
        "what": "registration",
        "fiscal_year": registration.fiscal_year,
        "state": registration.state,
        "because": because,
    }
    return Effect(kind, registration.person_id, facts)
