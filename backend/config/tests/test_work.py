from unittest.mock import patch

from django.core.management import call_command

from config.management.commands.work import queues_of_the_house
from core.queues import APART


def told(*words: str) -> list[str]:
    with patch("config.management.commands.work.call_command") as asked:
        call_command("work", *words)
    ((_procrastinate, _worker, *options), _named) = asked.call_args
    return [str(option) for option in options]


def test_the_worker_takes_every_queue_that_a_task_names_but_those_apart() -> None:
    queues = queues_of_the_house()
    assert {"default", "events", "builtin"} <= set(queues)
    assert not set(APART) & set(queues)
    assert told()[:2] == ["--queues", ",".join(queues)]


def test_the_worker_outside_takes_that_queue_alone_and_looks_often() -> None:
    assert told("outside") == ["--queues", "outside", "--concurrency", "4", "--fetch-job-polling-interval", "1"]


def test_the_heavy_worker_does_one_job_after_the_other() -> None:
    assert told("heavy") == ["--queues", "heavy", "--concurrency", "1", "--fetch-job-polling-interval", "5"]
