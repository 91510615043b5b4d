"""People look for each other: by old characters, as favourites, by section; and whoever hides is not found."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.looking import fits_the_window
from tests.e2e.person import AOI, MISAKI, Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

KUMIKO = "s010334"
"""髙橋 久美子 of human resources."""
PHONE = 360
WORDS = {
    "ja": {
        "find": "職員をさがす",
        "star": "{}をお気に入りに入れる",
        "unstar": "{}をお気に入りから外す",
        "starred": "お気に入りに入れました",
        "favourites": "お気に入り",
        "gone": "お気に入りから外しました",
    },
    "en": {
        "find": "Find people",
        "star": "Add {} to favourites",
        "unstar": "Remove {} from favourites",
        "starred": "is now a favourite",
        "favourites": "Favourites",
        "gone": "is no longer a favourite",
    },
}


@pytest.mark.parametrize(("language", "width"), [("ja", 1280), ("en", PHONE)])
def test_misaki_finds_a_colleague_by_another_form_of_the_name_and_marks_them(
    arrives: Callable[..., Person], language: str, width: int
) -> None:
    words = WORDS[language]
    misaki = arrives(MISAKI, width=width, language=language)
    found = misaki.finds("渡邉 翔太 広聴課")
    name, day = found["name"], misaki.day_with_a_desk(found["id"])
    misaki.page.goto(f"/people?day={day}")
    misaki.page.get_by_role("searchbox", name=words["find"]).fill("わたなべ 広聴")
    row = misaki.page.get_by_role("listitem").filter(has_text=name).first
    expect(row).to_be_visible()
    misaki.page.get_by_role("searchbox", name=words["find"]).fill("渡辺 広聴")
    expect(row).to_contain_text(re.compile(r"\d\d[A-F]-\d{3}"))
    row.get_by_role("button", name=words["star"].format(name)).click()
    expect(misaki.toasts).to_contain_text(words["starred"])
    expect(row.get_by_role("button", name=words["unstar"].format(name))).to_have_attribute("aria-pressed", "true")
    fits_the_window(misaki.page)

    row.get_by_role("link", name=re.compile(r"^\d\d[A-F]-\d{3}")).click()
    expect(misaki.map).to_be_visible()
    expect(misaki.map.locator(".hit-name")).to_contain_text(name.split(" ")[0])

    misaki.page.goto("/")
    favourites = misaki.page.get_by_role("region", name=words["favourites"])
    expect(favourites.get_by_role("link", name=name, exact=True)).to_be_visible()
    favourites.get_by_role("link", name=name, exact=True).click()
    expect(misaki.page.get_by_role("heading", name=name, level=1)).to_be_visible()
    misaki.presses(words["unstar"].format(name))
    expect(misaki.toasts).to_contain_text(words["gone"])


def test_a_section_is_listed_by_floor_and_ringed_on_the_plan(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI)
    misaki.page.goto(f"/people?day={misaki.working_day(1)}")
    expect(misaki.page.get_by_role("heading", name=re.compile("^広聴課"))).to_be_visible()
    misaki.page.get_by_role("link", name=re.compile("の地図で見る")).first.click()
    expect(misaki.page.get_by_text(re.compile("広聴課の人の席に輪を付けています"))).to_be_visible()
    expect(misaki.map.locator(".hit-ring").first).to_be_visible()
    misaki.presses("輪を消す")
    expect(misaki.map.locator(".hit-ring")).to_have_count(0)


def test_misaki_hides_herself_and_an_outsider_sees_a_taken_desk_and_no_name(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI)
    day = misaki.working_day(4)
    desk = misaki.free_desks(day)[0]
    misaki.has_booked(desk["id"], day)
    misaki.page.goto("/settings")
    try:
        misaki.page.get_by_role("radio", name=re.compile("^所属長だけ")).check()
        expect(misaki.toasts).to_contain_text("「所属長だけ」にしました")

        kumiko = arrives(KUMIKO, language="en")
        kumiko.page.goto(f"/people?day={day}")
        kumiko.page.get_by_role("searchbox", name="Find people").fill("我妻 美咲 広聴課")
        row = kumiko.page.get_by_role("listitem").filter(has_text="我妻 美咲")
        expect(row).to_contain_text("Whereabouts not shared")
        expect(row).not_to_contain_text(desk["code"])
        kumiko.opens_book(day=day, floor=kumiko.floor_named("6階"))
        expect(kumiko.desk(desk["code"])).to_have_accessible_name(re.compile("Taken|Booked"))
        expect(kumiko.desk(desk["code"])).not_to_have_accessible_name(re.compile("我妻"))

        aoi = arrives(AOI)
        aoi.page.goto(f"/people?day={day}")
        aoi.page.get_by_role("searchbox", name="職員をさがす").fill("我妻 美咲 広聴課")
        found = aoi.page.get_by_role("region", name="見つかった職員")
        expect(found.get_by_role("listitem").filter(has_text="我妻 美咲")).to_contain_text(desk["code"])
    finally:
        misaki.shows_herself_to("everyone")


def test_misaki_reads_who_looked_at_her_past(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI, language="en")
    misaki.page.goto("/settings")
    looks = misaki.page.get_by_role("list", name="Who looked at my past")
    expect(looks).to_contain_text("山田 葵")
    expect(looks).to_contain_text("where you were on")
