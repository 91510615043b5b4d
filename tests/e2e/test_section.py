"""The section's week: looked at, answered from the cell, printed, and taken along, by its manager and its members."""

import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.e2e.looking import fits_the_window, is_clean
from tests.e2e.person import AOI, MISAKI, Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SAORI = "s011039"
"""千葉 沙織 of the hearing section."""


def opens(person: Person, day: str, view: str = "week") -> Page:
    """The section around `day`."""
    person.page.goto(f"/section?day={day}&view={view}")
    expect(person.page.get_by_role("heading", level=1)).to_have_text(re.compile("広聴課"))
    return person.page


def test_aoi_approves_from_the_cell_by_keyboard(arrives: Callable[..., Person]) -> None:
    asked = arrives(SAORI).has_asked_to_telework(unit="pm", tasks="要望一覧の整理")
    aoi = arrives(AOI)
    page, keys = opens(aoi, asked["day"]), aoi.page.keyboard
    grid = page.get_by_role("grid")
    row = grid.get_by_role("row", name=re.compile("千葉 沙織"))
    waiting = row.get_by_role("gridcell", name="在宅 申請中").first
    expect(waiting).to_have_text("宅申請中")
    is_clean(page)

    first = grid.locator("td[tabindex='0']")
    expect(first).to_have_count(1)
    first.focus()
    lines = grid.locator("tbody tr").filter(has=page.locator("td"))
    down = lines.evaluate_all("rows => rows.findIndex((row) => row.textContent.includes('千葉 沙織'))")
    for _ in range(down):
        keys.press("ArrowDown")
    for _ in range(10):
        if page.evaluate("document.activeElement.ariaLabel") == "在宅 申請中":
            break
        keys.press("ArrowRight")
    expect(waiting).to_be_focused()
    keys.press("Enter")
    card = page.get_by_role("dialog", name="千葉 沙織")
    expect(card).to_contain_text("要望一覧の整理")
    expect(card).to_contain_text(re.compile("最低 \\d+人を"))
    is_clean(page)
    keys.press("Escape")
    expect(card).to_be_hidden()
    expect(waiting).to_be_focused()

    keys.press("Enter")
    card.get_by_role("button", name="承認する").focus()
    keys.press("Enter")
    expect(aoi.toasts).to_contain_text("千葉 沙織さんの申請を承認しました")
    expect(row.get_by_role("gridcell", name="在宅 申請中")).to_have_count(0)
    assert aoi.telework(asked["id"])["state"] == "approved"


def test_aoi_prints_the_week_on_one_page_and_takes_the_month_along(
    arrives: Callable[..., Person], tmp_path: Path
) -> None:
    aoi = arrives(AOI)
    day = aoi.working_day(1)
    page = opens(aoi, day)
    paper = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(paper.pages) == 1
    assert paper.pages[0].mediabox.width > paper.pages[0].mediabox.height
    # Fonts on paper know some signs by their radicals' numbers, and set them apart.
    printed = "".join(normalize("NFKC", paper.pages[0].extract_text()).split())
    assert [word for word in ("広聴課", "我妻美咲", "庁舎にいる人", "印刷", "1/1") if word not in printed] == []

    page.get_by_text("月", exact=True).first.click()
    expect(page).to_have_url(re.compile("view=month"))
    expect(page.get_by_role("grid", name=re.compile("年\\d+月"))).to_be_visible()
    is_clean(page)
    with page.expect_download() as downloading:
        page.get_by_role("link", name="xlsxで保存する").click()
    kept = tmp_path / "section.xlsx"
    downloading.value.save_as(kept)
    sheet = load_workbook(kept).worksheets[0]
    assert str(sheet["A1"].value) == "職場の予定 広聴課"
    names = [str(cell.value) for cell in sheet["B"]]
    assert "我妻 美咲" in names
    assert sheet.max_column > 2 * 15


def test_misaki_reads_the_week_in_english_and_decides_nothing(arrives: Callable[..., Person]) -> None:
    asked = arrives(SAORI).has_asked_to_telework(unit="am", tasks="年度計画の下書き")
    misaki = arrives(MISAKI, language="en")
    page = opens(misaki, asked["day"])
    expect(page.get_by_role("grid")).to_have_accessible_name(re.compile("^広聴課, "))
    row = page.get_by_role("row", name=re.compile("千葉 沙織"))
    expect(row).to_be_visible()
    expect(page.get_by_role("gridcell", name=re.compile("requested"))).to_have_count(0)
    expect(page.get_by_role("button", name="Set team days")).to_have_count(0)
    row.get_by_role("gridcell").nth(1).click()
    card = page.get_by_role("dialog", name="千葉 沙織")
    expect(card.get_by_role("link", name="Open the page of 千葉 沙織")).to_be_visible()
    expect(card.get_by_role("button", name="Approve")).to_have_count(0)
    is_clean(page)


def test_aoi_sees_the_day_at_her_phone_and_calls_a_team_day(arrives: Callable[..., Person]) -> None:
    aoi = arrives(AOI, width=360)
    day = aoi.working_day(2)
    page = opens(aoi, day)
    number = str(date.fromisoformat(day).day)
    chosen = page.get_by_role("list", name="日").get_by_role("button", pressed=True)
    expect(chosen).to_contain_text(number)
    expect(page.get_by_role("region", name="出勤")).to_be_visible()
    is_clean(page)

    page.get_by_role("button", name="チーム出社日を決める").click()
    dialog = page.get_by_role("dialog", name="チーム出社日")
    dialog.get_by_role("combobox").select_option(day)
    dialog.get_by_label("目的").fill("来年度の相談")
    dialog.get_by_role("button", name="チーム出社日にする").click()
    expect(dialog).to_contain_text("来年度の相談")
    is_clean(page)
    dialog.get_by_role("button", name=re.compile("チーム出社日をやめる$")).click()
    expect(dialog).not_to_contain_text("来年度の相談")
    dialog.get_by_role("button", name="閉じる").last.click()
    page.get_by_role("button", name=re.compile("我妻 美咲")).click()
    expect(page.get_by_role("dialog", name="我妻 美咲")).to_be_visible()
    fits_the_window(page)
