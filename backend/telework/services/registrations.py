"""Write a registration, submit it, and decide about it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from audit.services import record
from core import clock
from core.constraints import violated_constraint
from core.locks import Locked, lock
from core.refused import Refused
from core.revision import revisions
from telework.models import ONE_REGISTRATION_A_YEAR, Registration
from telework.policies.fiscal_year import last_day_of
from telework.policies.registering import valid_days, year_refused
from telework.policies.registration_refusals import RegistrationRefusal
from telework.policies.registration_transitions import (
    registration_action_refused,
    registration_after,
    registration_version_refused,
)
from telework.policies.states import Actor, RegistrationAction, RegistrationState
from telework.selectors.approvers import approvers_of_one
from telework.selectors.registrations import telework_facts
from telework.selectors.registrations_seen import missing_now, own_registration, standing_about

SUBJECT = "registration"
EVENTS = {
    RegistrationAction.EDIT: "registration.written",
    RegistrationAction.SUBMIT: "registration.submitted",
    RegistrationAction.WITHDRAW: "registration.withdrawn",
    RegistrationAction.APPROVE: "registration.approved",
    RegistrationAction.RETURN: "registration.returned",
    RegistrationAction.REJECT: "registration.rejected",
    RegistrationAction.REVOKE: "registration.revoked",
    RegistrationAction.EXPIRE: "registration.expired",
}


@dataclass(frozen=True, slots=True)
class Written:
    """What the person writes into a registration; `pledged` says that they have read the pledge and give it."""

    reason_class: str
    place_kind: str
    place: str
    contact: str
    terminal: str
    trained_on: date | None
    pledged: bool


@transaction.atomic
def register(*, person_id: int, fiscal_year: int, written: Written, submit: bool) -> Registration:
    """Write the person's registration of a fiscal year, and submit it where `submit` says so.

    Raises Refused: `year_not_open`; `already_registered` (facts `id`, `state`) where one stands for that year; and for
    one to submit whatever is missing, as `submit_registration` does.
    """
    lock((Locked.PERSON, person_id))
    if refused := year_refused(fiscal_year, clock.today()):
        raise refused
    row = Registration(
        person_id=person_id,
        fiscal_year=fiscal_year,
        state=RegistrationState.DRAFT.value,
        valid_to=last_day_of(fiscal_year),
        created_at=clock.now(),
    )
    _write(row, written)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        if violated_constraint(error) != ONE_REGISTRATION_A_YEAR:
            raise
        there = own_registration(person_id, fiscal_year)
        facts = {} if there is None else {"id": there.pk, "state": there.state}
        raise Refused(RegistrationRefusal.ALREADY_REGISTERED, facts) from error
    _record(RegistrationAction.EDIT, row, before=None)
    if submit:
        _submit(row)
    return row


@transaction.atomic
def change_registration(
    *, registration_id: int, actor: Actor, written: Written, version: int | None, submit: bool
) -> Registration:
    """Write a draft, or one that was returned, anew. Raises Refused as the table of transitions and `register` do."""
    row = _locked(registration_id)
    _refuse_unless_possible(row, RegistrationAction.EDIT, actor, version=version)
    before = row.state
    _write(row, written)
    row.version += 1
    row.save()
    _record(RegistrationAction.EDIT, row, before=before)
    if submit:
        _submit(row)
    return row


@transaction.atomic
def submit_registration(*, registration_id: int, actor: Actor, version: int | None) -> Registration:
    """Submit it to the 所属長.

    Raises Refused with the first of what is missing (place, contact, training, pledge) or in the way (class of
    employment, counter duty, a year that is not open); fact `missing` holds the codes of all.
    """
    row = _locked(registration_id)
    _refuse_unless_possible(row, RegistrationAction.SUBMIT, actor, version=version)
    _submit(row)
    return row


@transaction.atomic
def withdraw_registration(*, registration_id: int, actor: Actor, version: int | None) -> Registration:
    """Take it back before it is decided about: a draft again. Raises Refused as the table of transitions does."""
    row = _locked(registration_id)
    _refuse_unless_possible(row, RegistrationAction.WITHDRAW, actor, version=version)
    before = row.state
    row.state = registration_after(RegistrationState(row.state), RegistrationAction.WITHDRAW).value
    row.version += 1
    row.submitted_at = None
    row.save()
    _record(RegistrationAction.WITHDRAW, row, before=before)
    return row


@transaction.atomic
def decide_registration(
    *, registration_id: int, action: RegistrationAction, decider_id: int, comment: str = "", version: int | None = None
) -> Registration:
    """Approve, return, reject or revoke it, as the 所属長, a delegate, or the next up.

    Raises Refused: `wrong_state` and `telework_changed` with the state it has now, `own_request`,
    `not_yours_to_decide`, `comment_needed`; `year_not_open` where its year has ended.
    """
    row = _locked(registration_id)
    today = clock.today()
    slow = revisions()
    facts = telework_facts([row.person_id], first=today, last=today, slow=slow)[row.person_id]
    standing = standing_about(row, decider_id, approvers_of_one(row.person_id, today), facts, today)
    actor = Actor.ONESELF if decider_id == row.person_id else Actor.APPROVER if standing else Actor.OTHER
    _refuse_unless_possible(row, action, actor, version=version, comment=comment)
    if action is RegistrationAction.APPROVE:
        if row.valid_to < today:
            raise Refused(RegistrationRefusal.YEAR_NOT_OPEN)
        row.valid_from, row.valid_to = valid_days(row.fiscal_year, today)
    before = row.state
    row.state = registration_after(RegistrationState(row.state), action).value
    row.version += 1
    row.comment = comment.strip()
    row.decided_at = clock.now()
    row.decided_by_id = decider_id
    if standing is not None:
        row.decided_as = standing.decided_as.value
        row.decided_for_id = standing.decided_for
    row.save()
    _record(action, row, before=before, on_behalf_of=row.decided_for_id)
    return row


def snapshot(row: Registration) -> dict[str, Any]:
    """A registration as events show it: nothing of reason, place and contact, which are for few."""
    return {
        "person": row.person_id,
        "fiscal_year": row.fiscal_year,
        "state": row.state,
        "valid_from": row.valid_from,
        "valid_to": row.valid_to,
        "comment": row.comment,
        "decided_by": row.decided_by_id,
        "decided_as": row.decided_as,
        "decided_for": row.decided_for_id,
    }


def _locked(registration_id: int) -> Registration:
    return Registration.objects.select_for_update(of=("self",)).get(pk=registration_id)


def _write(row: Registration, written: Written) -> None:
    row.reason_class = written.reason_class
    row.place_kind = written.place_kind
    row.place = written.place.strip()
    row.contact = written.contact.strip()
    row.terminal = written.terminal
    row.trained_on = written.trained_on
    row.pledged_at = (row.pledged_at or clock.now()) if written.pledged else None


def _submit(row: Registration) -> None:
    today = clock.today()
    facts = telework_facts([row.person_id], first=today, last=today, slow=revisions())[row.person_id]
    approvers = approvers_of_one(row.person_id, today)
    if missing := missing_now(row, facts, approvers, today):
        first, codes = missing[0], [refused.code.value for refused in missing]
        raise Refused(first.code, {**first.facts, "missing": codes})
    before = row.state
    row.state = registration_after(RegistrationState(row.state), RegistrationAction.SUBMIT).value
    row.version += 1
    row.comment = ""
    row.submitted_at = clock.now()
    row.save()
    _record(RegistrationAction.SUBMIT, row, before=before, approvers=approvers.everybody(covered=False))


def _refuse_unless_possible(
    row: Registration, action: RegistrationAction, actor: Actor, *, version: int | None, comment: str = ""
) -> None:
    state = RegistrationState(row.state)
    if refused := registration_action_refused(state, action, actor, comment=comment):
        raise refused
    if refused := registration_version_refused(state, row.version, version):
        raise refused


def _record(
    action: RegistrationAction, row: Registration, *, before: str | None, on_behalf_of: int | None = None, **more: Any
) -> None:
    record(
        kind=EVENTS[action],
        subject_kind=SUBJECT,
        subject_id=row.pk,
        before=None if before is None else {"state": before},
        after={**snapshot(row), **more},
        on_behalf_of=on_behalf_of,
    )
