"""The main job, as people do it in a browser."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.person import AOI, MISAKI, Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

THE_MAP_ASKS_SECONDS = 5


def test_misaki_signs_in_and_lands_where_she_wanted_to_go(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI)
    misaki.page.context.clear_cookies()
    misaki.page.goto("/book?part=am")
    misaki.page.get_by_label("ユーザー名").fill(MISAKI)
    misaki.page.get_by_label("パスワード").fill("kyoseki")
    misaki.presses("サインインする")
    expect(misaki.page.get_by_role("heading", name="席をとる", level=1)).to_be_visible()
    expect(misaki.page.get_by_role("radio", name="午前")).to_be_checked()


def test_misaki_books_the_nearest_desk_moves_undoes_and_cancels(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI)
    day = misaki.working_day(2)
    misaki.opens_book(day=day)
    misaki.presses("おまかせで選ぶ")
    code = misaki.page.get_by_role("heading", name=re.compile("^06E-"), level=2).inner_text()
    misaki.presses("全日で予約する")
    expect(misaki.toasts).to_contain_text(f"{code} を全日で予約しました")
    expect(misaki.desk(code)).to_have_accessible_name(re.compile("わたしの席"))

    misaki.presses("空きだけ")
    other = misaki.free_desks(day)[0]["code"]
    misaki.page.get_by_role("button", name=f"{other} をえらぶ").click()
    expect(misaki.panel(other)).to_contain_text(f"いまの席 {code} の全日は解放されます")
    misaki.presses("この席にかえる")
    expect(misaki.toasts).to_contain_text(f"{other} にかえました")
    expect(misaki.desk(other)).to_have_accessible_name(re.compile("わたしの席"))
    expect(misaki.desk(code)).to_have_accessible_name(re.compile("空き"))

    misaki.undoes()
    expect(misaki.toasts).to_contain_text("元に戻しました")
    expect(misaki.desk(code)).to_have_accessible_name(re.compile("わたしの席"))

    misaki.desk(code).click()
    misaki.presses("席を使わない")
    expect(misaki.toasts).to_contain_text("取り消しました")
    expect(misaki.desk(code)).to_have_accessible_name(re.compile("空き"))
    misaki.undoes()
    expect(misaki.desk(code)).to_have_accessible_name(re.compile("わたしの席"))


def test_misaki_shortens_her_day_to_the_morning(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI)
    day = misaki.working_day(3)
    desk = misaki.free_desks(day)[0]
    misaki.has_booked(desk["id"], day)
    misaki.opens_book(day=day, desk=desk["id"])
    misaki.chooses(misaki.page.get_by_role("radio", name="午前"))
    misaki.presses("午前にかえる")
    expect(misaki.toasts).to_contain_text(f"{desk['code']} を午前にかえました")


def test_misaki_books_hours_of_her_own(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI)
    day = misaki.working_day(3)
    desk = misaki.free_desks(day)[0]
    misaki.opens_book(day=day, desk=desk["id"])
    misaki.chooses(misaki.page.get_by_role("radio", name="時間"))
    misaki.page.get_by_label("はじめ").select_option("10:15")
    misaki.page.get_by_label("おわり").select_option("11:45")
    misaki.presses("10:15–11:45で予約する")
    expect(misaki.toasts).to_contain_text("10:15–11:45で予約しました")


def test_aois_booking_appears_on_misakis_map_by_itself(arrives: Callable[..., Person]) -> None:
    misaki, aoi = arrives(MISAKI), arrives(AOI)
    day = misaki.working_day(4)
    desk = misaki.free_desks(day)[0]
    misaki.opens_book(day=day)
    expect(misaki.desk(desk["code"])).to_have_accessible_name(re.compile("空き"))
    aoi.has_booked(desk["id"], day)
    misaki.lets_pass(THE_MAP_ASKS_SECONDS)
    expect(misaki.desk(desk["code"])).to_have_accessible_name(re.compile("予約あり、山田 葵"))


def test_who_comes_second_is_told_why_and_what_else_there_is(arrives: Callable[..., Person]) -> None:
    misaki, aoi = arrives(MISAKI), arrives(AOI)
    day = misaki.working_day(5)
    desk = misaki.free_desks(day)[0]
    misaki.opens_book(day=day, desk=desk["id"])
    expect(misaki.page.get_by_role("button", name="全日で予約する")).to_be_enabled()
    # Her window has not asked again yet when Aoi's booking is made.
    misaki.page.route(re.compile("/availability/|/day/"), lambda _route: None)
    aoi.has_booked(desk["id"], day)
    misaki.presses("全日で予約する")
    refusal = misaki.page.get_by_role("alert")
    expect(refusal).to_contain_text("この席は、その時間にほかの人が予約しています。")
    expect(refusal.get_by_role("button", name=re.compile(r"^\d\d[A-F]-\d{3}$")).first).to_be_visible()
    expect(misaki.desk(desk["code"])).not_to_have_accessible_name(re.compile("わたしの席"))


def test_a_desk_of_others_is_refused_with_the_rule_and_whose_it_is(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI)
    misaki.opens_book(day=misaki.working_day(1), floor=misaki.floor_named("7階"))
    desk = misaki.page.get_by_role("button", name=re.compile("をえらぶ$")).first
    desk.click()
    expect(misaki.page.get_by_text("この席は予約できません")).to_be_visible()
    expect(misaki.page.get_by_text(re.compile(r"規則: .+\(.+\)"))).to_be_visible()


def test_misaki_sits_near_a_colleague(arrives: Callable[..., Person]) -> None:
    misaki, aoi = arrives(MISAKI), arrives(AOI)
    day = misaki.working_day(6)
    desk = misaki.free_desks(day)[0]
    aoi.has_booked(desk["id"], day)
    misaki.opens_book(day=day)
    misaki.presses("人の近く")
    misaki.page.get_by_role("searchbox", name="近くに座りたい人").fill("山田 葵")
    misaki.page.get_by_role("dialog").get_by_role("button", name=re.compile("山田 葵.*広聴課")).click()
    misaki.presses("おまかせで選ぶ")
    expect(misaki.page.get_by_role("button", name="全日で予約する")).to_be_visible()
    expect(misaki.page.get_by_text(re.compile(r"山田 葵さんの席から[\d.]+メートル"))).to_be_visible()


def test_a_filter_leaves_only_what_fits_in_the_list(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI)
    misaki.opens_book(day=misaki.working_day(1))
    misaki.presses("静かな席")
    rows = misaki.page.get_by_role("table", name="席の一覧").get_by_role("row")
    expect(rows.nth(1)).to_contain_text("静かな席")
    assert rows.count() - 1 < misaki.desks.count()
    misaki.page.reload()
    expect(misaki.page.get_by_role("button", name="静かな席")).to_have_attribute("aria-pressed", "true")


def test_english_is_one_press_away_and_stays(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI)
    misaki.opens_book(day=misaki.working_day(1))
    misaki.page.get_by_role("button", name=re.compile("English")).click()
    expect(misaki.page.get_by_role("heading", name="Book a desk", level=1)).to_be_visible()
    misaki.page.reload()
    expect(misaki.page.get_by_role("heading", name="Book a desk", level=1)).to_be_visible()
    expect(misaki.desks.first).to_have_accessible_name(re.compile("Free|Booked|Drop-in|Assigned|Closed|My desk|Partly"))
