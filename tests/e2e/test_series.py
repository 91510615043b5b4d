"""A desk every week: looked at date by date, booked, and given up from a day on. In both languages, by keyboard too."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.looking import is_clean
from tests.e2e.person import MISAKI, Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_misaki_books_a_desk_every_week_and_gives_up_the_rest(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI)
    page = misaki.page
    day = misaki.working_day(9)
    desk = misaki.free_desks(day)[0]
    misaki.opens_book(day=day, desk=desk["id"])
    misaki.panel(desk["code"]).get_by_role("link", name="毎週の予約にする").click()
    expect(page.get_by_role("heading", name=f"{desk['code']} を毎週つかう", level=1)).to_be_visible()
    dates = page.get_by_role("list", name="予約する日")
    expect(dates.get_by_role("listitem").first).to_contain_text("予約できます")
    is_clean(page)

    dates.get_by_role("checkbox").nth(1).uncheck()
    expect(dates.get_by_role("listitem").nth(1)).to_contain_text("外しました")
    book = page.get_by_role("button", name=re.compile(r"^\d+日を予約する$"))
    count = int(re.sub(r"\D", "", book.inner_text()))
    book.click()
    expect(misaki.toasts).to_contain_text(f"{desk['code']} を{count}日予約しました")
    expect(page.get_by_role("heading", name=f"毎週の予約 {desk['code']}", level=1)).to_be_visible()
    coming = page.get_by_role("list", name="これからの日")
    expect(coming.get_by_role("listitem")).to_have_count(count)
    is_clean(page)

    second = page.get_by_label("この日から").locator("option").nth(1)
    page.get_by_label("この日から").select_option(str(second.get_attribute("value")))
    page.get_by_role("button", name=f"{count - 1}日を取り消す").click()
    expect(misaki.toasts).to_contain_text(f"{count - 1}日の予約を取り消しました")
    expect(coming.get_by_role("listitem")).to_have_count(1)
    misaki.toasts.get_by_role("button", name="元に戻す").last.click()  # the booking could be undone too
    expect(coming.get_by_role("listitem")).to_have_count(count)

    page.get_by_label("この日から").select_option(index=0)
    page.get_by_role("button", name=f"{count}日を取り消す").click()
    expect(page.get_by_text("これからの日はありません")).to_be_visible()


def test_misaki_moves_one_of_her_dates_at_her_phone_in_english(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI, width=360, height=740, language="en")
    page = misaki.page
    day = misaki.working_day(8)
    desk, other, *_ = misaki.free_desks(day)
    page.goto(f"/series/new?desk={desk['id']}&code={desk['code']}&from={day}")
    dates = page.get_by_role("list", name="Dates")
    expect(dates.get_by_role("listitem").first).to_contain_text("Can be booked")
    is_clean(page)
    page.get_by_role("button", name=re.compile(r"^Book \d+ dates$")).press("Enter")
    coming = page.get_by_role("list", name="Dates to come")
    expect(coming.get_by_role("listitem").first).to_contain_text(desk["code"])

    page.get_by_role("radio", name="One date").press(" ")
    page.get_by_role("button", name="Change desk or time").press("Enter")
    page.get_by_label("New desk").fill(other["code"])
    page.get_by_role("button", name="Check", exact=True).press("Enter")
    expect(page.get_by_role("region", name="What the change comes to")).to_contain_text("Can be changed")
    is_clean(page)
    page.get_by_role("button", name="Change 1 date").press("Enter")
    expect(coming.get_by_role("listitem").first).to_contain_text(other["code"])
    expect(coming.get_by_role("listitem").first).to_contain_text("Changed by itself")

    page.goto("/bookings")
    mine = page.get_by_role("region", name="Weekly bookings")
    expect(mine).to_contain_text("1 changed by itself")
    mine.get_by_role("link", name="Change or cancel dates").first.click()
    page.get_by_role("button", name=re.compile(r"^Cancel \d+ dates$")).click()
    expect(page.get_by_text("No dates to come")).to_be_visible()
