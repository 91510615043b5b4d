"""Reads the configured directory and brings people up to it, now."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from audit.context import acting_as
from core.refused import Refused
from core.words import sentence
from directory.management.printing import held_sentence, lines_of
from directory.policies.runs import RunPurpose, RunState
from directory.services.configured import run_configured
from directory.services.file_import import words_of


class Command(BaseCommand):
    """`manage.py sync_directory [--dry-run] [--confirm]`: ends with 1 where nothing was done that should have been."""

    help = "Reads the directory that KYOSEKI_DIRECTORY names and brings people up to it: all or nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
        parser.add_argument(
            "--confirm", action="store_true", help="also where it ends more people or departments than a run may"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        purpose = RunPurpose.PREVIEW if options["dry_run"] else RunPurpose.SYNC
        try:
            with acting_as(actor_name="sync_directory"):
                run = run_configured(purpose=purpose, confirmed=options["confirm"])
        except Refused as refused:
            raise CommandError(sentence(refused.code, "en")) from refused
        if run.state == RunState.FAILED:
            raise CommandError(f"Nothing was changed. {words_of(run)}")
        for line in lines_of(run, every=options["verbosity"] > 1 or options["dry_run"]):
            self.stdout.write(line)
        if run.state == RunState.HELD:
            raise CommandError(f"{held_sentence(run)} If that is right, add --confirm, or confirm it on the screen.")
