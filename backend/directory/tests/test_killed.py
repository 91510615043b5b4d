"""A run that ends in the middle, by a mistake or by a kill, leaves everything as it was."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection

from audit.models import Event
from core.revision import Slow, revisions
from directory import followers
from directory.models import DirectoryRun, RunChange
from directory.services import applying
from directory.tests.rolls import CROWD, sync
from integrations.directory.tests.contract import DEPARTMENTS, PEOPLE
from people.models import Account, Department, Person, Post

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("monday_morning")]

EVERYBODY = (*PEOPLE, *CROWD)
ROOT = Path(__file__).parents[3]
SETTINGS = {"DJANGO_SETTINGS_MODULE": "config.settings", "KYOSEKI_MODE": "test"}
STEPS = ["write_departments", "write_people", "write_posts", "write_accounts", "bump", "followed"]

STOPS_IN_THE_MIDDLE = """
import sys, time
sys.path[:0] = ["{root}/backend", "{root}"]
import django
django.setup()
from directory.services import applying
from directory.tests.rolls import CROWD, sync
from integrations.directory.tests.contract import PEOPLE

def stops(*args, **more):
    print("in the middle", flush=True)
    time.sleep(60)

applying.write_accounts = stops
sync((*PEOPLE[1:], *CROWD), posts=())
"""


def everything():
    """All rows that a run may touch."""
    return [list(model.objects.order_by("pk").values()) for model in (Department, Person, Post, Account)] + [
        Event.objects.filter(kind="directory.run_applied").count(),
        revisions()[Slow.PEOPLE],
    ]


@pytest.mark.parametrize("step", STEPS)
def test_a_mistake_at_any_step_leaves_everything_as_it_was(monkeypatch, step):
    sync(EVERYBODY)
    before = everything()
    done = getattr(applying, step)

    def breaks(*args, **more):
        done(*args, **more)
        raise ZeroDivisionError

    monkeypatch.setattr(applying, step, breaks)
    with pytest.raises(ZeroDivisionError):
        sync(EVERYBODY[1:], departments=DEPARTMENTS, posts=())
    assert everything() == before
    run = DirectoryRun.objects.latest("pk")
    assert (run.state, run.counts, RunChange.objects.filter(run=run).count()) == ("failed", {}, 0)


def test_a_follower_that_fails_undoes_the_run(monkeypatch):
    sync(EVERYBODY)
    before = everything()
    followers.register_roll_follower("test.breaks", f"{__name__}.breaks")
    try:
        with pytest.raises(ZeroDivisionError):
            sync(EVERYBODY[1:], posts=())
    finally:
        del followers._followers["test.breaks"]
    assert everything() == before


def breaks(change):
    raise ZeroDivisionError


@pytest.mark.slow
def test_a_process_killed_in_the_middle_leaves_everything_as_it_was(database_url):
    sync(EVERYBODY)
    before = everything()
    process = subprocess.Popen(  # noqa: S603 - our own text
        [sys.executable, "-c", STOPS_IN_THE_MIDDLE.format(root=ROOT)],
        env={
            **os.environ,
            "DATABASE_URL": database_url,
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "KYOSEKI_MODE": "test",
        },
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "in the middle\n"
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=30)
        process.stdout.close()
    _wait_until_the_lock_is_free()
    assert everything() == before
    assert DirectoryRun.objects.latest("pk").state == "running"
    assert sync(EVERYBODY).state == "unchanged"
    killed = DirectoryRun.objects.order_by("-pk")[1]
    assert (killed.state, killed.problem) == ("failed", {"code": "interrupted"})


def _wait_until_the_lock_is_free():
    """The server notices within moments that the other end is gone."""
    for _try in range(100):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database"
                " WHERE locktype = 'advisory' AND datname = current_database()"
            )
            if cursor.fetchone()[0] == 0:
                return
        time.sleep(0.1)
    pytest.fail("the lock of the killed process is still held")
