"""Real parallel connections: two of one file, two workers, a worker that is killed, somebody who cancels."""

import io
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from django.db import DatabaseError, connection
from procrastinate.contrib.django.models import ProcrastinateJob

from audit.models import Event
from gates.models import GateLogFile, GateLogPart, GatePassage, StagedPassage
from gates.services import publishing, reading, sources
from gates.services.deciding import cancel_file, resume_file
from gates.services.receiving import receive_upload
from gates.services.sources import StoredLog
from gates.services.taking import take_over

pytestmark = [
    pytest.mark.race,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("monday_morning"),
]


@pytest.fixture(autouse=True)
def _small_steps(monkeypatch):
    monkeypatch.setattr(reading, "LINES_AT_ONCE", 50)
    monkeypatch.setattr(publishing, "LINES_AT_ONCE", 50)
    monkeypatch.setattr(sources, "PART_BYTES", 512)
    yield
    ProcrastinateJob.objects.all()._raw_delete("default")


class HeldLog:
    """A log that stops after some bytes until it is let go, so that something can happen in the middle."""

    def __init__(self, content, after):
        self.name, self._content, self._after = "held.csv", content, after
        self.reached, self.let_go = threading.Event(), threading.Event()
        self._times = 0

    def open(self):
        self._times += 1
        # The first time only the encoding is looked at.
        return io.BytesIO(self._content) if self._times == 1 else io.BufferedReader(_Held(self))


class _Held(io.RawIOBase):
    def __init__(self, log):
        self._log, self._at = log, 0

    def readable(self):
        return True

    def readinto(self, buffer):
        log = self._log
        if self._at >= log._after and not log.let_go.is_set():
            log.reached.set()
            assert log.let_go.wait(30)
        part = log._content[self._at : self._at + min(len(buffer), 512)]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)


def at_once(*acts):
    """Each in a thread with a connection of its own, all let go at once; what they answered."""
    start = threading.Barrier(len(acts))

    def run(act):
        try:
            start.wait(30)
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def received(content, name="gates.csv"):
    return receive_upload(name=name, content=io.BytesIO(content))


def taken(file_id):
    return take_over(file_id=file_id, source=StoredLog(GateLogFile.objects.get(pk=file_id)))


def test_two_who_send_one_file_at_once_send_one_file(many):
    answers = at_once(*[partial(received, many(300), f"{number}.csv") for number in range(4)])
    assert len({answer.file.pk for answer in answers}) == 1
    assert sorted(answer.known for answer in answers) == [False, True, True, True]
    assert ProcrastinateJob.objects.filter(task_name="gates.take_file").count() == 1
    assert taken(answers[0].file.pk)
    assert GatePassage.objects.count() == 300


def test_two_workers_take_one_file_over_once(many):
    file_id = received(many(400)).file.pk
    at_once(partial(taken, file_id), partial(taken, file_id))
    file = GateLogFile.objects.get(pk=file_id)
    assert (file.state, file.new, file.doubles) == ("done", 400, 0)
    assert GatePassage.objects.count() == 400
    assert Event.objects.filter(kind="gate_log.imported").count() == 1


def test_files_that_overlap_taken_over_at_once_keep_each_passage_once(many):
    first, second = received(many(300)).file.pk, received(many(300, first=150), "later.csv").file.pk
    at_once(partial(taken, first), partial(taken, second))
    files = GateLogFile.objects.order_by("pk")
    assert [file.state for file in files] == ["done", "done"]
    assert sum(file.new for file in files) == GatePassage.objects.count() == 450
    assert sum(file.doubles for file in files) == 150


def test_a_worker_killed_in_the_middle_leaves_nothing_and_another_goes_on(many):
    content = many(400)
    file_id = received(content).file.pk
    log = HeldLog(content, after=len(content) // 2)
    with ThreadPoolExecutor(1) as pool:
        going = pool.submit(_dying, file_id, log)
        assert log.reached.wait(30)
        reached = GateLogFile.objects.get(pk=file_id)
        assert 50 < reached.line < 350
        assert not GatePassage.objects.exists()
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database"
                " WHERE locktype = 'advisory' AND pid <> pg_backend_pid() AND datname = current_database()"
            )
        log.let_go.set()
        assert isinstance(going.result(30), DatabaseError)
    assert GateLogFile.objects.get(pk=file_id).state == "reading"
    assert resume_file(file_id=file_id).line == reached.line
    seen = []
    keep = reading._keep
    with pytest.MonkeyPatch.context() as patch:

        def watched(*args, line, **more):
            seen.append(line)
            keep(*args, line=line, **more)

        patch.setattr(reading, "_keep", watched)
        assert taken(file_id)
    assert min(seen) > reached.line
    file = GateLogFile.objects.get(pk=file_id)
    assert (file.state, file.read, file.new, file.doubles) == ("done", 400, 400, 0)
    assert GatePassage.objects.count() == 400
    assert not StagedPassage.objects.exists()
    assert not GateLogPart.objects.exists()


def test_who_cancels_while_it_is_read_stops_it_and_it_can_go_on(many):
    content = many(400)
    file_id = received(content).file.pk
    log = HeldLog(content, after=len(content) // 2)
    with ThreadPoolExecutor(1) as pool:
        going = pool.submit(_dying, file_id, log)
        assert log.reached.wait(30)
        assert cancel_file(file_id=file_id).cancel_wanted
        log.let_go.set()
        assert going.result(30) is None
    file = GateLogFile.objects.get(pk=file_id)
    assert (file.state, file.cancel_wanted) == ("cancelled", False)
    assert not GatePassage.objects.exists()
    resume_file(file_id=file_id)
    taken(file_id)
    assert GateLogFile.objects.get(pk=file_id).state == "done"
    assert GatePassage.objects.count() == 400


def test_who_cancels_while_it_is_put_in_finds_nothing_in_the_log(many, monkeypatch):
    file_id = received(many(300)).file.pk
    put_in, steps = publishing._slice, []

    def cancelled_meanwhile(file, after):
        steps.append(after)
        if len(steps) == 3:
            (shown,) = at_once(partial(GateLogFile.objects.get, pk=file_id))
            assert (shown.state, shown.published) == ("publishing", 100)
            at_once(partial(cancel_file, file_id=file_id))
        return put_in(file, after)

    monkeypatch.setattr(publishing, "_slice", cancelled_meanwhile)
    taken(file_id)
    assert (GateLogFile.objects.get(pk=file_id).state, len(steps)) == ("cancelled", 3)
    assert not GatePassage.objects.exists()
    assert StagedPassage.objects.count() == 300


def _dying(file_id, log):
    """What the worker's thread came to: None, or the failure of its connection."""
    try:
        take_over(file_id=file_id, source=log)
    except DatabaseError as error:
        return error
    finally:
        connection.close()
    return None
