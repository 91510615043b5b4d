"""Takes departments and people over from a directory in a file."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from audit.context import acting_as
from core.refused import Refused
from directory.management.printing import held_sentence, lines_of
from directory.policies.limits import Limits
from directory.policies.runs import RunState
from directory.services.file_import import NotImported, import_people
from directory.source import DirectoryFaulty, directory_in_file


class Command(BaseCommand):
    """`manage.py import_people <file> [--dry-run] [--confirm] [--since YYYY-MM-DD]`."""

    help = "Takes departments and people over from an LDIF file or CSV: all or nothing, and nothing twice."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
        parser.add_argument(
            "--confirm", action="store_true", help="also where it ends more people or departments than a run may"
        )
        parser.add_argument(
            "--since", type=date.fromisoformat, help="first day of the posts of new people; default: today, or 1 April"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        dry_run = options["dry_run"]
        try:
            with acting_as(actor_name="import_people"):
                run = import_people(
                    directory=directory_in_file(options["file"]),
                    since=options["since"],
                    dry_run=dry_run,
                    limits=None if options["confirm"] else Limits(),
                )
        except (NotImported, DirectoryFaulty) as error:
            raise CommandError(f"Nothing was imported. {error}") from error
        except Refused as error:
            raise CommandError("Nothing was imported. Another run of the directory is going on.") from error
        for line in lines_of(run, every=options["verbosity"] > 1 or dry_run):
            self.stdout.write(line)
        if run.state == RunState.HELD:
            raise CommandError(f"Nothing was imported. {held_sentence(run)} If that is right, add --confirm.")
