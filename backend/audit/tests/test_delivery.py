"""Events on their way to subscribers, carried by a real worker of the real queue."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from pytest_django import DjangoAssertNumQueries

from audit import backoff
from audit.models import Event
from audit.services import Happening, record, record_all
from audit.subscribers import Handler, Subscriber, subscribe, unsubscribe

Subscribing = Callable[[str, set[str], Handler], None]
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _empty_queue(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(connection.settings_dict, "CONN_MAX_AGE", 0)  # the worker's threads leave nothing open
    yield
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")


@pytest.fixture
def subscribing() -> Iterator[Subscribing]:
    with ExitStack() as leaving:

        def add(name: str, kinds: set[str], handler: Handler) -> None:
            subscribe(name=name, kinds=kinds, handler=handler)
            leaving.callback(unsubscribe, name)

        yield add


def made(subject_id: int, kind: str = "thing.made") -> Event:
    with transaction.atomic():
        return record(kind=kind, subject_kind="thing", subject_id=subject_id)


def jobs() -> list[tuple[str, str, int]]:
    """(lock, status, attempts) of every job in the queue, oldest first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT lock, status::text, attempts FROM procrastinate_jobs WHERE lock IS NOT NULL ORDER BY id")
        return list(cursor.fetchall())


def due(queues: tuple[str, ...]) -> bool:
    """Whether a job of these queues could be begun now."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM procrastinate_jobs"
            " WHERE status = 'todo' AND queue_name = ANY(%s) AND coalesce(scheduled_at <= now(), true) AND NOT EXISTS ("
            "SELECT FROM procrastinate_jobs AS other WHERE other.lock = procrastinate_jobs.lock"
            " AND other.status = 'todo' AND other.id <= procrastinate_jobs.id AND other.scheduled_at > now()))",
            [list(queues)],
        )
        return bool(cursor.fetchone()[0])


def work(concurrency: int = 4, queues: tuple[str, ...] = ("events",)) -> None:
    """Let a worker do everything that is due. It stops when all that is left waits for a lock, so it is sent again."""
    while due(queues):
        with app.replace_connector(DjangoConnector().get_worker_connector()) as worker_app:
            worker_app.run_worker(
                queues=list(queues),
                concurrency=concurrency,
                wait=False,
                listen_notify=False,
                install_signal_handlers=False,
            )


def test_an_event_reaches_each_subscriber_of_its_kind_and_nobody_else(subscribing: Subscribing) -> None:
    heard: list[tuple[str, int]] = []
    subscribing("mail", {"thing.made"}, lambda event: heard.append(("mail", event.subject_id)))
    subscribing("calendar", {"thing.made", "thing.gone"}, lambda event: heard.append(("calendar", event.subject_id)))
    subscribing("feed", {"thing.gone"}, lambda event: heard.append(("feed", event.subject_id)))
    made(7)
    work()
    assert sorted(heard) == [("calendar", 7), ("mail", 7)]


def test_events_of_one_subject_arrive_in_the_order_in_which_they_were_recorded(subscribing: Subscribing) -> None:
    heard: dict[int, list[int]] = {1: [], 2: [], 3: []}
    subscribing("feed", {"thing.made"}, lambda event: heard[event.subject_id].append(event.pk))
    recorded = [made(subject_id) for _ in range(8) for subject_id in heard]
    work(concurrency=8)
    assert heard == {
        subject_id: [event.pk for event in recorded if event.subject_id == subject_id] for subject_id in heard
    }


def test_a_failing_subscriber_is_tried_again_and_blocks_neither_the_others_nor_other_subjects(
    subscribing: Subscribing, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[tuple[str, int, str]] = []
    broken = True

    def calendar(event: Event) -> None:
        if broken and event.subject_id == 1:
            raise ConnectionError("the calendar is away")
        heard.append(("calendar", event.subject_id, event.kind))

    subscribing("calendar", {"thing.made", "thing.gone"}, calendar)
    subscribing("mail", {"thing.made", "thing.gone"}, lambda e: heard.append(("mail", e.subject_id, e.kind)))
    for subject_id in (1, 2):
        made(subject_id, "thing.made")
        made(subject_id, "thing.gone")

    work()
    assert sorted(heard) == [
        ("calendar", 2, "thing.gone"),
        ("calendar", 2, "thing.made"),
        ("mail", 1, "thing.gone"),
        ("mail", 1, "thing.made"),
        ("mail", 2, "thing.gone"),
        ("mail", 2, "thing.made"),
    ]
    waiting = [(lock, status, attempts) for lock, status, attempts in jobs() if status == "todo"]
    assert waiting == [("calendar:thing:1", "todo", 1), ("calendar:thing:1", "todo", 0)]

    broken = False
    heard.clear()
    with connection.cursor() as cursor:  # the time of the next try has come
        cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = now() WHERE status = 'todo'")
    work()
    assert heard == [("calendar", 1, "thing.made"), ("calendar", 1, "thing.gone")]


def test_a_job_vanishes_with_a_rolled_back_transaction(subscribing: Subscribing) -> None:
    subscribing("feed", {"thing.made"}, lambda event: None)
    with transaction.atomic():
        made(1)
        assert len(jobs()) == 1
        transaction.set_rollback(True)
    assert jobs() == []


def test_recording_costs_one_statement_and_one_more_with_subscribers(
    subscribing: Subscribing, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with transaction.atomic():
        with django_assert_num_queries(1):
            record(kind="thing.made", subject_kind="thing", subject_id=1)
        subscribing("one", {"thing.made"}, lambda event: None)
        subscribing("two", {"thing.made"}, lambda event: None)
        with django_assert_num_queries(2):
            record(kind="thing.made", subject_kind="thing", subject_id=1)


def test_no_job_travels_for_an_event_that_its_subscriber_does_not_want() -> None:
    subscribe(name="odd", kinds={"thing.made"}, handler=note_kind, wants=lambda event: event.subject_id % 2 == 1)
    try:
        made(1)
        made(2)
        assert [lock for lock, _, _ in jobs()] == ["odd:thing:1"]
    finally:
        unsubscribe("odd")


def test_a_name_is_taken_only_once(subscribing: Subscribing) -> None:
    subscribing("feed", {"thing.made"}, lambda event: None)
    with pytest.raises(ValueError, match="feed"):
        subscribe(name="feed", kinds={"thing.gone"}, handler=lambda event: None)


@pytest.mark.parametrize(("attempts", "seconds"), [(0, 2), (1, 4), (5, 64), (11, 3600), (10_000, 3600)])
def test_waits_grow_exponentially_and_never_past_an_hour(attempts: int, seconds: int) -> None:
    assert backoff.wait_seconds(attempts) == seconds


def test_what_a_dead_worker_was_doing_is_done_by_another(subscribing: Subscribing) -> None:
    heard: list[int] = []
    subscribing("feed", {"thing.made"}, lambda event: heard.append(event.pk))
    event = made(1)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing'")
    app.configure_task("audit.tasks.rescue_stalled_jobs").defer(timestamp=0)
    work(queues=("default", "events"))
    assert heard == [event.pk]


def test_a_job_of_a_dead_worker_that_waits_already_keeps_nobody_from_being_rescued(subscribing: Subscribing) -> None:
    heard: list[int] = []
    subscribing("feed", {"thing.made"}, lambda event: heard.append(event.pk))
    upkeep = app.configure_task("audit.tasks.forget_finished_jobs", queueing_lock="upkeep")
    upkeep.defer(timestamp=0)
    event = made(1)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing'")
    upkeep.defer(timestamp=1)
    app.configure_task("audit.tasks.rescue_stalled_jobs", priority=1).defer(timestamp=0)
    work(concurrency=1, queues=("default", "events"))
    assert heard == [event.pk]
    with connection.cursor() as cursor:
        cursor.execute("SELECT args->>'timestamp', status FROM procrastinate_jobs WHERE queueing_lock = 'upkeep'")
        assert cursor.fetchall() == [("1", "succeeded")]


HEARD: list[str] = []


def note_kind(event):
    HEARD.append(event.kind)


def test_a_handler_may_be_named_by_its_dotted_path_as_apps_do_before_models_load():
    HEARD.clear()
    Subscriber("feed", frozenset({"thing.made"}), f"{__name__}.note_kind").hear(Event(kind="thing.made"))
    assert HEARD == ["thing.made"]


def test_for_whom_the_order_does_not_matter_what_happened_by_itself_comes_before_one_of_many() -> None:
    subscribe(name="test.anywhere", kinds={"thing.made"}, handler=print, any_order=True)
    try:
        with transaction.atomic():
            record_all([Happening(kind="thing.made", subject_kind="thing", subject_id=number) for number in (1, 2)])
        made(3)
    finally:
        unsubscribe("test.anywhere")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (args->>'event_id')::bigint - (SELECT min(id) FROM audit_event), lock FROM procrastinate_jobs"
            " WHERE args->>'subscriber_name' = 'test.anywhere' ORDER BY priority DESC, id"
        )
        assert cursor.fetchall() == [(2, None), (0, None), (1, None)]
