"""Point out that registrations end, and end them: what the night does."""

from datetime import timedelta

from django.db import transaction

from audit.services import Happening, record_all
from core import clock
from telework.models import Registration
from telework.policies.registering import REMINDED_DAYS_BEFORE, reminder_due
from telework.policies.registration_transitions import registration_after
from telework.policies.states import RegistrationAction, RegistrationState
from telework.services.registrations import EVENTS, SUBJECT, snapshot

AT_ONCE = 500
_RENEWED = (RegistrationState.SUBMITTED.value, RegistrationState.APPROVED.value)


def expire_registrations() -> int:
    """End every approved registration whose last day is over; answers how many. Each is ended once."""
    ended = 0
    while batch := _expire_some():
        ended += batch
    return ended


def remind_of_endings() -> int:
    """Point out the registrations that end in 30 or 7 days, each once at each; answers how many.

    Nobody is reminded who has registered for the next fiscal year.
    """
    today = clock.today()
    reminded = 0
    last = 0
    while batch := list(
        Registration.objects.filter(
            state=RegistrationState.APPROVED.value,
            valid_to__gte=today,
            valid_to__lte=today + timedelta(days=max(REMINDED_DAYS_BEFORE)),
            pk__gt=last,
        )
        .order_by("pk")
        .values_list("pk", "person_id", "fiscal_year")[:AT_ONCE]
    ):
        last = batch[-1][0]
        reminded += _remind([(pk, person, year) for pk, person, year in batch])
    return reminded


@transaction.atomic
def _expire_some() -> int:
    rows = list(
        Registration.objects.select_for_update(of=("self",))
        .filter(state=RegistrationState.APPROVED.value, valid_to__lt=clock.today())
        .order_by("pk")[:AT_ONCE]
    )
    for row in rows:
        row.state = registration_after(RegistrationState(row.state), RegistrationAction.EXPIRE).value
        row.version += 1
    Registration.objects.bulk_update(rows, ["state", "version"])
    kind = EVENTS[RegistrationAction.EXPIRE]
    record_all(
        [
            Happening(
                kind=kind,
                subject_kind=SUBJECT,
                subject_id=row.pk,
                before={"state": RegistrationState.APPROVED.value},
                after=snapshot(row),
            )
            for row in rows
        ]
    )
    return len(rows)


@transaction.atomic
def _remind(some: list[tuple[int, int, int]]) -> int:
    today = clock.today()
    renewed = set(
        Registration.objects.filter(
            person_id__in=[person for _, person, _ in some],
            fiscal_year__in={year + 1 for _, _, year in some},
            state__in=_RENEWED,
        ).values_list("person_id", "fiscal_year")
    )
    wanted = [pk for pk, person, year in some if (person, year + 1) not in renewed]
    rows = Registration.objects.select_for_update(of=("self",)).filter(
        pk__in=wanted, state=RegistrationState.APPROVED.value
    )
    due: list[tuple[Registration, int]] = []
    for row in rows.order_by("pk"):
        days = reminder_due(
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            reminded_on=None if row.reminded_at is None else clock.city_day(row.reminded_at),
            today=today,
        )
        if days is not None:
            row.reminded_at = clock.now()
            due.append((row, days))
    Registration.objects.bulk_update([row for row, _ in due], ["reminded_at"])
    record_all(
        [
            Happening(
                kind="registration.expiring",
                subject_kind=SUBJECT,
                subject_id=row.pk,
                after={**snapshot(row), "days_before": days},
            )
            for row, days in due
        ]
    )
    return len(due)
