"""Takes passages over from files of the gate system."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from audit.context import acting_as
from core.refused import Refused
from core.words import sentence
from gates.gate_log import GateLogUnreadable
from gates.models import GateLogFile
from gates.policies.file_states import FileState
from gates.services.passages_import import import_gate_log

SHOWN_FAULTS = 20


class Command(BaseCommand):
    """`manage.py import_gate_log <file> …`: CSV in UTF-8 or CP932, plain or packed by gzip.

    Killed in the middle, the same command goes on where it was.
    """

    help = "Takes passages over from gate logs: each file whole or not at all, and no passage twice."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", type=Path, nargs="+")

    def handle(self, *args: Any, **options: Any) -> None:
        not_taken: list[str] = []
        for path in options["files"]:
            try:
                with acting_as(actor_name="import_gate_log"):
                    received = import_gate_log(file=path)
            except GateLogUnreadable as error:
                not_taken.append(str(error))
            except Refused as refused:
                not_taken.append(f"{path}: {sentence(refused.code, 'en')}")
            else:
                self._say(received.file, known=received.known)
        if not_taken:
            raise CommandError("Nothing was taken from: " + "; ".join(not_taken))

    def _say(self, file: GateLogFile, *, known: bool) -> None:
        if known:
            self.stdout.write(
                f"{file.name}: this content was taken over at {file.finished_at:%Y-%m-%d %H:%M} UTC already"
            )
            return
        if file.state == FileState.CANCELLED.value:
            self.stdout.write(f"{file.name}: cancelled at line {file.line}; nothing was taken this time")
            return
        for fault in file.faults[:SHOWN_FAULTS]:
            self.stderr.write(f"{file.name}:{fault['line']}: {fault['code']}: {fault['text']}")
        if (more := file.faulty + file.future - SHOWN_FAULTS) > 0:
            self.stderr.write(f"{file.name}: {more} more lines were left out")
        cards = file.unknown_cards.values("card").distinct().count()
        skipped = f" after {file.skipped_lines} known ones" if file.skipped_lines else ""
        self.stdout.write(
            f"{file.name}: {file.read} lines{skipped}; new: {file.new}, already there: {file.doubles}, "
            f"unknown cards: {file.unknown} of {cards} cards, times to come: {file.future}, faulty: {file.faulty}"
        )
