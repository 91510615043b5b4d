"""The report of each month goes to those who asked and may read it, once, when the month's facts are there."""

from datetime import date

import pytest

from integrations.mail.memory import MemoryPost
from occupancy.files.report import report_content
from occupancy.models import OccupancyDay, ReportSubscription
from occupancy.policies.months import may_go, month_before
from occupancy.policies.periods import Period
from occupancy.services.building import build_day
from occupancy.services.monthly_reports import send_monthly_reports
from occupancy.tests.days import FRIDAY, booked

pytestmark = [pytest.mark.django_db]

ADDRESS = "/api/v1/occupancy/monthly-report/"
EARLY_IN_DECEMBER = "2026-12-07T06:17:00+09:00"


@pytest.fixture
def december(hall, time_machine):
    """A month after the month of the hall's bookings, early in the morning."""
    time_machine.move_to("2026-11-30T08:00:00+09:00", tick=False)
    booked(hall, "agatsuma", "06A-001", came="8:30")
    build_day(FRIDAY)
    time_machine.move_to(EARLY_IN_DECEMBER, tick=False)
    return hall


@pytest.fixture
def reader(december, client_of):
    """Somebody of facilities with an address."""
    account = december.account("kudo")
    account.roles = ["facilities"]
    account.save()
    person = december.people["kudo"]
    person.mail = "kudo@city.example.jp"
    person.save()
    return client_of(account)


def asks(reader, **wanted):
    answer = reader.put(ADDRESS, {"all": False, "floors": [], **wanted}, content_type="application/json")
    assert answer.status_code == 200
    return answer.json()


def test_who_asks_gets_last_month_once_with_its_sheets(reader):
    asks(reader, all=True)
    post = MemoryPost()
    assert [send_monthly_reports(post), send_monthly_reports(post)] == [1, 0]
    (letter,) = post.letters
    assert letter.subject == "利用状況 2026年11月（すべての庁舎）"
    assert "工藤" in letter.body
    assert "平均利用率" in letter.body
    assert [(file.name, file.content[:4]) for file in letter.files] == [
        ("occupancy-2026-11.pdf", b"%PDF"),
        ("occupancy-2026-11.xlsx", b"PK\x03\x04"),
    ]
    assert reader.get(ADDRESS).json()["last_sent_for"] == "2026-11-01"


def test_in_english_and_of_a_floor(reader, december):
    person = december.people["kudo"]
    person.language = "en"
    person.save()
    floor = december.floors["6"]
    asks(reader, floors=[floor.pk])
    post = MemoryPost()
    send_monthly_reports(post)
    assert post.letters[0].subject == f"Occupancy 2026-11 ({floor.name})"


def test_what_is_chosen_stays_and_what_is_not_goes(reader, december, settings):
    settings.MAIL = {"host": "mail.city.example"}
    floors = sorted(floor.pk for floor in december.floors.values())[:2]
    assert asks(reader, all=True, floors=[*floors, floors[0]])["floors"] == floors
    first = ReportSubscription.objects.get(floor=None)
    told = asks(reader, all=True)
    assert (told["floors"], told["mail_possible"], told["address"]) == ([], True, "kudo@city.example.jp")
    assert ReportSubscription.objects.get() == first
    assert asks(reader)["all"] is False
    assert not ReportSubscription.objects.exists()


def test_a_floor_that_is_not_there_is_refused(reader):
    answer = reader.put(ADDRESS, {"all": True, "floors": [999_999]}, content_type="application/json")
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["floors"])
    assert not ReportSubscription.objects.exists()


def test_who_may_read_reports_no_longer_gets_none(reader, december):
    asks(reader, all=True)
    december.account("kudo").__class__.objects.filter(person=december.people["kudo"]).update(roles=[])
    assert send_monthly_reports(MemoryPost()) == 0
    december.account("kudo").__class__.objects.filter(person=december.people["kudo"]).update(roles=["facilities"])
    person = december.people["kudo"]
    person.active_to = date(2026, 12, 1)
    person.save()
    assert send_monthly_reports(MemoryPost()) == 0


def test_a_letter_that_was_not_taken_goes_the_next_time_and_one_that_may_have_arrived_does_not(reader):
    asks(reader, all=True)
    assert send_monthly_reports(MemoryPost(defers={"kudo@city.example.jp"})) == 0
    assert send_monthly_reports(MemoryPost(available=False)) == 0
    assert ReportSubscription.objects.get().sent_for is None
    assert send_monthly_reports(MemoryPost(loses={"kudo@city.example.jp"})) == 0
    assert send_monthly_reports(MemoryPost()) == 0


def test_it_waits_some_days_for_facts_that_are_missing(reader, time_machine):
    asks(reader, all=True)
    time_machine.move_to("2026-12-02T06:17:00+09:00", tick=False)
    assert send_monthly_reports(MemoryPost()) == 0
    time_machine.move_to(EARLY_IN_DECEMBER, tick=False)
    assert send_monthly_reports(MemoryPost()) == 1


def test_it_waits_some_days_for_a_day_that_was_not_over_when_it_was_counted(reader, time_machine):
    asks(reader, all=True)
    for day in range(2, 31):
        if date(2026, 11, day).weekday() < 5:
            build_day(date(2026, 11, day))
    OccupancyDay.objects.filter(day=date(2026, 11, 30)).update(provisional=True)
    time_machine.move_to("2026-12-02T06:17:00+09:00", tick=False)
    assert send_monthly_reports(MemoryPost()) == 0
    OccupancyDay.objects.update(provisional=False)
    assert send_monthly_reports(MemoryPost()) == 1


def test_one_report_that_cannot_be_made_keeps_no_other_back_and_goes_when_it_can(reader, december, monkeypatch):
    floors = [december.floors["6"].pk, december.floors["7"].pk]
    asks(reader, floors=floors)

    def fails_once(reported, *rest, **more):
        if reported.place.id == floors[0]:
            raise ValueError("no such figure")
        return report_content(reported, *rest, **more)

    monkeypatch.setattr("occupancy.services.monthly_reports.report_content", fails_once)
    assert send_monthly_reports(MemoryPost()) == 1
    monkeypatch.undo()
    post = MemoryPost()
    assert send_monthly_reports(post) == 1
    assert december.floors["6"].name in post.letters[0].subject


def test_without_any_facts_nothing_is_sent(reader, time_machine):
    asks(reader, all=True)
    time_machine.move_to("2027-02-07T06:17:00+09:00", tick=False)
    assert send_monthly_reports(MemoryPost()) == 0


def test_the_month_before_is_whole():
    assert month_before(date(2027, 3, 1)) == Period(date(2027, 2, 1), date(2027, 2, 28))
    assert month_before(date(2026, 1, 31)) == Period(date(2025, 12, 1), date(2025, 12, 31))
    assert [may_go(date(2026, 12, day), missing_days=2) for day in (1, 5, 6)] == [False, False, True]
    assert may_go(date(2026, 12, 1), missing_days=0)
