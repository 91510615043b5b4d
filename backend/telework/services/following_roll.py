"""Telework follows the roll: what leavers asked for ends, what the moved asked for goes to whoever decides now."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import OuterRef, Q, Subquery

from audit.services import Happening, record_all
from core.locks import Locked
from directory.policies.roll_changed import RollChanged
from people.models import Person
from telework.models import Registration, TeleworkRequest
from telework.policies.registration_transitions import registration_after
from telework.policies.states import Actor, RegistrationAction, RegistrationState, RequestAction, RequestState
from telework.selectors.after_roll import (
    OPEN,
    new_approvers,
    registrations_of_leavers,
    requests_of_leavers,
    waiting_for_approvers,
)
from telework.services.holder import give_up_all
from telework.services.registrations import EVENTS, SUBJECT, snapshot
from telework.services.transition import Move, locked_requests, move_all

LEFT = "left"
HANDED_OVER = "telework.handed_over"
ROWS_AT_ONCE = 500


def locks(change: RollChanged) -> Iterable[tuple[Locked, int]]:
    """Everybody who leaves or moves to another department: a request changes under its person's lock."""
    people = {*change.left, *(one.person_id for one in change.moved_section)}
    return [(Locked.PERSON, person_id) for person_id in people]


def telework_follows(change: RollChanged) -> None:
    """In few statements: leavers' open requests are withdrawn and their days to come cancelled, their registrations
    end; requests of the moved belong to the new section; whoever has to decide now is told once."""
    _end_requests(change)
    _end_registrations(change)
    _belong_to_the_new_section(change)
    _tell_new_approvers(change)


def _end_requests(change: RollChanged) -> None:
    requests = locked_requests([one.pk for one in requests_of_leavers(change)]) if change.left else []
    more = {"because": LEFT, "in_many": True}
    moves = []
    for one in requests:
        approved = one.state == RequestState.APPROVED
        moves.append(Move(one, RequestAction.CANCEL if approved else RequestAction.WITHDRAW, Actor.ONESELF, more=more))
    held = [one.pk for one in requests if one.state == RequestState.APPROVED]
    if moves:
        move_all(moves)
    give_up_all(held)


def _end_registrations(change: RollChanged) -> None:
    standing = [one.pk for one in registrations_of_leavers(change)]
    if not standing:
        return
    rows = list(Registration.objects.select_for_update().filter(pk__in=standing).order_by("pk"))
    before = [row.state for row in rows]
    for row in rows:
        row.state = registration_after(RegistrationState(row.state), RegistrationAction.EXPIRE).value
        row.valid_to = min(row.valid_to, change.before) if row.valid_from is not None else row.valid_to
        row.version += 1
    Registration.objects.bulk_update(rows, ["state", "valid_to", "version"], batch_size=ROWS_AT_ONCE)
    record_all(
        [
            Happening(
                kind=EVENTS[RegistrationAction.EXPIRE],
                subject_kind=SUBJECT,
                subject_id=row.pk,
                before={"state": state},
                after={**snapshot(row), "because": LEFT},
            )
            for row, state in zip(rows, before, strict=True)
        ]
    )


def _belong_to_the_new_section(change: RollChanged) -> None:
    """One statement: the department of a request is that of its person's main post on its day."""
    moved = [one.person_id for one in change.moved_section]
    if not moved:
        return
    rows = TeleworkRequest.objects.filter(Q(day__gte=change.day) | Q(state__in=OPEN), person_id__in=moved)
    rows.update(department_id=Subquery(Person.objects.filter(pk=OuterRef("person_id")).values("department_id")))


def _tell_new_approvers(change: RollChanged) -> None:
    """One event for each who decides now: whose requests, reports and registrations have come to them."""
    if not change.left and not change.moved:
        return
    requests, registrations = waiting_for_approvers(but=change.left)
    deciding = new_approvers({one.person_id for one in requests} | {one.person_id for one in registrations}, change)
    people: dict[int, set[int]] = defaultdict(set)
    waiting: dict[int, list[str]] = defaultdict(list)
    for what, rows in (("request", requests), ("registration", registrations)):
        for one in rows:
            for approver in deciding.get(one.person_id, ()):
                people[approver].add(one.person_id)
                waiting[approver].append(f"{what} {one.pk}")
    record_all(
        [
            Happening(
                kind=HANDED_OVER,
                subject_kind="person",
                subject_id=approver,
                after={"approvers": [approver], "people": sorted(people[approver]), "waiting": waiting[approver]},
            )
            for approver in sorted(people)
        ]
    )
