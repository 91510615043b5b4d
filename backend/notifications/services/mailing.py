"""Notices leave as mail: each at most once, and none before the server took it (docs/decisions/0026).

A mail is claimed and committed, handed over, and marked as sent. What the server refuses or defers was not sent, and
says so: the claim is given back. Where the connection breaks during the handover, or the process dies, nobody knows
whether the mail has left; then the claim stays and the mail is not sent again. The notice in the product tells it.
"""

import logging
from collections.abc import Sequence
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from audit.backoff import wait_seconds
from core import clock
from core.words import Language
from notifications.mail import Handover, Letter, LetterDeferred, LetterLost, LetterRefused, MailUnavailable, Post
from notifications.models import Notice
from notifications.policies.kinds import kind_named
from notifications.policies.letters import Told, mail_of_many, mail_of_one
from notifications.selectors.outgoing import due_mails, read_before_their_digest

logger = logging.getLogger(__name__)


def send_due_mail(post: Post) -> int:
    """Send every mail that is due; answers how many left. A server that is away is left alone until the next call."""
    read_before_their_digest().update(mail_due_at=None)
    waiting = due_mails(clock.now())
    if not waiting:
        return 0
    try:
        with post.open() as handover:
            return sum(_send(notice_ids, handover) for notice_ids in waiting)
    except MailUnavailable as trouble:
        logger.warning("mail waits: %s", trouble)
        return 0


def _send(notice_ids: Sequence[int], handover: Handover) -> int:
    notices = _claim(notice_ids)
    if not notices:
        return 0
    try:
        handover.send(_letter(notices))
    except LetterRefused as trouble:
        _rows(notices).update(mail_due_at=None, mail_claimed_at=None)
        logger.warning("mail of notice %s given up: %s", notices[0].pk, trouble)
    except LetterDeferred as trouble:
        _let_wait(notices)
        logger.info("mail of notice %s deferred: %s", notices[0].pk, trouble)
    except LetterLost as trouble:
        logger.warning("mail of notice %s may not have arrived: %s", notices[0].pk, trouble)
        raise MailUnavailable(str(trouble)) from trouble
    except MailUnavailable:
        _rows(notices).update(mail_claimed_at=None)
        raise
    else:
        _rows(notices).update(mail_sent_at=clock.now())
        return 1
    return 0


@transaction.atomic
def _claim(notice_ids: Sequence[int]) -> list[Notice]:
    """Those of the notices that nobody else is about to send, claimed; empty when there is none."""
    rows = Notice.objects.filter(pk__in=notice_ids, mail_claimed_at__isnull=True, mail_due_at__lte=clock.now())
    notices = list(rows.select_related("person").select_for_update(skip_locked=True, of=("self",)).order_by("pk"))
    unknown = [notice.pk for notice in notices if kind_named(notice.kind) is None]
    Notice.objects.filter(pk__in=unknown).update(mail_due_at=None)
    notices = [notice for notice in notices if notice.pk not in unknown]
    _rows(notices).update(mail_claimed_at=clock.now())
    return notices


def _let_wait(notices: Sequence[Notice]) -> None:
    tries = notices[0].mail_tries + 1
    due = clock.now() + timedelta(seconds=wait_seconds(tries))
    _rows(notices).update(mail_claimed_at=None, mail_tries=min(tries, 32_000), mail_due_at=due)


def _letter(notices: Sequence[Notice]) -> Letter:
    first, last, person = notices[0], notices[-1], notices[0].person
    language: Language = "en" if person.language == "en" else "ja"
    told = [Told(notice.kind, notice.facts, notice.link) for notice in notices]
    if len(told) == 1:
        text = mail_of_one(
            told[0], name=person.name, language=language, address=settings.ADDRESS, zone=clock.city_zone()
        )
    else:
        text = mail_of_many(told, name=person.name, language=language, address=settings.ADDRESS, zone=clock.city_zone())
    key = f"notice-{first.pk}" if first is last else f"notices-{first.pk}-{last.pk}"
    return Letter(to=person.mail, subject=text.subject, body=text.body, key=key, written_at=clock.now())


def _rows(notices: Sequence[Notice]) -> "QuerySet[Notice]":
    return Notice.objects.filter(pk__in=[notice.pk for notice in notices])
