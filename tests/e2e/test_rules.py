"""Facilities try a rule on what was, set it and take it away; people ask why a desk is not for them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.looking import is_clean
from tests.e2e.person import MISAKI, Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FACILITIES = "s011447"
"""Somebody of the section that looks after the building."""


def test_facilities_try_a_rule_before_they_set_it(arrives: Callable[..., Person]) -> None:
    facilities = arrives(FACILITIES)
    page = facilities.page
    page.goto("/rules")
    expect(page.get_by_role("heading", name="予約の規則", level=1)).to_be_visible()
    usual = page.get_by_role("region", name="予約の標準ルール")
    expect(usual).to_contain_text("14勤務日先まで予約できます")
    expect(usual).to_contain_text("所管: 庁舎管理課")
    is_clean(page)

    facilities.presses("規則を足す")
    page.get_by_role("button", name="この規則に決める").click()
    expect(page.get_by_text("入力してください。").first).to_be_visible()
    page.get_by_label("規則の名前", exact=True).fill("自由席の長さ")
    page.get_by_label("所管", exact=True).fill("庁舎管理課")
    page.get_by_label("席の利用区分").select_option("bookable")
    page.get_by_label("1回の長さの上限").fill("240")
    page.get_by_role("button", name="この規則を試す").click()
    tried = page.get_by_role("region", name="先に試す")
    expect(tried).to_contain_text("を断っていました", timeout=60_000)
    expect(tried.get_by_role("table", name="断る理由")).to_contain_text("自由席の長さ(240)")
    is_clean(page)

    page.get_by_role("button", name="この規則に決める").click()
    mine = page.get_by_role("region", name="自由席の長さ")
    expect(mine).to_contain_text("1回の予約は240分まで")
    mine.get_by_role("button", name="自由席の長さ(予約席)をなくす").click()
    facilities.presses("規則をなくす")
    expect(mine).to_have_count(0)


def test_the_rules_read_in_english_on_a_phone(arrives: Callable[..., Person]) -> None:
    facilities = arrives(FACILITIES, width=360, height=740, language="en")
    facilities.page.goto("/rules")
    expect(facilities.page.get_by_role("region", name="Usual booking rule")).to_contain_text(
        "Desks can be booked 14 working days ahead"
    )
    is_clean(facilities.page)
    facilities.page.goto("/rules?edit=new")
    expect(facilities.page.get_by_label("Bookings at once", exact=True)).to_be_visible()
    is_clean(facilities.page)


def test_misaki_asks_why_a_desk_is_not_for_her(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI)
    desk = misaki.free_desks(misaki.working_day(1))[0]
    misaki.opens_book(day="2027-10-02", desk=desk["id"])
    panel = misaki.panel(desk["code"])
    panel.get_by_text("なぜ?").click()
    reasons = panel.get_by_role("list", name="予約できない理由のすべて")
    expect(reasons.get_by_role("listitem")).to_have_count(2)
    expect(reasons).to_contain_text("まだ予約を受け付けていない日です。")
    expect(reasons).to_contain_text("閉庁日は予約できません。")
    expect(reasons).to_contain_text("所管: 庁舎管理課")
    is_clean(misaki.page)
