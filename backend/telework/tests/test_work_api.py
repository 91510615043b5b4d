"""The day, its report, records and the terminals' log over HTTP."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from audit.models import Event
from core.revision import Slow, bump
from people.models import Account
from telework.models import DeviceLog, TeleworkRequest
from telework.tests.telework_days import approved
from tests.factories.hall import city_time
from tests.fixtures.cast import MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

REPORT = {"started_at": "08:30", "ended_at": "17:15", "break_minutes": 60, "tasks_done": "照会への回答"}


@pytest.fixture
def me(as_person):
    return as_person("agatsuma")


@pytest.fixture
def manager(as_person):
    return as_person("yamada")


@pytest.fixture
def as_office(client_of, hall):
    """`as_office("hr")`: a client with that role and nothing else."""

    def signed_in(role):
        account = Account.objects.create(username=role, password="!")
        account.roles = [role]
        account.save()
        return client_of(account)

    return signed_in


def act(client, request, action, **body):
    return client.post(f"/api/v1/telework/requests/{request}/{action}/", body, format="json")


@pytest.fixture
def reported(hall, me, monday_morning):
    """A reported day of 我妻; it is 17:30 on Monday."""
    request = approved(hall)
    monday_morning.move_to(city_time(MONDAY, "8:30"))
    assert act(me, request, "start").status_code == 200
    monday_morning.move_to(city_time(MONDAY, "17:30"))
    assert act(me, request, "end").status_code == 200
    assert act(me, request, "report", **REPORT).status_code == 200
    return request


def test_a_day_from_start_to_confirmation(hall, me, manager, monday_morning):
    request = approved(hall)
    monday_morning.move_to(city_time(MONDAY, "8:30"))
    started = act(me, request, "start").json()
    assert (started["state"], started["may"]) == ("started", ["pause", "end"])
    assert act(me, request, "start", version=1).json()["version"] == started["version"]
    monday_morning.move_to(city_time(MONDAY, "17:30"))
    assert act(me, request, "end").json()["may"] == ["report"]

    work = me.get(f"/api/v1/telework/requests/{request}/stretches/").json()
    assert (work["worked_minutes"], work["likely_break_minutes"], work["device_from"]) == (540, 60, None)

    told = act(me, request, "report", **REPORT).json()
    assert (told["state"], told["report"]["break_minutes"], told["report"]["difference_minutes"]) == (
        "reported",
        60,
        None,
    )
    confirmed = act(manager, request, "confirm", version=told["version"]).json()
    assert (confirmed["state"], confirmed["report"]["confirmed_by"]["name"]) == ("confirmed", "山田 葵")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"ended_at": "08:00"}, "ended_at"),
        ({"ended_at": "18:00"}, "ended_at"),
        ({"started_at": "2026-11-29T08:30:00+09:00"}, "started_at"),
        ({"break_minutes": 525}, "break_minutes"),
        ({"overtime_minutes": 480}, "overtime_minutes"),
        ({"tasks_done": ""}, "tasks_done"),
        ({"started_at": "25:00"}, "started_at"),
    ],
)
def test_a_report_that_cannot_be_names_its_field(reported, me, manager, change, field):
    act(manager, reported, "send_back", comment="x")

    answer = act(me, reported, "report", **{**REPORT, **change})

    assert (answer.status_code, list(answer.json()["fields"])) == (400, [field])


def test_a_report_before_the_start_is_refused(hall, me, monday_morning):
    request = approved(hall)
    monday_morning.move_to(city_time(MONDAY, "17:30"))

    answer = act(me, request, "report", **REPORT)

    assert (answer.status_code, answer.json()["code"], answer.json()["state"]) == (409, "wrong_state", "approved")


@pytest.mark.parametrize(
    ("name", "action", "status", "code"),
    [
        ("agatsuma", "confirm", 409, "own_request"),
        ("kudo", "confirm", 404, "not_found"),
        ("hoshi", "report", 404, "not_found"),
        ("yamada", "report", 409, "only_oneself"),
        ("yamada", "send_back", 409, "comment_needed"),
    ],
)
def test_who_may_do_what_with_a_report(hall, me, reported, as_person, manager, name, action, status, code):
    if action == "report":
        act(manager, reported, "send_back", comment="x")

    answer = act(as_person(name), reported, action, **(REPORT if action == "report" else {}))

    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_many_reports_are_confirmed_at_once(hall, reported, manager):
    waiting = approved(hall, "kudo")
    body = {"requests": [{"id": reported}, {"id": waiting, "version": 1}]}

    answer = manager.post("/api/v1/telework/approvals/confirm/", body, format="json").json()

    assert answer["done"] == [reported]
    assert [(one["id"], one["problem"]["code"]) for one in answer["refused"]] == [(waiting, "wrong_state")]


def record(client, path="me/", **query):
    return client.get(f"/api/v1/telework/records/{path}", query)


def test_my_record_by_month_and_fiscal_year(hall, reported, me):
    month = record(me, month="2026-11").json()
    year = record(me, fiscal_year=2026).json()

    assert month["period"] == {
        "first": "2026-11-01", "last": "2026-11-30", "fiscal_year": 2026, "name": "2026年11月",
    }  # fmt: skip
    assert (month["totals"]["days"], month["totals"]["minutes"], month["totals"]["unconfirmed"]) == (1, 465, 1)
    assert [(day["day"], day["state"], day["minutes"]) for day in month["days"]] == [("2026-11-30", "reported", 465)]
    assert month["allowance"]["months"] == [
        {"month": "2026-09", "days": 0},
        {"month": "2026-10", "days": 0},
        {"month": "2026-11", "days": 1},
    ]
    assert (year["period"]["name"], len(year["months"]), year["totals"]) == ("令和8年度", 12, month["totals"])
    assert record(me, month="2026-10").json()["days"] == []


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"month": "2026-13"}, "month"),
        ({"month": "2000-01"}, "month"),
        ({"fiscal_year": 1999}, "fiscal_year"),
        ({"fiscal_year": 2026, "month": "2026-11"}, "fiscal_year"),
    ],
)
def test_a_period_that_is_none_is_refused(hall, me, query, field):
    answer = record(me, **query)

    assert (answer.status_code, list(answer.json()["fields"])) == (400, [field])


def test_a_departments_record_is_for_its_managers_and_hr(hall, reported, me, manager, as_office, as_person):
    section = f"departments/{hall.departments['030202'].pk}/"

    found = record(manager, section, month="2026-11").json()

    assert [(one["person"]["name"], one["totals"]["days"]) for one in found["people"]] == [
        ("山田 葵", 0),
        ("我妻 美咲", 1),
        ("工藤 真理子", 0),
    ]
    assert found["total"]["minutes"] == 465
    assert record(as_office("hr"), section).json() == found
    assert [record(as_person(name), section).status_code for name in ("agatsuma", "sasaki")] == [403, 403]
    assert record(manager, "departments/999999/").status_code == 404
    looks = Event.objects.filter(kind="department.past_viewed")
    assert [len((look.after or {})["people"]) for look in looks] == [2, 3]


def test_a_departments_record_costs_the_same_for_any_number_of_people(
    hall, manager, django_assert_max_num_queries, monday_morning
):
    section = f"departments/{hall.departments['030202'].pk}/"
    for name in ("agatsuma", "kudo"):
        for day in range(1, 10):
            approved(hall, name, day=date(2026, 11, day), state="confirmed")
    bump(Slow.TELEWORK)

    with django_assert_max_num_queries(16):
        assert record(manager, section, fiscal_year=2026).json()["total"]["days"] == 18


def test_a_record_leaves_as_xlsx(hall, reported, manager):
    section = f"departments/{hall.departments['030202'].pk}/export/"

    answer = record(manager, section, month="2026-11")

    (sheet,) = load_workbook(BytesIO(answer.content)).worksheets
    assert answer["Content-Disposition"] == "attachment; filename*=UTF-8''telework-030202-2026-11.xlsx"
    assert sheet["A1"].value == "実施記録　広聴課　2026年11月"
    rows = list(sheet.iter_rows(min_row=3, max_col=4, values_only=True))
    assert rows[0] == ("職員番号", "氏名", "所属", "実施日数")
    assert [row[1:4] for row in rows[1:]] == [
        ("山田 葵", "広聴課", 0),
        ("我妻 美咲", "広聴課", 1),
        ("工藤 真理子", "広聴課", 0),
        ("合計", None, 1),
    ]


def test_a_record_leaves_as_csv_in_both_encodings(hall, reported, manager):
    person = hall.people["kudo"]
    person.name = "𠮷髙 真理子"
    person.save()
    section = f"departments/{hall.departments['030202'].pk}/export/"

    marked = record(manager, section, month="2026-11", format="csv")
    windows = record(manager, section, month="2026-11", format="csv", encoding="cp932")

    assert marked["Content-Type"] == "text/csv"
    assert marked.content.decode("utf-8").startswith("\ufeff職員番号,氏名,所属,")
    assert "𠮷髙 真理子" in marked.content.decode("utf-8-sig")
    assert "〓髙 真理子" in windows.content.decode("cp932")
    assert (marked["X-Replaced-Characters"], windows["X-Replaced-Characters"]) == ("0", "1")


def test_my_record_leaves_as_a_row_a_day(hall, reported, me):
    answer = record(me, "me/export/", month="2026-11", format="csv")

    assert answer.content.decode("utf-8-sig").splitlines()[1] == (
        "2026/11/30,全日,在宅,申請,08:30,17:15,60,465,0,照会への回答,報告済み"
    )


HEAD = "職員番号,ログオン,ログオフ,端末\r\n"


def send(client, content, name="log.csv"):
    body = {"file": SimpleUploadedFile(name, content)}
    return client.post("/api/v1/telework/device-logs/", body, format="multipart")


def test_the_log_of_terminals_is_taken_over_by_it_and_hr(hall, as_office, me, monday_morning):
    monday_morning.shift(timedelta(days=1))
    number = hall.people["agatsuma"].number
    content = f"{HEAD}{number},2026/11/30 08:30,2026/11/30 17:15,PC1\r\n".encode("cp932")

    first = send(as_office("it"), content).json()
    again = send(as_office("hr"), content).json()

    assert first == {"read": 1, "stored": 1, "known": 0, "mistakes": [], "mistakes_total": 0}
    assert (again["stored"], again["known"]) == (0, 1)
    assert send(me, content).status_code == 403


def test_mistakes_of_a_log_come_with_their_lines(hall, as_office):
    content = f"{HEAD}999999,2026/11/27 08:30,2026/11/27 17:15,PC1\r\n".encode()

    answer = send(as_office("it"), content).json()

    assert answer["mistakes"] == [{"line": 2, "message": "職員番号が名簿にありません: 999999"}]
    assert answer["stored"] == 0


def test_the_command_takes_logs_over(hall, tmp_path, capsys, monday_morning):
    monday_morning.shift(timedelta(days=1))
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    number = hall.people["agatsuma"].number
    good.write_text(f"{HEAD}{number},2026/11/30 08:30,2026/11/30 17:15,PC1\r\n", encoding="utf-8-sig")
    bad.write_text("職員番号,ログオン\r\n", encoding="cp932")

    with pytest.raises(CommandError, match=r"bad\.csv: 1"):
        call_command("import_device_log", good, bad, "--language", "en")

    said = capsys.readouterr()
    assert "good.csv: 1 lines; stored: 1, already there: 0, mistakes: 0" in said.out
    assert "bad.csv:1: The header has no column ログオフ." in said.err
    assert DeviceLog.objects.count() == 1
    assert TeleworkRequest.objects.count() == 0
