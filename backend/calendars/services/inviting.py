"""Whoever wants it is told of the own days by mail: what is to be told is found by comparing, and sent by the clock.

Nothing is sent here. Somebody who chooses these mails off gets no more of them, also none that calls off what was sent:
those events are in a calendar of theirs and still true. Chosen again, only what differs by then is told.
"""

import secrets
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction

from calendars.mail import organizer
from calendars.models import CalendarChoices, Invitation
from calendars.policies.chosen import Chosen
from calendars.policies.entries import UID_WORDS, Entry, chosen_of
from calendars.policies.inviting import DAYS_AHEAD, Standing, Step, Wanted, next_sequence, step_of
from calendars.policies.wording import Wording, wording_of
from calendars.selectors.choices import choices_of
from calendars.selectors.entries import entries_of
from core import clock
from people.models import Person

PEOPLE_AT_ONCE = 200
TOKEN_BYTES = 8
_Named = tuple[str, int]


def look_at_everybody() -> None:
    """Compare for everybody who wants mail: days come into sight, and whatever was missed is found."""
    wanted = CalendarChoices.objects.filter(by_mail=True).order_by("person_id").values_list("person_id", flat=True)
    ids = list(wanted)
    for start in range(0, len(ids), PEOPLE_AT_ONCE):
        look_at(ids[start : start + PEOPLE_AT_ONCE])


def look_at(person_ids: Collection[int]) -> None:
    """Compare what these people were told with their days as they are; what differs is due to be told."""
    if organizer() is None or not person_ids:
        return
    choices = choices_of(person_ids)
    _let_be([person_id for person_id, chosen in choices.items() if not chosen.by_mail])
    today = clock.today()
    wanting = [person_id for person_id, chosen in choices.items() if chosen.by_mail]
    there = Person.objects.filter(pk__in=wanting).exclude(mail="").exclude(active_to__lt=today)
    for person in there.order_by("pk"):
        _compare(person, choices[person.pk])


def _let_be(person_ids: Collection[int]) -> None:
    Invitation.objects.filter(person_id__in=person_ids, due_at__isnull=False, claimed_at__isnull=True).update(
        due_at=None
    )


@transaction.atomic
def _compare(person: Person, chosen: Chosen) -> None:
    """One look at a person at a time: the row of the choices is the lock."""
    CalendarChoices.objects.select_for_update().get(person=person)
    today = clock.today()
    last = today + timedelta(days=DAYS_AHEAD)
    entries = {_named(one): one for one in chosen_of(entries_of([person.pk], today, last)[person.pk], chosen)}
    rows = {
        (UID_WORDS[row.holder_kind], row.holder_id): row for row in _rows(person, entries.values()).select_for_update()
    }
    for named, entry in entries.items():
        _tell(person, rows.get(named), entry, wording_of(entry, chosen))
    for named, row in rows.items():
        if named not in entries and row.day >= today:
            _call_off(row)


def _rows(person: Person, entries: Iterable[Entry]) -> Any:
    held = [entry.holder_id for entry in entries]
    mine = Invitation.objects.filter(person=person)
    return mine.filter(day__gte=clock.today()) | mine.filter(holder_id__in=held)


def _tell(person: Person, row: Invitation | None, entry: Entry, wording: Wording) -> None:
    wanted = Wanted(wording.digest, entry.sequence, begun=entry.start <= clock.now())
    standing = _standing(row, person) if row else None
    if step_of(standing, wanted) is not Step.TELL:
        return
    row = row or Invitation(person=person, uid=_uid(entry), holder_kind=entry.holder_kind, holder_id=entry.holder_id)
    row.sequence = next_sequence(standing, wanted)
    row.day, row.digest, row.said = entry.day, wording.digest, _said(wording)
    row.cancelled, row.address, row.answer = False, person.mail, ""
    _make_due(row)


def _call_off(row: Invitation) -> None:
    standing = _standing(row, row.person)
    step = step_of(standing, None)
    if step is Step.NOTHING:
        return
    row.cancelled = True
    if step is Step.FORGET:
        row.due_at = None
        row.save()
        return
    row.sequence = next_sequence(standing, None)
    _make_due(row)


def _make_due(row: Invitation) -> None:
    """A mail that was claimed and never came back may have left, so it counts as sent."""
    row.sent_at = row.sent_at or row.claimed_at
    row.due_at, row.claimed_at, row.tries = clock.now(), None, 0
    row.save()


def _standing(row: Invitation, person: Person) -> Standing:
    return Standing(
        digest=row.digest,
        sequence=row.sequence,
        cancelled=row.cancelled,
        told=row.sent_at is not None or row.claimed_at is not None,
        due=row.due_at is not None,
        same_address=row.address == person.mail,
    )


def _named(entry: Entry) -> _Named:
    return UID_WORDS[entry.holder_kind], entry.holder_id


def _uid(entry: Entry) -> str:
    """The entry's own, with what nobody can know who did not get the mail."""
    word = UID_WORDS[entry.holder_kind]
    return f"{word}-{entry.holder_id}-{secrets.token_hex(TOKEN_BYTES)}@{settings.CALENDAR['domain']}"


def _said(wording: Wording) -> Mapping[str, Any]:
    said = asdict(wording)
    return {**said, "start": wording.start.isoformat(), "end": wording.end.isoformat()}
