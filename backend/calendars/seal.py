"""What calendars keep sealed: the secrets of feeds and the passwords of linked calendars."""

from django.conf import settings

from core.sealing import Seal

PURPOSE = "kyoseki: calendars"


def calendar_seal() -> Seal:
    """Seals with the present key of the settings and opens with the old ones too."""
    return Seal(settings.CALENDAR_KEYS, purpose=PURPOSE)
