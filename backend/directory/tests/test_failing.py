"""A directory that is away changes nothing for anybody; IT is told after three times, each day, and when it is back."""

from datetime import UTC, datetime, timedelta

import pytest

from audit.models import Event
from core import clock
from directory.models import DirectoryRun
from directory.policies.refusals import RunProblem
from directory.policies.schedule import is_due, next_look
from directory.selectors.figures import directory_figures
from directory.services import configured
from directory.services.configured import run_when_due
from directory.services.run_record import fail_run
from directory.services.running import run_directory
from directory.services.tidying import KEPT_RUNS, forget_old_runs
from directory.source import DirectoryUnavailable
from directory.tests.rolls import Given, roll_of, sync
from integrations.directory.settings import DirectoryKind, Preset, settings_of_preset
from integrations.directory.tests.contract import PEOPLE
from people.models import Person

pytestmark = pytest.mark.django_db

AWAY = Given(DirectoryUnavailable("no route to host"))


def fail(times=1):
    for _time in range(times):
        run_directory(directory=AWAY)


def told(kind="directory.failing"):
    return list(Event.objects.filter(kind=kind).order_by("pk").values_list("after__failures", flat=True))


def test_a_day_away_changes_nothing_for_anybody_known(monday_morning):
    sync()
    before = list(Person.objects.order_by("pk").values())
    for _quarter in range(96):
        monday_morning.shift(timedelta(minutes=15))
        fail()
    assert list(Person.objects.order_by("pk").values()) == before
    # On the third in a row, then on the first of the next day.
    assert told() == [3, 64]
    assert told("directory.recovered") == []
    monday_morning.shift(timedelta(minutes=15))
    assert sync().state == "unchanged"
    assert told("directory.recovered") == [96]


def test_two_failures_are_a_server_that_starts_anew(monday_morning):
    sync()
    monday_morning.shift(60)
    fail(2)
    monday_morning.shift(60)
    sync()
    assert told() == []
    assert told("directory.recovered") == []


def test_what_was_going_on_when_a_process_died_is_closed_by_the_next(monday_morning):
    dead = DirectoryRun.objects.create(purpose="sync", state="running", source="x", started_at=clock.now())
    assert sync().state == "applied"
    dead.refresh_from_db()
    assert (dead.state, dead.problem) == ("failed", {"code": "interrupted"})


def test_a_mistake_of_ours_fails_the_run_and_is_raised(monday_morning):
    class Broken(Given):
        def read(self):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run_directory(directory=Broken(roll_of()))
    run = DirectoryRun.objects.get()
    assert (run.state, run.problem) == ("failed", {"code": "internal", "detail": "ZeroDivisionError"})
    assert sync().state == "applied"


@pytest.fixture
def given(settings, monkeypatch, tmp_path):
    path = tmp_path / "city.ldif"
    settings.DIRECTORY = settings_of_preset(Preset.OPENLDAP, kind=DirectoryKind.LDIF, path=path)
    directory = Given(roll_of())
    monkeypatch.setattr(configured, "configured_directory", lambda: directory)
    return directory


def test_the_worker_reads_every_quarter_of_an_hour_and_no_more(monday_morning, given):
    for _minute in range(61):
        run_when_due()
        monday_morning.shift(60)
    assert given.read_times == 5


def test_without_a_directory_the_worker_reads_nothing(monday_morning):
    assert run_when_due() is None
    assert directory_figures() == {}


def test_the_figures_say_how_old_what_is_known_is(monday_morning, given):
    assert directory_figures()["kyoseki_directory_last_success_seconds"][1] == -1
    run_when_due()
    monday_morning.shift(120)
    fail(2)
    figures = {name: value for name, (_words, value) in directory_figures().items()}
    assert figures == {
        "kyoseki_directory_last_success_seconds": 120,
        "kyoseki_directory_failures": 2,
        "kyoseki_directory_run_seconds": 0,
    }


def test_a_look_is_due_half_a_minute_early():
    last = datetime(2026, 11, 30, 8, 0, 10, tzinfo=UTC)
    assert next_look(None, every_minutes=15, now=last) == last
    assert not is_due(last, every_minutes=15, now=last + timedelta(minutes=14))
    assert is_due(last, every_minutes=15, now=last + timedelta(minutes=14, seconds=50))


def test_old_runs_are_forgotten_and_what_changed_people_stays(monday_morning):
    applied = sync()
    waiting = DirectoryRun.objects.create(purpose="preview", state="planned", source="x", started_at=clock.now())
    for _run in range(KEPT_RUNS + 5):
        run = DirectoryRun.objects.create(purpose="sync", state="unchanged", source="x", started_at=clock.now())
    assert forget_old_runs() == 5
    assert set(DirectoryRun.objects.filter(pk__in=[applied.pk, waiting.pk, run.pk])) == {applied, waiting, run}
    assert applied.changes.filter(subject="person").count() == len(PEOPLE)


def test_failures_of_previews_are_nobodys_worry(monday_morning):
    for _time in range(4):
        run = DirectoryRun.objects.create(purpose="preview", state="running", source="x", started_at=clock.now())
        fail_run(run, RunProblem.UNAVAILABLE, detail="")
    assert told() == []
