"""Takes the log of terminals over from files."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from audit.context import acting_as
from core.words import Language
from telework.services.device_logs import DeviceLogReport, import_device_log
from telework.words.work import log_mistake_words

SHOWN_MISTAKES = 50


class Command(BaseCommand):
    """`manage.py import_device_log <file> …`: CSV in UTF-8 or CP932; see docs/operations.md."""

    help = "Takes logs of terminals over: each file whole or not at all, and nothing twice."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", type=Path, nargs="+")
        parser.add_argument("--language", choices=["ja", "en"], default="ja")

    def handle(self, *args: Any, **options: Any) -> None:
        left: list[str] = []
        for file in options["files"]:
            try:
                content = file.read_bytes()
            except OSError as error:
                left.append(f"{file}: {error.strerror}")
                continue
            with acting_as(actor_name="import_device_log"):
                report = import_device_log(file=file.name, content=content)
            self._say(report, options["language"])
            if report.mistakes:
                left.append(f"{file}: {len(report.mistakes)}")
        if left:
            raise CommandError("Nothing was taken from: " + "; ".join(left))

    def _say(self, report: DeviceLogReport, language: Language) -> None:
        for mistake in report.mistakes[:SHOWN_MISTAKES]:
            self.stderr.write(f"{report.file}:{mistake.line}: {log_mistake_words(mistake, language)}")
        if (more := len(report.mistakes) - SHOWN_MISTAKES) > 0:
            self.stderr.write(f"{report.file}: {more} more mistakes")
        self.stdout.write(
            f"{report.file}: {report.read} lines; stored: {report.stored}, already there: {report.known}, "
            f"mistakes: {len(report.mistakes)}"
        )
