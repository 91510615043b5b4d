"""おまかせ, 座席抽選, グループ and チーム出社日, as people do them in a browser."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.looking import fits_the_window, hears_nothing
from tests.e2e.person import AOI, MISAKI, Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NARROW = {"width": 360, "height": 760}


def chosen_code(person: Person) -> str:
    heading = person.page.get_by_role("heading", name=re.compile(r"^06E-\d{3}$"), level=2)
    expect(heading).to_be_visible()
    return heading.inner_text()


def test_misaki_lets_a_desk_be_chosen_asks_for_another_and_undoes(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI)
    misaki.opens_book(day=misaki.working_day(10))
    misaki.presses("おまかせで選ぶ")
    first = chosen_code(misaki)
    expect(misaki.page.get_by_text("この3勤務日に座っていない席")).to_be_visible()
    expect(misaki.page.get_by_text(re.compile(r"同じ条件の\d+席から抽選"))).to_be_visible()
    misaki.page.get_by_text("抽選のしかた").click()
    expect(misaki.page.get_by_text("抽選番号", exact=True)).to_be_visible()
    hears_nothing(misaki.page)

    misaki.presses("べつの席")
    expect(misaki.page.get_by_role("heading", name=first, level=2)).to_have_count(0)
    second = chosen_code(misaki)
    misaki.presses("全日で予約する")
    expect(misaki.toasts).to_contain_text(f"{second} を全日で予約しました")
    expect(misaki.desk(second)).to_have_accessible_name(re.compile("わたしの席"))
    misaki.undoes()
    expect(misaki.desk(second)).to_have_accessible_name(re.compile("空き"))


def test_on_a_phone_in_english_from_today_with_a_desk_in_hand(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI, language="en", **NARROW)
    day = misaki.working_day(10)
    held = misaki.free_desks(day)[0]
    misaki.has_booked(held["id"], day)
    misaki.page.goto("/")
    misaki.page.get_by_role("link", name="Choose for me").tap()
    expect(misaki.page.get_by_role("heading", name="Why this desk")).to_be_visible()
    misaki.page.goto(f"/book?day={day}&choose=true")
    expect(misaki.page.get_by_text(re.compile(rf"{held['code']}"))).to_be_visible()
    hears_nothing(misaki.page)
    fits_the_window(misaki.page)
    code = chosen_code(misaki)
    misaki.page.get_by_role("button", name="Change to this desk").tap()
    expect(misaki.toasts).to_contain_text(f"Moved to {code}")


def test_aoi_draws_the_sections_desks_and_undoes_the_draw(arrives: Callable[..., Person]) -> None:
    aoi = arrives(AOI)
    day = aoi.working_day(11)
    aoi.page.goto(f"/seats?day={day}")
    rows = aoi.page.get_by_role("table", name="抽選の結果").get_by_role("row")
    expect(rows.nth(1)).to_contain_text("06E-")
    told = rows.all_inner_texts()
    aoi.page.reload()
    expect(rows.nth(1)).to_contain_text("06E-")
    assert rows.all_inner_texts() == told, "looking again draws again"
    hears_nothing(aoi.page)

    aoi.page.get_by_role("checkbox", name="我妻 美咲さんを抽選に入れる").click()
    expect(rows.filter(has_text="我妻 美咲")).to_contain_text("抽選に入れない")
    aoi.page.get_by_role("checkbox", name="我妻 美咲さんを抽選に入れる").click()
    expect(rows.filter(has_text="我妻 美咲")).to_contain_text("抽選で決定")
    aoi.page.get_by_role("button", name=re.compile(r"^\d+人の席を抽選で予約する$")).click()
    expect(aoi.toasts).to_contain_text("人の席を予約しました")
    expect(aoi.page.get_by_role("heading", name="抽選で予約しました")).to_be_visible()

    aoi.presses("抽選を取り消す")
    aoi.page.get_by_role("dialog").get_by_role("button", name="抽選を取り消す").click()
    expect(aoi.toasts).to_contain_text("抽選を取り消しました")
    expect(aoi.page.get_by_text("取消済み").first).to_be_visible()


def test_misaki_books_for_three_and_gives_the_group_up_with_keys_alone(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI)
    day = misaki.working_day(12)
    misaki.opens_book(day=day)
    misaki.page.get_by_role("link", name="グループで席をとる").press("Enter")
    for name in ("工藤 真理子", "菊地 誠"):
        misaki.page.get_by_role("button", name=name, exact=True).press("Enter")
    misaki.page.get_by_role("button", name="空いている席をさがす").press("Enter")
    first = misaki.page.get_by_role("radio", name=re.compile("案1"))
    expect(first).to_be_checked()
    first.press("ArrowDown")
    expect(misaki.page.get_by_role("radio", name=re.compile("案2"))).to_be_checked()
    hears_nothing(misaki.page)
    misaki.page.get_by_role("button", name="3人分を予約する").press("Enter")
    expect(misaki.toasts).to_contain_text("3人の席を予約しました")

    group = misaki.page.get_by_role("region", name="グループの予約")
    expect(group).to_contain_text("工藤 真理子")
    group.get_by_role("button", name="グループを取り消す").press("Enter")
    misaki.page.get_by_role("dialog").get_by_role("button", name="グループを取り消す").press("Enter")
    expect(misaki.toasts).to_contain_text("グループの予約を取り消しました")
    expect(group).to_have_count(0)


def test_a_team_day_is_called_seen_and_called_off(arrives: Callable[..., Person]) -> None:
    aoi, misaki = arrives(AOI, language="en"), arrives(MISAKI, **NARROW)
    day = aoi.working_day(1)
    aoi.page.goto("/seats")
    # Whatever comes late moves what stands below it.
    expect(aoi.page.get_by_role("button", name=re.compile(r"^Draw and book \d+ desks?$"))).to_be_visible()
    days = aoi.page.get_by_role("region", name="Team days")
    expect(days.get_by_role("listitem").or_(days.get_by_text("There is no team day to come."))).not_to_have_count(0)
    days.get_by_label("Note (optional)").fill("Workshop")
    days.get_by_role("button", name="Make it a team day").click()
    expect(days).to_contain_text("Workshop")

    misaki.page.goto("/")
    expect(misaki.page.get_by_text(re.compile("広聴課のチーム出社日です")).first).to_be_visible()
    fits_the_window(misaki.page)
    misaki.page.goto(f"/book?day={day}")
    misaki.page.get_by_role("link", name="チームの席をとる").tap()
    expect(misaki.page.get_by_role("button", name="山田 葵", exact=True)).to_have_attribute("aria-pressed", "true")
    hears_nothing(misaki.page)
    fits_the_window(misaki.page)

    workshop = days.get_by_role("listitem").filter(has_text="Workshop")
    workshop.get_by_role("button", name=re.compile("^Call off the team day")).click()
    expect(aoi.toasts).to_contain_text("called off")
    expect(days).not_to_contain_text("Workshop")


def test_a_draw_fits_a_phone(arrives: Callable[..., Person]) -> None:
    aoi = arrives(AOI, language="en", **NARROW)
    aoi.page.goto(f"/seats?day={aoi.working_day(13)}")
    expect(aoi.page.get_by_role("button", name=re.compile(r"^Draw and book \d+ desks$"))).to_be_visible()
    fits_the_window(aoi.page)
    hears_nothing(aoi.page)
