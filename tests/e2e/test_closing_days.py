"""Facilities close the city on a day, enter an event, and read a calendar's file before it is taken over."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest
from playwright.sync_api import expect

from tests.e2e.looking import is_clean
from tests.e2e.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FILE = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//City//Calendar//JA\r
BEGIN:VEVENT\r
UID:founding-day@city.example.jp\r
DTSTAMP:20260101T000000Z\r
DTSTART;VALUE=DATE:{start}\r
SUMMARY:創立記念の閉庁\r
END:VEVENT\r
END:VCALENDAR\r
"""


@pytest.fixture
def caretaker(arrives_as: Callable[..., Person]) -> Callable[..., Person]:
    """`caretaker(width=360)` is whoever looks after the building."""
    return partial(arrives_as, "facilities")


def a_wednesday(who: Person) -> date:
    """A Wednesday of the next fiscal year that no 祝日 falls on."""
    today = date.fromisoformat(who._asks("GET", "/me/")["today"])
    year = today.year + (today.month >= 4)
    june = date(year, 6, 10)
    return june + timedelta(days=(2 - june.weekday()) % 7)


def test_a_closing_day_is_set_by_keyboard_and_taken_back(caretaker: Callable[..., Person]) -> None:
    who = caretaker()
    day = a_wednesday(who)
    page = who.page
    page.goto("/")
    page.get_by_role("link", name="閉庁日・行事", exact=True).click()
    expect(page.get_by_role("heading", name="閉庁日・行事", level=1)).to_be_focused()
    page.get_by_label("年度").select_option(str(day.year))
    is_clean(page)
    page.get_by_role("button", name="閉庁日を追加").focus()
    page.keyboard.press("Enter")
    field = page.get_by_label("日", exact=True)
    expect(field).to_be_focused()
    field.fill(day.isoformat())
    page.get_by_label("名前", exact=True).fill("庁舎の電気点検")
    page.keyboard.press("Enter")
    days = page.get_by_role("list", name="閉庁日")
    row = days.get_by_role("listitem").filter(has_text="庁舎の電気点検")
    expect(row).to_have_count(1)
    expect(page.get_by_role("button", name="閉庁日を追加")).to_be_focused()
    row.get_by_role("button", name="外す").click()
    expect(row).to_have_count(0)
    who.toasts.get_by_role("button", name="元に戻す").click()
    expect(row).to_have_count(1)
    row.get_by_role("button", name="外す").click()
    expect(row).to_have_count(0)


def test_a_file_is_looked_at_before_it_is_taken_over_on_a_phone(caretaker: Callable[..., Person]) -> None:
    who = caretaker(width=360, language="en")
    day = a_wednesday(who)
    page = who.page
    page.goto(f"/closing-days?year={day.year}")
    expect(page.get_by_role("heading", name="Closing days and events", level=1)).to_be_visible()
    file = page.locator("input[type=file]")
    text = FILE.format(start=f"{day:%Y%m%d}")
    broken = text.replace(f"{day:%Y%m%d}", "2027XX10")
    file.set_input_files({"name": "broken.ics", "mimeType": "text/calendar", "buffer": broken.encode()})
    expect(page.get_by_text("Line 7:")).to_be_visible()
    expect(page.get_by_role("button", name="Take this over")).to_have_count(0)
    is_clean(page)
    file.set_input_files({"name": "city.ics", "mimeType": "text/calendar", "buffer": text.encode()})
    expect(page.get_by_role("list", name="1 to add")).to_contain_text("創立記念の閉庁")
    days = page.get_by_role("list", name="Closing days")
    expect(days.get_by_text("創立記念の閉庁")).to_have_count(0)
    who.presses("Take this over")
    row = days.get_by_role("listitem").filter(has_text="創立記念の閉庁")
    expect(row).to_contain_text("From a calendar")
    is_clean(page)
    row.get_by_role("button", name="Remove").click()
    expect(row).to_have_count(0)


def test_an_event_stands_beside_the_days(caretaker: Callable[..., Person]) -> None:
    who = caretaker()
    day = a_wednesday(who)
    page = who.page
    page.goto(f"/closing-days?year={day.year}")
    who.presses("行事を追加")
    page.get_by_label("はじまりの日").fill(day.isoformat())
    page.get_by_label("おわりの日").fill((day - timedelta(days=1)).isoformat())
    page.get_by_label("名前", exact=True).fill("市議会 6月定例会")
    who.presses("追加する")
    expect(page.get_by_text("おわりの日は、はじまりの日より後にしてください。")).to_be_visible()
    page.get_by_label("おわりの日").fill((day + timedelta(days=1)).isoformat())
    who.presses("追加する")
    row = page.get_by_role("list", name="行事").get_by_role("listitem").filter(has_text="市議会 6月定例会")
    expect(row).to_have_count(1)
    is_clean(page)
    row.get_by_role("button", name="外す").click()
    expect(row).to_have_count(0)
