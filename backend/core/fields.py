"""Fields of requests that every app reads alike: days, clock times, ids."""

import re
from datetime import date, datetime, time
from typing import Any

from django.utils.dateparse import parse_datetime
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

FIRST_DAY = date(2000, 1, 1)
LAST_DAY = date(2099, 12, 31)
LARGEST_ID = 2**63 - 1
LONGEST_WHEN = 40
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)


class DayField(serializers.DateField):
    """A day as YYYY-MM-DD, from 2000 to 2099: what the calendar of 祝日 and any record of a hall can cover."""

    default_error_messages = {  # Django REST Framework's own convention
        "form": "YYYY-MM-DD",
        "range": f"{FIRST_DAY.isoformat()} … {LAST_DAY.isoformat()}",
    }

    def to_internal_value(self, value: Any) -> date:
        if not isinstance(value, str) or not _DAY.fullmatch(value):
            self.fail("form")
        day: date = super().to_internal_value(value)
        if not FIRST_DAY <= day <= LAST_DAY:
            self.fail("range")
        return day


class IdField(serializers.IntegerField):
    """An id: a whole number that a 64-bit column holds. Text and true are not numbers here."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=1, max_value=LARGEST_ID, **kwargs)

    def to_internal_value(self, data: Any) -> int:
        if isinstance(data, bool) or not isinstance(data, int):
            self.fail("invalid")
        number: int = super().to_internal_value(data)
        return number


@extend_schema_field({"type": "string", "maxLength": LONGEST_WHEN})
class WhenField(serializers.Field[Any, Any, Any, Any]):
    """A clock time of the city as HH:MM, or an instant as ISO 8601 with an offset."""

    default_error_messages = {
        "form": "HH:MM, or ISO 8601 with an offset",
    }

    def to_internal_value(self, data: Any) -> time | datetime:
        if not isinstance(data, str) or not data.isascii() or len(data) > LONGEST_WHEN:
            self.fail("form")
        if found := _CLOCK.fullmatch(data):
            return time(int(found[1]), int(found[2]))
        try:
            instant = parse_datetime(data)
        except ValueError:
            instant = None
        if instant is None or instant.tzinfo is None or not FIRST_DAY.year <= instant.year <= LAST_DAY.year:
            self.fail("form")
        return instant

    def to_representation(self, value: time | datetime) -> str:
        return value.isoformat()


class InstantField(WhenField):
    """An instant as ISO 8601 with an offset; a clock time alone would leave its day to be guessed."""

    default_error_messages = {
        "form": "ISO 8601 with an offset",
    }

    def to_internal_value(self, data: Any) -> datetime:
        found = super().to_internal_value(data)
        if not isinstance(found, datetime):
            self.fail("form")
        return found
