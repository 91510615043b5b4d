"""Notices, and when each person wants them by mail."""

from notifications.models.mail_choice import MailChoice
from notifications.models.notice import ONE_NOTICE_PER_EVENT, Notice

__all__ = ["ONE_NOTICE_PER_EVENT", "MailChoice", "Notice"]
