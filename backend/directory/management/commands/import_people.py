"""Takes departments and people over from a directory in an LDIF file."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from audit.context import acting_as
from directory.services.import_report import ImportReport
from directory.services.people_import import import_people
from directory.source import DirectoryFaulty, DirectoryUnavailable, directory_in_file


class Command(BaseCommand):
    """`manage.py import_people <file.ldif> [--dry-run] [--since YYYY-MM-DD]`."""

    help = "Takes departments and people over from an LDIF file: all or nothing, and nothing twice."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
        parser.add_argument(
            "--since", type=date.fromisoformat, help="first day of the posts of new people; default: 1 April"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with acting_as(actor_name="import_people"):
                report = import_people(
                    directory=directory_in_file(options["file"]), since=options["since"], dry_run=options["dry_run"]
                )
        except (DirectoryUnavailable, DirectoryFaulty) as error:
            raise CommandError(f"Nothing was imported. {error}") from error
        self._say(report, dry_run=options["dry_run"], every=options["verbosity"] > 1 or options["dry_run"])

    def _say(self, report: ImportReport, *, dry_run: bool, every: bool) -> None:
        if every:
            for change in report.changes:
                self.stdout.write(str(change))
        counts = ", ".join(f"{kind}: {count}" for kind, count in report.counts().items()) or "no change"
        self.stdout.write(f"{'Would change' if dry_run else 'Changed'} — {counts}.")
