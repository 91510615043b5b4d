"""Files are sent, watched, stopped, taken up again, and reported on."""

import gzip
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from procrastinate.contrib.django.models import ProcrastinateJob

from audit.models import Event
from gates.models import GateLogFile, GateLogPart, GatePassage, UnknownCard
from gates.selectors.left_out import unknown_cards_between
from gates.services import reading
from gates.services.forgetting import forget_day
from gates.services.tidying import KEPT_DAYS, forget_stopped_files
from tests.fixtures.cast import MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

FILES = "/api/v1/gate-log/files/"


@pytest.fixture
def facilities(hall, client_of):
    account = hall.account("kudo")
    account.roles = ["facilities"]
    account.save()
    return client_of(account)


@pytest.fixture
def send(facilities):
    def sent(content, name="gates.csv"):
        return facilities.post(FILES, {"file": SimpleUploadedFile(name, content)}, format="multipart")

    return sent


def jobs():
    return ProcrastinateJob.objects.filter(task_name="gates.take_file")


def test_a_file_is_sent_waits_for_the_worker_and_is_reported_on(facilities, send, content, work):
    body = gzip.compress(
        content("7:30 agatsuma G06-1 入", "7:31 990001 G06-1 入", "9:30 kudo G06-1 入", "x kudo G06-1 入")
    )
    answer = send(body, "2026-11.csv.gz")
    assert answer.status_code == 201
    sent = answer.json()
    assert (sent["state"], sent["known"], sent["progress"]) == ("waiting", False, {"share": 0.0, "line": 0})
    assert (sent["can_cancel"], sent["can_resume"], sent["report"]) == (True, False, None)
    assert list(jobs().values_list("queue_name", flat=True)) == ["heavy"]
    work()
    shown = facilities.get(f"{FILES}{sent['id']}/").json()
    assert shown["report"] == {
        "read": 4,
        "skipped_lines": 0,
        "new": 1,
        "doubles": 0,
        "unknown": 1,
        "unknown_cards": 1,
        "future": 1,
        "faulty": 1,
        "first_day": "2026-11-30",
        "last_day": "2026-11-30",
        "left_out": shown["report"]["left_out"],
    }
    assert [(line["line"], line["code"]) for line in shown["report"]["left_out"]] == [(4, "future"), (5, "time")]
    assert shown["unknown_days"] == [{"day": "2026-11-30", "cards": 1, "passages": 1}]
    assert (shown["state"], shown["asked_by"]) == ("done", Event.objects.get(kind="gate_log.received").actor_name)
    assert not GateLogPart.objects.exists()
    assert [one["id"] for one in facilities.get(FILES).json()["results"]] == [sent["id"]]


def test_the_same_content_again_is_known_and_not_read_again(send, content, work):
    body = content("7:30 agatsuma G06-1 入")
    first = send(body).json()
    assert (send(body, "other.csv").status_code, jobs().count()) == (200, 1)
    work()
    again = send(body)
    assert (again.status_code, again.json()["known"], again.json()["id"]) == (200, True, first["id"])
    assert jobs().count() == 1
    assert not GateLogPart.objects.exists()


def test_the_column_that_is_missing_is_named(facilities, send, work):
    sent = send("時刻,職員番号,ゲート,入退\r\n".encode()).json()
    work()
    problem = facilities.get(f"{FILES}{sent['id']}/").json()["problem"]
    assert problem["column"] == "at"
    assert problem["found"] == ["時刻", "職員番号", "ゲート", "入退"]


def test_a_column_named_in_the_settings_makes_the_same_file_readable(facilities, send, work, settings, hall):
    number = hall.people["kudo"].number
    sent = send(f"時刻,職員番号,ゲート,向き\r\n2026/11/30 7:30:00,{number},G06-1,おはよう\r\n".encode()).json()
    work()
    told = settings.GATE_LOG
    settings.GATE_LOG = {
        **told,
        "columns": {**told["columns"], "at": ("時刻",), "direction": ("向き",)},
        "words": {"in": ("おはよう",), "out": ("さようなら",)},
    }
    assert facilities.post(f"{FILES}{sent['id']}/resume/").status_code == 200
    assert [file.new for file in work()][-1:] == [1]


