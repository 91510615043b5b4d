"""The report of each month, by mail to those who asked for it: each at most once.

A report is claimed and committed, then handed over. What the server refuses or defers was not sent, and the claim is
given back; where the connection breaks during the handover nobody knows, and it is not sent again.
"""

import logging
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from core import clock
from core.files import PDF, XLSX
from core.later import Later
from core.words import Language
from occupancy.files.report import report_content
from occupancy.mail import (
    EnclosedFile,
    Handover,
    Letter,
    LetterDeferred,
    LetterLost,
    LetterRefused,
    MailUnavailable,
    Post,
)
from occupancy.models import ReportSubscription
from occupancy.policies.letters import monthly_letter
from occupancy.policies.months import may_go, month_before
from occupancy.policies.periods import Period
from occupancy.policies.sources import PlaceKind, Source
from occupancy.selectors.report_days import report_days
from occupancy.selectors.reported import Reported, place_of
from occupancy.selectors.subscriptions import due_subscriptions

if TYPE_CHECKING:
    from occupancy.files import sheets, workbook
else:
    sheets, workbook = Later("occupancy.files.sheets"), Later("occupancy.files.workbook")

logger = logging.getLogger(__name__)


def send_monthly_reports(post: Post) -> int:
    """Send last month's reports that were not sent; answers how many left.

    They wait some days for facts that are missing or are of days that were not over. Where there are no facts at all
    nothing is sent.
    """
    period = month_before(clock.today())
    due = due_subscriptions(period.first)
    if not due:
        return 0
    days = report_days(period)
    unfinished = days.missing_days + int(days.provisional.sum())
    if not len(days) or not may_go(clock.today(), missing_days=unfinished):
        return 0
    sent = 0
    try:
        with post.open() as handover:
            for subscription_id in due:
                sent += _send(subscription_id, period, handover)
    except MailUnavailable as trouble:
        logger.warning("monthly reports wait: %s", trouble)
    return sent


def _send(subscription_id: int, period: Period, handover: Handover) -> bool:
    before = _claim(subscription_id, period.first)
    if before is None:
        return False
    subscription, sent_for = before
    try:
        letter = _letter(subscription, period)
    except Exception:
        # Nothing was handed over, and whatever it is, it is of this report alone: the others go.
        logger.exception("monthly report %s could not be made", subscription_id)
        _give_back(subscription_id, sent_for)
        return False
    try:
        handover.send(letter)
    except (LetterRefused, LetterDeferred) as trouble:
        logger.warning("monthly report %s was not taken: %s", subscription_id, trouble)
        _give_back(subscription_id, sent_for)
        return False
    except LetterLost as trouble:
        logger.warning("monthly report %s may not have arrived: %s", subscription_id, trouble)
        raise MailUnavailable(str(trouble)) from trouble
    except MailUnavailable:
        _give_back(subscription_id, sent_for)
        raise
    return True


@transaction.atomic
def _claim(subscription_id: int, month: date) -> tuple[ReportSubscription, date | None] | None:
    """The subscription and the month it was sent for before; None where somebody else sends it."""
    held = ReportSubscription.objects.select_for_update(of=("self",), skip_locked=True).select_related("person")
    free = held.filter(Q(sent_for__isnull=True) | Q(sent_for__lt=month), pk=subscription_id)
    subscription = free.first()
    if subscription is None:
        return None
    before = subscription.sent_for
    ReportSubscription.objects.filter(pk=subscription_id).update(sent_for=month)
    return subscription, before


def _give_back(subscription_id: int, sent_for: date | None) -> None:
    ReportSubscription.objects.filter(pk=subscription_id).update(sent_for=sent_for)


def _letter(subscription: ReportSubscription, period: Period) -> Letter:
    person = subscription.person
    language: Language = "en" if person.language == "en" else "ja"
    kind = PlaceKind.ALL if subscription.floor_id is None else PlaceKind.FLOOR
    place = place_of(kind, subscription.floor_id)
    if place is None:
        raise LetterRefused(f"floor {subscription.floor_id} is gone")
    content = report_content(Reported(period, place, Source.BOOKING), language, made_at=clock.now())
    text = monthly_letter(content, name=person.name, month=period.first, place=place.name, language=language)
    stem = f"occupancy-{period.first:%Y-%m}"
    return Letter(
        to=person.mail,
        subject=text.subject,
        body=text.body,
        key=f"occupancy-{subscription.pk}-{period.first:%Y-%m}",
        written_at=clock.now(),
        files=(
            EnclosedFile(f"{stem}.pdf", PDF, sheets.report_sheets(content)),
            EnclosedFile(f"{stem}.xlsx", XLSX, workbook.report_workbook(content)),
        ),
    )
