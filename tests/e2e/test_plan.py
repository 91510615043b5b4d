"""Two weeks planned in place: desks, requests, a leave that asks first. In both languages, by keyboard too."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.looking import PLAN, is_clean
from tests.e2e.person import MISAKI, Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def _cell(person: Person, day: str, half: str) -> Locator:
    """Half a day of the plan; `day` is an ISO day."""
    row = person.page.locator(f"#plan-{day}")
    return row.get_by_role("button", name=re.compile(half))


def _opens_plan(person: Person, day: str) -> None:
    """The plan with the week of `day` first."""
    person.page.goto(f"/plan?week={day}")
    expect(_cell(person, day, "午前|Morning")).to_be_visible()


def _chooses(person: Person, day: str, choice: str, half: str = "午前|Morning") -> None:
    _cell(person, day, half).click()
    person.page.get_by_role("menuitem", name=choice).click()


def test_misaki_takes_a_desk_in_place_and_a_leave_asks_before_it_goes(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI)
    page, day = misaki.page, misaki.working_day(7)
    _opens_plan(misaki, day)
    _chooses(misaki, day, "職場の近くの席(おまかせ)")
    morning = _cell(misaki, day, "午前")
    expect(misaki.toasts).to_contain_text("をとりました")
    expect(morning).to_have_accessible_name(re.compile(r"出勤 \d\d[A-Z]-\d+"))
    desk = morning.inner_text()[-7:]
    is_clean(page)

    _chooses(misaki, day, "休暇")
    asked = page.get_by_role("dialog", name="休暇にすると、次の予定がなくなります")
    expect(asked).to_contain_text(desk)
    asked.get_by_role("button", name="このままにする").click()
    expect(morning).to_have_accessible_name(re.compile(desk))
    _chooses(misaki, day, "休暇")
    asked.get_by_role("button", name="休暇にする").click()
    expect(morning).to_have_accessible_name(re.compile("休暇"))
    misaki.undoes()
    expect(morning).to_have_accessible_name(re.compile(desk))


def test_misaki_asks_for_a_day_at_home_where_she_plans_it(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI)
    page, day = misaki.page, misaki.working_day(8)
    _opens_plan(misaki, day)
    _chooses(misaki, day, "在宅を申請する")
    form = page.get_by_role("form", name=re.compile("在宅の申請"))
    expect(form.get_by_role("region", name="申請するとどうなるか")).to_contain_text("申請できます")
    form.get_by_label("業務の内容").fill("月次報告の作成")
    form.get_by_label("連絡先").fill("業務用携帯")
    is_clean(page)
    form.get_by_role("button", name="申請する", exact=True).click()
    morning = _cell(misaki, day, "午前")
    expect(morning).to_have_accessible_name(re.compile("在宅 申請中"))

    page.get_by_role("link", name="申請の一覧").click()
    waiting = page.get_by_role("region", name=re.compile("承認待ち"))
    expect(waiting.get_by_role("listitem").first).to_contain_text("在宅")
    is_clean(page)
    waiting.get_by_role("button", name="取り下げる").last.click()
    page.get_by_role("dialog").get_by_role("button", name="取り下げる").click()
    expect(misaki.toasts).to_contain_text("取り下げました")


def test_misaki_copies_a_week_and_sets_her_usual_week(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI)
    page, day = misaki.page, misaki.working_day(6)
    _opens_plan(misaki, day)
    _chooses(misaki, day, "出張")
    expect(_cell(misaki, day, "午前")).to_have_accessible_name(re.compile("出張"))
    page.get_by_role("button", name="前の週と同じにする").last.click()
    copying = page.get_by_role("dialog", name="前の週と同じにする")
    trip = copying.get_by_role("listitem").filter(has_text="出張")
    expect(trip.first).to_contain_text("予定に入れます")
    copying.get_by_role("button", name=re.compile("件を写す")).click()
    expect(misaki.toasts).to_contain_text("写しました")
    misaki.toasts.get_by_role("button", name="元に戻す").last.click()  # the trip could be undone too
    expect(misaki.toasts).to_contain_text("元に戻しました")

    page.get_by_role("button", name="いつもの週", exact=True).click()
    usual = page.get_by_role("dialog", name="いつもの週を決める")
    usual.get_by_label("金 午後").select_option("office")
    is_clean(page)
    usual.get_by_role("button", name="いつもの週にする").click()
    expect(misaki.toasts).to_contain_text("「いつもの週」を決めました")
    misaki.toasts.get_by_role("button", name="元に戻す").last.click()


def test_misaki_plans_by_keyboard_at_a_narrow_window_in_english(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI, width=360, height=740, language="en")
    page, day = misaki.page, misaki.working_day(9)
    _opens_plan(misaki, day)
    is_clean(page)
    afternoon = _cell(misaki, day, "Afternoon")
    afternoon.press("Enter")
    menu = page.get_by_role("menu", name="Where")
    expect(menu.get_by_role("menuitem").first).to_be_focused()
    is_clean(page, but=PLAN | {"region"})  # the kit's hidden button to dismiss stands beside its dialog
    page.get_by_role("radio", name="Afternoon").press(" ")
    menu.get_by_role("menuitem").first.focus()
    page.keyboard.press("End")
    while page.evaluate("document.activeElement.textContent").find("Trip") < 0:
        page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    keep_on = page.get_by_role("dialog").get_by_role("button", name=re.compile("^Choose"))
    expect(keep_on.or_(misaki.toasts.get_by_role("button", name="Undo")).first).to_be_visible()
    if keep_on.is_visible():
        keep_on.press("Enter")
    expect(afternoon).to_have_accessible_name(re.compile("Trip"))
    misaki.undoes()
    expect(afternoon).not_to_have_accessible_name(re.compile("Trip"))
