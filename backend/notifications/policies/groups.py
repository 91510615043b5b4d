"""Notices come in groups, for which a person chooses when they are mailed too."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum


class NoticeGroup(StrEnum):
    """What a notice is about, as people choose among mails."""

    BOOKINGS = "bookings"
    OFFERS = "offers"
    MOVES = "moves"
    SECTION = "section"
    TELEWORK = "telework"
    APPROVALS = "approvals"
    PRIVACY = "privacy"


class MailWhen(StrEnum):
    """When a notice is mailed: as it is written, with the others of the day, or not at all."""

    AT_ONCE = "at_once"
    DAILY = "daily"
    NEVER = "never"


USUAL_MAIL: Mapping[NoticeGroup, MailWhen] = {
    NoticeGroup.BOOKINGS: MailWhen.AT_ONCE,
    NoticeGroup.OFFERS: MailWhen.AT_ONCE,
    NoticeGroup.MOVES: MailWhen.AT_ONCE,
    NoticeGroup.SECTION: MailWhen.DAILY,
    NoticeGroup.TELEWORK: MailWhen.AT_ONCE,
    NoticeGroup.APPROVALS: MailWhen.AT_ONCE,
    NoticeGroup.PRIVACY: MailWhen.DAILY,
}
"""What holds for whoever has chosen nothing."""


def mail_due_at(when: MailWhen, *, urgent: bool, now: datetime, digest_hour: int) -> datetime | None:
    """The instant from which the mail may leave, or None for no mail.

    `now` is in the city's zone and `digest_hour` (0 to 23) by its clocks. What is urgent does not wait for the digest;
    who wants no mail gets none even then.
    """
    if when is MailWhen.NEVER:
        return None
    if urgent or when is MailWhen.AT_ONCE:
        return now
    digest = now.replace(hour=digest_hour, minute=0, second=0, microsecond=0)
    return digest if now < digest else digest + timedelta(days=1)
