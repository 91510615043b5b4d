"""HR orders telework for one department, sees beforehand what it changes, and takes the order back."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.looking import is_clean
from tests.e2e.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HR = "s010334"
SECTION = "減災推進課"
COMES = "小野寺 沙織"
"""Chief of that section's stores, who has to come all the same."""
REASON = "大雪の予報のため"


def test_hr_orders_telework_for_one_section_and_takes_the_order_back(arrives: Callable[..., Person]) -> None:
    hr = arrives(HR)
    page, day = hr.page, hr.working_day(9)
    page.goto("/approvals/orders")
    hr.presses("新しい命令")
    form = page.get_by_role("form", name="新しい命令")
    whom = form.get_by_role("combobox", name="だれに")
    expect(whom).to_be_focused()
    expect(whom.locator("option").filter(has_text=SECTION)).to_have_count(1)
    whom.select_option(whom.locator("option").filter(has_text=SECTION).get_attribute("value"))
    form.get_by_label("いつから").fill(day)
    form.get_by_label("いつまで").fill(day)
    form.get_by_label("除く人").fill(COMES)
    form.get_by_role("button", name=re.compile(f"^{COMES} ?{SECTION}")).click()
    expect(form.get_by_role("button", name=f"{COMES} さんを除かない")).to_be_visible()
    form.get_by_role("button", name="確かめる").press("Enter")
    expect(form.get_by_text("理由を入力してください")).to_be_visible()
    expect(form.get_by_label("理由", exact=True)).to_be_focused()
    is_clean(page)

    page.keyboard.type(REASON)
    form.get_by_role("button", name="確かめる").press("Enter")
    effect = form.get_by_role("status").filter(has_text="この命令で変わること")
    expect(effect).to_contain_text(re.compile("\\d+人 / 延べ \\d+日"))
    is_clean(page)
    form.get_by_role("button", name="命令を出す").press("Enter")
    expect(hr.toasts).to_contain_text("命令を出しました")
    expect(page.get_by_role("heading", name="在宅勤務の命令")).to_be_focused()
    order = page.get_by_role("list", name="これまでの命令").get_by_role("listitem").filter(has_text=REASON)
    expect(order).to_contain_text(SECTION)
    expect(order).to_contain_text("これから")
    expect(order).to_contain_text(f"除く人: {COMES}")
    is_clean(page)

    order.get_by_role("button", name=re.compile("の命令を取りやめる$")).click()
    asked = page.get_by_role("dialog", name="命令を取りやめますか")
    is_clean(page)
    asked.get_by_role("button", name="取りやめる", exact=True).click()
    expect(hr.toasts).to_contain_text("命令を取りやめました")
    expect(order).to_contain_text("取りやめ")
    expect(order.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("heading", name="在宅勤務の命令")).to_be_focused()


def test_hr_writes_an_order_in_english_on_a_phone(arrives: Callable[..., Person]) -> None:
    hr = arrives(HR, width=360, height=740, language="en")
    page = hr.page
    page.goto("/approvals/orders")
    hr.presses("New order")
    form = page.get_by_role("form", name="New order")
    expect(form.get_by_label("For whom")).to_have_value("everybody")
    form.get_by_label("From", exact=True).fill(hr.working_day(9))
    form.get_by_label("Until", exact=True).fill(hr.working_day(8))
    form.get_by_text("Epidemic", exact=True).click()
    form.get_by_role("button", name="See what it does").click()
    expect(form.get_by_text("This is before the first day")).to_be_visible()
    expect(form.get_by_label("Until", exact=True)).to_be_focused()
    is_clean(page)
    form.get_by_role("button", name="Cancel").click()
    expect(form).to_be_hidden()
    expect(page.get_by_role("heading", name="Telework orders")).to_be_focused()
    is_clean(page)
