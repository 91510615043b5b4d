"""Facilities keep the places themselves: files, the drawing board, closures; and who is displaced hears of it."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import ezdxf
import pytest
from playwright.sync_api import expect

from tests.e2e.looking import fits_the_window, hears_nothing
from tests.e2e.person import MISAKI, Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HALL = Path(__file__).parents[2] / "demonstration" / "hall"
FLOOR = "7階"
"""Where these tests draw: nobody of the other stories sits there."""


@pytest.fixture
def keeper(arrives_as: Callable[..., Person]) -> Callable[..., Person]:
    """`keeper(width=360)` is whoever keeps the places, at a browser."""
    return partial(arrives_as, "facilities")


@contextmanager
def a_draft(person: Person, floor: str = FLOOR, days: int = 30) -> Iterator[dict[str, Any]]:
    """A draft of a floor, put away at the end unless it was published."""
    day = date.fromisoformat(person._asks("GET", "/me/")["today"]) + timedelta(days=days)
    body = {"floor": person.floor_named(floor), "effective_from": day.isoformat(), "name": "模様替え"}
    draft = person._asks("POST", "/layout-drafts/", body)
    yield draft
    if any(other["id"] == draft["id"] for other in person._asks("GET", "/layout-drafts/")):
        _puts_away(person, draft["id"])


def opens(person: Person, draft: dict[str, Any]) -> None:
    person.page.goto(f"/places/drafts/{draft['id']}")
    expect(person.desks.first).to_be_visible()


def test_a_desk_is_moved_numbered_and_put_back_by_keys(keeper: Callable[..., Person]) -> None:
    who = keeper()
    keys = who.page.keyboard
    with a_draft(who) as draft:
        opens(who, draft)
        who.desk("07A-001").focus()
        keys.press("ArrowRight")
        expect(who.page.locator(":focus")).not_to_have_accessible_name(re.compile("^07A-001"))
        who.desk("07A-001").focus()
        keys.press("Enter")
        left = who.page.get_by_label(re.compile("^左から"))
        before = float(left.input_value())
        keys.press("ArrowRight")
        keys.press("Shift+ArrowRight")
        expect(left).to_have_value(re.compile(f"^{before + 1.1:.2f}".rstrip("0").replace(".", r"\.")))
        keys.press("Control+z")
        expect(left).to_have_value(f"{before:g}")
        keys.press("Control+y")
        expect(left).not_to_have_value(f"{before:g}")
        expect(who.page.get_by_role("button", name=re.compile("元に戻す: 移動"))).to_be_enabled()
        expect(who.page.get_by_text("保存しました")).to_be_visible()

        who.desk("07A-001").focus()
        keys.press("Control+a")
        who.page.get_by_role("toolbar").get_by_role("button", name=re.compile("番号を振る")).click()
        who.page.get_by_label("最初の番号").fill("07A-501")
        who.page.get_by_role("button", name="この番号にする").click()
        expect(who.desk("07A-501")).to_have_count(1)
        who.page.get_by_role("button", name="元に戻す: 採番").click()
        expect(who.desk("07A-501")).to_have_count(0)
        hears_nothing(who.page)


def test_a_desk_is_changed_through_the_list_on_a_phone(keeper: Callable[..., Person]) -> None:
    who = keeper(width=360, height=740)
    with a_draft(who) as draft:
        opens(who, draft)
        who.page.get_by_text("一覧", exact=True).click()
        who.page.get_by_label("07A-003 を選ぶ").check()
        who.page.get_by_label("使い方").select_option("drop_in")
        expect(who.page.get_by_role("row", name=re.compile("07A-003"))).to_contain_text("自由席")
        expect(who.page.get_by_text("保存しました")).to_be_visible()
        saved = who._asks("GET", f"/layout-drafts/{draft['id']}/")["content"]["desks"]
        assert next(desk["mode"] for desk in saved if desk["code"] == "07A-003") == "drop_in"
        fits_the_window(who.page)
        hears_nothing(who.page)


def test_somebody_else_saves_first_and_nothing_drawn_is_lost(keeper: Callable[..., Person]) -> None:
    who = keeper()
    with a_draft(who) as draft:
        opens(who, draft)
        body = {key: draft[key] for key in ("revision", "name", "effective_from", "content")}
        who._asks("PUT", f"/layout-drafts/{draft['id']}/", body)
        who.desk("07A-001").click()
        who.page.keyboard.press("Delete")
        dialog = who.page.get_by_role("dialog")
        expect(dialog).to_contain_text("この下書きを保存しました")
        dialog.get_by_role("button", name="別の下書きとして残す").click()
        expect(who.page).not_to_have_url(re.compile(f"drafts/{draft['id']}$"))
        expect(who.desks.first).to_be_visible()
        expect(who.desk("07A-001")).to_have_count(0)
        copy = int(who.page.url.rsplit("/", 1)[1])
        _puts_away(who, copy)


def test_publishing_displaces_a_booking_and_its_person_sees_where_to_go(
    keeper: Callable[..., Person], arrives: Callable[..., Person]
) -> None:
    who = keeper()
    misaki = arrives(MISAKI)
    day = misaki.working_day(8)
    desk = misaki.free_desks(day)[0]
    misaki.has_booked(desk["id"], day)
    today = date.fromisoformat(who._asks("GET", "/me/")["today"])
    with a_draft(who, "6階", (date.fromisoformat(day) - today).days) as draft:
        opens(who, draft)
        who.desk(desk["code"]).click()
        who.page.keyboard.press("Delete")
        expect(who.desk(desk["code"])).to_have_count(0)
        who.presses("確認・公開へ進む")
        expect(who.page.get_by_role("table", name="影響を受ける予約")).to_contain_text("我妻 美咲")
        hears_nothing(who.page)
        who.page.get_by_role("button", name=re.compile("から公開する")).click()
        who.page.get_by_role("dialog").get_by_role("button", name="公開する").click()
        expect(who.page.get_by_text(re.compile("新しい配置を公開しました"))).to_be_visible()
        misaki.page.goto("/")
        card = misaki.page.get_by_role("region", name="席の変更のお知らせ")
        expect(card).to_contain_text(desk["code"])
        card.get_by_role("button", name="この席でよい").click()
        expect(card).to_have_count(0)
        who.page.goto("/places")
        who.page.get_by_role("button", name=re.compile("6階 .*取り下げる")).click()
        who.page.get_by_role("dialog").get_by_role("button", name="取り下げる").click()
        expect(who.toasts).to_contain_text("取り下げました")
    misaki.gives_up_every_desk()


def test_an_area_is_closed_and_opened_again(keeper: Callable[..., Person]) -> None:
    who = keeper()
    who.page.goto("/places/closures")
    who.page.get_by_role("button", name="新しく閉じる").click()
    who.page.get_by_role("combobox", name="階", exact=True).select_option(label=FLOOR)
    reason = "照明工事の立ち会い"
    for field in who.page.get_by_label(re.compile("^(いつから|いつまで)$")).all():
        if field.get_attribute("type") == "date":
            field.fill(who.working_day(9))
    who.page.get_by_label("理由").fill(reason)
    who.page.get_by_role("button", name="影響を確かめる").click()
    who.page.get_by_role("button", name="閉じる", exact=True).click()
    row = who.page.get_by_role("row", name=re.compile(reason))
    expect(row).to_be_visible()
    expect(who.page.get_by_role("button", name="新しく閉じる")).to_be_focused()
    hears_nothing(who.page)
    row.get_by_role("button").click()
    who.page.get_by_role("dialog").get_by_role("button", name="開ける").click()
    expect(row).to_have_count(0)
    expect(who.page.locator("body:focus")).to_have_count(0)


def test_a_folder_with_a_mistake_is_mended_and_becomes_drafts(keeper: Callable[..., Person], tmp_path: Path) -> None:
    who = keeper()
    good = (HALL / "desks.csv").read_text()
    wrong = good.replace("07A-001,7,07A", "07A-001,7,07Z", 1)
    changed = good.replace("07A-001,7,07A,", "07A-901,7,07A,", 1)
    assert good not in (wrong, changed)
    files = [HALL / "areas.csv", *sorted((HALL / "floors").glob("*.svg"))]
    who.page.goto("/places/import")
    chooser = who.page.get_by_label("ファイルを選ぶ")
    (tmp_path / "desks.csv").write_text(wrong)
    chooser.set_input_files([*files, tmp_path / "desks.csv"])
    mistakes = who.page.get_by_role("table")
    expect(mistakes).to_contain_text("desks.csv", timeout=60_000)
    expect(mistakes).to_contain_text("07Z")
    hears_nothing(who.page)
    (tmp_path / "desks.csv").write_text(changed)
    chooser.set_input_files([tmp_path / "desks.csv"])
    who.page.get_by_role("button", name=re.compile("下書きをつくる")).click(timeout=60_000)
    link = who.page.get_by_role("link", name=re.compile("下書きを開く"))
    link.click(timeout=60_000)
    expect(who.desk("07A-901")).to_have_count(1)
    draft = int(who.page.url.rsplit("/", 1)[1])
    _puts_away(who, draft)


def test_a_drawing_from_cad_becomes_a_draft(keeper: Callable[..., Person], tmp_path: Path) -> None:
    drawing = ezdxf.new(units=ezdxf.units.MM)  # type: ignore[attr-defined]  # not in the library's stubs
    desk = drawing.blocks.new("DESK_1200")
    desk.add_lwpolyline([(0, 0), (700, 0), (700, 1200), (0, 1200)], close=True)
    space = drawing.modelspace()
    drawing.layers.add("WALL")
    drawing.layers.add("FURN")
    space.add_lwpolyline([(0, 0), (20_000, 0), (20_000, 12_000), (0, 12_000)], close=True, dxfattribs={"layer": "WALL"})
    for number in range(6):
        space.add_blockref("DESK_1200", (2_000 + number * 900, 3_000), dxfattribs={"layer": "FURN"})
    path = tmp_path / "floor.dxf"
    drawing.saveas(path)
    who = keeper()
    who.page.goto("/places/import")
    who.page.get_by_text("CAD(DXF)").click()
    who.page.get_by_label("DXFを選ぶ").set_input_files(path)
    expect(who.page.get_by_label(re.compile("DESK_1200"))).to_be_checked()
    hears_nothing(who.page)
    who.page.get_by_role("combobox", name="階", exact=True).select_option(label=FLOOR)
    who.page.get_by_label("最初の番号").fill("07A-801")
    who.page.get_by_role("button", name="6席の下書きをつくる").click()
    expect(who.desk("07A-801")).to_have_count(1)
    expect(who.desks).to_have_count(6)
    draft = int(who.page.url.rsplit("/", 1)[1])
    _puts_away(who, draft)


def test_the_places_are_kept_in_english(keeper: Callable[..., Person], tmp_path: Path) -> None:
    who = keeper(language="en")
    with a_draft(who) as draft:
        opens(who, draft)
        who.desk("07A-001").focus()
        who.page.keyboard.press("Enter")
        left = who.page.get_by_label(re.compile("^From the left"))
        before = left.input_value()
        who.page.keyboard.press("ArrowRight")
        expect(left).not_to_have_value(before)
        who.page.get_by_role("button", name=re.compile("Undo: move")).click()
        expect(left).to_have_value(before)
        hears_nothing(who.page)
    who.page.goto("/places/closures")
    who.page.get_by_role("button", name="Close a place").click()
    who.page.get_by_label("Reason").fill("New lights")
    who.page.get_by_role("button", name=re.compile("See whom")).click()
    expect(who.page.get_by_role("button", name="Close it", exact=True)).to_be_visible()
    hears_nothing(who.page)
    who.page.goto("/places/import")
    (tmp_path / "areas.csv").write_bytes((HALL / "areas.csv").read_bytes())
    who.page.get_by_label("Choose files").set_input_files([tmp_path / "areas.csv"])
    expect(who.page.get_by_role("table")).to_contain_text("desks.csv")
    hears_nothing(who.page)


def _puts_away(person: Person, draft: int) -> None:
    """From another page, so that nothing is saved into it any more."""
    person.page.goto("/")
    cookies = {cookie["name"]: cookie["value"] for cookie in person.page.context.cookies()}
    token = {"X-CSRFToken": cookies.get("kyoseki_csrf", "")}
    assert person.page.context.request.delete(f"/api/v1/layout-drafts/{draft}/", headers=token).ok
