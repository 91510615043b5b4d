"""Takes closing days or events over from a file of a calendar."""

from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from audit.context import acting_as
from calendars.policies.city_entries import Holds
from calendars.services.city_calendars import import_city_file
from core.refused import Refused
from core.words import sentence
from plans.policies.city_calendar import CityEntry


class Command(BaseCommand):
    """`manage.py import_city_calendar <file> --holds closing_days|events [--dry-run]`."""

    help = "Takes the city's closing days or events over from an iCalendar file: whole, or not at all."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--holds", required=True, choices=[holds.value for holds in Holds])
        parser.add_argument("--dry-run", action="store_true", help="only say what would change")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            content = options["file"].read_bytes()
        except OSError as error:
            raise CommandError(str(error)) from error
        try:
            with acting_as(actor_name="import_city_calendar"):
                reading = import_city_file(content=content, holds=Holds(options["holds"]), dry_run=options["dry_run"])
        except Refused as refused:
            raise CommandError(sentence(refused.code, "en")) from refused
        follows = reading.follows
        self._tell("+", follows.new)
        self._tell("~", (entry for _, entry in follows.changed))
        self._tell("-", (one.entry for one in follows.gone))
        self._tell("= by hand", follows.kept)
        self._tell("! no whole day", reading.left_out)
        if reading.malformed:
            lines = "\n".join(f"  line {one.line}: {one.reason}" for one in reading.malformed)
            raise CommandError(f"Nothing was changed: the file has lines that cannot be read.\n{lines}")
        counts = f"{len(follows.new)} new, {len(follows.changed)} changed, {len(follows.gone)} gone"
        self.stdout.write(counts if reading.applied else f"{counts}; nothing was changed (--dry-run)")

    def _tell(self, sign: str, entries: Iterable[CityEntry]) -> None:
        for one in entries:
            days = f"{one.first_day}" if one.first_day == one.last_day else f"{one.first_day} – {one.last_day}"
            self.stdout.write(f"{sign} {days} {one.name}")
