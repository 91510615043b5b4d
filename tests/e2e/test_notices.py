"""Misaki is told of what happened to her desk, and acts on it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.looking import PLAN, is_clean
from tests.e2e.person import AOI, MISAKI, Person
from tests.e2e.waiting import until

pytestmark = [pytest.mark.browser, pytest.mark.slow]

THE_BELL_ASKS_SECONDS = 30


def test_misaki_hears_that_her_desk_was_given_up_and_finds_her_bookings_by_keyboard(
    arrives: Callable[..., Person],
) -> None:
    misaki = arrives(MISAKI)
    misaki.page.goto("/")
    expect(misaki.page.get_by_role("button", name=re.compile("^お知らせ"))).to_be_visible()
    already = misaki.unread()
    _something_happens_to(misaki, arrives(AOI))
    misaki.lets_pass(THE_BELL_ASKS_SECONDS)
    bell = misaki.page.get_by_role("button", name=re.compile(f"^お知らせ 未読(?!{already}件)"))
    expect(bell).to_be_visible()
    unread = int(re.sub(r"\D", "", bell.get_attribute("aria-label") or ""))

    bell.focus()
    misaki.page.keyboard.press("Enter")
    window = misaki.page.get_by_role("dialog", name="お知らせ")
    newest = window.get_by_role("listitem").first
    expect(newest).to_contain_text("席の予約が取り消されました")
    expect(newest).to_contain_text("山田 葵 さんが、あなたの")
    is_clean(misaki.page, but=PLAN | {"region"})  # what closes the window for a screen reader stands beside it
    newest.get_by_role("link", name="予約を見る").focus()
    misaki.page.keyboard.press("Enter")
    expect(misaki.page).to_have_url(re.compile("/bookings$"))
    expect(window).to_be_hidden()
    left = f"お知らせ 未読{unread - 1}件" if unread > 1 else "お知らせ"
    expect(misaki.page.get_by_role("button", name=left, exact=True)).to_be_visible()


def test_on_a_phone_misaki_reads_everything_and_chooses_her_mails_in_english(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI, width=360, height=760, language="en")
    _something_happens_to(misaki, arrives(AOI))
    page = misaki.page
    page.goto("/")
    page.get_by_role("link", name=re.compile("^Notices")).click()
    notices = page.get_by_role("list", name="List of notices")
    expect(notices.get_by_text("A booking of yours was cancelled").first).to_be_visible()
    is_clean(page)
    page.get_by_role("button", name="Mark all as read", exact=True).click()
    expect(page.get_by_text("Unread", exact=True)).to_have_count(0)
    expect(page.get_by_role("link", name="Notices", exact=True).first).to_be_visible()

    page.get_by_role("link", name="By mail").click()
    choice = page.get_by_label("Mail about Closures and moves")
    choice.select_option("Once a day (8:00)")
    expect(misaki.toasts.get_by_text("Mail about “Closures and moves”: Once a day (8:00)")).to_be_visible()
    misaki.undoes()
    expect(choice).to_have_value("at_once")
    is_clean(page)


def _something_happens_to(misaki: Person, aoi: Person) -> None:
    """Misaki's manager books a desk for her and gives it up again, and the worker brings her word of it."""
    before = misaki.newest_notice()["id"]
    person = misaki.finds("我妻 美咲 広聴課")["id"]
    day = aoi.day_on_which_nothing_is_planned(person)
    desk = misaki.free_desks(day)[0]["id"]
    booking = aoi.has_booked_for(person, desk, day)
    aoi.gives_up(booking["id"])
    until(lambda: misaki.newest_notice()["id"] > before and misaki.newest_notice()["kind"] == "cancelled_for_you")
