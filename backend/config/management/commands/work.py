"""`manage.py work [outside|heavy]`: a worker of the background jobs."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from procrastinate.contrib.django import app

from core.queues import APART, HEAVY, OUTSIDE

CONCURRENCY = {HEAVY: 1}
"""How many jobs a worker does at once; heavy ones take turns."""
USUAL_CONCURRENCY = 4
LOOKS_EVERY_SECONDS = {OUTSIDE: 1}
"""How often a worker asks for jobs that have become due; of new ones it hears at once. Changes of calendars wait a
moment for those that come with them, and nobody should wait much longer."""
USUALLY_LOOKS_EVERY_SECONDS = 5


class Command(BaseCommand):
    """Runs until it is told to end. What speaks to other people's servers and what computes for long have workers of
    their own."""

    help = "Do background jobs: those that leave the house (outside), long ones (heavy), or all the others."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("which", nargs="?", choices=APART, help="only those jobs")

    def handle(self, *args: Any, **options: Any) -> None:
        queues = [options["which"]] if options["which"] else queues_of_the_house()
        call_command(
            "procrastinate",
            "worker",
            "--queues",
            ",".join(queues),
            "--concurrency",
            str(CONCURRENCY.get(options["which"], USUAL_CONCURRENCY)),
            "--fetch-job-polling-interval",
            str(LOOKS_EVERY_SECONDS.get(options["which"], USUALLY_LOOKS_EVERY_SECONDS)),
        )


def queues_of_the_house() -> list[str]:
    """Every queue that a task names, but those with a worker of their own.

    A worker is told which queues it takes and not which it leaves out, so they are gathered from the tasks: a new
    queue needs nothing but a task that names it.
    """
    return sorted({task.queue for task in app.tasks.values()} - set(APART))
