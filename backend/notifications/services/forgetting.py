"""Notices are kept for a time."""

from datetime import timedelta

from django.conf import settings

from core import clock
from notifications.models import Notice


def forget_old_notices() -> int:
    """Delete notices older than the setting KYOSEKI_NOTICES_KEPT_DAYS, read or not; answers how many."""
    before = clock.now() - timedelta(days=settings.NOTICES_KEPT_DAYS)
    deleted, _ = Notice.objects.filter(created_at__lt=before).delete()
    return deleted
