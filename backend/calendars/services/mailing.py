"""Invitations leave as mail: each at most once, and none is taken for sent before the server took it.

A mail is claimed and committed, handed over, and marked as sent. Where the connection breaks during the handover, or
the process dies, nobody knows whether it has left: the claim stays, and that number is never sent again. The next
change of the event is, with a higher one.
"""

import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction

from audit.backoff import wait_seconds
from calendars.ics import Method, invitation
from calendars.items import as_item
from calendars.mail import (
    CalendarPart,
    Handover,
    Letter,
    LetterDeferred,
    LetterLost,
    LetterRefused,
    MailUnavailable,
    Organizer,
    Post,
    organizer,
)
from calendars.models import Invitation
from calendars.policies.entries import EntryState
from calendars.policies.invitation_letters import Event, letter_of
from calendars.policies.wording import Wording
from calendars.selectors.invitations import due_invitations
from core import clock
from core.words import Language

logger = logging.getLogger(__name__)

MOST_AT_ONCE = 300
MOST_FOR_ONE = 10
"""Mails to one person in a minute: somebody who books fifty days gets fifty, within five minutes."""
CHOICES = "/calendar"


def send_due_invitations(post: Post) -> int:
    """Send what is due; answers how many left. A server that is away is left alone until the next call."""
    inviting, waiting = organizer(), _due()
    if not waiting or inviting is None:
        return 0
    try:
        with post.open() as handover:
            return sum(_send(invitation_id, inviting, handover) for invitation_id in waiting)
    except MailUnavailable as trouble:
        logger.warning("invitations wait: %s", trouble)
        return 0


def _due() -> Sequence[int]:
    rows = due_invitations(clock.now()).order_by("day", "pk").values_list("pk", "person_id")
    chosen, count = [], Counter[int]()
    for invitation_id, person_id in rows.iterator():
        count[person_id] += 1
        if count[person_id] <= MOST_FOR_ONE:
            chosen.append(invitation_id)
        if len(chosen) == MOST_AT_ONCE:
            break
    return chosen


def _send(invitation_id: int, inviting: Organizer, handover: Handover) -> int:
    row = _claim(invitation_id)
    if row is None:
        return 0
    claimed = Invitation.objects.filter(pk=row.pk, sequence=row.sequence)
    try:
        handover.send(_letter(row, inviting))
    except LetterRefused as trouble:
        claimed.update(due_at=None)
        logger.warning("invitation %s given up: %s", row.pk, trouble)
    except LetterDeferred as trouble:
        tries = min(row.tries + 1, 32_000)
        claimed.update(claimed_at=None, tries=tries, due_at=clock.now() + timedelta(seconds=wait_seconds(tries)))
        logger.info("invitation %s deferred: %s", row.pk, trouble)
    except LetterLost as trouble:
        logger.warning("invitation %s may not have arrived: %s", row.pk, trouble)
        raise MailUnavailable(str(trouble)) from trouble
    except MailUnavailable:
        claimed.update(claimed_at=None)
        raise
    else:
        Invitation.objects.filter(pk=row.pk).update(sent_at=clock.now())
        claimed.update(due_at=None)
        return 1
    return 0


@transaction.atomic
def _claim(invitation_id: int) -> Invitation | None:
    """The invitation, unless somebody else sends it or it is due no more."""
    due = due_invitations(clock.now()).select_for_update(skip_locked=True, of=("self",)).select_related("person")
    row = due.filter(pk=invitation_id).first()
    if row is not None:
        row.claimed_at = clock.now()
        row.save(update_fields=["claimed_at"])
    return row


def _letter(row: Invitation, inviting: Organizer) -> Letter:
    wording = _wording(row)
    language: Language = "en" if row.person.language == "en" else "ja"
    text = letter_of(
        Event(wording.summary, wording.location, wording.start, wording.end),
        name=row.person.name,
        called_off=row.cancelled,
        language=language,
        answers_are_read=inviting.reads_answers,
        choices=f"{settings.ADDRESS}{CHOICES}",
    )
    method = Method.CANCEL if row.cancelled else Method.REQUEST
    item = as_item(wording, uid=row.uid, sequence=row.sequence, modified_at=clock.now())
    calendar = invitation(
        item,
        method=method,
        organizer=inviting.address,
        attendee=row.address,
        name=row.person.name,
        wants_answer=inviting.reads_answers,
    )
    return Letter(
        to=row.address,
        subject=text.subject,
        body=text.body,
        key=f"invitation-{row.pk}-{row.sequence}",
        written_at=clock.now(),
        calendar=CalendarPart(method.value, calendar.decode(), inviting.address),
    )


def _wording(row: Invitation) -> Wording:
    """What the row says, read back; a day has ten characters and an instant more."""
    said = {**row.said, "status": EntryState(row.said["status"])}
    wording = Wording(**{**said, "start": _moment(said["start"]), "end": _moment(said["end"])})
    return replace(wording, status=EntryState.CANCELLED) if row.cancelled else wording


def _moment(text: str) -> datetime | date:
    if len(text) == len("2026-11-30"):
        return date.fromisoformat(text)
    return datetime.fromisoformat(text).astimezone(clock.city_zone())
