"""利用状況: where the building is full, what a figure means, at what time, in numbers, and how it was before."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests.e2e.looking import is_clean
from tests.e2e.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FACILITIES = "s011447"
A_FEW_DAYS = 4


@pytest.fixture
def counted(arrives: Callable[..., Person], today: date) -> Callable[..., Person]:
    """`counted(width=360)` is somebody of facilities, with one working day of last week counted."""

    def arrive(**how: object) -> Person:
        person = arrives(FACILITIES, **how)
        person.has_counted(_the_day(today))
        return person

    return arrive


def test_facilities_see_where_the_building_is_full(counted: Callable[..., Person], today: date) -> None:
    murakami = counted()
    page, day = murakami.page, _the_day(today)
    page.goto("/occupancy")
    expect(page.get_by_role("heading", level=1, name="利用状況")).to_be_visible()

    page.get_by_role("button", name=re.compile("^期間 ")).click()
    page.get_by_label("はじまり").fill(f"{day}")
    page.get_by_label("おわり").fill(f"{day}")
    page.get_by_role("button", name="この期間にする").click()
    expect(page).to_have_url(re.compile(f"from={day}&to={day}"))
    expect(page.get_by_text(re.compile("網羅率 "))).to_be_visible()

    opener = page.get_by_role("button", name="日最大 p95の定義")
    opener.press("Enter")
    definition = page.get_by_role("region", name="日最大 p95の定義")
    expect(definition).to_contain_text("席ごとの最大を足した数ではありません")
    definition.get_by_role("button", name="閉じる").press("Enter")
    expect(opener).to_be_focused()

    plan = page.get_by_role("application")
    expect(plan).to_be_visible()
    page.get_by_role("button", name="6階の図を見る").click()
    expect(plan).to_have_accessible_name("6階の利用の図")
    slider = page.get_by_role("slider", name="時刻")
    slider.press("ArrowRight")
    slider.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "9:00から")
    expect(page).to_have_url(re.compile("at=09(%3A|:)00"))

    page.get_by_role("button", name="日最大の推移を表で見る").click()
    expect(page.get_by_role("table", name="日最大の推移")).to_contain_text(f"{day.month}月{day.day}日")
    is_clean(page)

    with page.expect_download() as sheets:
        page.get_by_role("link", name="PDFでダウンロードする").press("Enter")
    assert sheets.value.suggested_filename == f"occupancy-{day:%Y%m%d}-{day:%Y%m%d}.pdf"
    assert sheets.value.path().read_bytes().startswith(b"%PDF-")

    page.get_by_role("button", name=re.compile("^くらべる期間 ")).click()
    page.get_by_role("button", name="ひとつ前の期間").click()
    expect(page.get_by_text(re.compile("^前 ")).first).to_be_visible()
    expect(page.get_by_role("list", name="棒と線の意味")).to_contain_text("線と丸: くらべる期間")
    page.go_back()
    expect(page).not_to_have_url(re.compile("compare_from"))


@pytest.mark.parametrize(("width", "language"), [(1280, "en"), (360, "ja")])
def test_the_report_reads_as_well_elsewhere(
    counted: Callable[..., Person], today: date, width: int, language: str
) -> None:
    page = counted(width=width, height=760, language=language).page
    day = _the_day(today)
    page.goto(f"/occupancy?from={day}&to={day}&define=refused&tables=heatmap")
    expect(page.get_by_role("application")).to_be_visible()
    expect(page.get_by_role("region", name=re.compile("断られた希望の定義|Definition of Refused"))).to_be_visible()
    is_clean(page)


def _the_day(today: date) -> date:
    """A working day that is over: the last Tuesday to Thursday at least four days ago."""
    day = today - timedelta(days=A_FEW_DAYS)
    while day.weekday() not in {1, 2, 3}:
        day -= timedelta(days=1)
    return day