@pytest.fixture
def done(facilities, send, content, work):
    """A file that was taken over and has more to give: a time was to come, and a card was nobody's."""
    body = content("7:30 agatsuma G06-1 入", "7:31 990001 G06-1 入", "9:30 kudo G06-1 入")
    sent = send(body).json()
    work()
    shown = facilities.get(f"{FILES}{sent['id']}/").json()
    assert (shown["state"], shown["report"]["new"], shown["earlier"]) == ("done", 1, None)
    return body, shown


def test_a_done_file_that_is_read_again_and_fails_keeps_what_it_brought(facilities, send, work, settings, done):
    body, before = done
    kept = {**before["report"], "finished_at": before["finished_at"]}
    told = settings.GATE_LOG
    settings.GATE_LOG = {**told, "columns": {**told["columns"], "at": ("時刻",)}}
    again = send(body).json()
    assert (again["state"], again["report"], again["earlier"]) == ("waiting", None, kept)
    work()
    shown = facilities.get(f"{FILES}{again['id']}/").json()
    assert (shown["state"], shown["problem"]["code"], shown["report"]) == ("failed", "no_column", None)
    assert (shown["earlier"], shown["unknown_days"]) == (kept, before["unknown_days"])
    assert GatePassage.objects.count() == 1
    assert unknown_cards_between(MONDAY, MONDAY) == {MONDAY: 1}
    settings.GATE_LOG = told
    assert facilities.post(f"{FILES}{again['id']}/resume/").json()["earlier"] == kept
    work()
    shown = facilities.get(f"{FILES}{again['id']}/").json()
    assert (shown["state"], shown["problem"], shown["earlier"]) == ("done", None, None)
    assert (shown["report"]["new"], shown["report"]["doubles"], shown["report"]["unknown_cards"]) == (0, 1, 1)
    assert UnknownCard.objects.count() == 1


def test_a_done_file_whose_second_reading_is_cancelled_keeps_what_it_brought(facilities, send, work, done):
    body, before = done
    again = send(body).json()
    shown = facilities.post(f"{FILES}{again['id']}/cancel/").json()
    assert (shown["state"], shown["earlier"]["new"]) == ("cancelled", 1)
    assert unknown_cards_between(MONDAY, MONDAY) == {MONDAY: 1}
    assert send(body).json()["earlier"] == {**before["report"], "finished_at": before["finished_at"]}


def test_an_earlier_report_names_no_lines_once_its_days_are_forgotten(facilities, send, content, work, done):
    body, _before = done
    again = send(body).json()
    facilities.post(f"{FILES}{again['id']}/cancel/")
    forget_day(MONDAY)
    earlier = facilities.get(f"{FILES}{again['id']}/").json()["earlier"]
    assert (earlier["left_out"], earlier["new"]) == ([], 1)


def test_a_file_that_was_cancelled_leaves_nothing_and_goes_on_when_resumed(facilities, send, many, work, monkeypatch):
    monkeypatch.setattr(reading, "LINES_AT_ONCE", 10)
    sent = send(many(40)).json()
    steps = []
    keep = reading._keep

    def cancelled_after_two(file, *rest, **more):
        keep(file, *rest, **more)
        steps.append(file.line)
        if len(steps) == 2:
            GateLogFile.objects.filter(pk=file.pk).update(cancel_wanted=True)

    monkeypatch.setattr(reading, "_keep", cancelled_after_two)
    (file,) = work()
    assert (file.state, file.line) == ("cancelled", 21)
    assert not GatePassage.objects.exists()
    shown = facilities.post(f"{FILES}{file.pk}/cancel/").json()
    assert (shown["state"], shown["can_resume"], shown["can_cancel"]) == ("cancelled", True, False)
    shown = facilities.post(f"{FILES}{file.pk}/resume/").json()
    assert (shown["state"], shown["progress"]["line"]) == ("waiting", 21)
    work()
    done = GateLogFile.objects.get(pk=sent["id"])
    assert (done.state, done.read, done.new, done.line) == ("done", 40, 40, 41)
    assert steps == [11, 21, 31, 41]
    assert facilities.post(f"{FILES}{file.pk}/cancel/").json()["code"] == "gate_log_over"
    assert facilities.post(f"{FILES}{file.pk}/resume/").json()["code"] == "gate_log_over"


