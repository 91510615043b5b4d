"""Facilities walk a floor with a phone and count, with and without a network; and at a desk by keys alone."""

import re
from collections.abc import Callable
from functools import partial

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.looking import is_clean
from tests.e2e.person import MISAKI, Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def caretaker(arrives_as: Callable[..., Person]) -> Callable[..., Person]:
    """`caretaker(width=360)` is whoever looks after the building."""
    return partial(arrives_as, "facilities")


def walks(who: Person, floor: str) -> Page:
    who.page.goto(f"/count?floor={who.floor_named(floor)}")
    return who.page


def test_a_floor_is_counted_area_after_area_also_without_a_network(caretaker: Callable[..., Person]) -> None:
    page = walks(caretaker(width=360, height=740), "12階")
    rows = page.get_by_role("list").filter(has_text="12階Aエリア").get_by_role("listitem")
    expect(page.get_by_role("progressbar", name="6エリアのうち0エリアを数えました")).to_be_visible()
    expect(page.get_by_text("予約では")).to_have_count(0)
    is_clean(page)
    page.get_by_role("button", name="5席増やす").click()
    page.get_by_role("button", name="1席増やす").click()
    page.get_by_role("button", name="数えた").click()
    expect(rows.nth(0)).to_contain_text(re.compile(r"席のうち6席.*予約では\d+席"))
    expect(page.get_by_role("heading", name="12階Bエリア")).to_be_visible()
    page.context.set_offline(True)
    page.get_by_role("button", name="1席増やす").click()
    page.get_by_role("button", name="数えた").click()
    expect(page.get_by_text("未送信のカウントが1件あります")).to_be_visible()
    expect(rows.nth(1)).to_contain_text(re.compile("席のうち1席.*未送信"))
    is_clean(page)
    page.context.set_offline(False)
    expect(rows.nth(1)).to_contain_text(re.compile(r"席のうち1席.*予約では\d+席"))
    rows.nth(1).get_by_role("button", name="取り消す").click()
    expect(rows.nth(1)).to_contain_text("まだ数えていません")
    page.reload()
    expect(page.get_by_role("progressbar", name="6エリアのうち1エリアを数えました")).to_be_visible()
    rows.nth(0).get_by_role("button", name="取り消す").click()
    expect(page.get_by_role("progressbar", name="6エリアのうち0エリアを数えました")).to_be_visible()


def test_counting_by_keys_alone_says_what_cannot_be(caretaker: Callable[..., Person]) -> None:
    page = walks(caretaker(language="en"), "11階")
    field = page.get_by_label("Desks in use")
    field.focus()
    page.keyboard.type("999")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text(re.compile(r"Only \d+ desks are in service here"))
    expect(field).to_be_focused()
    is_clean(page)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("3")
    page.keyboard.press("Enter")
    row = page.get_by_role("listitem").filter(has_text=re.compile(r"3 of \d+ desks"))
    expect(row).to_contain_text("By bookings")
    expect(page.get_by_role("status").filter(has_text="3 recorded")).to_have_count(1)
    row.get_by_role("button", name=re.compile("^Take back")).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("By bookings")).to_have_count(0)


def test_nobody_else_counts(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI)
    misaki.page.goto("/count")
    expect(misaki.page.get_by_role("button", name="数えた")).to_have_count(0)
    expect(misaki.page.get_by_role("heading", level=1)).to_be_visible()
