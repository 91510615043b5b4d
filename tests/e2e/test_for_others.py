"""Somebody books a desk for somebody else: as the manager, as a delegate, and facilities for a visitor."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.looking import fits_the_window, hears_nothing
from tests.e2e.person import AOI, MISAKI, Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MARIKO = "s011447"
"""我妻 真理子 of facilities."""


def test_aoi_books_for_one_of_her_people_by_keyboard_alone(arrives: Callable[..., Person]) -> None:
    aoi = arrives(AOI)
    kudo = aoi.finds("工藤 真理子 広聴課")
    day = aoi.day_on_which_nothing_is_planned(kudo["id"])
    desk = aoi.free_desks(day)[0]
    aoi.opens_book(day=day, desk=desk["id"])
    keys = aoi.page.keyboard
    aoi.page.get_by_role("button", name="だれの席をとる: わたし").focus()
    keys.press("Enter")
    expect(aoi.page.get_by_label("名前でさがす")).to_be_focused()
    keys.type("くどう")
    expect(aoi.page.get_by_role("button", name=re.compile("^工藤 真理子"))).to_be_visible()
    expect(aoi.page.get_by_role("button", name=re.compile("^阿部 直美"))).to_be_hidden()  # the list has settled
    keys.press("Tab")
    keys.press("Enter")
    expect(aoi.page.get_by_text("工藤 真理子さんの席をとっています")).to_be_visible()
    hears_nothing(aoi.page)

    aoi.desk(desk["code"]).focus()
    keys.press("Enter")
    aoi.page.get_by_role("button", name="全日で予約する").focus()
    keys.press("Enter")
    expect(aoi.toasts).to_contain_text(f"{desk['code']} を全日で予約しました")
    expect(aoi.desk(desk["code"])).to_have_accessible_name(re.compile("工藤 真理子"))
    aoi.presses("自分の席にもどる")
    expect(aoi.page.get_by_role("button", name="だれの席をとる: わたし")).to_be_visible()
    assert [one["desk"]["code"] for one in aoi.bookings_of(kudo["id"], day)] == [desk["code"]]


def test_misaki_books_for_aoi_as_her_delegate_in_english_on_a_phone(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI, width=360, height=740, language="en")
    aoi = misaki.finds("山田 葵 広聴課")
    day = misaki.day_on_which_nothing_is_planned(aoi["id"])
    misaki.page.goto(f"/people/{aoi['id']}?day={day}")
    misaki.page.get_by_role("link", name="Book a desk for this person").click()
    expect(misaki.page.get_by_text("You are booking for 山田 葵")).to_be_visible()
    desk = misaki.free_desks(day)[1]
    misaki.page.goto(f"/book?day={day}&desk={desk['id']}&person={aoi['id']}")
    expect(misaki.page.get_by_role("button", name=re.compile("^Book: "))).to_be_visible()
    hears_nothing(misaki.page)
    misaki.page.get_by_role("button", name=re.compile("^Book: ")).click()
    expect(misaki.toasts).to_contain_text(f"Booked {desk['code']}")
    fits_the_window(misaki.page)
    (made,) = misaki.bookings_of(aoi["id"], day)
    assert (made["desk"]["code"], made["booked_by"]["name"]) == (desk["code"], "我妻 美咲")


def test_who_may_book_for_nobody_is_not_asked_and_is_told_at_another_persons_address(
    arrives: Callable[..., Person],
) -> None:
    kumiko = arrives("s010334")
    someone = kumiko.finds("工藤 真理子 広聴課")
    kumiko.opens_book(day=kumiko.working_day(1))
    expect(kumiko.page.get_by_role("button", name=re.compile("だれの席をとる"))).to_have_count(0)
    kumiko.page.goto(f"/book?day={kumiko.working_day(1)}&person={someone['id']}")
    expect(kumiko.page.get_by_text("この人の席を、あなたがとることはできません")).to_be_visible()
    kumiko.presses("自分の席にもどる")
    expect(kumiko.page.get_by_text("この人の席を、あなたがとることはできません")).to_have_count(0)


def test_facilities_enters_a_visitor_and_books_a_desk_that_names_nobody(arrives: Callable[..., Person]) -> None:
    mariko = arrives(MARIKO)
    mariko.page.goto("/visitors")
    mariko.presses("来庁者を登録する")
    mariko.page.get_by_label("氏名").fill("試験 来子")
    mariko.presses("登録する")
    expect(mariko.page.get_by_text("受け入れる職員をえらんでください。")).to_be_visible()
    expect(mariko.page.get_by_label("氏名")).to_have_value("試験 来子")
    mariko.page.get_by_role("searchbox", name="受け入れる職員").fill("山田 葵 広聴課")
    mariko.page.get_by_role("button", name=re.compile("^山田 葵")).click()
    mariko.page.get_by_label("最後の日").fill(mariko.working_day(3))
    hears_nothing(mariko.page)
    mariko.presses("登録する")
    row = mariko.page.get_by_role("listitem").filter(has_text="試験 来子")
    expect(row).to_contain_text("受け入れ 山田 葵")
    row.get_by_role("link", name="試験 来子の席をとる").click()
    expect(mariko.page.get_by_text("試験 来子さんの席をとっています")).to_be_visible()

    aoi = arrives(AOI)
    day = mariko.working_day(1)
    desk = aoi.free_desks(day)[2]
    visitor = re.search(r"person=(\d+)", mariko.page.url)
    assert visitor
    mariko.page.goto(f"/book?day={day}&desk={desk['id']}&person={visitor[1]}")
    mariko.presses("全日で予約する")
    expect(mariko.toasts).to_contain_text(f"{desk['code']} を全日で予約しました")

    misaki = arrives(MISAKI)
    misaki.opens_book(day=day, floor=misaki.floor_named("6階"))
    expect(misaki.desk(desk["code"])).to_have_accessible_name(re.compile("来庁者"))
    expect(misaki.page.get_by_text("試験 来子")).to_have_count(0)


def test_misaki_makes_somebody_her_delegate_and_ends_it(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI, language="en")
    misaki.page.goto("/settings")
    misaki.presses("Set up a delegate")
    misaki.page.get_by_role("button", name="Set up the delegate").click()
    expect(misaki.page.get_by_text("Choose somebody.")).to_be_visible()
    misaki.page.get_by_role("searchbox", name="Delegate").fill("くどう まりこ 広聴")
    misaki.page.get_by_role("button", name=re.compile("^工藤 真理子")).click()
    misaki.page.get_by_role("button", name="Set up the delegate").click()
    expect(misaki.toasts).to_contain_text("工藤 真理子 now acts for you")
    misaki.page.get_by_role("button", name="End the delegation to 工藤 真理子").click()
    misaki.page.get_by_role("dialog").get_by_role("button", name="End it").click()
    expect(misaki.toasts).to_contain_text("The delegation of 工藤 真理子 has ended")
    expect(misaki.page.get_by_role("button", name="End the delegation to 工藤 真理子")).to_have_count(0)
