"""Somebody new registers for telework, is sent back with a comment, mends it and is approved; a section sets a rule."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.looking import is_clean
from tests.e2e.person import AOI, Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SHIORI = "s010962"
"""齋藤 詩織 of the public relations section, who has not registered."""
YUMI = "s010978"
"""結城 由美, a colleague of hers who has not registered either."""
NANA = "s010955"
"""相澤 奈々, who leads their section."""
HR = "s010334"


def test_shiori_registers_is_sent_back_mends_it_and_is_approved(arrives: Callable[..., Person]) -> None:
    shiori = arrives(SHIORI)
    page = shiori.page
    page.goto("/telework/registration")
    expect(page.get_by_role("heading", name="利用者登録", level=1)).to_be_visible()
    expect(page.get_by_text("相澤 奈々さんが確認します。")).to_be_visible()
    page.get_by_label("実施中の連絡先").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("あと連絡先、研修を受けた日、誓約が必要です")
    expect(page.get_by_label("実施中の連絡先")).to_be_focused()
    is_clean(page)

    page.keyboard.type("090-0000-0000")
    page.get_by_label("理由").select_option("childcare")
    page.get_by_label("情報セキュリティ研修を受けた日").fill("2026-05-11")
    shiori.presses("下書きを保存")
    expect(shiori.toasts).to_contain_text("下書きを保存しました")
    expect(page.get_by_label("実施中の連絡先")).to_have_value("090-0000-0000")
    page.get_by_label("誓約事項を読み、これを守ります").press("Space")
    shiori.presses("提出する")
    expect(page.get_by_text("相澤 奈々さんの確認を待っています。")).to_be_visible()
    is_clean(page)

    nana = arrives(NANA)
    registration = shiori.registration()["id"]
    nana.decides_registration(registration, "return", comment="会社の携帯の番号にしてください")
    page.reload()
    expect(page.get_by_text("会社の携帯の番号にしてください")).to_be_visible()
    expect(page.get_by_text("差し戻されました。")).to_be_visible()
    is_clean(page)
    page.get_by_label("実施中の連絡先").fill("080-1111-2222")
    page.get_by_role("button", name="提出する").press("Enter")
    expect(page.get_by_text("相澤 奈々さんの確認を待っています。")).to_be_visible()

    nana.decides_registration(registration, "approve")
    page.reload()
    expect(page.get_by_text("まで、テレワークを申請できます。")).to_be_visible()
    expect(page.get_by_text("080-1111-2222")).to_be_visible()
    is_clean(page)


def test_yumi_registers_in_english_on_a_phone(arrives: Callable[..., Person]) -> None:
    yumi = arrives(YUMI, width=360, height=740, language="en")
    page = yumi.page
    page.goto("/telework/registration")
    expect(page.get_by_role("heading", name="Registration for telework", level=1)).to_be_visible()
    page.get_by_label("Where you usually telework").select_option("relatives_home")
    yumi.presses("Submit")
    expect(page.get_by_label("Address or name of the place")).to_be_focused()
    is_clean(page)
    page.keyboard.type("My mother's home")
    page.get_by_label("How to reach you meanwhile").fill("090-0000-0000")
    page.get_by_label("Day of your information security training").fill("2026-05-11")
    page.get_by_label("I have read the pledge and will keep it").check()
    yumi.presses("Submit")
    expect(page.get_by_text("It waits for 相澤 奈々.")).to_be_visible()
    is_clean(page)


def test_aoi_sets_a_rule_of_her_section_sees_what_changes_and_takes_it_back(arrives: Callable[..., Person]) -> None:
    aoi = arrives(AOI)
    page = aoi.page
    page.goto("/section/settings")
    rules = page.get_by_role("region", name="広聴課")
    expect(rules).to_contain_text("続けて5日までです。")
    is_clean(page)
    aoi.presses("変更する")
    page.get_by_label("続けられる日数").fill("40")
    aoi.presses("変更を確認する")
    expect(page.get_by_text("0から31までの数を入れてください。")).to_be_visible()
    is_clean(page)
    page.get_by_label("続けられる日数").fill("4")
    page.get_by_label("続けられる日数").press("Enter")
    asked = page.get_by_role("dialog", name="次のように変わります")
    expect(asked).to_contain_text("いま: 続けて5日までです。")
    expect(asked).to_contain_text("変更後: 続けて4日までです。")
    is_clean(page)
    asked.get_by_role("button", name="変更を保存").click()
    expect(rules).to_contain_text("続けて4日までです。")
    aoi.undoes()
    expect(rules).to_contain_text("続けて5日までです。")


def test_hr_reads_everybodys_rules_in_english_on_a_phone(arrives: Callable[..., Person]) -> None:
    hr = arrives(HR, width=360, height=740, language="en")
    page = hr.page
    page.goto("/section/settings?department=everyone")
    expect(page.get_by_role("heading", name="Rules for everyone")).to_be_visible()
    expect(page.get_by_text("At most 3 days a week.")).to_be_visible()
    is_clean(page)
    hr.presses("Change")
    expect(page.get_by_label("Most days a week", exact=True)).to_be_visible()
    is_clean(page)
