"""`manage.py build_occupancy --from 2026-10-01 --to 2026-10-31`: facts of days, built now."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from audit.context import acting_as
from core import clock
from occupancy.services.building import build_days


class Command(BaseCommand):
    """Sealed days are passed over. Broken off, it leaves every day whole: as it was, or as it is now."""

    help = "Build the facts of occupancy for a period, both days included."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--from", dest="first", type=date.fromisoformat, required=True, help="YYYY-MM-DD")
        parser.add_argument("--to", dest="last", type=date.fromisoformat, required=True, help="YYYY-MM-DD")

    def handle(self, *args: Any, **options: Any) -> None:
        first: date = options["first"]
        last: date = options["last"]
        if not first <= last <= clock.today():
            raise CommandError("--from has to be a day not after --to, and --to not after today.")
        built = changed = 0
        with acting_as(actor_name="build_occupancy"):
            for day in build_days(first, last):
                built += 1
                changed += day.changed
                if options["verbosity"] > 1:
                    self.stdout.write(f"{day.day}: {'changed' if day.changed else 'the same'}")
        self.stdout.write(f"{built} days built, {changed} of them changed.")
