"""Facilities ask how many desks the sections need, place them in the hall, and go on with drafts of areas."""

import re
import time
from collections.abc import Callable
from functools import partial

import pytest
from playwright.sync_api import expect

from tests.e2e.looking import fits_the_window, is_clean
from tests.e2e.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATIENCE_S = 90
"""The worker for heavy jobs does one after another, and the hall's past is loaded by the first of them."""
PATIENCE_MS = PATIENCE_S * 1000
SECONDS = "5"
NEARLY_FULL = "52"
"""Of a hundred people: the sections then claim 1,955 of the hall's 2,045 desks, and nobody places those within 2 % of
the bound in moments."""
ENOUGH_DAYS = 10
"""Working days: an answer stands on so many at least."""


@pytest.fixture
def facilities(arrives_as: Callable[..., Person]) -> Callable[..., Person]:
    """`facilities(width=360)` is whoever keeps the hall, at a browser."""
    return partial(arrives_as, "facilities")


def waits_for_facts(who: Person) -> None:
    """Until enough of the hall's past days are counted."""
    for _ in range(PATIENCE_S):
        if _has_facts(who):
            return
        time.sleep(1)
    raise AssertionError("no facts of the hall's past")


def _has_facts(who: Person) -> bool:
    today = str(who._asks("GET", "/me/")["today"])
    first = f"{int(today[:4]) - 1}{today[4:]}"
    days = who._asks("GET", f"/occupancy/days/?from={first}&to={today}")
    return sum(bool(day["built_at"] and day["working_day"] and day["sources"]["gate"]) for day in days) >= ENOUGH_DAYS


def test_facilities_ask_how_many_desks_are_needed_place_the_sections_and_make_drafts(
    facilities: Callable[..., Person],
) -> None:
    who = facilities()
    waits_for_facts(who)
    page = who.page
    page.goto("/planning")
    page.get_by_role("link", name="シナリオを追加").click()
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.get_by_label("名前").fill("")
    who.presses("計算して保存する")
    expect(page.get_by_label("名前")).to_be_focused()
    expect(page.get_by_text("入力してください。")).to_be_visible()
    is_clean(page)
    page.get_by_label("名前").fill("窓口のほかは週2日まで")
    page.get_by_label("出社の増減(%)").fill("-25")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1, name="窓口のほかは週2日まで")).to_be_visible(timeout=PATIENCE_MS)
    expect(page.get_by_text(re.compile("必要な席.95%の日"))).to_be_visible()
    expect(page.get_by_text(re.compile(r"95%区間 [\d,]+–[\d,]+")).first).to_be_visible()
    page.get_by_role("button", name="1年で席が足りない日の定義").press("Enter")
    expect(page.get_by_text("いまの席のままで、必要な席が席の数をこえる日")).to_be_visible()
    page.get_by_role("button", name="出社がふえたら・へったらを表で見る").click()
    expect(page.get_by_role("region", name="出社がふえたら・へったらの表").get_by_role("table")).to_be_visible()
    is_clean(page)

    page.get_by_role("link", name="階に配置する").click()
    page.get_by_label("計算にかける時間").select_option(SECONDS)
    is_clean(page)
    who.presses("配置を組み立てる")
    stack = page.get_by_role("list", name="階", exact=True)
    expect(stack).to_be_visible(timeout=PATIENCE_MS)
    blocks = stack.get_by_role("button")
    blocks.first.focus()
    page.keyboard.press("ArrowDown")
    expect(blocks.first).not_to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_role("dialog").get_by_role("radio").last.check()
    who.presses("決める")
    expect(page.get_by_role("list", name="階を決めた課").get_by_role("listitem")).to_have_count(1)
    is_clean(page)
    page.get_by_role("button", name="階ごとの配置を表で見る").click()
    expect(page.get_by_role("region", name="階ごとの配置の表").get_by_role("table")).to_be_visible()

    who.presses("エリアの下書きを作る")
    expect(page.get_by_text(re.compile("下書きを.*作りました|ちがうところがありません"))).to_be_visible(
        timeout=PATIENCE_MS
    )

    page.goto("/planning")
    expect(page.get_by_role("heading", name="今後10勤務日の見こみ")).to_be_visible()
    expect(stack).to_be_visible()
    is_clean(page)


def test_a_placement_is_stopped_and_scenarios_of_stated_rates_stand_side_by_side_on_a_phone(
    facilities: Callable[..., Person],
) -> None:
    who = facilities(width=360)
    page = who.page
    page.goto("/planning?add=new")
    for name, rate in (("週3日の出社", "60"), ("半分あまりの出社", NEARLY_FULL)):
        page.get_by_label("名前", exact=True).fill(name)
        page.get_by_label("出社率を決める").check()
        page.get_by_label("人数", exact=True).fill("100")
        page.get_by_label("出社率(%)").fill("160")
        who.presses("計算して保存する")
        expect(page.get_by_text("0から100までの数で入れてください。")).to_be_visible()
        expect(page.get_by_label("人数", exact=True)).to_have_value("100")
        page.get_by_label("出社率(%)").fill(rate)
        who.presses("計算して保存する")
        expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
        fits_the_window(page)
        page.goto("/planning?add=new")
    # 100 people who come for oneself three days in five: 68 desks are enough on 95 % of days.
    page.goto("/planning")
    expect(page.get_by_role("heading", name="週3日の出社")).to_be_visible()
    expect(page.get_by_role("heading", name="半分あまりの出社")).to_be_visible()
    expect(page.get_by_text("68席").first).to_be_visible()
    is_clean(page)

    # Their sections fill the hall nearly, so that the search goes on until it is stopped.
    page.get_by_role("link", name="半分あまりの出社をくわしく見る").click()
    page.get_by_role("link", name="階に配置する").click()
    expect(page.get_by_text(re.compile("各課の席数のもと.*シナリオの出社率"))).to_be_visible()
    who.presses("配置を組み立てる")
    who.presses("計算を中止する")
    expect(page.get_by_text("計算を中止しました")).to_be_visible(timeout=PATIENCE_MS)
    is_clean(page)

    page.goto("/planning")
    page.get_by_role("button", name="半分あまりの出社のほかの操作").click()
    page.get_by_role("menuitem", name="削除する").click()
    page.get_by_role("dialog").get_by_role("button", name="削除する").click()
    expect(page.get_by_role("heading", name="半分あまりの出社")).to_have_count(0)
