"""Files of the gate system, and the worker that takes them over."""

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from gates.models import GateLogFile
from gates.services.sources import StoredLog
from gates.services.taking import take_over

HEADER = "日時,職員番号,ゲート,入退"


@pytest.fixture
def content(hall):
    """`content("7:30 agatsuma G06-1 入", …)` is a log with these passages of Monday, in CP932."""

    def written(*lines, header=HEADER):
        rows = [header]
        for line in lines:
            time, card, gate, direction = line.split()
            number = hall.people[card].number if card in hall.people else card
            rows.append(f"2026/11/30 {time},{number},{gate},{direction}")
        return ("\r\n".join(rows) + "\r\n").encode("cp932")

    return written


@pytest.fixture
def many(hall):
    """`many(300)` is a log of so many passages, each its own: people come and go second by second."""
    numbers = [person.number for person in hall.people.values()]

    def written(count, *, gate="G06-1", first=0):
        rows = [HEADER]
        for second in range(first, first + count):
            time = f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
            rows.append(f"2026/11/30 {time},{numbers[second % len(numbers)]},{gate},{'退' if second % 2 else '入'}")
        return ("\r\n".join(rows) + "\r\n").encode()

    return written


@pytest.fixture
def work():
    """Do what waits for the worker: answers the files, as they are then."""

    def done():
        jobs = ProcrastinateJob.objects.filter(task_name="gates.take_file", status="todo").order_by("pk")
        ids = [job.args["file_id"] for job in jobs]
        for file_id in ids:
            take_over(file_id=file_id, source=StoredLog(GateLogFile.objects.get(pk=file_id)))
        return [GateLogFile.objects.get(pk=file_id) for file_id in ids]

    return done
