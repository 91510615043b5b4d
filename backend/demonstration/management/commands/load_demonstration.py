"""`manage.py load_demonstration`: the fictional city hall, and what its staff have booked."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from demonstration.services.hall import load_hall

HALL = Path(__file__).resolve().parents[4] / "demonstration" / "hall"


class Command(BaseCommand):
    """Refused where real people work: its accounts have a known password."""

    help = "Load the fictional city hall once, and fill its coming days. Cheap when everything is there."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, nargs="?", default=HALL)
        parser.add_argument("--without-days", action="store_true", help="the hall alone, in which nobody has booked")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMONSTRATION:
            raise CommandError("The demonstration hall is loaded only where KYOSEKI_DEMONSTRATION=1 is set.")
        folder: Path = options["folder"]
        if not (folder / "directory.ldif").is_file():
            raise CommandError(f"There is no demonstration hall in {folder}.")
        loaded = load_hall(folder, days=not options["without_days"])
        if loaded.hall:
            self.stdout.write("The demonstration city hall is loaded. Everything and everybody in it is fictional.")
        if loaded.bookings_made:
            self.stdout.write(f"{loaded.bookings_made} fictional bookings made for past and coming days.")
