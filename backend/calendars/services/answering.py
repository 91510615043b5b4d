"""Answers to invitations are read: who declines gives the desk or the day of telework up, as that person and once.

What came of a mail is written down in the transaction in which it counted, and only then is the mail put away: a mail
met again after a crash is put away and counts no more. Nothing is ever deleted.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import transaction

from audit.context import acting_as
from audit.services import record
from bookings.services.booking import cancel_booking
from calendars.mailbox import (
    Drawer,
    Mail,
    Mailbox,
    MailboxUnavailable,
    MalformedMail,
    NoReply,
    Reply,
    Says,
    Waiting,
    mail_in,
    message_id_of,
    reply_in,
)
from calendars.models import Invitation, ReadReply
from calendars.policies.answers import COUNTED, Invited, Outcome, is_vouched_for, not_heard
from core import clock
from core.refused import Refused
from people.models import Account, Person
from plans.policies.claims import BOOKING, TELEWORK
from telework.models import TeleworkRequest
from telework.policies.states import Actor, RequestState
from telework.services.requests import cancel_request, withdraw_request

logger = logging.getLogger(__name__)

_ANSWERS = {Says.ACCEPTED: "accepted", Says.TENTATIVE: "tentative", Says.DECLINED: "declined"}


def read_answers(mailbox: Mailbox) -> dict[Outcome, int]:
    """Read what waits; answers how many mails came to what. A mailbox that is away is read another time."""
    counts: dict[Outcome, int] = {}
    try:
        with mailbox.open() as folder:
            for waiting in folder.waiting():
                try:
                    outcome = hear_once(waiting)
                except Exception:  # one mail that nobody foresaw may not keep all behind it waiting
                    logger.exception("a mail is left where it is")
                    continue
                counts[outcome] = counts.get(outcome, 0) + 1
                folder.put_away(waiting.number, Drawer.READ if outcome in COUNTED else Drawer.LEFT)
    except MailboxUnavailable as trouble:
        logger.warning("answers wait: %s", trouble)
    return counts


def hear_once(waiting: Waiting) -> Outcome:
    """What came of a mail; of one that was heard before, what came of it then."""
    try:
        mail = mail_in(waiting.content)
        name = mail.message_id
    except MalformedMail as trouble:
        logger.info("a mail nobody can take apart: %s", trouble)
        mail, name = None, message_id_of(waiting.content)
    with transaction.atomic():
        _created, was_new = ReadReply.objects.get_or_create(
            message_id=name, defaults={"outcome": Outcome.NO_ANSWER.value, "read_at": clock.now()}
        )
        read = ReadReply.objects.select_for_update().get(message_id=name)
        if was_new:
            read.outcome = (Outcome.MALFORMED if mail is None else _hear(mail, waiting)).value
            read.save(update_fields=["outcome"])
    logger.info("answer %s: %s", name, read.outcome)
    return Outcome(read.outcome)


def _hear(mail: Mail, waiting: Waiting) -> Outcome:
    if mail.bounced:
        return Outcome.BOUNCED
    if not waiting.whole:
        return Outcome.TOO_LARGE
    if mail.automatic:
        return Outcome.AUTOMATIC
    if not mail.calendars:
        return Outcome.NO_ANSWER
    try:
        reply = reply_in(mail.calendars[0])
    except NoReply as trouble:
        logger.info("no answer: %s", trouble.reason)
        return Outcome.COUNTER if trouble.reason == "counter" else Outcome.MALFORMED
    return _answer(reply, mail)


def _answer(reply: Reply, mail: Mail) -> Outcome:
    invitation = Invitation.objects.select_for_update(of=("self",)).select_related("person").filter(uid=reply.uid)
    row = invitation.first()
    refused = not_heard(
        _invited(row) if row else None,
        sender=mail.sender,
        attendee=reply.attendee,
        sequence=reply.sequence,
        vouched_for=is_vouched_for(mail.vouched, settings.REPLIES["authserv"] if settings.REPLIES else ""),
    )
    if row is None or refused is not None:
        return refused or Outcome.UNKNOWN
    row.answer, row.answered_at = _ANSWERS[reply.says], clock.now()
    row.save(update_fields=["answer", "answered_at"])
    if reply.says is not Says.DECLINED:
        return Outcome.NOTED
    return _give_up(row)


def _give_up(row: Invitation) -> Outcome:
    """Let go of what was declined, as the person would on the screens. Who declined needs no mail that calls it off."""
    giving_up = _GIVES_UP.get(row.holder_kind)
    if giving_up is None:
        return Outcome.STAYS
    try:
        with _as_person(row.person), transaction.atomic():
            giving_up(row.holder_id)
            row.cancelled, row.due_at = True, None
            row.save(update_fields=["cancelled", "due_at"])
    except Refused as refused:
        _tell(row, "calendar.decline_refused", code=str(refused.code))
        return Outcome.REFUSED
    _tell(row, "calendar.declined")
    return Outcome.RELEASED


def _tell(row: Invitation, kind: str, **more: str) -> None:
    """So that the person hears of it, whoever wrote that mail."""
    record(
        kind=kind,
        subject_kind="person",
        subject_id=row.person_id,
        after={"person": row.person_id, "day": row.day.isoformat(), "holder": row.holder_kind, **more},
    )


def _cancel_booking(booking_id: int) -> None:
    cancel_booking(booking_id=booking_id)


def _end_telework(request_id: int) -> None:
    """Withdrawn while it waits, cancelled where it is approved: the state says which."""
    state = TeleworkRequest.objects.values_list("state", flat=True).get(pk=request_id)
    end = withdraw_request if state == RequestState.SUBMITTED.value else cancel_request
    end(request_id=request_id, actor=Actor.ONESELF)


_GIVES_UP: dict[str, Callable[[int], None]] = {BOOKING: _cancel_booking, TELEWORK: _end_telework}


@contextmanager
def _as_person(person: Person) -> Iterator[None]:
    account = Account.objects.filter(person=person).values_list("pk", flat=True).first()
    with acting_as(actor_id=account, actor_name=person.name, actor_person_id=person.pk, request_id="calendar-answer"):
        yield


def _invited(row: Invitation) -> Invited:
    today, person = clock.today(), row.person
    there = (person.active_from is None or person.active_from <= today) and (
        person.active_to is None or today <= person.active_to
    )
    return Invited(row.address, row.sequence, row.cancelled, person.mail, there)
