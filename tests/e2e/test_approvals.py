"""What waits for a decision: cleared by the manager, by her delegate in her place, and held up by the minimum."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.looking import fits_the_window, is_clean
from tests.e2e.person import AOI, Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MARIKO = "s011017"
"""工藤 真理子, chief clerk of the hearing section: 山田 葵 lets her approve."""
YOKO, SAORI, YUMI, YUKO, MISAKI_S = "s011031", "s011039", "s011042", "s011050", "s011044"
"""今野 陽子, 千葉 沙織, 佐々木 由美, 庄子 裕子, 佐々木 美咲 of the same section."""
COMMENT = "午後の窓口を確かめてから、もう一度出してください"
REASON = "議会の日のため"


def row(person: Person, name: str) -> Locator:
    """The row of somebody in the list that is shown."""
    return person.page.get_by_role("listitem").filter(has=person.page.get_by_label(re.compile(name))).first


def test_aoi_clears_the_days_approvals_by_keyboard(arrives: Callable[..., Person]) -> None:
    approved = [arrives(who).has_asked_to_telework(unit="am", tasks="議事録の作成") for who in (YUMI, YUKO)]
    saori = arrives(SAORI)
    returned = saori.has_asked_to_telework(unit="pm", tasks="要望一覧の整理")
    aoi = arrives(AOI)
    page, keys = aoi.page, aoi.page.keyboard
    page.goto("/approvals")
    expect(page.get_by_role("list", name="承認を待つ申請")).to_be_visible()
    expect(row(aoi, "庄子 裕子")).to_contain_text("議事録の作成")
    expect(row(aoi, "庄子 裕子")).to_contain_text(re.compile("庁舎 ?午前 ?\\d+→\\d+人"))
    is_clean(page)

    for name in ("佐々木 由美", "庄子 裕子"):
        page.get_by_role("button", name=f"{name} さんの内容を開く").focus()
        keys.press("Space")
        expect(page.get_by_role("checkbox", name=f"{name} さんを選ぶ")).to_be_checked()
    keys.press("ArrowUp")
    expect(page.get_by_role("button", name="庄子 裕子 さんの内容を開く")).not_to_be_focused()
    page.get_by_role("button", name="2件を承認").focus()
    keys.press("Enter")
    expect(page.get_by_role("status").filter(has_text="2件を承認しました")).to_be_focused()
    expect(page.get_by_role("button", name="庄子 裕子 さんの内容を開く")).to_be_hidden()
    assert {aoi.telework(one["id"])["state"] for one in approved} == {"approved"}

    page.get_by_role("button", name="千葉 沙織 さんの内容を開く").focus()
    keys.press("Enter")
    panel = page.get_by_role("region", name="千葉 沙織の申請")
    expect(panel).to_contain_text("庁舎にいる人")
    is_clean(page)
    panel.get_by_role("button", name="差し戻す").click()
    page.get_by_label("コメント").fill(COMMENT)
    keys.press("Escape")
    panel.get_by_role("button", name="差し戻す").click()
    expect(page.get_by_label("コメント")).to_have_value(COMMENT)
    is_clean(page)
    page.get_by_role("dialog").get_by_role("button", name="差し戻す").click()
    expect(aoi.toasts).to_contain_text("千葉 沙織 さんに差し戻しました")
    saori.page.goto("/notices")
    expect(saori.page.get_by_text(f"「{COMMENT}」").first).to_be_visible()
    assert saori.telework(returned["id"])["state"] == "returned"


def test_aoi_rejects_with_a_reason_and_takes_an_approval_back(arrives: Callable[..., Person]) -> None:
    yoko = arrives(YOKO)
    rejected = yoko.has_asked_to_telework(unit="full", tasks="年度計画の下書き")
    approved = arrives(YUKO).has_asked_to_telework(unit="pm", tasks="議事録の確認")
    aoi = arrives(AOI)
    page = aoi.page
    page.goto("/approvals")
    page.get_by_role("button", name="今野 陽子 さんの内容を開く").click()
    page.get_by_role("region", name="今野 陽子の申請").get_by_role("button", name="却下").click()
    page.get_by_role("button", name="却下する").click()
    expect(page.get_by_text("入力してください")).to_be_visible()
    page.get_by_label("却下の理由").fill(REASON)
    page.get_by_role("button", name="却下する").click()
    expect(aoi.toasts).to_contain_text("今野 陽子 さんの申請を却下しました")
    assert yoko.telework(rejected["id"])["comment"] == REASON

    page.get_by_role("button", name="庄子 裕子 さんの内容を開く").click()
    page.get_by_role("button", name="承認する").click()
    expect(aoi.toasts).to_contain_text("庄子 裕子 さんの申請を承認しました")
    page.get_by_text("済み", exact=True).click()
    done = page.get_by_role("listitem").filter(has_text="議事録の確認")
    done.get_by_role("button", name="庄子 裕子 さんの承認を取り消す").click()
    page.get_by_label("取消しの理由").fill("窓口の当番がかわったため")
    page.get_by_role("dialog").get_by_role("button", name="承認を取り消す").click()
    expect(done).to_contain_text("承認取消")
    assert aoi.telework(approved["id"])["state"] == "revoked"
    is_clean(page)


def test_mariko_approves_in_aois_place_in_english_on_a_phone(arrives: Callable[..., Person]) -> None:
    asked = arrives(MISAKI_S).has_asked_to_telework(unit="pm", tasks="統計の確認")
    mariko = arrives(MARIKO, width=360, height=740, language="en")
    page = mariko.page
    page.goto("/approvals?whose=delegated")
    opener = page.get_by_role("button", name="Open 佐々木 美咲")
    expect(row(mariko, "佐々木 美咲")).to_contain_text("In place of 山田 葵")
    is_clean(page)
    opener.click()
    expect(page.get_by_role("dialog")).to_contain_text("統計の確認")
    is_clean(page)
    page.get_by_role("dialog").get_by_role("button", name="Approve", exact=True).click()
    expect(mariko.toasts).to_contain_text("Approved 佐々木 美咲")
    expect(opener).to_be_hidden()
    decided = mariko.telework(asked["id"])
    assert (decided["state"], decided["decided_as"], decided["decided_for"]["name"]) == (
        "approved",
        "delegate",
        "山田 葵",
    )
    page.get_by_text("Done", exact=True).click()
    expect(page.get_by_text("in place of 山田 葵").first).to_be_visible()
    fits_the_window(page)


def test_the_minimum_holds_an_approval_up_and_says_whose_rule_it_is(arrives: Callable[..., Person]) -> None:
    aoi = arrives(AOI, width=360, height=740)
    try:
        asked = arrives(YUMI).has_asked_to_telework(unit="pm", tasks="名簿の点検")
        aoi.needs_on_site(30)
        aoi.page.goto("/approvals")
        mine = row(aoi, "佐々木 由美")
        expect(mine).to_contain_text(re.compile("最低 30人に \\d+人不足"))
        expect(mine).to_contain_text("このままでは承認できません")
        is_clean(aoi.page)
        aoi.page.get_by_role("checkbox", name="佐々木 由美 さんを選ぶ").check()
        expect(aoi.page.get_by_role("button", name="0件を承認")).to_be_disabled()
        aoi.needs_on_site(4)
        aoi.page.reload()
        aoi.page.get_by_role("button", name="佐々木 由美 さんの内容を開く").click()
        aoi.page.get_by_role("button", name="承認する").click()
        expect(aoi.toasts).to_contain_text("佐々木 由美 さんの申請を承認しました")
        assert aoi.telework(asked["id"])["state"] == "approved"
    finally:
        aoi.needs_on_site(4)
