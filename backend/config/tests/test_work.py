from unittest.mock import patch

from django.core.management import call_command

from config.management.commands.work import queues_of_the_house
from core.queues import OUTSIDE


def told(*words: str) -> list[str]:
    with patch("config.management.commands.work.call_command") as asked:
        call_command("work", *words)
    ((_procrastinate, _worker, *options), _named) = asked.call_args
    return [str(option) for option in options]


def test_the_worker_takes_every_queue_that_a_task_names_but_the_one_that_leaves_the_house() -> None:
    queues = queues_of_the_house()
    assert {"default", "events", "builtin"} <= set(queues)
    assert OUTSIDE not in queues
    assert told()[:2] == ["--queues", ",".join(queues)]


def test_the_other_worker_takes_that_queue_alone_and_looks_often() -> None:
    assert told("outside") == ["--queues", "outside", "--concurrency", "4", "--fetch-job-polling-interval", "1"]
