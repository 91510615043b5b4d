"""Writes the copy of the roster on this machine."""

from typing import Any

from django.core.management.base import BaseCommand

from roster.services.copy_keeping import keep_copy
from roster.services.journal_merging import merge_journal
from roster.standby.folder import folder
from roster.standby.last_copy import COPY


class Command(BaseCommand):
    """`manage.py keep_roster_copy`: what the worker does every minute; for server machines without a worker."""

    help = "Merges the journal of the roster and writes its copy into the folder of KYOSEKI_ROSTER_COPY."

    def handle(self, *args: Any, **options: Any) -> None:
        merged = merge_journal()
        keep_copy()
        self.stdout.write(f"{folder() / COPY} is written; {merged} entries of the journal were merged.")
