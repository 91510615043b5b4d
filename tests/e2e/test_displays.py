"""Mariko of facilities prints labels, and hangs up a screen that shows a floor to whoever passes."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.e2e.looking import is_clean
from tests.e2e.person import MISAKI, Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MARIKO = "s011447"
"""我妻 真理子 of facilities."""
A_POLL = "00:16"
TOO_LONG = "01:20"


def test_mariko_makes_a_sheet_of_labels_that_begins_where_the_last_one_ended(
    arrives: Callable[..., Person], tmp_path: Path
) -> None:
    mariko = arrives(MARIKO)
    page = mariko.page
    page.goto("/places/labels")
    floor = page.get_by_role("combobox", name="階", exact=True)
    floor.select_option("6階")
    expect(floor).to_have_value(str(mariko.floor_named("6階")))
    page.get_by_role("combobox", name="エリア", exact=True).select_option("6階Eエリア")
    mariko.chooses(page.get_by_label("12面"))
    page.get_by_role("button", name="3番目のラベルから印刷する").press("Enter")
    count = page.get_by_role("status").filter(has_text="席・用紙")
    expect(count).to_have_text(re.compile(r"^\d+席・用紙\d+枚$"))
    desks, sheets = map(int, re.findall(r"\d+", count.inner_text()))
    assert sheets == -(-(desks + 2) // 12)
    _is_clean(page)
    with page.expect_download() as started:
        page.get_by_role("link", name="PDFを作る").click()
    file = tmp_path / "labels.pdf"
    started.value.save_as(file)
    reader = PdfReader(file)
    assert len(reader.pages) == sheets
    assert "06E-001" in reader.pages[0].extract_text()


def test_the_labels_fit_a_phone_in_english(arrives: Callable[..., Person]) -> None:
    mariko = arrives(MARIKO, width=360, height=760, language="en")
    mariko.page.goto("/places/labels")
    expect(mariko.page.get_by_role("link", name="Make the PDF")).to_be_visible()
    _is_clean(mariko.page)


def test_a_screen_shows_the_floor_keeps_up_says_when_it_cannot_and_ends_when_it_is_revoked(
    arrives: Callable[..., Person], browser: Browser
) -> None:
    mariko = arrives(MARIKO, width=360, height=760)
    page = mariko.page
    page.goto("/places/displays")
    page.get_by_role("button", name="案内表示を追加する").press("Enter")
    page.get_by_label("映す階").select_option("6階")
    page.get_by_label("置き場所").fill("6階 エレベーターホール")
    _is_clean(page)
    page.get_by_role("button", name="アドレスを発行する").press("Enter")
    address = page.get_by_label("案内表示のアドレス").input_value()
    _is_clean(page)
    path = address[address.index("/display/") :]

    screen = browser.new_context(base_url=page.url.split("/places")[0], viewport={"width": 1920, "height": 1080})
    wall = screen.new_page()
    wall.clock.install()
    wall.goto(path)
    expect(wall.get_by_role("heading", name="6階", level=1)).to_be_visible()
    free = wall.locator(".wall-number")
    before = int(free.inner_text())
    _is_clean(wall)

    misaki = arrives(MISAKI)
    today = misaki.working_day(0)
    misaki.has_booked(misaki.free_desks(today)[0]["id"], today)
    wall.clock.fast_forward(A_POLL)
    expect(free).to_have_text(str(before - 1))

    wall.route("**/api/v1/displays/**", lambda route: route.abort())
    wall.clock.fast_forward(TOO_LONG)
    expect(wall.get_by_role("status")).to_contain_text("更新できません")
    expect(free).to_have_text(str(before - 1))
    wall.unroute("**/api/v1/displays/**")

    page.get_by_role("button", name="「6階 エレベーターホール」を止める").first.press("Enter")
    page.get_by_role("dialog").get_by_role("button", name="止める", exact=True).press("Enter")
    expect(mariko.toasts.get_by_text("「6階 エレベーターホール」を止めました")).to_be_visible()
    wall.clock.fast_forward(A_POLL)
    expect(wall.get_by_role("heading", name=re.compile("この案内表示は使えません"))).to_be_visible()
    expect(free).to_be_hidden()
    screen.close()


def test_an_address_that_is_none_says_so_in_both_languages_upright(browser: Browser, hall_address: str) -> None:
    screen = browser.new_context(base_url=hall_address, viewport={"width": 1080, "height": 1920})
    wall = screen.new_page()
    wall.goto("/display/never-was-a-display")
    expect(wall.get_by_role("heading", level=1)).to_contain_text("この案内表示は使えません")
    expect(wall.get_by_text("This display is not in use")).to_be_visible()
    _is_clean(wall)
    screen.close()


def _is_clean(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    is_clean(page)
