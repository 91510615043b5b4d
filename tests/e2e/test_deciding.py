"""Reports and registrations on 承認: confirmed, sent back, decided, and decided by two at once."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Route, expect

from tests.e2e.looking import fits_the_window, is_clean
from tests.e2e.person import AOI, Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MARIKO = "s011017"
"""工藤 真理子, chief clerk of the hearing section: 山田 葵 lets her approve."""
COLLEAGUES = {
    "s011037": "阿部 直美",
    "s011049": "遠藤 直美",
    "s011029": "渡邉 翔太",
    "s011045": "後藤 香織",
    "s011033": "櫻井 健一",
    "s011052": "小野寺 真理子",
}
"""People of that section; on any day some of them have planned nothing."""
KEIKO, KEIKOS_NAME = "s011056", "星 恵子"
"""The one of that section whose registration waits."""
COMMENT = "休憩の時間を確かめてください"
MENDED = "研修の日を確かめてください"


def waiting(person: Person, name: str) -> Locator:
    """The row of somebody in the list that waits."""
    return person.page.get_by_role("main").get_by_role("listitem").filter(has_text=name)


def keikos_registration_before(aoi: Person) -> Locator:
    """Everything about it, opened anew."""
    aoi.page.goto("/approvals?show=registrations")
    aoi.page.get_by_role("button", name=f"{KEIKOS_NAME} さんの内容を開く").click()
    return aoi.page.get_by_role("region", name=f"{KEIKOS_NAME}の利用者登録")


def submits_again(keiko: Person) -> None:
    keiko.presses("提出する")
    expect(keiko.page.get_by_text("山田 葵さんの確認を待っています。")).to_be_visible()


def test_aoi_confirms_a_report_and_sends_one_back(arrives: Callable[..., Person]) -> None:
    aoi = arrives(AOI)
    page = aoi.page
    free = (one for one in map(arrives, COLLEAGUES) if one.has_planned_nothing_today())
    right, wrong = next(free), next(free)
    confirmed = right.has_reported(aoi.lets_telework_today(right), done="統計の確認と報告")
    sent_back = wrong.has_reported(aoi.lets_telework_today(wrong), done="名簿の点検と整理")

    page.goto("/approvals?show=reports")
    theirs = page.get_by_role("list", name="確認を待つ報告").get_by_role("listitem")
    one, other = theirs.filter(has_text="統計の確認と報告"), theirs.filter(has_text="名簿の点検と整理")
    expect(one).to_contain_text("実施 8:30–9:30")
    is_clean(page)
    one.get_by_role("button").press("Enter")
    name = COLLEAGUES[right.username]
    panel = page.get_by_role("region", name=f"{name}の報告")
    expect(panel).to_contain_text("統計の確認と報告")
    is_clean(page)
    panel.get_by_role("button", name="確認する").click()
    expect(aoi.toasts).to_contain_text(f"{name} さんの報告を確認しました")
    expect(one).to_have_count(0)
    assert aoi.telework(confirmed)["state"] == "confirmed"

    name = COLLEAGUES[wrong.username]
    other.get_by_role("button").press("Enter")
    page.get_by_role("region", name=f"{name}の報告").get_by_role("button", name="差し戻す").click()
    asked = page.get_by_role("dialog")
    asked.get_by_role("button", name="差し戻す").click()
    expect(asked.get_by_text("入力してください")).to_be_visible()
    is_clean(page)
    asked.get_by_label("コメント").fill(COMMENT)
    asked.get_by_role("button", name="差し戻す").click()
    expect(aoi.toasts).to_contain_text(f"{name} さんに報告を差し戻しました")
    expect(other).to_have_count(0)
    wrong.page.goto(f"/telework/{sent_back}")
    expect(wrong.page.get_by_text(COMMENT).first).to_be_visible()


def test_keikos_registration_is_returned_under_marikos_hands_taken_back_and_approved(
    arrives: Callable[..., Person],
) -> None:
    aoi, keiko = arrives(AOI), arrives(KEIKO)
    mariko = arrives(MARIKO, width=360, height=740, language="en")
    registration = keiko.registration()["id"]

    def aoi_is_faster(route: Route) -> None:
        aoi.decides_registration(registration, "return", comment=MENDED)
        route.continue_()

    phone = mariko.page
    phone.goto("/approvals?whose=delegated&show=registrations")
    expect(waiting(mariko, KEIKOS_NAME)).to_contain_text("In place of 山田 葵")
    phone.get_by_role("button", name=f"Open {KEIKOS_NAME}").click()
    expect(phone.get_by_role("dialog")).to_contain_text("Childcare")
    is_clean(phone)
    phone.route(f"**/registrations/{registration}/approve/", aoi_is_faster)
    phone.get_by_role("dialog").get_by_role("button", name="Approve", exact=True).click()
    expect(phone.get_by_role("alert")).to_contain_text("Meanwhile this has become “Returned”.")
    expect(phone.get_by_role("status").filter(has_text="1 was refused.")).to_contain_text(KEIKOS_NAME)
    fits_the_window(phone)
    is_clean(phone)
    phone.get_by_role("button", name="Understood").click()
    expect(phone.get_by_role("button", name=f"Open {KEIKOS_NAME}")).to_have_count(0)

    page = keiko.page
    page.goto("/telework/registration")
    expect(page.get_by_text(MENDED)).to_be_visible()
    submits_again(keiko)
    keiko.presses("提出を取り下げる")
    expect(keiko.toasts).to_contain_text("取り下げました。下書きに戻っています")
    expect(page.get_by_text("下書きです。まだ提出していません。")).to_be_visible()
    is_clean(page)
    aoi.page.goto("/approvals?show=registrations")
    expect(aoi.page.get_by_text("承認を待つ利用者登録はありません")).to_be_visible()
    submits_again(keiko)

    panel = keikos_registration_before(aoi)
    expect(panel).to_contain_text("育児")
    is_clean(aoi.page)
    panel.get_by_role("button", name="差し戻す").click()
    asked = aoi.page.get_by_role("dialog")
    asked.get_by_label("コメント").fill(COMMENT)
    asked.get_by_role("button", name="差し戻す").click()
    expect(aoi.toasts).to_contain_text(f"{KEIKOS_NAME} さんに差し戻しました")
    page.reload()
    expect(page.get_by_text(COMMENT)).to_be_visible()
    submits_again(keiko)

    keikos_registration_before(aoi).get_by_role("button", name="承認する").click()
    expect(aoi.toasts).to_contain_text(KEIKOS_NAME)
    expect(aoi.page.get_by_text("承認を待つ利用者登録はありません")).to_be_visible()
    assert keiko.registration()["state"] == "approved"
