"""What is asked and answered about calendars of the city."""

from collections.abc import Iterable
from typing import Any

from rest_framework import serializers

from calendars.policies.city_entries import Holds
from calendars.services.city_calendars import CityReading
from plans.policies.city_calendar import CityEntry

Values = serializers.Serializer[Any]
CITY_HOLDS = [holds.value for holds in Holds]
LONGEST_ADDRESS = 500


class CityCalendarSerializer(Values):
    """`trouble`: why it could not be read last, as of a linked calendar, or `malformed`; empty while all is well."""

    id = serializers.IntegerField(read_only=True)
    address = serializers.CharField(max_length=LONGEST_ADDRESS)
    holds = serializers.ChoiceField(choices=CITY_HOLDS)
    trouble = serializers.CharField(read_only=True)
    troubled_since = serializers.DateTimeField(read_only=True, allow_null=True)
    read_at = serializers.DateTimeField(read_only=True, allow_null=True)
    added_at = serializers.DateTimeField(read_only=True)


class CityReadSerializer(Values):
    dry_run = serializers.BooleanField(required=False, default=False, help_text="only say what would change")


class CityFileSerializer(Values):
    """A file of a calendar (iCalendar, RFC 5545)."""

    file = serializers.FileField(allow_empty_file=True)
    holds = serializers.ChoiceField(choices=CITY_HOLDS)
    dry_run = serializers.BooleanField(required=False, default=False)


class CityEntrySerializer(Values):
    name = serializers.CharField()
    first_day = serializers.DateField()
    last_day = serializers.DateField(help_text="included")


class MalformedLineSerializer(Values):
    line = serializers.IntegerField(help_text="from 1")
    reason = serializers.CharField()


class CityReadingSerializer(Values):
    """With a malformed line nothing is changed, and the entries say what would have been."""

    applied = serializers.BooleanField()
    new = CityEntrySerializer(many=True)
    changed = CityEntrySerializer(many=True, help_text="as they are now")
    gone = CityEntrySerializer(many=True, help_text="that an earlier reading brought")
    kept = CityEntrySerializer(many=True, help_text="that stand by hand already, and stay as they are")
    left_out = CityEntrySerializer(many=True, help_text="that take no whole day, and so close none")
    malformed = MalformedLineSerializer(many=True)


def reading_shape(reading: CityReading) -> dict[str, Any]:
    """The answer's members."""
    follows = reading.follows
    return {
        "applied": reading.applied,
        "new": _entries(follows.new),
        "changed": _entries(entry for _, entry in follows.changed),
        "gone": _entries(one.entry for one in follows.gone),
        "kept": _entries(follows.kept),
        "left_out": _entries(reading.left_out),
        "malformed": [{"line": one.line, "reason": one.reason} for one in reading.malformed],
    }


def _entries(entries: Iterable[CityEntry]) -> list[dict[str, Any]]:
    return [{"name": one.name, "first_day": one.first_day, "last_day": one.last_day} for one in entries]
