"""Real parallel connections: one run at a time, and never half of one."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest
from django.db import connection

from core.refused import Refused
from directory.models import DirectoryRun
from directory.services.run_deciding import confirm_run
from directory.services.running import run_directory
from directory.source import Roll
from directory.tests.rolls import CROWD, Given, preview, roll_of, sync
from integrations.directory.tests.contract import PEOPLE
from people.models import Person, Post

pytestmark = [
    pytest.mark.race,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("monday_morning"),
]

EVERYBODY = (*PEOPLE, *CROWD)


@dataclass
class Slow(Given):
    """Answers when it is let; `reading` is set as soon as somebody reads."""

    reading: threading.Event = field(default_factory=threading.Event)
    answer: threading.Event = field(default_factory=threading.Event)

    def read(self) -> Roll:
        self.reading.set()
        assert self.answer.wait(timeout=30)
        return super().read()


def apart(act):
    """`act` in a thread with a connection of its own; what it came to."""

    def run():
        try:
            return act()
        except Refused as refused:
            return str(refused.code)
        finally:
            connection.close()

    return run


def test_of_two_at_once_the_second_is_refused_while_the_first_still_reads():
    slow = Slow(roll_of(EVERYBODY))
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(apart(lambda: run_directory(directory=slow).state))
        assert slow.reading.wait(timeout=30)
        assert DirectoryRun.objects.get().state == "running"
        assert pool.submit(apart(lambda: sync(EVERYBODY).state)).result() == "directory_run_going_on"
        slow.answer.set()
        assert first.result() == "applied"
    assert Person.objects.count() == 40
    assert DirectoryRun.objects.count() == 1


def test_of_many_at_once_each_is_whole_or_refused():
    start = threading.Barrier(6)

    def run():
        start.wait(timeout=30)
        return sync(EVERYBODY).state

    with ThreadPoolExecutor(6) as pool:
        came_to = Counter(pool.map(lambda _number: apart(run)(), range(6)))
    assert came_to["applied"] == 1
    assert set(came_to) <= {"applied", "unchanged", "directory_run_going_on"}
    assert (Person.objects.count(), Post.objects.count()) == (40, 42)


def test_a_plan_is_applied_once_however_many_confirm_it():
    run = preview(EVERYBODY)
    start = threading.Barrier(4)

    def confirm():
        start.wait(timeout=30)
        return confirm_run(run_id=run.pk, fingerprint=run.fingerprint, directory=Given(roll_of(EVERYBODY))).state

    with ThreadPoolExecutor(4) as pool:
        came_to = Counter(pool.map(lambda _number: apart(confirm)(), range(4)))
    assert came_to["applied"] == 1
    assert set(came_to) <= {"applied", "directory_run_going_on", "directory_run_decided"}
    assert Person.objects.count() == 40
