"""Takes passages over from files of the gate system."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from audit.context import acting_as
from gates.gate_log import GateLogUnreadable
from gates.services.import_report import GateLogReport
from gates.services.passages_import import import_gate_log

SHOWN_FAULTS = 20


class Command(BaseCommand):
    """`manage.py import_gate_log <file> …`: CSV in UTF-8 or CP932, plain or packed by gzip."""

    help = "Takes passages over from gate logs: each file whole or not at all, and no passage twice."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", type=Path, nargs="+")

    def handle(self, *args: Any, **options: Any) -> None:
        unreadable: list[str] = []
        for file in options["files"]:
            try:
                with acting_as(actor_name="import_gate_log"):
                    self._say(import_gate_log(file=file))
            except GateLogUnreadable as error:
                unreadable.append(str(error))
        if unreadable:
            raise CommandError("Nothing was taken from: " + "; ".join(unreadable))

    def _say(self, report: GateLogReport) -> None:
        for fault in report.faulty[:SHOWN_FAULTS]:
            self.stderr.write(f"{report.file}:{fault.line}: {fault.reason}: {fault.text}")
        if (more := len(report.faulty) - SHOWN_FAULTS) > 0:
            self.stderr.write(f"{report.file}: {more} more lines make no sense")
        self.stdout.write(
            f"{report.file}: {report.read} lines; new: {report.new}, already there: {report.doubles}, "
            f"unknown cards: {report.unknown} of {len(report.unknown_cards)} cards, "
            f"times to come: {report.future}, faulty: {len(report.faulty)}"
        )
