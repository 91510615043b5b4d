"""Tries the configured directory step by step, and changes nothing."""

from dataclasses import fields
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from directory.finding_words import finding_sentence
from directory.management.checking import ADVICE, STEPS
from directory.source import (
    DirectoryFaulty,
    DirectoryUnavailable,
    Roll,
    configured_directory,
    directory_settings,
)


class Command(BaseCommand):
    """`manage.py check_directory`: says each step that worked; ends with 1 at the first that does not."""

    help = "Tries the directory that KYOSEKI_DIRECTORY names, step by step, and changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        given = directory_settings()
        if given is None:
            raise CommandError("No directory is configured: KYOSEKI_DIRECTORY names no file.")
        self.stdout.write(f"{given.kind.value} {given.name}, preset {given.preset.value}")
        if given.servers and not given.check_certificate:
            self.stdout.write("  !  check_certificate is false: nobody proves who the server is.")
        try:
            directory = configured_directory(self._step)
            roll = directory.read() if directory else Roll((), (), ())
        except DirectoryUnavailable as error:
            raise CommandError(f"{error}\n{ADVICE[error.trouble]}") from error
        except DirectoryFaulty as error:
            raise CommandError(f"{error}. Look at the bases, filters and attributes of the settings.") from error
        self._tell(roll)
        if not roll.people:
            raise CommandError("Of nobody does the entry make sense: look at [people.attributes].")

    def _step(self, done: str, which: str) -> None:
        self.stdout.write(f"  ok {STEPS[done].format(which or 'nobody in particular')}")

    def _tell(self, roll: Roll) -> None:
        self.stdout.write(
            f"  ok {len(roll.departments)} departments, {len(roll.people)} people and {len(roll.posts)} concurrent "
            "posts make sense"
        )
        for what, first in (("department", roll.departments[:1]), ("person", roll.people[:1])):
            for one in first:
                self.stdout.write(f"The first {what}:")
                for field in fields(one):
                    value = getattr(one, field.name)
                    self.stdout.write(f"  {field.name:20} {'–' if value in {'', None} else value}")
        for finding in roll.findings:
            consequence = "" if finding.warns else " (kept as known)"
            self.stdout.write(f"  !  {finding_sentence(finding, 'en')}{consequence}")
        self.stdout.write(f"{len(roll.findings)} findings.")