def test_a_file_that_waits_is_cancelled_at_once(facilities, send, content, work):
    sent = send(content("7:30 agatsuma G06-1 入")).json()
    assert facilities.post(f"{FILES}{sent['id']}/cancel/").json()["state"] == "cancelled"
    assert [file.state for file in work()] == ["cancelled"]
    assert not GatePassage.objects.exists()


def test_what_was_staged_and_lost_is_read_again(send, many, work, monkeypatch):
    monkeypatch.setattr(reading, "LINES_AT_ONCE", 10)
    sent = send(many(40)).json()
    GateLogFile.objects.filter(pk=sent["id"]).update(state="reading", line=21, staged=20, read=20)
    (file,) = work()
    assert (file.state, file.read, file.new) == ("done", 40, 40)


def test_what_stopped_files_leave_behind_goes_after_some_days(facilities, send, content, monday_morning):
    sent = send(content("7:30 agatsuma G06-1 入")).json()
    facilities.post(f"{FILES}{sent['id']}/cancel/")
    assert forget_stopped_files() == 0
    monday_morning.shift(timedelta(days=KEPT_DAYS, minutes=1))
    assert forget_stopped_files() == 1
    GateLogFile.objects.get(pk=sent["id"])
    assert not GateLogPart.objects.exists()
    assert forget_stopped_files() == 0


def test_a_file_whose_content_is_gone_cannot_be_resumed(facilities, send, content):
    sent = send(content("7:30 agatsuma G06-1 入")).json()
    facilities.post(f"{FILES}{sent['id']}/cancel/")
    GateLogPart.objects.all().delete()
    answer = facilities.post(f"{FILES}{sent['id']}/resume/")
    assert (answer.status_code, answer.json()["code"]) == (409, "gate_log_gone")
    assert send(content("7:30 agatsuma G06-1 入")).json()["id"] == sent["id"]


def test_the_list_is_polled_with_its_etag_and_paged(facilities, send, content, work):
    send(content("7:30 agatsuma G06-1 入"), "first.csv")
    send(content("7:31 agatsuma G06-1 入"), "second.csv")
    answer = facilities.get(FILES, {"page_size": 1})
    assert [one["name"] for one in answer.json()["results"]] == ["second.csv"]
    tag = answer.headers["ETag"]
    assert facilities.get(FILES, {"page_size": 1}, headers={"If-None-Match": tag}).status_code == 304
    rest = facilities.get(FILES, {"page_size": 1, "cursor": answer.json()["next"]}).json()
    assert [one["name"] for one in rest["results"]] == ["first.csv"]
    work()
    assert facilities.get(FILES, {"page_size": 1}, headers={"If-None-Match": tag}).status_code == 200


def test_what_is_no_file_or_too_large_is_refused(facilities, send, settings):
    assert facilities.post(FILES, {"file": "text"}, format="multipart").status_code == 400
    assert send(b"").status_code == 400
    settings.GATE_LOG = {**settings.GATE_LOG, "largest_file": 100}
    assert send(b"x" * 200).status_code == 413
    assert facilities.get(FILES, {"cursor": "eyJ4IjoxfQ"}).status_code == 400


def test_only_facilities_load_gate_logs(as_person):
    assert as_person("agatsuma").get(FILES).status_code == 403
